using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Files;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Facts;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.OldReports;

/// <summary>An old document in a list.</summary>
/// <param name="Report">The document.</param>
/// <param name="Body">Its body.</param>
/// <param name="Standing">Its figures that are in the books.</param>
/// <param name="Struck">Those that were struck out.</param>
public sealed record OldReportLine(OldReport Report, string Body, int Standing, int Struck);

/// <summary>A figure of an old document.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Measure">What it counts.</param>
/// <param name="Recorded">What records have told of the same since, in the measure's unit; null where they tell nothing.</param>
public sealed record OldFigureLine(OldFigure Figure, Measure Measure, decimal? Recorded)
{
    /// <summary>Name of measure and option.</summary>
    public string Name => Option is { } option ? $"{Measure.Name}（{option.Name}）" : Measure.Name;

    /// <summary>The option of the breakdown; null for the whole.</summary>
    public MeasureOption? Option => Figure.Option == 0 ? null : Measure.Options.Find(one => one.Number == Figure.Option);

    /// <summary>Value with word of approximation and unit: 1300余人次.</summary>
    public string Text => OldReportWords.Number(Figure.Value, Figure.Hedge, Measure);
}

/// <summary>An old document opened.</summary>
/// <param name="Line">The document.</param>
/// <param name="File">Its file.</param>
/// <param name="Figures">A page of its figures in the order of the text.</param>
/// <param name="Doubled">How many of its figures records tell as well, on all pages.</param>
public sealed record OpenedOldReport(OldReportLine Line, StoredFile File, PageOf<OldFigureLine> Figures, int Doubled);

/// <summary>Reads old documents and their figures in the reader's reach.</summary>
public sealed class OldReportReader(Db db, Visible visible, MeasureCatalogCache measures)
{
    /// <summary>Documents or figures on a page.</summary>
    public const int PageSize = 50;

    /// <summary>Old documents, the last confirmed first.</summary>
    public async Task<PageOf<OldReportLine>> ListAsync(int page, int size = PageSize, CancellationToken cancel = default)
    {
        var reports = visible.Of<OldReport>(Right.LedgerRead).AsNoTracking();
        var total = await reports.CountAsync(cancel);
        var lines = total == 0 ? [] : await Lines(reports.OrderByDescending(one => one.AddedAt).ThenBy(one => one.Id).Skip((Math.Max(page, 1) - 1) * size).Take(size)).ToListAsync(cancel);
        return new([.. lines.OrderByDescending(line => line.Report.AddedAt).ThenBy(line => line.Report.Id)], total);
    }

    /// <summary>Opens a document; null where there is none in reach.</summary>
    public async Task<OpenedOldReport?> FindAsync(Guid id, int page = 1, CancellationToken cancel = default)
    {
        if (await Lines(visible.Of<OldReport>(Right.LedgerRead).AsNoTracking().Where(one => one.Id == id)).SingleOrDefaultAsync(cancel) is not { } line)
            return null;
        var catalog = await measures.GetAsync(db, cancel);
        var file = await db.StoredFiles.AsNoTracking().SingleAsync(one => one.Id == line.Report.FileId, cancel);
        var figures = await db.OldFigures.AsNoTracking().Where(figure => figure.OldReportId == id).OrderBy(figure => figure.Offset).ThenBy(figure => figure.Id)
            .Skip((Math.Max(page, 1) - 1) * PageSize).Take(PageSize).ToListAsync(cancel);
        var stocks = catalog.All.Where(measure => measure.Kind == MeasureKind.Stock).Select(measure => measure.Id).ToList();
        var recorded = (await new OldFigureOverlaps(db, visible).WithRecordsAsync(id, stocks, cancel)).ToDictionary(overlap => overlap.Figure);
        return new(
            line,
            file,
            new([.. figures.Select(figure => Line(figure, catalog.Get(figure.MeasureId), recorded.GetValueOrDefault(figure.Id)))], line.Standing + line.Struck),
            recorded.Count);
    }

    private static OldFigureLine Line(OldFigure figure, Measure measure, RecordOverlap? recorded) => new(figure, measure, recorded is null || measure.IsSensitive ? null : measure.InUnit(recorded.Value));

    /// <summary>Where a figure stands: its document and the page of it; null where there is none in reach.</summary>
    public async Task<(Guid Report, int Page)?> FindFigureAsync(Guid id, CancellationToken cancel = default)
    {
        var all = db.OldFigures;
        var found = await visible.Of<OldFigure>(Right.LedgerRead).Where(one => one.Id == id)
            .Select(one => new { one.OldReportId, Before = all.Count(other => other.OldReportId == one.OldReportId && other.Offset < one.Offset) })
            .SingleOrDefaultAsync(cancel);
        return found is null ? null : (found.OldReportId, found.Before / PageSize + 1);
    }

    /// <summary>Of which documents some figures are.</summary>
    public Task<Dictionary<Guid, string>> TitlesAsync(IReadOnlyCollection<Guid> figures, CancellationToken cancel = default) =>
        visible.Of<OldFigure>(Right.LedgerRead).Where(figure => figures.Contains(figure.Id))
            .Join(db.OldReports, figure => figure.OldReportId, report => report.Id, (figure, report) => new { figure.Id, report.Title })
            .ToDictionaryAsync(row => row.Id, row => row.Title, cancel);

    private IQueryable<OldReportLine> Lines(IQueryable<OldReport> reports)
    {
        var figures = db.OldFigures;
        return reports.Join(db.Organisations, report => report.OrganisationId, body => body.Id, (report, body) => new OldReportLine(
            report,
            body.Name,
            figures.Count(figure => figure.OldReportId == report.Id && figure.StruckAt == null),
            figures.Count(figure => figure.OldReportId == report.Id && figure.StruckAt != null)));
    }
}
