using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Files;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Persons;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Facts;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.OldReports;

/// <summary>
/// The acts on old documents: enter confirmed figures with their document, and strike figures out. Each is one transaction
/// with its file, its facts and its entry in the history.
/// </summary>
public sealed class OldReportService(Db db, Visible visible, ChangeLog changes, FileStore files, FactBook facts, MeasureCatalogCache measures, TimeProvider time)
{
    /// <summary>Kind of old documents in the history.</summary>
    public const string SubjectKind = "old-report";

    /// <summary>Code of the problem when a period lies in closed months and no reason is given.</summary>
    public const string ClosedCode = "old-report.closed";

    private Actor Actor => visible.Actor;

    /// <summary>
    /// Enters a document with its figures, all or none of them. Problems: <see cref="OldReportChecks"/>; records or another
    /// document count the same already; the file; closed months without a reason. Sent again, the first is answered.
    /// </summary>
    /// <param name="input">The document and its figures.</param>
    /// <param name="content">The file.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<Outcome<OldReport>> AddAsync(NewOldReport input, Stream content, CancellationToken cancel = default)
    {
        if (await visible.Organisations(Right.LedgerWrite).SingleOrDefaultAsync(one => one.Id == input.OrganisationId, cancel) is not { } body)
            return Problem.NotFound("可以入账的组织");
        var catalog = await measures.GetAsync(db, cancel);
        if (OldReportChecks.Check(input, body, catalog.Offered(body.Path).ToDictionary(measure => measure.Code, StringComparer.Ordinal), time.Today()) is { Count: > 0 } problems)
            return problems;
        var file = await files.AddAsync(Actor, body, input.FileName, content, cancel);
        if (!file.Done)
            return Outcome<OldReport>.Refused(file.Problems);
        await using var write = await db.BeginWriteAsync(cancel);
        await LockAsync(body, cancel);
        if (await db.OldReports.AsNoTracking().SingleOrDefaultAsync(one => one.Id == input.Key, cancel) is { } first)
        {
            db.ChangeTracker.Clear();
            return first.OrganisationId == body.Id ? first : Problem.KeyTaken();
        }
        var report = New(input, body, file.Value);
        var figures = input.Figures.Select(figure => New(figure, figure.Quote.Clean(), report, catalog.Get(figure.Measure))).ToList();
        db.OldReports.Add(report);
        db.OldFigures.AddRange(figures);
        await db.SaveChangesAsync(cancel);
        if (await CountedAlreadyAsync(report, figures, catalog, cancel) is { Count: > 0 } counted)
        {
            db.ChangeTracker.Clear();
            return counted;
        }
        changes.Add(Actor, report.Region, body.Id, "old-report.added", SubjectKind, $"{report.Id}", input.Reason, [new("title", null, report.Title), new("period", null, report.Period.Name), new("figures", null, $"{figures.Count}")]);
        return await DoneAsync(write, report, Postings(figures, catalog, body, input.Reason, isNew: true), cancel);
    }

    /// <summary>撤销: takes figures out of the books, or all that are left where none is named. Struck out already: nothing changes.</summary>
    /// <param name="id">The document.</param>
    /// <param name="figureId">The figure; null for all.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<Outcome<OldReport>> StrikeAsync(Guid id, Guid? figureId, string? reason, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await visible.Of<OldReport>(Right.LedgerWrite).SingleOrDefaultAsync(one => one.Id == id, cancel) is not { } report)
            return Problem.NotFound("这份材料");
        var body = await db.Organisations.AsNoTracking().SingleAsync(one => one.Id == report.OrganisationId, cancel);
        await LockAsync(body, cancel);
        var figures = await db.OldFigures.Where(figure => figure.OldReportId == id && figure.StruckAt == null).OrderBy(figure => figure.Offset).ToListAsync(cancel);
        if (figureId is not null && !await db.OldFigures.AnyAsync(figure => figure.OldReportId == id && figure.Id == figureId, cancel))
            return Problem.NotFound("这个数");
        var struck = figures.FindAll(figure => figureId is null || figure.Id == figureId);
        if (struck.Count == 0)
            return report;
        if (OldReportChecks.Reason(reason) is { } problem)
            return problem;
        var why = reason!.Trim();
        foreach (var figure in struck)
            (figure.StruckAt, figure.StruckBy, figure.StruckReason) = (time.Instant(), Actor.Name, why);
        changes.Add(Actor, report.Region, report.OrganisationId, figureId is null ? "old-report.struck" : "old-report.figure-struck", SubjectKind, $"{id}", why,
            [new("title", report.Title, null), .. struck.Take(1).Where(_ => figureId is not null).Select(figure => new FieldChange("figure", figure.Quote.Substring(figure.At, figure.Length), null))]);
        // A whole counts more again when one of its parts is gone.
        return await DoneAsync(write, report, Postings(figures, await measures.GetAsync(db, cancel), body, why, isNew: false), cancel);
    }

    // Above and below a body the same must not be counted: acts on old documents come one after the other in the whole tree.
    private Task<int> LockAsync(Organisation body, CancellationToken cancel)
    {
        var top = OrganisationPath.Ids(body.Path)[0];
        return db.Organisations.Where(one => one.Id == top).ExecuteUpdateAsync(set => set.SetProperty(one => one.Version, one => one.Version), cancel);
    }

    private async Task<List<Problem>> CountedAlreadyAsync(OldReport report, List<OldFigure> figures, MeasureCatalog catalog, CancellationToken cancel)
    {
        var overlaps = new OldFigureOverlaps(db, visible);
        var stocks = figures.Select(figure => catalog.Get(figure.MeasureId)).Where(measure => measure.Kind == MeasureKind.Stock).Select(measure => measure.Id).Distinct().ToList();
        var documents = (await overlaps.WithDocumentsAsync(report.Id, cancel)).ToLookup(overlap => overlap.Figure);
        var records = (await overlaps.WithRecordsAsync(report.Id, stocks, cancel)).ToDictionary(overlap => overlap.Figure);
        var problems = new List<Problem>();
        foreach (var (row, figure) in figures.Index())
        {
            var measure = catalog.Get(figure.MeasureId);
            if (documents[figure.Id].FirstOrDefault() is { } document)
                problems.Add(OldReportWords.Told(figure, document, measure, report) with { Row = row + 1 });
            else if (records.TryGetValue(figure.Id, out var record))
                problems.Add(OldReportWords.Recorded(figure, record, measure) with { Row = row + 1 });
        }
        return problems;
    }

    private OldReport New(NewOldReport input, Organisation body, StoredFile file) => new()
    {
        Region = body.Region,
        Id = input.Key,
        OrganisationId = body.Id,
        Title = CleanText.Of(input.Title.Trim()),
        FileId = file.Id,
        From = input.Period.First,
        To = input.Period.Last,
        AddedAt = time.Instant(),
        AddedBy = Actor.Name,
    };

    private OldFigure New(NewOldFigure figure, OldQuote quote, OldReport report, Measure measure) => new()
    {
        Region = report.Region,
        Id = Guid.CreateVersion7(time.GetUtcNow()),
        OldReportId = report.Id,
        OrganisationId = report.OrganisationId,
        MeasureId = measure.Id,
        Option = figure.Option is null ? 0 : measure.Options.Find(option => option.Code == figure.Option)!.Number,
        From = figure.Period.First,
        To = figure.Period.Last,
        Value = measure.InSmallest(figure.Value)!.Value,
        Hedge = figure.Hedge,
        // Masks keep the length: the number stays where it is.
        Quote = Masks.InText(quote.Text),
        At = quote.At,
        Length = quote.Length,
        Offset = quote.Offset,
    };

    private static List<Posting> Postings(IEnumerable<OldFigure> figures, MeasureCatalog catalog, Organisation body, string? reason, bool isNew) =>
        [.. figures.GroupBy(figure => (figure.MeasureId, figure.From, figure.To)).SelectMany(group => OldFigureFacts.Postings([.. group], catalog.Get(group.Key.MeasureId), body, reason, isNew))];

    /// <summary>Posts and commits; or says that a day is closed and a reason is missing, and leaves nothing behind.</summary>
    private async Task<Outcome<OldReport>> DoneAsync(WriteTransaction write, OldReport report, List<Posting> postings, CancellationToken cancel)
    {
        if (await facts.PostAsync(postings, Actor, cancel) is [var closed, ..])
        {
            db.ChangeTracker.Clear();
            return new Problem(ClosedCode, $"账已锁到{closed.Through:yyyy-MM-dd}，{closed.Day:yyyy-MM-dd}在锁账期内。要入账的话会作为更正，请写明原因。", nameof(NewOldReport.Reason));
        }
        await write.CommitAsync(cancel);
        return report;
    }
}
