using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Figures.Reading;
using Jinguo.Core.Reports.Checking;
using Jinguo.Office.Drafts;
using Jinguo.Testing.Data;

namespace Jinguo.Core.Tests.Reports.Checking;

/// <summary>The numbers of a draft are held against the books: which measure each states, and whether it is right.</summary>
public sealed class DraftCheckerTests : IAsyncLifetime
{
    private ReportOffice office = null!;

    public async Task InitializeAsync() => office = await ReportOffice.OpenAsync();

    public async Task DisposeAsync() => await office.DisposeAsync();

    [Fact]
    public async Task EachNumber_IsHeldAgainstTheMeasureThatItsWordsName()
    {
        var wrong = new List<string>();
        foreach (var (text, expected) in MeasureSentences.All)
        {
            var checkedDraft = await CheckAsync(office.City.County, text);
            var found = string.Join(' ', checkedDraft.Figures.Select(Named));
            if (found != expected)
                wrong.Add($"{text}\n  expected {expected}\n  found    {found}");
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task ANumber_AgreesAsExactlyAsItIsWritten()
    {
        await office.PostAsync(office.City.Village, "2026-03-08 training.sessions 46", "2026-03-08 training.participants 1312", "2026-03-09 visits.money 124300", "2026-03-09 visits.households 342");

        var draft = await CheckAsync(office.City.County, "全年举办妇女培训班42期，受训妇女1300余人次。走访慰问家庭342户，送去慰问金12.4万元。发放普法资料3000多份。");

        Assert.Equal(
            ["42期 Differs 46期", "1300余人次 Agrees 1312人次", "342户 Agrees 342户", "12.4万元 Agrees 12.43万元", "3000多份 None —"],
            draft.Figures.Select(figure => $"{figure.Mention.Text} {figure.Verdict} {figure.Ledger?.Text}"));
    }

    [Fact]
    public async Task AGrowth_IsHeldAgainstTheYearBefore_AndAFallIsOne()
    {
        await office.PostAsync(office.City.Village, "2025-03-08 training.sessions 40", "2026-03-08 training.sessions 46", "2025-03-08 reception.items 50", "2026-03-08 reception.items 40");

        var draft = await CheckAsync(office.City.County, "举办妇女培训班46期，比上年同期增长15%。接待来信来访40件次，同比下降20%。");

        Assert.Equal(["46期 Agrees", "15% Agrees", "40件次 Agrees", "20% Agrees"], draft.Figures.Select(figure => $"{figure.Mention.Text} {figure.Verdict}"));
    }

    [Fact]
    public async Task AGrowthThatIsAFallInTheBooks_IsToldSo_AndHasNoRepair()
    {
        await office.PostAsync(office.City.Village, "2025-03-08 training.sessions 50", "2026-03-08 training.sessions 40");

        var findings = DraftFinding.Of(await CheckAsync(office.City.County, "举办妇女培训班40期，比上年同期增长20%。举办妇女培训班40期，比上年同期下降15%。"));

        Assert.Equal(
            ["文中20%，台账为-20% ", "文中15%，台账为20% 20%"],
            findings.Where(finding => finding.Kind == FindingKind.Differs).Select(finding => $"{finding.Title} {finding.Repair}"));
    }

    [Fact]
    public async Task WhatTheBooksCannotKnow_HasNoVerdict()
    {
        var draft = await CheckAsync(office.City.County, "全县总人口45万人。力争全年举办妇女培训班100期。");
        Assert.All(draft.Figures, figure => Assert.Null(figure.Verdict));
        Assert.Equal(2, draft.Figures.Count);
    }

    [Fact]
    public async Task WithoutABody_NumbersAreReadAndReckonedOnly()
    {
        var draft = (await office.AsAsync(office.Chair, desk => desk.Checker.CheckAsync(DraftText.Of("培训妇女300人次，其中技能培训120人次、家政服务210人次。"), null))).Value!;
        Assert.All(draft.Figures, figure => Assert.Null(figure.Verdict));
        Assert.Contains(draft.Relations, relation => !relation.Holds);
    }

    [Fact]
    public async Task WhoMayNotSeeTheBody_ChecksNothingAgainstIt()
    {
        var stranger = ReportOffice.Person(office.City.Village, Role.Chair);
        var refused = await office.AsAsync(stranger, desk => desk.Checker.CheckAsync(DraftText.Of("举办妇女培训班46期。"), new(office.City.County.Id, Period.Year(2026))));
        Assert.False(refused.Done);
    }

    [Fact]
    public async Task ATimeOrPlaceThatTheSentenceNames_IsTheOneAskedFor()
    {
        await office.PostAsync(office.City.Village, "2026-03-08 training.sessions 5", "2026-06-08 training.sessions 4", "2025-06-08 training.sessions 3");
        await using var db = office.Database.Open();
        await office.PostAsync(await Tree.AddAsync(db, "990101901000", Level.Township, "柳河镇妇联", office.City.County), "2026-06-09 training.sessions 2");

        var draft = await CheckAsync(office.City.County, """
            今年举办妇女培训班11期。
            3月举办妇女培训班5期。
            上半年举办妇女培训班11期，去年举办妇女培训班3期。
            柳河镇举办妇女培训班2期。
            3月8日，举办妇女培训班5期。
            桃花镇举办妇女培训班11期。
            """);

        Assert.Equal(
            ["11期 Agrees", "5期 Agrees", "11期 Agrees", "3期 Agrees", "2期 Agrees", "5期 Agrees", "11期 None"],
            draft.Figures.Select(figure => $"{figure.Mention.Text} {figure.Verdict}"));
        Assert.Contains("桃花镇", DraftFinding.Of(draft).Single(finding => finding.Kind == FindingKind.None).Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AWordingTaughtOnce_MeansItsMeasureForAllBelow_AndTheNearestBodyDecides()
    {
        await office.PostAsync(office.City.Village, "2026-03-08 activity.count 9", "2026-03-08 publicity.sessions 4");
        const string Text = "今年进万家12场。";
        Assert.Equal(Verdict.None, Assert.Single((await CheckAsync(office.City.Village, Text)).Figures).Verdict);

        var wording = (await CheckAsync(office.City.Village, Text)).Figures[0].Wording;
        await TeachAsync(office.City.County, wording, "activity.count");
        Assert.Equal("活动场次 9场", Ledger(await CheckAsync(office.City.Village, Text)));
        await TeachAsync(office.City.Village, wording, "publicity.sessions");
        Assert.Equal("主题宣传场次 4场", Ledger(await CheckAsync(office.City.Village, Text)));
        Assert.Equal("活动场次 9场", Ledger(await CheckAsync(office.City.County, Text)));
    }

    [Fact]
    public async Task ANameTaughtOnce_IsNoNumberAnyMore_UntilItIsForgotten()
    {
        const string Text = "深入实施七色花三户活动。";
        var before = (await CheckAsync(office.City.County, Text)).Figures.Count;
        var word = (await office.AsAsync(office.Chair, desk => desk.Taught.TeachAsync(office.City.County.Id, TaughtKind.Name, "三户活动"))).Value!;
        Assert.Equal((1, 0), (before, (await CheckAsync(office.City.County, Text)).Figures.Count));
        Assert.True((await office.AsAsync(office.Chair, desk => desk.Taught.ForgetAsync(word.Id))).Done);
        // A number alone would hide every number written so.
        Assert.False((await office.AsAsync(office.Chair, desk => desk.Taught.TeachAsync(office.City.County.Id, TaughtKind.Name, "22个"))).Done);
        Assert.Single((await CheckAsync(office.City.County, Text)).Figures);
    }

    [Fact]
    public async Task AReportMadeHere_IsHeldAgainstItsFrozenFigures_AsLongAsItsNumbersLeadThere()
    {
        await office.PostAsync(office.City.Village, "2026-03-08 training.sessions 46");
        var report = await office.MakeAsync(office.Chair, office.City.County, "举办培训{{培训期数}}。");
        await office.PostAsync(office.City.Village, "2026-04-08 training.sessions 5");
        var draft = await DraftReader.ReadAsync(new MemoryStream(await office.FileAsync(office.Chair, report.Id)));

        var linked = await office.AsAsync(office.Chair, desk => desk.Checker.CheckAsync(draft, new(office.City.County.Id, Period.Year(2026))));
        var bare = await office.AsAsync(office.Chair, desk => desk.Checker.CheckAsync(DraftText.Of(draft.Text), new(office.City.County.Id, Period.Year(2026))));

        Assert.All(linked.Value!.Figures, figure => Assert.Equal(Verdict.Agrees, figure.Verdict));
        Assert.Equal(Verdict.Differs, bare.Value!.Figures[0].Verdict);
    }

    private static string Named(CheckedFigure figure) => figure switch
    {
        { Ledger: { } ledger } => ledger.Key.ToString(),
        { Candidates: { Count: > 0 } several } => string.Join('|', several.Select(one => one.Key.ToString())),
        _ => "-",
    };

    private static string Ledger(CheckedDraft draft) => Assert.Single(draft.Figures).Ledger is { } ledger ? $"{ledger.Name} {ledger.Text}" : "";

    private async Task<CheckedDraft> CheckAsync(Organisation body, string text) =>
        (await office.AsAsync(Actor.CommandLine, desk => desk.Checker.CheckAsync(DraftText.Of(text), new(body.Id, Period.Year(2026))))).Value!;

    private async Task TeachAsync(Organisation body, string wording, string measure)
    {
        var person = ReportOffice.Person(body, Role.Chair);
        Assert.True((await office.AsAsync(person, desk => desk.Taught.TeachMeaningAsync(body.Id, wording, "场", new FigureKey(measure)))).Done);
    }
}
