using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Persons;
using Jinguo.Core.Base.Time;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Cases;

/// <summary>A case in which the same petitioner came before, as it is offered at intake: nothing of what it says.</summary>
/// <param name="Id">The case.</param>
/// <param name="Number">Its number.</param>
/// <param name="Received">The day on which it was received (China).</param>
/// <param name="Stage">Where it stands.</param>
/// <param name="Channel">How it came.</param>
public sealed record CaseDuplicate(Guid Id, string Number, DateOnly Received, CaseStage Stage, string Channel);

/// <summary>
/// 重复: finds earlier cases of a petitioner by blind indexes, among those on which the reader may act. Of others she is not told,
/// not even how many: that somebody came here is itself what must be kept.
/// </summary>
public sealed class CaseDuplicates(Db db, CaseAccess access, CaseNumbers numbers, CaseSeal seal)
{
    /// <summary>Cases offered at most.</summary>
    public const int Most = 5;

    /// <summary>Cases with the same ID number or telephone, the newest first; none where neither is right in itself.</summary>
    public async Task<IReadOnlyList<CaseDuplicate>> FindAsync(string? idNumber, string? phone, CancellationToken cancel = default)
    {
        var id = IdNumber.TryParse(idNumber ?? "", out var number, out _) ? seal.IndexOfId(number.Text) : null;
        var telephone = PhoneNumber.TryParse(phone ?? "", out var called) ? seal.IndexOfPhone(called.Text) : null;
        return id is null && telephone is null
            ? []
            : await ListAsync(access.Cases.Where(one => (id != null && one.IdIndex == id) || (telephone != null && one.PhoneIndex == telephone)), cancel);
    }

    /// <summary>The case of the code on a receipt, or null.</summary>
    public async Task<CaseDuplicate?> FindByCodeAsync(string code, CancellationToken cancel = default) => await OneAsync(await numbers.FindByCodeAsync(access.Cases, code, cancel), cancel);

    /// <summary>The case of a number, or null.</summary>
    public async Task<CaseDuplicate?> FindByNumberAsync(string number, CancellationToken cancel = default) => await OneAsync(await numbers.FindByNumberAsync(access.Cases, number, cancel), cancel);

    private async Task<CaseDuplicate?> OneAsync(Guid? id, CancellationToken cancel) =>
        id is null ? null : (await ListAsync(access.Cases.Where(one => one.Id == id), cancel)).SingleOrDefault();

    private async Task<IReadOnlyList<CaseDuplicate>> ListAsync(IQueryable<Case> cases, CancellationToken cancel)
    {
        if (await db.CaseOffices.AsNoTracking().SingleOrDefaultAsync(one => one.OrganisationId == access.Actor.OrganisationId, cancel) is not { } office)
            return [];
        var found = await cases.AsNoTracking().OrderByDescending(one => one.ReceivedAt).ThenByDescending(one => one.Id).Take(Most).ToListAsync(cancel);
        return found.ConvertAll(one => new CaseDuplicate(one.Id, office.NumberOf(one), China.Day(one.ReceivedAt), one.Stage, one.Channel));
    }
}
