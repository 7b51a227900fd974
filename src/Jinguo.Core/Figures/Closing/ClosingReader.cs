using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Facts;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Figures.Closing;

/// <summary>A closing with the body that closed and what was corrected since.</summary>
/// <param name="Closing">The closing.</param>
/// <param name="Body">Who closed: the body itself or one above it.</param>
/// <param name="Path">Its path.</param>
/// <param name="Corrections">Corrections below that body since.</param>
public sealed record ClosingLine(Facts.Closing Closing, string Body, string Path, int Corrections)
{
    /// <summary>True while it holds.</summary>
    public bool IsOpen => Closing.ReopenedAt is null;
}

/// <summary>A correction with the body whose work it is.</summary>
public sealed record CorrectionLine(LateCorrection Correction, string Body);

/// <summary>Reads closings and the corrections after them.</summary>
public sealed class ClosingReader(Db db, Visible visible)
{
    /// <summary>The closings that hold or held for a body, its own and those of the bodies above, newest first.</summary>
    /// <param name="organisationId">The body.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<IReadOnlyList<ClosingLine>> ListAsync(int organisationId, int most = 36, CancellationToken cancel = default)
    {
        var path = await visible.Organisations(Right.FigureRead).Where(one => one.Id == organisationId).Select(one => one.Path).SingleOrDefaultAsync(cancel);
        if (path is null)
            return [];
        var above = OrganisationPath.Ids(path);
        var newest = db.Closings.Where(closing => above.Contains(closing.OrganisationId)).OrderByDescending(closing => closing.Through).ThenByDescending(closing => closing.At).Take(most);
        return [.. (await LinesAsync(newest, cancel)).OrderByDescending(line => line.Closing.Through).ThenByDescending(line => line.Closing.At)];
    }

    /// <summary>One closing of the reader's own body, of one below it or of one above it; null where there is none.</summary>
    public async Task<ClosingLine?> FindAsync(Guid id, CancellationToken cancel = default)
    {
        var line = (await LinesAsync(db.Closings.Where(closing => closing.Id == id), cancel)).SingleOrDefault();
        var actor = visible.Actor;
        return line is not null && actor.Has(Right.FigureRead) && (actor.May(Right.FigureRead, line.Path) || OrganisationPath.IsWithin(actor.Path, line.Path)) ? line : null;
    }

    /// <summary>A page of what was corrected after a closing, newest first: as far as the reader's reach goes.</summary>
    /// <param name="line">The closing.</param>
    /// <param name="page">From 1.</param>
    /// <param name="size">Lines a page.</param>
    /// <param name="cancel">Stops.</param>
    /// <returns>The page, and how many there are in her reach.</returns>
    public async Task<(IReadOnlyList<CorrectionLine> Lines, int Total)> ListCorrectionsAsync(ClosingLine line, int page, int size, CancellationToken cancel = default)
    {
        var (at, through, until) = (line.Closing.At, line.Closing.Through, line.Closing.ReopenedAt ?? DateTime.MaxValue);
        var (path, end) = (line.Path, OrganisationPath.End(line.Path));
        var found = visible.Of<LateCorrection>(Right.FigureRead).AsNoTracking()
            .Where(one => string.Compare(one.Path, path) >= 0 && string.Compare(one.Path, end) < 0 && one.At > at && one.At <= until && one.Day <= through
                // The course of a case is told by nobody but those who handle it.
                && one.SourceKind != RecordRef.Case);
        var total = await found.CountAsync(cancel);
        var rows = total == 0 ? [] : await found.OrderByDescending(one => one.At).ThenByDescending(one => one.Id).Skip((page - 1) * size).Take(size)
            .Join(db.Organisations, one => one.OrganisationId, body => body.Id, (one, body) => new { one, body.Name })
            .OrderByDescending(row => row.one.At).ThenByDescending(row => row.one.Id)
            .ToListAsync(cancel);
        return ([.. rows.Select(row => new CorrectionLine(row.one, row.Name))], total);
    }

    // Two statements, whatever there is: corrections lie with their regions, closings on every server.
    private async Task<List<ClosingLine>> LinesAsync(IQueryable<Facts.Closing> closings, CancellationToken cancel)
    {
        var rows = await closings.AsNoTracking().Join(db.Organisations, closing => closing.OrganisationId, body => body.Id, (closing, body) => new { Closing = closing, body.Name, body.Path }).ToListAsync(cancel);
        if (rows.Count == 0)
            return [];
        var ids = rows.ConvertAll(row => row.Closing.Id);
        var corrections = await CorrectionsAsync(ids, cancel);
        return rows.ConvertAll(row => new ClosingLine(row.Closing, row.Name, row.Path, corrections.GetValueOrDefault(row.Closing.Id)));
    }

#pragma warning disable CA1845 // Translated to SQL, where there are no spans.
    private async Task<Dictionary<Guid, int>> CorrectionsAsync(IReadOnlyList<Guid> closings, CancellationToken cancel)
    {
        var (bodies, corrections) = (db.Organisations, db.Corrections);
        return await (
            from closing in db.Closings
            where closings.Contains(closing.Id)
            join body in bodies on closing.OrganisationId equals body.Id
            from one in corrections
            where one.At > closing.At && (closing.ReopenedAt == null || one.At <= closing.ReopenedAt) && one.Day <= closing.Through && one.SourceKind != RecordRef.Case
                && string.Compare(one.Path, body.Path) >= 0 && string.Compare(one.Path, body.Path.Substring(0, body.Path.Length - 1) + "0") < 0
            group one by closing.Id into its
            select new { its.Key, Count = its.Count() }).ToDictionaryAsync(one => one.Key, one => one.Count, cancel);
    }
#pragma warning restore CA1845
}
