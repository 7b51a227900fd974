using Jinguo.Core.Base.Data;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Cases.Looking;

/// <summary>An opening in a list.</summary>
/// <param name="Opening">The row.</param>
/// <param name="Number">Number of the case.</param>
/// <param name="Reason">Why it was asked for or taken.</param>
/// <param name="Words">What the supervisor said, or null.</param>
public sealed record OpeningLine(CaseOpening Opening, string Number, string Reason, string? Words);

/// <summary>Reads openings: those that a supervisor is to judge, one's own, and those of a case.</summary>
public sealed class CaseOpeningReader(Db db, CaseAccess access, CaseSeal seal)
{
    /// <summary>Openings of a list.</summary>
    public const int Most = 100;

    /// <summary>Those that wait for this supervisor, the newest first.</summary>
    public Task<IReadOnlyList<OpeningLine>> ListToJudgeAsync(CancellationToken cancel = default) => LinesAsync(access.Judged.Where(one => one.State == OpeningState.Waiting), cancel);

    /// <summary>What the reader asked for or took herself at her body, the newest first.</summary>
    public Task<IReadOnlyList<OpeningLine>> ListOwnAsync(CancellationToken cancel = default) => LinesAsync(access.OwnOpenings, cancel);

    /// <summary>The openings of a case, the newest first, for its handler and supervisor; nothing for others.</summary>
    public Task<IReadOnlyList<OpeningLine>> ListOfAsync(Guid caseId, CancellationToken cancel = default)
    {
        var charge = access.InCharge;
        return LinesAsync(db.CaseOpenings.Where(one => one.CaseId == caseId && charge.Any(same => same.Region == one.Region && same.Id == one.CaseId)), cancel);
    }

    private async Task<IReadOnlyList<OpeningLine>> LinesAsync(IQueryable<CaseOpening> openings, CancellationToken cancel)
    {
        var (cases, offices) = (db.Cases, db.CaseOffices);
        var rows = await (
            from opening in openings.AsNoTracking()
            join one in cases on new { opening.Region, Id = opening.CaseId } equals new { one.Region, one.Id }
            join office in offices on one.OrganisationId equals office.OrganisationId
            orderby opening.AskedAt descending, opening.Id descending
            select new { opening, one, office }).Take(Most).ToListAsync(cancel);
        return rows.ConvertAll(row => new OpeningLine(row.opening, row.office.NumberOf(row.one), seal.OpenReason(row.opening), seal.OpenVerdict(row.opening)));
    }
}
