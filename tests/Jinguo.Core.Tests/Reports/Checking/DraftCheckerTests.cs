using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Figures.Reading;
using Jinguo.Core.Reports.Checking;
using Jinguo.Office.Drafts;
using Jinguo.Testing;
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

    [Theory]
    [InlineData("举办“巧手”刺绣培训班，培训妇女60人次。", "60人次 Agrees 60人次")]
    [InlineData("举办“巧手”刺绣培训班，培训妇女75人次。", "75人次 Differs 60人次")]
    [InlineData("举办“巧手”等妇女培训班，培训妇女300人次。", "300人次 Agrees 300人次")]
    [InlineData("举办“春风”妇女培训班，培训妇女240人次。", "240人次 Differs 300人次")]
    [InlineData("举办“秋实”妇女培训班，培训妇女240人次。", "240人次 Differs 300人次")]
    public async Task ANumberOfANamedEvent_IsHeldAgainstItsRecord(string text, string expected)
    {
        await office.PostAsync(office.City.Village, "2026-03-08 training.participants 60", "2026-04-08 training.participants 100", "2026-05-08 training.participants 140");
        await office.NameAsync(office.City.Village, "2026-03-08", "“巧手”刺绣培训");
        // Two of one name are no event, and one that the books do not know is none.
        await office.NameAsync(office.City.Village, "2026-04-08", "春风培训");
        await office.NameAsync(office.City.Village, "2026-05-08", "春风培训");

        var draft = await CheckAsync(office.City.County, text);

        Assert.Equal([expected], draft.Figures.Select(figure => $"{figure.Mention.Text} {figure.Verdict} {figure.Ledger?.Text}"));
    }

    [Theory]
    [InlineData("家政班3期、刺绣班5期，共9期。", "家政班3期、刺绣班5期，共8期。")]
    [InlineData("应检1000人，实检930人，检查率为95%。", "应检1000人，实检930人，检查率为93%。")]
    [InlineData("执委80名中，党员60名，占75%；大专以上20名，占25%；女企业家8名，占10%；教师5名，占6.5%。", "执委80名中，党员60名，占75%；大专以上20名，占25%；女企业家8名，占10%；教师5名，占6.3%。")]
    [InlineData("办班60期，比去年的50期增长25%。", "办班60期，比去年的50期增长20%。")]
    [InlineData("慰问15户困难家庭，发放5000元（每户300元）。", "慰问15户困难家庭，发放4500元（每户300元）。")]
    [InlineData("善款2.6万元，由三笔组成：企业捐1万元，个人捐8000元，义卖7000元。", "善款2.5万元，由三笔组成：企业捐1万元，个人捐8000元，义卖7000元。")]
    [InlineData("共接待群众120件次，其中来信50件，来电75件次。", null)]
    public void ArithmeticThatOneNumberMends_HasItsRepair(string text, string? mended)
    {
        var findings = DraftFinding.Of(DraftChecker.Read(DraftText.Of(text), new ShippedLexicon(File.ReadAllText(RepositoryFolder.At("packs", "checking", "lexicon.json")))));
        var finding = Assert.Single(findings, finding => finding.Kind == FindingKind.Arithmetic);

        Assert.Equal(mended ?? text, DraftDecision.Apply(text, findings, [new(finding.Id, Reason: null)]));
        Assert.Equal(mended is null, finding.Repair is null);
    }

    [Fact]
    public void TwoRepairsOfOnePlace_AreTheGraverOne()
    {
        DraftFinding[] both = [new(FindingKind.Differs, 7, 10, "", "", "46期"), new(FindingKind.Arithmetic, 7, 10, "", "", "118期")];

        Assert.Equal("举办妇女培训班46期。", DraftDecision.Apply("举办妇女培训班42期。", both, [.. both.Select(finding => new DraftDecision(finding.Id, null))]));
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
