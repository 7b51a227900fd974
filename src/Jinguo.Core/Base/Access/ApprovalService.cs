using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Base.Access;

/// <summary>A request as the security administrator sees it.</summary>
/// <param name="Request">The request.</param>
/// <param name="Name">Whose roles.</param>
/// <param name="UserName">What she types to sign in.</param>
/// <param name="IsNew">True for an account that waits as a whole.</param>
/// <param name="Bodies">Names of the bodies in its steps.</param>
public sealed record RoleRequestLine(RoleRequest Request, string Name, string UserName, bool IsNew, IReadOnlyDictionary<int, string> Bodies);

/// <summary>
/// The security administrator's half of separated duties (domain-rules §10.2): what the system administrator asked for is in
/// force once she has approved it. Nobody decides what she asked for herself, nor about her own account.
/// </summary>
public sealed class ApprovalService(Db db, Visible visible, ChangeLog changes, Separation separation, TimeProvider time, IEnumerable<IDutyEnding> endings)
{
    /// <summary>Longest reason.</summary>
    public const int LongestReason = 500;

    /// <summary>Requests on a page, and decided at once.</summary>
    public const int PageSize = 50;

    private Actor Actor => visible.Actor;

    /// <summary>Those that wait for this administrator.</summary>
    internal IQueryable<RoleRequest> Waiting() => Reached().Where(request => request.State == RequestState.Waiting);

    /// <summary>A page of requests: those that wait, the oldest first, or those decided, the newest first.</summary>
    /// <param name="isWaiting">Which of the two.</param>
    /// <param name="page">From 1.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<PageOf<RoleRequestLine>> ListAsync(bool isWaiting, int page, CancellationToken cancel = default)
    {
        var requests = Reached().AsNoTracking().Where(request => (request.State == RequestState.Waiting) == isWaiting);
        var ordered = isWaiting ? requests.OrderBy(request => request.Id) : requests.OrderByDescending(request => request.Id);
        var shown = await ordered.Include(request => request.Steps).Skip((Math.Max(page, 1) - 1) * PageSize).Take(PageSize).ToListAsync(cancel);
        return new(await LinesAsync(shown, cancel), await requests.CountAsync(cancel));
    }

    /// <summary>One that waits, or null.</summary>
    public async Task<RoleRequestLine?> FindAsync(Guid id, CancellationToken cancel = default)
    {
        var found = await Reached().AsNoTracking().Include(request => request.Steps).Where(request => request.Id == id && request.State == RequestState.Waiting).ToListAsync(cancel);
        return (await LinesAsync(found, cancel)).SingleOrDefault();
    }

    /// <summary>The request of an account that waits, else the newest one, or null.</summary>
    public static Task<RoleRequest?> FindNewestAsync(Db db, Guid account, CancellationToken cancel = default) =>
        db.RoleRequests.AsNoTracking().Include(request => request.Steps).Where(request => request.AccountId == account)
            .OrderBy(request => request.State == RequestState.Waiting ? 0 : 1).ThenByDescending(request => request.Id).FirstOrDefaultAsync(cancel);

    /// <summary>Puts requests into force, all of them or none. One that is approved already stays so.</summary>
    /// <returns>How many are in force now.</returns>
    public Task<Outcome<int>> ApproveAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancel = default) =>
        DecideAsync(ids, RequestState.Approved, reason: null, async (request, account) =>
        {
            var steps = request.AsSteps;
            if (OfficerChecks.Check(RoleSteps.After(RoleSteps.InForce(account), steps).Select(role => role.Role), separation) is { } together)
                return together;
            if (await OfficerCover.CheckAsync(db, account, RoleSteps.Lost(account, steps), cancel) is { } last)
                return last;
            RoleSteps.PutInForce(account, steps);
            account.Pending = false;
            account.Version++;
            return null;
        }, cancel);

    /// <summary>Refuses a request with a reason. A new account stays without roles and cannot sign in.</summary>
    public Task<Outcome<int>> RefuseAsync(Guid id, string? reason, CancellationToken cancel = default)
    {
        var why = reason?.Trim() ?? "";
        return why.Length is 0 or > LongestReason
            ? Task.FromResult<Outcome<int>>(new Problem("request.reason", $"请写明为什么不批准，最多{LongestReason}个字。", nameof(reason)))
            : DecideAsync([id], RequestState.Refused, why, (_, _) => Task.FromResult<Problem?>(null), cancel);
    }

    private async Task<Outcome<int>> DecideAsync(IReadOnlyCollection<Guid> ids, RequestState state, string? reason, Func<RoleRequest, Account, Task<Problem?>> act, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var requests = await Reached().AsTracking().Include(request => request.Steps).Where(request => ids.Contains(request.Id)).OrderBy(request => request.Id).ToListAsync(cancel);
        if (requests.Count == 0)
            return Problem.NotFound("这些申请");
        var accountIds = requests.ConvertAll(request => request.AccountId);
        var accounts = await db.Accounts.Include(account => account.Assignments).Where(account => accountIds.Contains(account.Id)).ToDictionaryAsync(account => account.Id, cancel);
        var bodies = await BodiesAsync(requests, cancel);
        var problems = new List<Problem>();
        foreach (var request in requests.Where(request => request.State != state))
        {
            var account = accounts[request.AccountId];
            if ((CheckDecider(request) ?? await act(request, account)) is { } problem)
            {
                problems.Add(problem with { Text = $"{account.Name}：{problem.Text}", Field = null });
                continue;
            }
            (request.State, request.DecidedBy, request.DecidedAt, request.Reason) = (state, Actor.Name, time.Instant(), reason);
            Log(request, state == RequestState.Approved ? "account.roles-approved" : "account.roles-refused", reason, bodies);
        }
        if (problems.Count > 0)
            return problems;
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Problem(Problem.StaleCode, "别人刚处理过其中的申请，请刷新后再看。");
        }
        foreach (var account in accounts.Values)
            foreach (var ending in endings)
                if (await ending.EndAsync(account, cancel) is { } kept)
                    return kept;
        await write.CommitAsync(cancel);
        return requests.Count;
    }

    private Problem? CheckDecider(RoleRequest request) =>
        request.State != RequestState.Waiting ? new("request.decided", "这个申请已经处理过或撤回了，请刷新后再看。")
        : request.AskedById == Actor.AccountId ? new("request.own", "自己申请的不能自己批准，请由另一位安全管理员处理。")
        : request.AccountId == Actor.AccountId ? new("request.own-account", "不能处理自己账号的申请，请由另一位安全管理员处理。")
        : null;

    // Requests all of whose bodies are within reach.
    private IQueryable<RoleRequest> Reached()
    {
        var bodies = visible.Organisations(Right.AccountApprove);
        return db.RoleRequests.Where(request => request.Steps.Any(step => bodies.Any(body => body.Id == step.OrganisationId)) && request.Steps.All(step => bodies.Any(body => body.Id == step.OrganisationId)));
    }

    private async Task<IReadOnlyList<RoleRequestLine>> LinesAsync(List<RoleRequest> requests, CancellationToken cancel)
    {
        var ids = requests.ConvertAll(request => request.AccountId);
        var accounts = await db.Accounts.AsNoTracking().Where(account => ids.Contains(account.Id)).ToDictionaryAsync(account => account.Id, cancel);
        var names = (await BodiesAsync(requests, cancel)).ToDictionary(body => body.Key, body => body.Value.Name);
        return requests.ConvertAll(request => new RoleRequestLine(request, accounts[request.AccountId].Name, accounts[request.AccountId].UserName, accounts[request.AccountId].Pending, names));
    }

    private async Task<Dictionary<int, Organisation>> BodiesAsync(List<RoleRequest> requests, CancellationToken cancel)
    {
        var ids = requests.SelectMany(request => request.Steps).Select(step => step.OrganisationId).Distinct().ToList();
        return await db.Organisations.AsNoTracking().Where(body => ids.Contains(body.Id)).ToDictionaryAsync(body => body.Id, cancel);
    }

    private void Log(RoleRequest request, string act, string? reason, Dictionary<int, Organisation> bodies)
    {
        var first = bodies[request.Steps.Select(step => step.OrganisationId).Min()];
        var names = bodies.ToDictionary(body => body.Key, body => body.Value.Name);
        changes.Add(Actor, first.Region, first.Id, act, AccountService.SubjectKind, $"{request.AccountId}", reason, fields:
        [
            new("given", null, RoleSteps.Words(request.AsSteps.Where(step => step.Gives).Select(step => step.Role), names) is { Length: > 0 } given ? given : null),
            new("taken", RoleSteps.Words(request.AsSteps.Where(step => !step.Gives).Select(step => step.Role), names) is { Length: > 0 } taken ? taken : null, null),
            new("asked", null, request.AskedBy),
        ]);
    }
}
