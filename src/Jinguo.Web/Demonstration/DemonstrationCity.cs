using System.Security.Cryptography;
using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Forms;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Organisations.Divisions;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Facts;
using Jinguo.Core.Figures.Closing;
using Jinguo.Core.Records.Ledgers;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Web.Demonstration;

/// <summary>
/// Fills an empty installation with 云川市: its bodies, two years of invented work dated back from today, and one account
/// for each role. Every step finds what an interrupted start has already done; the accounts come last.
/// </summary>
public sealed class DemonstrationCity(
    Db db, TimeProvider time, DivisionLoader divisions, LedgerService ledgers, RecordTypeCatalogCache types, ChangeLog changes, DemonstrationTerms terms, DemonstrationTables tables, IPasswordHasher<Account> hasher)
{
    private const string Region = "9901";
    private const int RecordsPerTransaction = 500;
    private const int FreshDays = 12;

    /// <summary>True until the installation has accounts.</summary>
    public async Task<bool> NeededAsync(CancellationToken cancel = default) => !await db.Accounts.AnyAsync(cancel);

    /// <summary>Loads the city.</summary>
    /// <returns>The accounts made, with their common password.</returns>
    public async Task<DemonstrationAccounts> LoadAsync(CancellationToken cancel = default)
    {
        using (var table = DemonstrationFiles.Open("city.csv"))
            await DoneAsync(divisions.LoadAsync(Region, DivisionFiles.Read(table, Region), cancel: cancel));
        var bodies = await db.Organisations.AsNoTracking().OrderBy(body => body.Path).ToListAsync(cancel);
        var accounts = Accounts(bodies);
        var invented = new InventedWork(WorkTemplate.ReadAll(), await types.GetAsync(db, cancel), time.Today());

        var old = new List<NewRecord>();
        var fresh = new List<(NewRecord Record, Organisation Body)>();
        var county = accounts.First(one => one.Body.Level == Level.County).Body;
        foreach (var body in bodies)
            foreach (var record in invented.Of(body))
            {
                // From then on the county's cases tell its counts.
                if (body.Id == county.Id && record.Type == "reception" && record.Values.Days!.Value.Last >= DemonstrationCases.From(time.Today()))
                    continue;
                if (body.Level == Level.Village && record.Values.Days!.Value.Last >= time.Today().AddDays(-FreshDays))
                    fresh.Add((record, body));
                else
                    old.Add(record);
            }
        foreach (var batch in old.OrderBy(record => record.Id).Chunk(RecordsPerTransaction))
            await SaveAsync(batch, Actor.CommandLine, cancel);
        await terms.LoadAsync(bodies, cancel);
        await CloseAsync(accounts.First(one => one.Body.Level == Level.County), accounts[0].Body, cancel);
        // What villages wrote in the last days waits for their townships.
        foreach (var (record, body) in fresh)
            await SaveAsync([record], Chair(accounts, body), cancel);
        await tables.LoadAsync(accounts[3].Actor);
        await tables.SendDownAsync(accounts[4].Actor);
        return await AddAsync(accounts, bodies, cancel);
    }

    private async Task SaveAsync(IReadOnlyList<NewRecord> records, Actor actor, CancellationToken cancel)
    {
        await using (var write = await db.BeginWriteAsync(cancel))
        {
            await DoneAsync(ledgers.AddAsync(records, actor, cancel));
            await write.CommitAsync(cancel);
        }
        db.ChangeTracker.Clear();
    }

    /// <summary>The county has closed the month before last; a village corrected a training afterwards.</summary>
    private async Task CloseAsync(DemonstrationAccount chair, Organisation village, CancellationToken cancel)
    {
        if (await db.Closings.AnyAsync(cancel))
            return;
        var (through, catalog) = (Month.Of(time.Today()).Plus(-2).Last, await types.GetAsync(db, cancel));
        var actor = new Actor(chair.Id, chair.Name, chair.Body.Id, chair.Body.Region, chair.Body.Path, [new Grant(chair.Role, chair.Scope)]);
        await DoneAsync(new ClosingService(db, new(db, actor), changes, time).CloseAsync(new(Guid.CreateVersion7(time.GetUtcNow()), chair.Body.Id, through, "报表报出后锁账"), cancel));
        var training = await db.Records.AsNoTracking().Where(record => record.OrganisationId == village.Id && record.TypeCode == "training" && record.Day <= through)
            .OrderByDescending(record => record.Day).ThenBy(record => record.Id).FirstAsync(cancel);
        var values = catalog.Values(training);
        if (values["participants"] is NumberValue number)
            await DoneAsync(ledgers.CorrectAsync(
                new(training.Id, training.Version, values.With("participants", new NumberValue(number.Quantity with { Value = number.Quantity.Value + 2 })), Confirmed: true, "核对签到表，补上2人"), Actor.CommandLine, cancel));
        db.ChangeTracker.Clear();
    }

    private static async Task DoneAsync<T>(Task<Outcome<T>> act)
    {
        if (await act is { Done: false } refused)
            throw new InvalidOperationException($"The demonstration city could not be loaded: {string.Join(' ', refused.Problems.Select(problem => problem.Text))}");
    }

    private static Actor Chair(List<DemonstrationAccount> accounts, Organisation village) =>
        new(accounts[0].Id, "张某某", village.Id, village.Region, village.Path, [new Grant(Role.Chair, RoleScope.Own)]);

    // One person for each role, each on the body where that role works; and who handles cases beside the county's chair.
    private static List<DemonstrationAccount> Accounts(List<Organisation> bodies)
    {
        var city = bodies[0];
        var county = bodies.First(body => body.Level == Level.County);
        var township = bodies.First(body => body.Level == Level.Township && body.ParentId == county.Id);
        var village = bodies.First(body => body.Level == Level.Village && body.ParentId == township.Id);
        return
        [
            new("cun", "张某某", Role.Chair, RoleScope.Own, village),
            new("zhen", "李某某", Role.Chair, RoleScope.Subtree, township),
            new("shenhe", "王某某", Role.Reviewer, RoleScope.Subtree, township),
            new("xian", "陈某某", Role.Chair, RoleScope.Subtree, county),
            new("shi", "赵某某", Role.Officer, RoleScope.Subtree, city),
            new("lingdao", "周某某", Role.Reader, RoleScope.Subtree, city),
            new("admin", "吴某某", Role.SystemAdministrator, RoleScope.Subtree, city),
            new("anquan", "郑某某", Role.SecurityAdministrator, RoleScope.Subtree, city),
            new("shenji", "孙某某", Role.AuditAdministrator, RoleScope.Subtree, city),
            new("xinfang", "刘某某", Role.Officer, RoleScope.Own, county),
        ];
    }

    private async Task<DemonstrationAccounts> AddAsync(List<DemonstrationAccount> accounts, List<Organisation> bodies, CancellationToken cancel)
    {
        var password = $"Yun{RandomNumberGenerator.GetInt32(10, 100)}-{RandomNumberGenerator.GetHexString(6, lowercase: true)}";
        await using var write = await db.BeginWriteAsync(cancel);
        foreach (var one in accounts)
        {
            var account = new Account
            {
                Id = one.Id,
                UserName = one.UserName,
                NormalizedUserName = one.UserName.ToUpperInvariant(),
                Name = one.Name,
                SecurityStamp = Guid.NewGuid().ToString("N"),
                CreatedAt = time.Instant(),
            };
            account.PasswordHash = hasher.HashPassword(account, password);
            account.Assignments.Add(new() { AccountId = one.Id, OrganisationId = one.Body.Id, Role = one.Role, Scope = one.Scope });
            db.Accounts.Add(account);
        }
        await db.SaveChangesAsync(cancel);
        await write.CommitAsync(cancel);
        return new(password, [.. accounts.Select(one => $"{one.UserName}（{one.Name}，{one.Body.Name}，{one.Role.Name()}）")], bodies[0].Name, accounts[3].Actor, accounts[^1].Actor);
    }

    private sealed record DemonstrationAccount(string UserName, string Name, Role Role, RoleScope Scope, Organisation Body)
    {
        public Guid Id { get; } = Guid.CreateVersion7();

        public Actor Actor => new(Id, Name, Body.Id, Body.Region, Body.Path, [new Grant(Role, Scope)]);
    }
}

/// <summary>The accounts of the demonstration.</summary>
/// <param name="Password">The password of all of them, made for this installation.</param>
/// <param name="Lines">User name, person, body and role of each.</param>
/// <param name="City">Name of the city's federation.</param>
/// <param name="Chair">The chair of the county, working for it.</param>
/// <param name="Officer">An officer of the county, working for it.</param>
public sealed record DemonstrationAccounts(string Password, IReadOnlyList<string> Lines, string City, Actor Chair, Actor Officer);
