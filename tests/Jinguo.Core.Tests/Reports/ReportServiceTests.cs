using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Figures.Reading;
using Jinguo.Core.Reports.Templates;
using Jinguo.Core.Reports.Writing;
using Jinguo.Office.Word;
using Jinguo.Testing.Data;

namespace Jinguo.Core.Tests.Reports;

/// <summary>Reports are made, frozen, compared, edited and finished.</summary>
public sealed class ReportServiceTests : IAsyncLifetime
{
    private ReportOffice office = null!;

    public async Task InitializeAsync()
    {
        office = await ReportOffice.OpenAsync();
        await office.PostAsync(office.City.Village, "2025-03-08 training.participants 1000", "2026-03-08 training.participants/housekeeping 1129", "2026-04-01 training.sessions 6", "2026-05-02 reception.items 50余");
    }

    public Task DisposeAsync() => office.DisposeAsync().AsTask();

    [Fact]
    public async Task Report_TellsFiguresAndDropsWhatIsNothing()
    {
        var report = await office.MakeAsync(office.Chair, office.City.County,
            "# 培训", "{{年}}年举办培训{{培训期数}}，培训{{培训人次|万}}，比上年{{培训人次|同比}}，上年{{培训人次|去年}}，就业{{帮助就业人数}}。", "# 救助", "发放{{发放救助款}}。", "# 信访", "接待{{信访件次}}，比上年{{信访件次|同比}}。");
        Assert.Equal(
            ["一、培训", "2026年举办培训6期，培训1100余人次，比上年增长12.9%，上年1000人次。", "二、信访", "接待50余件次。"],
            await office.TextAsync(office.Chair, report.Id));
    }

    [Fact]
    public async Task Breakdown_TellsTheOptionsOfWhichThereIsSomething_OrGoesWithItsClause()
    {
        await office.PostAsync(office.City.Village, "2026-05-08 training.participants/skills 50余");
        var report = await office.MakeAsync(office.Chair, office.City.County, "培训{{培训人次}}，其中{{培训人次|分类}}。办班{{培训期数}}，其中{{培训期数|分类}}。");
        Assert.Equal(["培训1179余人次，其中技能培训50余人次、家政服务1129人次。办班6期。"], await office.TextAsync(office.Chair, report.Id));
        var figures = (await office.AsAsync(office.Chair, desk => desk.Reader.FindAsync(report.Id)))!.Snapshot.Figures;
        Assert.Equal(["培训人次", "培训人次（技能培训）", "培训人次（家政服务）", "培训期数"], figures.Select(figure => figure.Quote.Name));
    }

    [Fact]
    public async Task EveryFigure_LinksToItsPage_AndStandsInTheAnnex()
    {
        var report = await office.MakeAsync(office.Chair, office.City.County, "举办{{培训期数}}，就业{{帮助就业人数}}，培训{{培训人次}}，其中家政{{培训人次/家政服务}}。");
        var paragraphs = WordText.Read(new MemoryStream(await office.FileAsync(office.Chair, report.Id)));
        var links = DraftComparison.TextOf(paragraphs).SelectMany(paragraph => paragraph.Links).ToList();
        Assert.Equal([("6期", ReportOffice.Address.Figure(report.Id, 1, 1)), ("1129人次", ReportOffice.Address.Figure(report.Id, 1, 2)), ("1129人次", ReportOffice.Address.Figure(report.Id, 1, 3))], links.Select(link => (link.Text, new Uri(link.Address))));
        var annex = string.Join('|', paragraphs.SkipWhile(paragraph => paragraph.Text != Annex.Title).Where(paragraph => paragraph.Cell is not null).Select(paragraph => paragraph.Text));
        Assert.Contains("培训人次：1129人次|第1版：到班参加培训的人次", annex, StringComparison.Ordinal);
        Assert.Contains("培训人次（家政服务）：1129人次|同“培训人次”|安和县妇联和下级|2026年1月1日至11月20日|1,129人次|1", annex, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheCheckAddress_StandsUnderItsSquareCode_AsALink()
    {
        var report = await office.MakeAsync(office.Chair, office.City.County, "举办{{培训期数}}。");
        var paragraphs = WordText.Read(new MemoryStream(await office.FileAsync(office.Chair, report.Id)));
        var link = Assert.Single(paragraphs.SelectMany(paragraph => paragraph.Links), link => link.Address.Contains("/check/", StringComparison.Ordinal));
        Assert.Equal(link.Address, link.Text);
        Assert.Equal(office.City.County.Code, CheckCode.Parse(link.Address.Split('/')[^1])?.Issuer);
    }

    [Fact]
    public async Task MadeTwiceWithOneKey_IsMadeOnce()
    {
        var (key, template) = (Guid.CreateVersion7(), new OpenedTemplate("试用", ReportOffice.Template("{{培训期数}}")));
        for (var i = 0; i < 2; i++)
            Assert.Equal(key, (await office.AsAsync(office.Chair, desk => desk.Service.MakeAsync(new(key, office.City.County.Id, "2026", ""), template, office.Chair))).Value!.Id);
        Assert.Equal(1, (await office.AsAsync(office.Chair, desk => desk.Reader.ListAsync(new()))).Total);
    }

    [Fact]
    public async Task OnTodaysTree_TheYearBeforeCountsWhatBelongsToTheBodyNow()
    {
        var (town, county) = (office.City.Township, office.City.All[8]);
        await office.MoveAsync(town, county, "2026-07-01");
        await office.PostAsync(office.City.Village, "2026-08-01 training.participants 300");

        var asWas = await office.MakeAsync(Actor.CommandLine, county, "培训{{培训人次}}，上年{{培训人次|去年}}。");
        var asIs = await office.MakeAsync(Actor.CommandLine, county, FigureTree.AsIs, "培训{{培训人次}}，上年{{培训人次|去年}}。");

        Assert.Equal(["培训300人次。"], await office.TextAsync(Actor.CommandLine, asWas.Id));
        Assert.Equal(["培训1429人次，上年1000人次。"], await office.TextAsync(Actor.CommandLine, asIs.Id));
    }

    [Fact]
    public async Task LaterFacts_ShowAsDifferences_AndChangeNothing()
    {
        var report = await office.MakeAsync(office.Chair, office.City.County, "举办{{培训期数}}，培训{{培训人次}}。", "发放{{发放救助款}}。");
        var before = await office.TextAsync(office.Chair, report.Id);
        await office.PostAsync(office.City.Village, "2026-06-01 training.sessions 2", "2026-06-01 grants.money 500");

        var differences = await office.AsAsync(office.Chair, async desk => await desk.Reader.CompareWithNowAsync((await desk.Reader.FindAsync(report.Id))!));
        Assert.Equal(["培训期数 6→8", "发放救助款 →500"], differences.Where(one => one.IsChanged).Select(one => $"{one.Figure.Quote.Name} {one.Figure.Quote.Value:0}→{one.Now!.Value:0}"));
        Assert.Equal(before, await office.TextAsync(office.Chair, report.Id));
    }

    [Fact]
    public async Task FreezingAnew_TakesTheChosenFigures_AndKeepsTheOthers()
    {
        var report = await office.MakeAsync(office.Chair, office.City.County, "举办{{培训期数}}，培训{{培训人次}}。");
        await office.PostAsync(office.City.Village, "2026-06-01 training.sessions 2", "2026-06-01 training.participants 71");
        var next = await office.AsAsync(office.Chair, desk => desk.Service.FreezeAnewAsync(report.Id, report.Version, [1], office.Chair));
        Assert.Equal((2, 2), (next.Value!.Drafts, next.Value.Snapshots));
        Assert.Equal(["举办8期，培训1129人次。"], await office.TextAsync(office.Chair, report.Id));

        var all = await office.AsAsync(office.Chair, desk => desk.Service.FreezeAnewAsync(report.Id, next.Value.Version, null, office.Chair));
        Assert.True(all.Done);
        Assert.Equal(["举办8期，培训1200人次。"], await office.TextAsync(office.Chair, report.Id));
        Assert.Equal(["举办6期，培训1129人次。"], DraftComparison.TextOf(WordText.Read(new MemoryStream(await office.AsAsync(office.Chair, async desk => await desk.Reader.ReadFileAsync((await desk.Reader.FindAsync(report.Id, 1))!.Draft))))).Select(one => one.Text).Where(text => text.Length > 0));
    }

    [Fact]
    public async Task AKeptFigure_SaysWhenItWasFrozen_HoweverOftenOthersAreFrozenAnew()
    {
        var report = await office.MakeAsync(office.Chair, office.City.County, "举办{{培训期数}}，培训{{培训人次}}。");
        var first = (await office.AsAsync(office.Chair, desk => desk.Reader.FindAsync(report.Id)))!.Snapshot.TakenAt;
        for (var time = 0; time < 2; time++)
        {
            office.Clock.Advance(TimeSpan.FromHours(1));
            report = (await office.AsAsync(office.Chair, desk => desk.Service.FreezeAnewAsync(report.Id, report.Version, [1], office.Chair))).Value!;
        }

        var snapshot = (await office.AsAsync(office.Chair, desk => desk.Reader.FindAsync(report.Id)))!.Snapshot;
        Assert.Equal(first.AddHours(2), snapshot.TakenAt);
        Assert.Equal([null, first], snapshot.Figures.Select(figure => figure.Quote.TakenAt));
    }

    [Fact]
    public async Task StaleAct_IsRefused()
    {
        var report = await office.MakeAsync(office.Chair, office.City.County, "{{培训期数}}");
        var refused = await office.AsAsync(office.Chair, desk => desk.Service.FinaliseAsync(report.Id, report.Version - 1, office.Chair));
        Assert.Equal(Problem.StaleCode, Assert.Single(refused.Problems).Code);
    }

    [Fact]
    public async Task FinalReport_CannotBeChangedNorDeleted_AndADraftCan()
    {
        var report = await office.MakeAsync(office.Chair, office.City.County, "{{培训期数}}");
        var other = await office.MakeAsync(office.Chair, office.City.County, "{{培训人次}}");
        Assert.True((await office.AsAsync(office.Chair, desk => desk.Service.DeleteAsync(other.Id, other.Version, office.Chair))).Done);
        var final = (await office.AsAsync(office.Chair, desk => desk.Service.FinaliseAsync(report.Id, report.Version, office.Chair))).Value!;
        Assert.Equal("report.final", Assert.Single((await office.AsAsync(office.Chair, desk => desk.Service.DeleteAsync(report.Id, final.Version, office.Chair))).Problems).Code);
        Assert.Equal("report.final", Assert.Single((await office.AsAsync(office.Chair, desk => desk.Service.FreezeAnewAsync(report.Id, final.Version, null, office.Chair))).Problems).Code);
        Assert.Equal([report.Id], (await office.AsAsync(office.Chair, desk => desk.Reader.ListAsync(new()))).Lines.Select(line => line.Id));
    }

    [Fact]
    public async Task EditedDraft_IsComparedWithTheFrozenFigures()
    {
        var report = await office.MakeAsync(office.Chair, office.City.County, "举办{{培训期数}}，培训{{培训人次}}。", "接待{{信访件次}}，家政{{培训人次/家政服务}}。");
        var frozen = (await office.AsAsync(office.Chair, desk => desk.Reader.FindAsync(report.Id)))!.Snapshot;
        Jinguo.Office.Documents.TextRun Link(int number, string text) => new(text, ReportOffice.Address.Figure(report.Id, 1, number));
        using var edited = new MemoryStream();
        WordWriter.Write(new("", [new Jinguo.Office.Documents.Paragraph(Jinguo.Office.Documents.RichText.Of("举办".AsRun(), Link(1, "6期"), "，培训".AsRun(), Link(2, "1200人次"), "，接待50余件次。".AsRun()))]), HouseStyle.Standard, edited);

        var uploaded = await office.AsAsync(office.Chair, desk => desk.Service.UploadDraftAsync(report.Id, report.Version, edited.ToArray(), office.Chair));
        Assert.Equal(2, uploaded.Value!.Drafts);
        var fates = DraftComparison.Compare(WordText.Read(new MemoryStream(await office.FileAsync(office.Chair, report.Id))), frozen);
        Assert.Equal(["6期 Kept", "1129人次 Changed 1200人次", "50余件次 Unlinked", "1129人次 Removed"],
            fates.Select(one => $"{one.Figure.Wording} {one.Fate}{(one.Fate == QuoteFate.Changed ? " " + one.Text : "")}"));
    }

    [Fact]
    public async Task WrongFile_IsRefusedWithWords()
    {
        var report = await office.MakeAsync(office.Chair, office.City.County, "{{培训期数}}");
        var refused = await office.AsAsync(office.Chair, desk => desk.Service.UploadDraftAsync(report.Id, report.Version, "no"u8.ToArray(), office.Chair));
        Assert.Contains("不是 Word 文件", Assert.Single(refused.Problems).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Highlights_AreTheNewestOfTheBodyAndThoseBelow_InThePeriod()
    {
        await office.HighlightAsync(office.City.Village, "training", "2026-03-01", "旧的培训。");
        var newest = await office.HighlightAsync(office.City.Township, "training", "2026-09-01", "新的培训");
        await office.HighlightAsync(office.City.Village, "activity", "2026-10-01", "别的活动。");
        await office.HighlightAsync(office.City.Stranger, "training", "2026-10-01", "别县的培训。");
        await office.HighlightAsync(office.City.Village, "training", "2025-10-01", "去年的培训。");
        var report = await office.MakeAsync(office.Chair, office.City.County, "1.{{亮点:妇女培训|2}}", "2.{{亮点:普法宣传}}", "3.举办{{培训期数}}。");
        Assert.Equal(["1.新的培训。", "2.旧的培训。", "3.举办6期。"], await office.TextAsync(office.Chair, report.Id));
        var link = WordText.Read(new MemoryStream(await office.FileAsync(office.Chair, report.Id)))[0].Links[0];
        Assert.Equal(ReportOffice.Address.Record(newest).ToString(), link.Address);
    }

    [Fact]
    public async Task Table_ListsTheBodiesBelow()
    {
        var report = await office.MakeAsync(office.Chair, office.City.County, "{{表:培训期数,信访件次}}", "共{{培训期数}}。");
        Assert.Equal(["单位", "培训期数（期）", "信访件次（件次）", "东山1镇妇联", "6", "50余", "西河1镇妇联", "—", "—", "共6期。"], await office.TextAsync(office.Chair, report.Id));
        var differences = await office.AsAsync(office.Chair, async desk => await desk.Reader.CompareWithNowAsync((await desk.Reader.FindAsync(report.Id))!));
        Assert.Equal(["东山1镇妇联", "东山1镇妇联", "安和县妇联"], differences.Select(one => one.Figure.Quote.Body));
        Assert.DoesNotContain(differences, one => one.IsChanged);
    }

    [Theory]
    [InlineData(Role.Chair, true)]
    [InlineData(Role.Officer, true)]
    [InlineData(Role.Reviewer, false)]
    [InlineData(Role.Reader, false)]
    [InlineData(Role.SystemAdministrator, false)]
    public async Task Making_NeedsTheRightOnTheBody(Role role, bool may)
    {
        var actor = ReportOffice.Person(office.City.County, role);
        var template = new OpenedTemplate("试用", ReportOffice.Template("{{培训期数}}"));
        Assert.Equal(may, (await office.AsAsync(actor, desk => desk.Service.MakeAsync(new(Guid.CreateVersion7(), office.City.Village.Id, "2026", ""), template, actor))).Done);
        Assert.False((await office.AsAsync(actor, desk => desk.Service.MakeAsync(new(Guid.CreateVersion7(), office.City.Stranger.Id, "2026", ""), template, actor))).Done);
    }

    [Fact]
    public async Task Report_IsSeenFromAboveAndNotFromBesideOrBelow()
    {
        var report = await office.MakeAsync(office.Chair, office.City.Township, "{{培训期数}}");
        async Task<bool> SeesAsync(Actor actor) => await office.AsAsync(actor, desk => desk.Reader.FindAsync(report.Id)) is not null;
        Assert.True(await SeesAsync(ReportOffice.Person(office.City.Top, Role.Reader)));
        Assert.False(await SeesAsync(ReportOffice.Person(office.City.Stranger, Role.Chair)));
        Assert.False(await SeesAsync(ReportOffice.Person(office.City.Village, Role.Chair)));
        Assert.False(await SeesAsync(ReportOffice.Person(office.City.County, Role.Chair, RoleScope.Own)));
        Assert.False(await SeesAsync(ReportOffice.Person(office.City.Top, Role.SystemAdministrator)));
    }

    [Fact]
    public async Task Check_SaysWhetherHashAndIssuerAreKnown()
    {
        var report = await office.MakeAsync(office.Chair, office.City.County, "{{培训期数}}");
        var hash = (await office.AsAsync(office.Chair, desk => desk.Reader.FindAsync(report.Id)))!.Hash;
        Task<CheckAnswer> AskAsync(string issuer, string code) => office.AsAsync(ReportOffice.Person(office.City.Stranger, Role.Reader), desk => desk.Reader.CheckAsync(new(issuer, code)));
        Assert.Equal(new(true, true), await AskAsync(office.City.County.Code, hash));
        Assert.Equal(new(true, false), await AskAsync(office.City.Top.Code, hash));
        Assert.Equal(new(false, false), await AskAsync(office.City.County.Code, new('0', 64)));
    }

    [Fact]
    public async Task Forecast_SaysWhatWouldBeMissing()
    {
        var forecast = await office.AsAsync(office.Chair, desk => desk.Writer.ForecastAsync(new(Guid.Empty, office.City.County, Jinguo.Core.Base.Time.Period.Year(2026), "试用", default), ReportOffice.Template("{{培训期数}}{{发放救助款}}{{培训期数|同比}}")));
        Assert.Equal((3, "发放救助款、培训期数同比"), (forecast.Value!.Figures, string.Join('、', forecast.Value.Silent)));
    }

    [Fact]
    public async Task OpeningAReport_AsksTheDatabaseAFewTimes()
    {
        var report = await office.MakeAsync(office.Chair, office.City.County, "{{培训期数}}{{培训人次|同比}}", "{{表:培训期数,信访件次}}");
        var counter = new StatementCounter();
        await office.AsAsync(office.Chair, async desk =>
        {
            var opened = await desk.Reader.FindAsync(report.Id);
            await desk.Reader.CompareWithNowAsync(opened!);
            return await desk.Reader.ReadFileAsync(opened!.Draft);
        }, counter);
        Assert.InRange(counter.Statements.Count, 1, 10);
    }
}

file static class Runs
{
    public static Jinguo.Office.Documents.TextRun AsRun(this string text) => new(text);
}
