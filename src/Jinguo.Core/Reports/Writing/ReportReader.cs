using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Files;
using Jinguo.Core.Base.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Reports.Writing;

/// <summary>A report in a list.</summary>
public sealed record ReportLine(Guid Id, string Title, int OrganisationId, string Body, string Period, string Template, ReportState State, int Drafts, DateTime ChangedAt, string ChangedBy);

/// <summary>What a list of reports shows.</summary>
/// <param name="OrganisationId">Only of this body; null for all in reach.</param>
/// <param name="Period">Only of this period.</param>
/// <param name="Template">Only made from templates of this name.</param>
/// <param name="Page">From 1.</param>
/// <param name="PageSize">Reports on a page.</param>
public sealed record ReportFilter(int? OrganisationId = null, string? Period = null, string? Template = null, int Page = 1, int PageSize = ReportReader.PageSize);

/// <summary>A report as it is opened.</summary>
/// <param name="Report">The report.</param>
/// <param name="Body">Name of the body.</param>
/// <param name="Draft">The draft shown.</param>
/// <param name="Snapshot">The frozen figures of that draft.</param>
/// <param name="Hash">Their hash.</param>
/// <param name="Drafts">All drafts, newest first.</param>
public sealed record OpenedReport(Report Report, string Body, ReportDraft Draft, Snapshot Snapshot, string Hash, IReadOnlyList<ReportDraft> Drafts);

/// <summary>A frozen number beside what it is now.</summary>
/// <param name="Figure">The frozen number; its number is 0 where it does not stand in the text.</param>
/// <param name="Now">The number now; null where the body is no longer below.</param>
public sealed record FigureDifference(QuotedFigure Figure, Quote? Now)
{
    /// <summary>True when the number now is another.</summary>
    public bool IsChanged => Now is null ? !Figure.Quote.IsNothing : !Figure.Quote.SaysAs(Now);
}

/// <summary>Whether a code is known, and nothing else.</summary>
/// <param name="HashKnown">A report of this installation has these frozen figures.</param>
/// <param name="IssuerKnown">Its body is the issuer that the code names.</param>
public sealed record CheckAnswer(bool HashKnown, bool IssuerKnown);

/// <summary>Reads reports within the reader's reach.</summary>
public sealed class ReportReader(Db db, Visible visible, QuoteReader quotes, FileStore files)
{
    /// <summary>Reports on a page.</summary>
    public const int PageSize = 20;

    /// <summary>Reports, the last changed first.</summary>
    public async Task<PageOf<ReportLine>> ListAsync(ReportFilter filter, CancellationToken cancel = default)
    {
        var bodies = db.Organisations;
        var found = visible.Of<Report>(Right.ReportRead).AsNoTracking();
        if (filter.OrganisationId is { } body)
            found = found.Where(report => report.OrganisationId == body);
        if (!string.IsNullOrEmpty(filter.Period))
            found = found.Where(report => report.Period == filter.Period);
        if (!string.IsNullOrEmpty(filter.Template))
            found = found.Where(report => report.Template == filter.Template);
        var lines = await found
            .OrderByDescending(report => report.ChangedAt).ThenBy(report => report.Id)
            .Skip((Math.Max(filter.Page, 1) - 1) * filter.PageSize).Take(filter.PageSize)
            .Select(report => new ReportLine(
                report.Id, report.Title, report.OrganisationId, bodies.Where(one => one.Id == report.OrganisationId).Select(one => one.Name).First(),
                report.Period, report.Template, report.State, report.Drafts, report.ChangedAt, report.ChangedBy))
            .ToListAsync(cancel);
        return new(lines, await found.CountAsync(cancel));
    }

    /// <summary>Bodies, periods and templates of which there are reports, for the filter.</summary>
    public async Task<IReadOnlyList<(int OrganisationId, string Body, string Period, string Template)>> ListKindsAsync(CancellationToken cancel = default)
    {
        var bodies = db.Organisations;
        var kinds = await visible.Of<Report>(Right.ReportRead).AsNoTracking()
            .Select(report => new { report.OrganisationId, Body = bodies.Where(one => one.Id == report.OrganisationId).Select(one => one.Name).First(), report.Period, report.Template })
            .Distinct().OrderBy(kind => kind.OrganisationId).Take(500).ToListAsync(cancel);
        return [.. kinds.Select(kind => (kind.OrganisationId, kind.Body, kind.Period, kind.Template))];
    }

    /// <summary>Opens a report at a draft, the newest without one; null when out of reach.</summary>
    public async Task<OpenedReport?> FindAsync(Guid id, int? draft = null, CancellationToken cancel = default)
    {
        var bodies = db.Organisations;
        var found = await visible.Of<Report>(Right.ReportRead).AsNoTracking().Where(report => report.Id == id)
            .Select(report => new { Report = report, Body = bodies.Where(one => one.Id == report.OrganisationId).Select(one => one.Name).First() })
            .SingleOrDefaultAsync(cancel);
        if (found is null)
            return null;
        var drafts = await db.ReportDrafts.AsNoTracking().Where(one => one.ReportId == id).OrderByDescending(one => one.Number).ToListAsync(cancel);
        if (drafts.Find(one => draft is null || one.Number == draft) is not { } shown)
            return null;
        var snapshot = await db.ReportSnapshots.AsNoTracking().SingleAsync(one => one.ReportId == id && one.Number == shown.Snapshot, cancel);
        return new(found.Report, found.Body, shown, Snapshot.Parse(snapshot.Content), snapshot.Hash, drafts);
    }

    /// <summary>The frozen figures of a freezing; null when out of reach.</summary>
    public async Task<(Report Report, Snapshot Snapshot)?> FindSnapshotAsync(Guid id, int number, CancellationToken cancel = default)
    {
        if (await visible.Of<Report>(Right.ReportRead).AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancel) is not { } report)
            return null;
        var content = await db.ReportSnapshots.Where(one => one.ReportId == id && one.Number == number).Select(one => one.Content).SingleOrDefaultAsync(cancel);
        return content is null ? null : (report, Snapshot.Parse(content));
    }

    /// <summary>The frozen figures of some reports in reach, of each freezing.</summary>
    public async Task<IReadOnlyList<Snapshot>> ListSnapshotsAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancel = default)
    {
        var contents = await visible.Of<Report>(Right.ReportRead).Where(report => ids.Contains(report.Id))
            .Join(db.ReportSnapshots, report => new { report.Region, report.Id }, snapshot => new { snapshot.Region, Id = snapshot.ReportId }, (_, snapshot) => snapshot.Content)
            .ToListAsync(cancel);
        return [.. contents.Select(Snapshot.Parse)];
    }

    /// <summary>A draft of a report, the newest without a number, with its report's title and its Word file; null when out of reach.</summary>
    public async Task<(string Title, int Number, byte[] File)?> FindDraftAsync(Guid id, int? number, CancellationToken cancel = default)
    {
        var found = await visible.Of<Report>(Right.ReportRead).Where(report => report.Id == id)
            .Join(db.ReportDrafts, report => new { report.Region, report.Id }, draft => new { draft.Region, Id = draft.ReportId }, (report, draft) => new { report.Title, Draft = draft })
            .Where(one => number == null || one.Draft.Number == number)
            .OrderByDescending(one => one.Draft.Number).FirstOrDefaultAsync(cancel);
        return found is null ? null : (found.Title, found.Draft.Number, await ReadFileAsync(found.Draft, cancel));
    }

    /// <summary>Every frozen number beside what it is now: first those of the text, then those that had nothing to tell.</summary>
    public async Task<IReadOnlyList<FigureDifference>> CompareWithNowAsync(OpenedReport opened, CancellationToken cancel = default)
    {
        var now = await quotes.ReadAsync(opened.Report.OrganisationId, opened.Snapshot, cancel);
        var book = now.Done ? now.Value : QuoteBook.Empty;
        return [.. opened.Snapshot.Figures.Concat(opened.Snapshot.Silent.Select(quote => new QuotedFigure(0, "", quote)))
            .Select(figure => new FigureDifference(figure, book.Find(figure.Quote.Key)))];
    }

    /// <summary>The Word file of a draft.</summary>
    public async Task<byte[]> ReadFileAsync(ReportDraft draft, CancellationToken cancel = default)
    {
        var file = await db.StoredFiles.AsNoTracking().SingleAsync(one => one.Id == draft.FileId, cancel);
        using var copy = new MemoryStream();
        await using var content = files.Open(file);
        await content.CopyToAsync(copy, cancel);
        return copy.ToArray();
    }

    /// <summary>
    /// For anybody who holds a printed report: whether its code is known here. Deliberately not through
    /// <see cref="Visible"/>, and it tells two yes or no.
    /// </summary>
    public async Task<CheckAnswer> CheckAsync(CheckCode code, CancellationToken cancel = default)
    {
        var bodies = db.Organisations;
        var reports = db.Reports;
        var issuers = await (
            from snapshot in db.ReportSnapshots
            where snapshot.Hash == code.Hash
            from report in reports.Where(one => one.Region == snapshot.Region && one.Id == snapshot.ReportId)
            from body in bodies.Where(one => one.Id == report.OrganisationId)
            select body.Code).ToListAsync(cancel);
        return new(issuers.Count > 0, issuers.Contains(code.Issuer));
    }
}
