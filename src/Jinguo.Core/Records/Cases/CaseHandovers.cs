using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Cases;

/// <summary>How much somebody has in hand: all that who administers accounts may know.</summary>
/// <param name="Open">Cases that are not archived.</param>
/// <param name="Red">Those of them with the gravest risk that are not closed.</param>
public sealed record CaseLoad(int Open, int Red);

/// <summary>
/// 离岗交接: whoever no longer handles cases of a body hands them over. Her cases fall to a supervisor of the body at once, who is
/// asked to take them up. Where there is none they stay without an owner until a supervisor comes (<see cref="CaseNotices"/>); a case with the gravest risk
/// is never without one, and of a body that has ended none that is unfinished: nobody would come to it by chance.
/// </summary>
public sealed class CaseHandovers(Db db, CaseAccess access, CaseWriting writing, CaseWords words, Visible visible) : IDutyEnding
{
    /// <summary>How much an account has in hand at the bodies whose accounts the actor administers; null where she does not administer the account.</summary>
    public async Task<CaseLoad?> CountAsync(Guid account, CancellationToken cancel = default)
    {
        if (!await new AccountReach(db, visible, Right.AccountManage).Accounts.AnyAsync(one => one.Id == account, cancel))
            return null;
        var (bodies, gravest) = (visible.Organisations(Right.AccountManage), words.Risks[0].Code);
        var held = access.HeldBy(account).Where(one => one.Handler == account && one.Stage != CaseStage.Archived && bodies.Any(body => body.Id == one.OrganisationId));
        return new(await held.CountAsync(cancel), await held.CountAsync(one => one.Risk == gravest && one.ClosedAt == null, cancel));
    }

    /// <summary>Codes of ended bodies, among those whose accounts the actor administers, with unfinished cases: somebody may still be given a role there, who finishes them.</summary>
    public Task<List<string>> ListUnfinishedAsync(CancellationToken cancel = default)
    {
        var unfinished = CaseBodyEnding.Unfinished(db).Select(one => one.OrganisationId);
        return visible.Organisations(Right.AccountManage).Where(body => body.ValidTo != null && unfinished.Contains(body.Id)).Select(body => body.Code).ToListAsync(cancel);
    }

    /// <inheritdoc/>
    public async Task<Problem?> EndAsync(Account account, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(account);
        var kept = account.Disabled ? [] : account.Assignments.Where(role => role.Role.Has(Right.CaseHandle)).Select(role => role.OrganisationId).Distinct().ToList();
        var left = access.HeldBy(account.Id).Where(one => one.Stage != CaseStage.Archived && !kept.Contains(one.OrganisationId));
        await left.ExecuteUpdateAsync(set => set.SetProperty(one => one.Version, one => one.Version), cancel);
        foreach (var body in (await left.OrderBy(one => one.Id).ToListAsync(cancel)).GroupBy(one => one.OrganisationId))
            if (await HandOverAsync(body.Key, [.. body], account, cancel) is { } problem)
                return problem;
        await db.SaveChangesAsync(cancel);
        return null;
    }

    private async Task<Problem?> HandOverAsync(int organisationId, List<Case> cases, Account account, CancellationToken cancel)
    {
        var supervisors = await CaseHandlers.Of(db, organisationId, Right.CaseSupervise).Where(other => other.Id != account.Id).OrderBy(other => other.CreatedAt).ThenBy(other => other.Id)
            .Select(other => new { other.Id, other.Name }).ToListAsync(cancel);
        var body = await db.Organisations.AsNoTracking().SingleAsync(body => body.Id == organisationId, cancel);
        var unfinished = await CaseBodyEnding.Unfinished(db).Where(one => one.OrganisationId == organisationId && one.Handler == account.Id).Select(one => one.Id).ToListAsync(cancel);
        var (ids, heirs) = (cases.ConvertAll(one => one.Id), supervisors.ConvertAll(other => other.Id));
        var recusals = (await db.CaseRecusals.Where(recusal => ids.Contains(recusal.CaseId) && heirs.Contains(recusal.AccountId)).ToListAsync(cancel)).ConvertAll(recusal => (recusal.CaseId, recusal.AccountId));
        foreach (var one in cases)
        {
            if (one.OfferedTo == account.Id)
                one.OfferedTo = null;
            if (one.Handler != account.Id)
                continue;
            if (supervisors.Find(other => !recusals.Contains((one.Id, other.Id))) is { } heir)
            {
                (one.Handler, one.OfferedTo) = (heir.Id, heir.Id);
                writing.Tell(one, $"{account.Name}不再办理，由{heir.Name}接手");
                writing.Log(one, "case.handed-over", new FieldChange("handler", account.Name, heir.Name));
                one.Version++;
            }
            else if (one.ClosedAt is null && one.Risk == words.Risks[0].Code)
                return new("case.leaving", $"{account.Name}手里还有{body.Name}的高风险信访事项，没有可以接手的负责人。请先给{body.Name}设一位能接手的主席。");
            else if (body.ValidTo is not null && unfinished.Contains(one.Id))
                return new("case.leaving.ended", $"{account.Name}手里还有{body.Name}没办结的信访事项，{body.Name}已经撤并，没有可以接手的负责人。请先保留她在那里的角色，等她办结、移交同事或者转送别的单位；她办不了的，先给{body.Name}设一位能接手的主席。");
        }
        return null;
    }
}
