using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Base.Access;

/// <summary>An administrator to begin with.</summary>
/// <param name="Name">Her name.</param>
/// <param name="UserName">What she types to sign in.</param>
/// <param name="Password">An initial password, which she changes at the first sign-in.</param>
/// <param name="Roles">What she is: one of the three; system and security together where duties are not separated.</param>
public sealed record FirstOfficer(string Name, string UserName, string Password, IReadOnlyList<Role> Roles);

/// <summary>An administrator who is there.</summary>
/// <param name="Role">Which of the three.</param>
/// <param name="UserName">What she types to sign in.</param>
/// <param name="Name">Her name.</param>
/// <param name="IsPending">True while the security administrator has not approved her.</param>
public sealed record KnownOfficer(Role Role, string UserName, string Name, bool IsPending);

/// <summary>
/// Makes the administrators whom nobody else could make: all three of an empty installation, and, once, those whom an
/// installation of versions before the three does not have.
/// </summary>
public sealed class FirstOfficers(Db db, ChangeLog changes, HashPassword hash, Separation separation, TimeProvider time)
{
    /// <summary>The three.</summary>
    public static readonly IReadOnlyList<Role> All = [Role.SystemAdministrator, Role.SecurityAdministrator, Role.AuditAdministrator];

    /// <summary>The name that stands in the history for the acts of the first run.</summary>
    public static Actor Actor { get; } = Actor.CommandLine with { Name = "首次启动" };

    /// <summary>True while there is no account at all.</summary>
    public async Task<bool> IsNobodyThereAsync(CancellationToken cancel = default) => !await db.Accounts.AnyAsync(cancel);

    /// <summary>The administrators over the body at a path, in the order of the three; those who wait with them.</summary>
    public async Task<IReadOnlyList<KnownOfficer>> ListAsync(string path, CancellationToken cancel = default)
    {
        var ids = OrganisationPath.Ids(path);
        var accounts = db.Accounts;
        var held = await (
            from role in db.RoleAssignments.AsNoTracking()
            where role.Role >= Role.SystemAdministrator && role.Scope == RoleScope.Subtree && ids.Contains(role.OrganisationId)
            from account in accounts.Where(one => one.Id == role.AccountId && !one.Disabled)
            select new { role.Role, account.UserName, account.Name }).Distinct().ToListAsync(cancel);
        var asked = await (
            from request in db.RoleRequests.AsNoTracking().Where(one => one.State == RequestState.Waiting)
            from step in request.Steps.Where(one => one.Gives && one.Role >= Role.SystemAdministrator && one.Scope == RoleScope.Subtree && ids.Contains(one.OrganisationId))
            from account in accounts.Where(one => one.Id == request.AccountId && !one.Disabled)
            select new { step.Role, account.UserName, account.Name }).Distinct().ToListAsync(cancel);
        return
        [
            .. held.Select(one => new KnownOfficer(one.Role, one.UserName, one.Name, IsPending: false))
                .Concat(asked.Select(one => new KnownOfficer(one.Role, one.UserName, one.Name, IsPending: true)))
                .OrderBy(one => one.Role).ThenBy(one => one.UserName, StringComparer.Ordinal),
        ];
    }

    /// <summary>Which of the three a body has neither on itself nor above, nor waiting.</summary>
    public async Task<IReadOnlyList<Role>> MissingAsync(string path, CancellationToken cancel = default)
    {
        var known = await ListAsync(path, cancel);
        return [.. All.Where(role => known.All(one => one.Role != role))];
    }

    /// <summary>What is wrong with administrators to begin with, whose fields are <c>Officers[0].Name</c> and so on; none of them may be used twice.</summary>
    public IReadOnlyList<Problem> Check(IReadOnlyList<FirstOfficer> officers)
    {
        var problems = new List<Problem>();
        for (var at = 0; at < officers.Count; at++)
        {
            var (officer, place) = (officers[at], at);
            var found = AccountChecks.Check(new NewAccount(ClientKey: default, officer.Name, officer.UserName, [.. officer.Roles.Select(role => new RoleOn(0, role, RoleScope.Subtree))]));
            if (OfficerChecks.Check(officer.Roles, separation) is { } together)
                found.Add(together);
            if (officers.Take(at).Any(other => AccountChecks.Normal(other.UserName) == AccountChecks.Normal(officer.UserName)))
                found.Add(new("account.user-name.taken", "三员要各用各的账号，这个账号上面已经用了。", nameof(officer.UserName)));
            problems.AddRange(found.Select(problem => problem with { Field = $"Officers[{place}].{problem.Field}" }));
        }
        return problems;
    }

    /// <summary>Makes the first administrators of a body and everything below. Refused when there is any account.</summary>
    public async Task<Outcome<int>> AddAsync(Organisation body, IReadOnlyList<FirstOfficer> officers, CancellationToken cancel = default)
    {
        if (Check(officers) is { Count: > 0 } problems)
            return Outcome<int>.Refused(problems);
        if (All.Except(officers.SelectMany(officer => officer.Roles)).ToList() is [var missing, ..])
            return new Problem("first-run.missing", $"还缺{missing.Name()}，三员要一起建。");
        await using var write = await db.BeginWriteAsync(cancel);
        if (!await IsNobodyThereAsync(cancel))
            return new Problem("first-run.over", "已经有账号了，请直接登录。");
        foreach (var officer in officers)
            Add(Actor, body, officer, isPending: false);
        await db.SaveChangesAsync(cancel);
        await write.CommitAsync(cancel);
        return officers.Count;
    }

    /// <summary>
    /// Makes, once, the administrators whom the actor's body does not have. The security administrator is in force at once, for
    /// nobody could approve her; the audit administrator then waits for her where duties are separated.
    /// </summary>
    /// <param name="actor">The system administrator.</param>
    /// <param name="officers">Those who are missing, each with one role.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<Outcome<int>> AppointAsync(Actor actor, IReadOnlyList<FirstOfficer> officers, CancellationToken cancel = default)
    {
        if (Check(officers) is { Count: > 0 } problems)
            return Outcome<int>.Refused(problems);
        await using var write = await db.BeginWriteAsync(cancel);
        var body = await db.Organisations.SingleAsync(one => one.Id == actor.OrganisationId, cancel);
        if (officers.SelectMany(officer => officer.Roles).Except(await MissingAsync(body.Path, cancel)).ToList() is [var there, ..])
            return new Problem("officers.there", $"已经有{there.Name()}了。再要增加，请在“账号”里新建，按规定批准。");
        var names = officers.Select(officer => AccountChecks.Normal(officer.UserName)).ToList();
        if (await db.Accounts.Where(account => names.Contains(account.NormalizedUserName)).Select(account => account.UserName).FirstOrDefaultAsync(cancel) is { } taken)
            return new Problem("account.user-name.taken", $"账号{taken}已经有人用了，请换一个。");
        foreach (var officer in officers)
            Add(actor, body, officer, separation.IsOn && !officer.Roles.Contains(Role.SecurityAdministrator));
        await db.SaveChangesAsync(cancel);
        await write.CommitAsync(cancel);
        return officers.Count;
    }

    /// <summary>Makes the present system administrator the security administrator of her body, too: only where duties are not separated and there is none.</summary>
    public async Task<Outcome<int>> TakeOnAsync(Actor actor, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var account = await db.Accounts.Include(one => one.Assignments).SingleAsync(one => one.Id == actor.AccountId, cancel);
        var body = await db.Organisations.SingleAsync(one => one.Id == actor.OrganisationId, cancel);
        if (OfficerChecks.Check(account.Assignments.Select(role => role.Role).Append(Role.SecurityAdministrator), separation) is { } together)
            return together;
        if (!(await MissingAsync(body.Path, cancel)).Contains(Role.SecurityAdministrator))
            return new Problem("officers.there", "已经有安全管理员了。");
        var step = new RoleStep(new(body.Id, Role.SecurityAdministrator, RoleScope.Subtree), Gives: true);
        RoleSteps.PutInForce(account, [step]);
        account.Version++;
        changes.Add(actor, body.Region, body.Id, "account.edited", AccountService.SubjectKind, $"{account.Id}", fields:
            [new("given", null, RoleSteps.Words([step.Role], new Dictionary<int, string> { [body.Id] = body.Name }))]);
        await db.SaveChangesAsync(cancel);
        await write.CommitAsync(cancel);
        return 1;
    }

    private void Add(Actor actor, Organisation body, FirstOfficer officer, bool isPending)
    {
        var account = new Account
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            UserName = officer.UserName.Trim(),
            NormalizedUserName = AccountChecks.Normal(officer.UserName),
            Name = officer.Name.Trim(),
            SecurityStamp = Guid.NewGuid().ToString("N"),
            InitialPassword = true,
            Pending = isPending,
            CreatedAt = time.Instant(),
        };
        account.PasswordHash = hash(account, officer.Password);
        var steps = officer.Roles.Select(role => new RoleStep(new(body.Id, role, RoleScope.Subtree), Gives: true)).ToList();
        db.Accounts.Add(account);
        if (isPending)
            db.RoleRequests.Add(RoleRequest.New(actor, account.Id, steps, time));
        else
            RoleSteps.PutInForce(account, steps);
        changes.Add(actor, body.Region, body.Id, "account.added", AccountService.SubjectKind, $"{account.Id}", fields:
        [
            new("name", null, account.Name),
            new("userName", null, account.UserName),
            new("roles", null, RoleSteps.Words(steps.Select(step => step.Role), new Dictionary<int, string> { [body.Id] = body.Name })),
            new("pending", null, isPending ? "等安全管理员批准" : null),
        ]);
    }
}
