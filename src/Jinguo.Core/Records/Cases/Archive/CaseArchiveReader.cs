using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Cases.Archive;

/// <summary>An archived case in a list: number, class and days, nobody's name.</summary>
/// <param name="Case">The case.</param>
/// <param name="Number">Its number.</param>
public sealed record ArchivedLine(Case Case, string Number);

/// <summary>A list for destruction with how many cases stand on it.</summary>
/// <param name="List">The row.</param>
/// <param name="Cases">How many; of a list that was given back none.</param>
public sealed record DestructionLine(CaseDestruction List, int Cases);

/// <summary>Reads what was kept long enough, and the lists for destruction. For supervisors; others find nothing.</summary>
public sealed class CaseArchiveReader(Db db, CaseAccess access)
{
    /// <summary>Cases on a page.</summary>
    public const int PageSize = 50;

    /// <summary>Lists on a page.</summary>
    public const int MostLists = 50;

    /// <summary>保管期限表 of the reader's body: terms by code of the class.</summary>
    public Task<Dictionary<string, RetentionTerm>> ListRulesAsync(CancellationToken cancel = default) =>
        db.CaseRetentionRules.AsNoTracking().Where(rule => rule.OrganisationId == access.Actor.OrganisationId).ToDictionaryAsync(rule => rule.Category, rule => rule.Term, cancel);

    /// <summary>A page of what was kept long enough, the oldest first.</summary>
    public async Task<PageOf<ArchivedLine>> ListExpiredAsync(int page, CancellationToken cancel = default)
    {
        var rows = access.Expired.AsNoTracking();
        return new(await LinesAsync(rows.OrderBy(one => one.KeepUntil).ThenBy(one => one.Year).ThenBy(one => one.Sequence).Skip((Math.Max(page, 1) - 1) * PageSize).Take(PageSize), cancel), await rows.CountAsync(cancel));
    }

    /// <summary>The lists of the body, the newest first.</summary>
    public async Task<IReadOnlyList<DestructionLine>> ListDestructionsAsync(CancellationToken cancel = default)
    {
        var cases = db.Cases;
        var rows = await access.Destructions.AsNoTracking().OrderByDescending(list => list.ProposedAt).ThenByDescending(list => list.Id).Take(MostLists)
            .Select(list => new { List = list, Cases = cases.Count(one => one.Region == list.Region && one.DestructionId == list.Id) }).ToListAsync(cancel);
        return rows.ConvertAll(row => new DestructionLine(row.List, row.Cases));
    }

    /// <summary>A list with its cases; null where there is none for her.</summary>
    public async Task<(CaseDestruction List, IReadOnlyList<ArchivedLine> Cases)?> FindAsync(Guid id, CancellationToken cancel = default) =>
        await access.Destructions.AsNoTracking().SingleOrDefaultAsync(list => list.Id == id, cancel) is { } list
            ? (list, await LinesAsync(access.Cases.AsNoTracking().Where(one => one.DestructionId == id).OrderBy(one => one.Year).ThenBy(one => one.Sequence), cancel))
            : null;

    private async Task<List<ArchivedLine>> LinesAsync(IQueryable<Case> cases, CancellationToken cancel)
    {
        var offices = db.CaseOffices;
        var rows = await cases.Select(one => new { Case = one, Office = offices.First(office => office.OrganisationId == one.OrganisationId) }).ToListAsync(cancel);
        return rows.ConvertAll(row => new ArchivedLine(row.Case, row.Office.NumberOf(row.Case)));
    }
}
