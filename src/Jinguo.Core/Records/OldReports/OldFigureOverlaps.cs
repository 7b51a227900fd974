using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Facts;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.OldReports;

/// <summary>Another old document tells the same thing of a time in common: of the same body, or of one above or below it then.</summary>
/// <param name="Figure">The figure looked at.</param>
/// <param name="Other">That of the other document.</param>
/// <param name="Body">Whose figure that is.</param>
/// <param name="Title">Its document; null where the reader may not see it.</param>
internal sealed record DocumentOverlap(Guid Figure, OldFigure Other, string Body, string? Title);

/// <summary>What records say of the same thing and time, in the body and everything below it as it was.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Facts">Facts of its period that records stand for.</param>
/// <param name="Value">What they add up to; of a stock what stands at the end of the period. In the smallest unit.</param>
internal sealed record RecordOverlap(Guid Figure, int Facts, long Value);

/// <summary>Finds what else in the books counts what the figures of a document count. One statement each, however many figures.</summary>
internal sealed class OldFigureOverlaps(Db db, Visible visible)
{
    /// <summary>Other documents.</summary>
    public async Task<IReadOnlyList<DocumentOverlap>> WithDocumentsAsync(Guid report, CancellationToken cancel)
    {
        var (figures, edges, reports, seen) = (db.OldFigures.AsNoTracking(), db.OrganisationEdges, db.OldReports, visible.Of<OldReport>(Right.LedgerRead));
        var rows = await figures.Where(mine => mine.OldReportId == report && mine.StruckAt == null)
            .Join(figures.Where(other => other.OldReportId != report && other.StruckAt == null), mine => mine.MeasureId, other => other.MeasureId, (mine, other) => new { Mine = mine, Other = other })
            .Where(pair => pair.Other.From <= pair.Mine.To && pair.Other.To >= pair.Mine.From && (pair.Other.Option == pair.Mine.Option || pair.Other.Option == 0 || pair.Mine.Option == 0)
                && edges.Any(own => own.OrganisationId == pair.Mine.OrganisationId
                    && own.ValidFrom <= pair.Mine.To && own.ValidFrom <= pair.Other.To && (own.ValidTo == null || (own.ValidTo >= pair.Mine.From && own.ValidTo >= pair.Other.From))
                    && edges.Any(their => their.OrganisationId == pair.Other.OrganisationId
                        && their.ValidFrom <= pair.Mine.To && their.ValidFrom <= pair.Other.To && (their.ValidTo == null || (their.ValidTo >= pair.Mine.From && their.ValidTo >= pair.Other.From))
                        && (their.Path.StartsWith(own.Path) || own.Path.StartsWith(their.Path)))))
            .Join(db.Organisations, pair => pair.Other.OrganisationId, body => body.Id, (pair, body) => new { pair.Mine, pair.Other, body.Name })
            .OrderBy(row => row.Mine.Offset).ThenBy(row => row.Other.From).ThenBy(row => row.Other.Id)
            .Select(row => new
            {
                row.Mine.Id,
                row.Other,
                row.Name,
                Title = reports.Where(one => one.Id == row.Other.OldReportId).Select(one => one.Title).First(),
                MaySee = seen.Any(one => one.Id == row.Other.OldReportId),
            })
            .ToListAsync(cancel);
        return [.. rows.Select(row => new DocumentOverlap(row.Id, row.Other, row.Name, row.MaySee ? row.Title : null))];
    }

    /// <summary>Records.</summary>
    /// <param name="report">The document.</param>
    /// <param name="stocks">The measures of which the last value counts.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<IReadOnlyList<RecordOverlap>> WithRecordsAsync(Guid report, IReadOnlyCollection<int> stocks, CancellationToken cancel)
    {
        var (all, edges) = (db.Facts, db.OrganisationEdges);
        // A path holds the body itself: below any of its places over time is below it.
        var figures = db.OldFigures.Where(mine => mine.OldReportId == report && mine.StruckAt == null);
        var below =
            from mine in figures
            from fact in all
            where fact.MeasureId == mine.MeasureId && fact.Day <= mine.To && fact.SourceKind != RecordRef.OldFigure && (mine.Option == 0 || fact.Option == 0 || fact.Option == mine.Option)
                && edges.Any(own => own.OrganisationId == mine.OrganisationId && fact.Path.StartsWith(own.Path))
            select new { Mine = mine, Fact = fact };
        var counts = await below
            .Where(pair => pair.Fact.Day >= pair.Mine.From && pair.Fact.Reverses == null && !all.Any(other => other.Region == pair.Fact.Region && other.Reverses == pair.Fact.Id))
            .GroupBy(pair => pair.Mine.Id).Select(group => new { group.Key, Facts = group.Count() }).ToDictionaryAsync(one => one.Key, one => one.Facts, cancel);
        var values = await below
            .Where(pair => stocks.Contains(pair.Mine.MeasureId) || pair.Fact.Day >= pair.Mine.From)
            .GroupBy(pair => pair.Mine.Id).Select(group => new { group.Key, Value = group.Sum(pair => pair.Fact.Value) }).ToDictionaryAsync(one => one.Key, one => one.Value, cancel);
        var rows = await figures.OrderBy(mine => mine.Offset).Select(mine => new { mine.Id, mine.MeasureId }).ToListAsync(cancel);
        return [.. rows.Select(row => (row.MeasureId, Overlap: new RecordOverlap(row.Id, counts.GetValueOrDefault(row.Id), values.GetValueOrDefault(row.Id))))
            .Where(row => row.Overlap.Facts > 0 || (stocks.Contains(row.MeasureId) && row.Overlap.Value != 0)).Select(row => row.Overlap)];
    }
}
