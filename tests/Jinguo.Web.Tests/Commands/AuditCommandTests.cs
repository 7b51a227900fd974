using System.CommandLine;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Jinguo.Testing.Data;
using Jinguo.Testing.Web;
using Jinguo.Web.Commands;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Web.Tests.Commands;

public sealed class AuditCommandTests : IAsyncLifetime
{
    private WebHost host = null!;

    public async Task InitializeAsync()
    {
        host = await WebHost.StartAsync();
        using var browser = host.Visit();
        var page = await browser.GetAsync("/sign-in");
        for (var attempt = 0; attempt < 3; attempt++)
            page = await page.Form().Set("UserName", "nobody-of-ours").Set("password", "x").SubmitAsync();
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task TriesOfAnUnknownAccount_AreInTheTrail_WithTheBeginningOfTheNameOnly()
    {
        await using var db = host.Database.Open();
        var tries = await db.Changes.Where(change => change.Act == "sign-in.failed").OrderBy(change => change.Number).ToListAsync();
        Assert.Equal([0L, 1, 2], tries.Select(change => change.Number - tries[0].Number));
        Assert.All(tries, change => Assert.Equal((0, "no…"), (change.OrganisationId, ChangeLog.Fields(change).Single(field => field.Field == "userName").After)));
    }

    [Fact]
    public async Task AWholeTrail_IsVerified_AlsoAgainstASealKeptOutside()
    {
        var seal = File("a.seal");
        var (code, output) = await RunAsync("seal", "--output", seal);
        Assert.Equal((CommandLine.Done, 3), (code, output.Split('\t').Length));
        Assert.Equal((CommandLine.Usage, ""), await RunAsync("seal", "--output", seal));
        (code, output) = await RunAsync("verify", "--seal", seal);
        Assert.Equal(CommandLine.Done, code);
        await using var db = host.Database.Open();
        Assert.Contains($"核验了{await db.Changes.CountAsync() - 1}条操作记录、1次封存，没有发现改动", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatWasTakenAway_IsNamed_AndTheExitCodeSaysSo()
    {
        await using (var db = host.Database.Open())
        {
            await db.Database.ExecuteSqlRawAsync(db is PostgresDb ? "ALTER TABLE changes DISABLE TRIGGER USER" : "DROP TRIGGER trail_changes_delete");
            await db.Changes.Where(change => change.OrganisationId == 0 && change.Number == 2).ExecuteDeleteAsync();
        }
        var (code, output) = await RunAsync("verify");
        Assert.Equal(CommandLine.Problems, code);
        Assert.Contains("被删除\t平台\t第2号", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsTooYoung_IsNotArchived_AndLeavesNoFile()
    {
        Assert.Equal(CommandLine.Problems, (await RunAsync("archive", "--before", "2999-01-01", "--output", File("young"))).Code);
        Assert.False(System.IO.File.Exists(File("young")));
    }

    private string File(string name) => Path.Combine(host.Database.Folder, name);

    private async Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        string[] place = ["--data", host.Database.Folder, .. TestDatabase.OnPostgres ? new[] { "--database", host.Database.Name } : []];
        var code = await AuditCommand.Create().Parse([.. arguments, .. place]).InvokeAsync(new InvocationConfiguration { Output = output });
        return (code, output.ToString());
    }
}
