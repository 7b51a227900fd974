using System.Net.Http.Json;
using System.Text.Json;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Jobs;
using Jinguo.Core.Facts;
using Jinguo.Core.Figures.Tables.Filing;
using Jinguo.Office.Excel;
using Jinguo.Testing.Web;
using Jinguo.Web.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Jinguo.Web.Tests.Figures;

/// <summary>What pages, exports, API, tables and the job of a month's end make of sensitive counts (docs/adr/0010).</summary>
public sealed class SensitivePagesTests(WebHost host) : IClassFixture<WebHost>, IAsyncLifetime
{
    private const string Violence = "reception.violence";

    public async Task InitializeAsync()
    {
        await using var db = host.Database.Open();
        if (await db.Facts.AnyAsync())
            return;
        await host.PostAsync(host.City.Village, Violence, "2026-10-03", 3);
        await host.PostAsync(host.City.Stranger, Violence, "2026-10-03", 8);
        var job = host.Services.GetRequiredService<PublishingJob>();
        await job.AskAsync(CancellationToken.None);
        await job.AskAsync(CancellationToken.None);
        await host.RunJobsAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task TheJob_IsDoneOnceAMonth_AndStandsInTheTrail()
    {
        await using var scope = host.ScopeAs(Actor.CommandLine);
        Assert.True(await PublishingWork.AskAsync(scope.ServiceProvider, CancellationToken.None));
        await using var db = host.Database.Open();

        var job = Assert.Single(await db.Jobs.Where(job => job.Kind == "sensitive.publish").ToListAsync());
        Assert.Equal((JobState.Done, "截至上月底的敏感数据已公布1笔。"), (job.State, job.Message));
        Assert.Equal(1, await db.Set<Core.Base.Changes.Change>().CountAsync(change => change.Act == "sensitive.published"));
    }

    [Fact]
    public async Task APage_ShowsWordsInPlaceOfSmallCounts_AndSaysWhat()
    {
        using var officer = await host.SignInAsync(Role.Officer, host.City.Township);
        var page = await officer.GetAsync($"/figures?show={Violence}&period=2026-10&compare=none");
        Assert.Equal(["未公布", "<5", "<5", "—"], page.Document.QuerySelectorAll("tbody td").Select(cell => cell.TextContent.Trim()));
        Assert.Contains("满5才公布", page.Text, StringComparison.Ordinal);

        var explained = await officer.GetAsync($"/figures/explain?organisation={host.City.Village.Id}&figure={Violence}&period=2026-10");
        Assert.Contains("<5", explained.Text, StringComparison.Ordinal);
        Assert.Contains("只有办理的单位能看本级的记录", explained.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("最近入账", explained.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("3件次", explained.Text, StringComparison.Ordinal);
        var rows = await officer.GetAsync($"/figures/rows?organisation={host.City.Village.Id}&figure={Violence}&period=2026-10");
        Assert.Empty(rows.Document.QuerySelectorAll("tbody tr"));

        using var village = await host.SignInAsync(Role.Officer, host.City.Village);
        Assert.Equal(["3"], (await village.GetAsync($"/figures?show={Violence}&period=2026-10&compare=none")).Document.QuerySelectorAll("tbody td").Select(cell => cell.TextContent.Trim()));
    }

    [Fact]
    public async Task TheWorkbookAndTheApi_TellTheSameWords()
    {
        using var officer = await host.SignInAsync(Role.Officer, host.City.Township);
        var answer = await officer.Http.GetAsync(new Uri($"/figures?handler=Export&show={Violence}&period=2026-10&compare=none", UriKind.Relative));
        using var book = Spreadsheet.Open(await answer.Content.ReadAsStreamAsync(), "figures.xlsx");
        Assert.Contains(book.Sheets[0].Rows().Select(row => string.Join('|', row.Cells.Select(cell => cell.Text))), text => text.EndsWith("|<5", StringComparison.Ordinal));

        using var top = await host.SignInAsync(Role.Officer, host.City.Top);
        var lines = (await top.Http.GetFromJsonAsync<JsonElement>(new Uri($"/api/v1/figures?organisation={host.City.Top.Code}&period=2026-10&measure={Violence}&children=true", UriKind.Relative))).EnumerateArray().ToList();
        Assert.Equal(["8 published ", " untold 未公布", "8 published "], lines.Select(line => $"{line.GetProperty("value")} {line.GetProperty("told")} {(line.TryGetProperty("words", out var words) ? words : "")}"));
    }

    [Fact]
    public async Task ATable_TakesWhatIsPublished_EvenOfItsOwnBody()
    {
        var id = await StatisticalTables.MakeAsync(host, host.City.Village, "venues-reception", "2026H2");
        await using var scope = host.ScopeAs(new(Guid.CreateVersion7(), "张某某", host.City.Village.Id, host.City.Village.Region, host.City.Village.Path, [new(Role.Chair, RoleScope.Subtree)]));
        var opened = (await scope.ServiceProvider.GetRequiredService<TableReader>().FindAsync(id, withDifferences: true))!;

        var column = opened.Sheet.Columns.Select(line => line.Name).ToList().IndexOf("家庭暴力");
        Assert.All(opened.Sheet.Cells, row => Assert.Equal((null, "未公布", false), (row[column].Value, row[column].Untold, row[column].IsFillable)));
    }
}
