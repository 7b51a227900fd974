using System.Globalization;
using System.Text;
using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.ClientKeys;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Facts;
using Jinguo.Core.Figures.Closing;
using Jinguo.Core.Figures.Reading;
using Jinguo.Core.Records.OldReports;
using Jinguo.Core.Records.Reorganisations;
using Jinguo.Core.Tests.Reports;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Tests.Records.OldReports;

/// <summary>云川市 with the shipped packs, where old documents are entered. Today is 20 November 2026.</summary>
internal sealed class OldReportDesk(ReportOffice office) : IAsyncDisposable
{
    public ReportOffice Office => office;

    public Organisation City => office.City.Top;

    public Organisation County => office.City.County;

    public Organisation Township => office.City.Township;

    public Organisation Village => office.City.Village;

    public static async Task<OldReportDesk> OpenAsync() => new(await ReportOffice.OpenAsync());

    /// <summary>A document of a body with figures: <c>"2009 training.participants/skills 50余"</c>, values in the measure's unit.</summary>
    public static NewOldReport Document(Organisation body, string title, params string[] figures)
    {
        var offset = 0;
        return new(Guid.CreateVersion7(), body.Id, title, Figure(figures[0], 0).Period, $"{title}.txt", [.. figures.Select(figure => Figure(figure, offset += 10))]);
    }

    public Task<Outcome<OldReport>> TryAddAsync(NewOldReport document, Actor? actor = null) =>
        AsAsync(service => service.AddAsync(document, new MemoryStream(Encoding.UTF8.GetBytes(document.Title))), actor ?? ReportOffice.Person(County, Role.Officer));

    public async Task<OldReport> AddAsync(NewOldReport document, Actor? actor = null)
    {
        var added = await TryAddAsync(document, actor ?? Actor.CommandLine);
        Assert.True(added.Done, string.Join(' ', added.Problems.Select(problem => problem.Text)));
        return added.Value;
    }

    public Task<OldReport> AddAsync(Organisation body, string title, params string[] figures) => AddAsync(Document(body, title, figures));

    public async Task StrikeAsync(OldReport report, Guid? figure = null) =>
        Assert.True((await AsAsync(service => service.StrikeAsync(report.Id, figure, "看错了"))).Done);

    public async Task<T> AsAsync<T>(Func<OldReportService, Task<T>> act, Actor? actor = null)
    {
        await using var db = office.Database.Open();
        var visible = new Visible(db, actor ?? Actor.CommandLine);
        return await act(new(db, visible, new ChangeLog(db, office.Clock), new(db, office.Clock, new(Path.Combine(office.Database.Folder, "files"))), new FactBook(db, office.Clock, office.Measures), office.Measures, office.Clock));
    }

    public async Task<OpenedOldReport?> ReadAsync(OldReport report, Actor? actor = null)
    {
        await using var db = office.Database.Open();
        return await new OldReportReader(db, new(db, actor ?? Actor.CommandLine), office.Measures).FindAsync(report.Id);
    }

    /// <summary>A figure as it is printed: 1,300余; — where nothing is recorded.</summary>
    public Task<string> FigureAsync(Organisation body, string figure, string period, FigureTree tree = FigureTree.AsWas) => office.AsAsync(Actor.CommandLine, async desk =>
        (await desk.Figures.ReadAsync(new(body.Id, [FigureKey.Parse(figure.Replace('/', ':'))], PeriodOf(period)) { Tree = tree })).Value!.Total[0].Text);

    /// <summary>Every figure of the whole city, each level, of some years: to be compared.</summary>
    public Task<List<string>> EverythingAsync(params string[] periods) => office.AsAsync(Actor.CommandLine, async desk =>
    {
        var keys = (await desk.Figures.ListHeadingsAsync(withOptions: true)).Select(heading => heading.Key).ToList();
        var told = new List<string>();
        foreach (var body in office.City.All.Where(body => body.Level <= Level.Township))
        {
            var table = (await desk.Figures.ReadAsync(new(body.Id, keys, [.. periods.Select(PeriodOf)]) { WithChildren = true })).Value!;
            told.AddRange(table.Rows.SelectMany(row => keys.SelectMany((key, at) => periods.Select((period, number) => $"{body.Name} {row.Kind} {row.Body.Name} {period} {key} {row[at, number].Text}"))));
        }
        return told;
    });

    public async Task AssertSoundAsync()
    {
        await using var db = office.Database.Open();
        var found = await new FactVerification(db).RunAsync();
        Assert.True(found.IsClean, string.Join('\n', found.Differences.Select(one => $"{one}").Concat(found.Faults.Select(fault => fault.Text))));
    }

    public async Task CloseAsync(Organisation body, string through)
    {
        await using var db = office.Database.Open();
        var closing = new ClosingService(db, new(db, ReportOffice.Person(body, Role.Chair)), new ChangeLog(db, office.Clock), office.Clock);
        Assert.True((await closing.CloseAsync(new(Guid.CreateVersion7(), body.Id, Day(through)))).Done);
    }

    public async Task ReorganiseAsync(string from, Func<ReorganisationService, ReorganisationOrder, Task<Outcome<ReorganisationEffect>>> act)
    {
        await using var db = office.Database.Open();
        var service = new ReorganisationService(db, new(db, Actor.CommandLine), new ChangeLog(db, office.Clock), new SentForms(db, office.Clock), new FactBook(db, office.Clock, office.Measures), [], office.Clock);
        var done = await act(service, new(Guid.CreateVersion7(), Day(from), "云政发〔2026〕8号"));
        Assert.True(done.Done, string.Join(' ', done.Problems.Select(problem => problem.Text)));
    }

    public async Task<int> FactsAsync()
    {
        await using var db = office.Database.Open();
        return await db.Facts.CountAsync(fact => fact.SourceKind == RecordRef.OldFigure);
    }

    public static DateOnly Day(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);

    public static Period PeriodOf(string code) => Period.TryParse(code, out var period) ? period : throw new FormatException(code);

    private static NewOldFigure Figure(string figure, int offset)
    {
        var parts = figure.Split(' ');
        var name = parts[1].Split('/');
        var digits = parts[2].TrimEnd('余', '近', '约');
        return new(name[0], name.ElementAtOrDefault(1), PeriodOf(parts[0]), decimal.Parse(digits, CultureInfo.InvariantCulture), parts[2][digits.Length..], new($"全年做了{parts[2]}。", 4, parts[2].Length, offset));
    }

    public ValueTask DisposeAsync() => office.DisposeAsync();
}
