using System.Net;
using System.Net.Http.Json;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Facts;
using Jinguo.Testing.Web;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Web.Tests.Running;

/// <summary>Nodes are replaced one after the other, and an upgrade that only added is gone back on: this version works on the database of a later one.</summary>
[Trait("Needs", "one-server")]
public sealed class LaterSchemaTests
{
    private const string Later = "29990101000000_Later";

    private static readonly string[] Extended = ["organisations", "accounts", "sessions", "records", "facts", "sums", "changes", "chain_heads"];

    [Fact]
    public async Task OnADatabaseThatALaterVersionHasExtended_ThisOneStarts_IsReady_AndKeepsRecords()
    {
        await using var host = await WebHost.StartAsync();
        await ExtendAsync(host);

        using var visitor = host.Visit();
        using var ready = await visitor.Http.GetAsync("/ready");
        using var chair = await host.SignInAsync(Role.Chair, host.City.Village);
        var record = Guid.CreateVersion7();
        using var saved = await chair.Http.PutAsJsonAsync($"/api/v1/ledgers/records/{record}", new
        {
            Type = "training",
            Organisation = host.City.Village.Id,
            Values = new { day = "2026-11-16", topic = "刺绣", participants = new { value = 50 } },
            Confirmed = false,
        });

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (ready.StatusCode, saved.StatusCode));
        Assert.Contains("刺绣", await chair.Http.GetStringAsync($"/api/v1/ledgers/records/{record}"), StringComparison.Ordinal);
        await using var db = host.Database.Open();
        Assert.Equal(Later, (await db.Database.GetAppliedMigrationsAsync()).Last());
        Assert.True(await db.Facts.AnyAsync(fact => fact.SourceId == record));
        Assert.True((await new FactVerification(db).RunAsync()).IsClean);
    }

    private static async Task ExtendAsync(WebHost host)
    {
        await using var db = host.Database.Open();
#pragma warning disable EF1002 // Names of tables.
        foreach (var table in Extended)
        {
            await db.Database.ExecuteSqlRawAsync($"""ALTER TABLE {table} ADD COLUMN "LaterWord" text NULL""");
            await db.Database.ExecuteSqlRawAsync($"""ALTER TABLE {table} ADD COLUMN "LaterNumber" integer NOT NULL DEFAULT 0""");
        }
#pragma warning restore EF1002
        await db.Database.ExecuteSqlRawAsync("""CREATE TABLE later_things ("Id" integer NOT NULL PRIMARY KEY)""");
        await db.Database.ExecuteSqlAsync($"""INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ({Later}, '99.0.0')""");
    }
}
