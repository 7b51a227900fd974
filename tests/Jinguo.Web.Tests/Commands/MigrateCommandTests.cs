using System.CommandLine;
using Jinguo.Core.Base.Data;
using Jinguo.Testing.Data;
using Jinguo.Web.Commands;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Web.Tests.Commands;

public sealed class MigrateCommandTests
{
    [Trait("Needs", "one-server")]
    [Fact]
    public async Task ThePlan_ShowsTheStatements_AndTheUpgradeDoesThem()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using (var db = database.Open())
            await db.Database.MigrateAsync("CaseFiles");

        var (code, plan) = await RunAsync(database, "--plan");
        Assert.Equal(CommandLine.Done, code);
        Assert.Contains("_CaseArchive：只增加，旧版可以同时运行", plan, StringComparison.Ordinal);
        Assert.Contains("CREATE TABLE", plan, StringComparison.OrdinalIgnoreCase);
        await using (var db = database.Open())
            Assert.NotEmpty(await db.Database.GetPendingMigrationsAsync());

        Assert.Equal((CommandLine.Done, ""), await RunAsync(database));
        await using (var db = database.Open())
            Assert.Empty(await db.Database.GetPendingMigrationsAsync());
        Assert.Equal((CommandLine.Done, ""), await RunAsync(database, "--plan"));
    }

    [Fact]
    public async Task WhereThereIsNoDatabase_ThePlanMakesNone()
    {
        await using var database = await TestDatabase.CreateAsync();
        var nowhere = Path.Combine(database.Folder, "nowhere");
        using var output = new StringWriter();
        Assert.Equal(CommandLine.Usage, await MigrateCommand.Create().Parse(["--plan", "--data", nowhere]).InvokeAsync(new InvocationConfiguration { Output = output }));
        Assert.False(Directory.Exists(nowhere));
    }

    [Fact]
    public async Task OnSqlite_NothingIsSpread()
    {
        if (TestDatabase.OnPostgres)
            return;
        await using var database = await TestDatabase.CreateAsync();
        Assert.Equal((CommandLine.Usage, ""), await RunAsync(database, "--distributed"));
        Assert.Equal((CommandLine.Usage, ""), await RunAsync(database, "--distributed", "--plan"));
    }

    [Trait("Needs", "one-server")]
    [Fact]
    [Trait("Database", "Postgres")]
    public async Task SpreadingIsShownBeforehand_AndWithoutTheExtensionNothingIsChanged()
    {
        await using var database = await TestDatabase.CreateAsync();
        var (code, plan) = await RunAsync(database, "--distributed", "--plan");
        Assert.Equal(CommandLine.Done, code);
        Assert.Contains("SELECT create_reference_table('organisations');", plan, StringComparison.Ordinal);
        Assert.Contains("SELECT create_distributed_table('facts', 'Region', colocate_with := 'case_clock_changes');", plan, StringComparison.Ordinal);
        Assert.Contains("ALTER TABLE records ADD CONSTRAINT \"FK_records_organisations_OrganisationId\" FOREIGN KEY", plan, StringComparison.Ordinal);

        await using var db = database.Open();
        var keys = await KeysAsync(db);
        Assert.Equal((CommandLine.Problems, ""), await RunAsync(database, "--distributed"));
        Assert.Equal(keys, await KeysAsync(db));
        Assert.False(await Distribution.IsDoneAsync(db));
    }

    private static Task<int> KeysAsync(Db db) => db.Database.SqlQuery<int>($"""SELECT COUNT(*)::int AS "Value" FROM pg_constraint WHERE contype = 'f'""").SingleAsync();

    private static async Task<(int Code, string Output)> RunAsync(TestDatabase database, params string[] arguments)
    {
        using var output = new StringWriter();
        string[] where = TestDatabase.OnPostgres ? ["--data", database.Folder, "--database", database.Name] : ["--data", database.Folder];
        var code = await MigrateCommand.Create().Parse([.. arguments, .. where]).InvokeAsync(new InvocationConfiguration { Output = output });
        return (code, output.ToString());
    }
}
