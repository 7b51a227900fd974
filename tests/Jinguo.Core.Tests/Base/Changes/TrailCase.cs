using System.Text.Json;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Jinguo.Testing.Data;
using Jinguo.Testing.Time;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Tests.Base.Changes;

/// <summary>A database with a trail, and somebody with all power over the database.</summary>
public abstract class TrailCase : IAsyncLifetime
{
    protected TestDatabase Database { get; private set; } = null!;

    protected Db Db { get; private set; } = null!;

    protected TestClock Clock { get; } = new();

    protected SealService Seals => new(Db, Clock);

    public async Task InitializeAsync()
    {
        Database = await TestDatabase.CreateAsync();
        Db = Database.Open();
    }

    public async Task DisposeAsync()
    {
        await Db.DisposeAsync();
        await Database.DisposeAsync();
    }

    /// <summary>One act with an entry for each body named, in this order.</summary>
    protected async Task ActAsync(params int[] bodies)
    {
        Clock.Advance(TimeSpan.FromSeconds(7));
        await using var db = Database.Open();
        await using var write = await db.BeginWriteAsync();
        var changes = new ChangeLog(db, Clock);
        foreach (var body in bodies)
            changes.Add(Actor.CommandLine, region: body / 10, body, "record.corrected", "record", $"{Guid.NewGuid()}", "写错了", [new("people", "30", "50余人")]);
        await write.CommitAsync();
    }

    /// <summary>What verification finds, as <c>fault body:number</c>.</summary>
    protected async Task<List<string>> FindAsync()
    {
        await using var db = Database.Open();
        return await TellAsync(new TrailVerification(db).RunAsync());
    }

    protected static async Task<List<string>> TellAsync(IAsyncEnumerable<TrailFinding> findings)
    {
        var told = new List<string>();
        await foreach (var finding in findings)
            told.Add($"{finding.Fault} {finding.OrganisationId}:{finding.Number}{(finding.Last > finding.Number ? $"-{finding.Last}" : "")}");
        return told;
    }

    /// <summary>Runs SQL as the owner of the database, who can put the guards aside.</summary>
    protected async Task TamperAsync(string sql)
    {
        await using var db = Database.Open();
        var tables = new[] { "changes", "seals", "sealed_heads" };
#pragma warning disable EF1002 // Names of this file and of the database itself.
        if (db is PostgresDb)
            foreach (var table in tables)
                await db.Database.ExecuteSqlRawAsync($"ALTER TABLE {table} DISABLE TRIGGER USER");
        else
            foreach (var trigger in await db.Database.SqlQueryRaw<string>("""SELECT name AS "Value" FROM sqlite_master WHERE type = 'trigger'""").ToListAsync())
                await db.Database.ExecuteSqlRawAsync($"DROP TRIGGER {trigger}");
#pragma warning restore EF1002
        await db.Database.ExecuteSqlRawAsync(sql);
    }

    /// <summary>Makes everything inside fit again from an entry on, as a patient forger would: hashes and head, not the seals.</summary>
    protected async Task ForgeAsync(int body, Action<List<Change>> forge)
    {
        await TamperAsync("""UPDATE chain_heads SET "SealedNumber" = "SealedNumber" """);
        await using var db = Database.Open();
        var rows = await db.Changes.AsNoTracking().Where(change => change.OrganisationId == body).OrderBy(change => change.Number).ToListAsync();
        await db.Changes.Where(change => change.OrganisationId == body).ExecuteDeleteAsync();
        forge(rows);
        var hash = "";
        for (var at = 0; at < rows.Count; at++)
        {
            rows[at].Number = at + 1;
            hash = rows[at].Hash = ChangeHash.Of(rows[at], hash);
        }
        db.Changes.AddRange(rows);
        await db.SaveChangesAsync();
        await db.ChainHeads.Where(head => head.OrganisationId == body)
            .ExecuteUpdateAsync(set => set.SetProperty(head => head.Number, rows.Count).SetProperty(head => head.Hash, hash));
    }

    protected static Change Copy(Change change) => JsonSerializer.Deserialize<Change>(JsonSerializer.Serialize(change))!;
}
