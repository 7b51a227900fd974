using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Facts;
using Jinguo.Office.Excel;
using Jinguo.Testing.Web;
using Jinguo.Web.Pages.Figures;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Web.Tests.Figures;

public sealed class FigurePagesTests(WebHost host) : IClassFixture<WebHost>, IAsyncLifetime
{
    private const int MostStatements = 12;

    public async Task InitializeAsync()
    {
        await using var db = host.Database.Open();
        if (await db.Facts.AnyAsync())
            return;
        await host.PostAsync(host.City.Village, "training.participants", "2026-03-01", 1200, "余", "skills");
        await host.PostAsync(host.City.Village, "training.participants", "2025-03-01", 1000);
        await host.PostAsync(host.City.County, "training.participants", "2026-11-02", 30);
        await host.PostAsync(host.City.Top, "training.participants", "2026-11-20", 4);
        await host.PostAsync(host.City.Stranger, "grants.money", "2026-05-01", 25_000_050);
        await host.PostAsync(host.City.Village, "pledges.total", "2026-05-01", 240);
        await host.PostAsync(host.City.Village, "pledges.signed", "2026-05-01", 196);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task TheTable_HasTheTotalFirst_ChildrenInTheTreesOrder_AndOwnWorkLast()
    {
        using var officer = await host.SignInAsync(Role.Officer, host.City.Top);
        var page = await officer.GetAsync("/figures");

        Assert.Equal("全市数据", page.Title);
        Assert.Equal(["全市合计", "安和县", "宣平市", "市本级"], page.Texts("tbody th"));
        var place = page.Texts("thead tr:first-child th").ToList().IndexOf("培训人次") - 1;
        Assert.Equal(["约1,234", "约1,230", "—", "4"], page.Document.QuerySelectorAll("tbody tr").Select(row => string.Concat(row.QuerySelectorAll("td")[place * 2].TextContent.Split())));
        Assert.Equal(["增23.4%", "增23.0%", "—", "—"], page.Document.QuerySelectorAll("tbody tr").Select(row => row.QuerySelectorAll("td")[place * 2 + 1].TextContent.Trim()));
        Assert.Contains("2026年，至11月20日", page.Text, StringComparison.Ordinal);
        Assert.Contains("最近入账 今天 09:42", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AllBodiesOfALevelBelow_CanBeListed_OnScreenAndAsAWorkbook()
    {
        using var officer = await host.SignInAsync(Role.Officer, host.City.Top);
        var page = await officer.GetAsync("/figures?level=5&show=training.participants");

        Assert.Equal(["全市合计", "东山1镇", "西河1镇", "东山2镇", "西河2镇"], page.Texts("tbody th"));
        Assert.Equal(["各县（市、区）", "各乡镇（街道）", "各村（社区）"], page.Texts("select[name=level] option"));
        Assert.Contains("含4个乡镇（街道）", page.Text, StringComparison.Ordinal);
        Assert.Contains("level=5", page.Document.QuerySelectorAll("a").Single(link => link.TextContent == "导出Excel").GetAttribute("href"), StringComparison.Ordinal);
        // A level that is above, or none at all, lists nobody twice.
        Assert.Equal(["全市合计"], (await officer.GetAsync("/figures?level=3")).Texts("tbody th"));
        Assert.Equal(["全市合计", "安和县", "宣平市", "市本级"], (await officer.GetAsync("/figures?level=99")).Texts("tbody th"));
    }

    [Fact]
    public async Task LargeSumsOfMoney_StandInWan_AndOpenToTheExactSum()
    {
        using var officer = await host.SignInAsync(Role.Officer, host.City.Top);
        var page = await officer.GetAsync("/figures");

        var link = page.Document.QuerySelectorAll("tbody tr:first-child a").Single(one => one.TextContent == "25.00");
        Assert.Contains("250,000.50元", string.Concat((await officer.GetAsync(link.GetAttribute("href")!)).Text.Split()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("period=2026Q1", "约1,200")]
    [InlineData("from=2026-11-01&to=2026-11-10", "30")]
    [InlineData("show=training.participants&period=2026", "约1,234")]
    [InlineData("compare=both", "约1,234")]
    [InlineData("period=nonsense", "约1,234")]
    public async Task TheFilterBar_ChoosesPeriodAndColumns(string query, string total)
    {
        using var officer = await host.SignInAsync(Role.Officer, host.City.Top);
        var page = await officer.GetAsync("/figures?" + query);

        Assert.Contains(total, page.Texts("tbody tr:first-child td").Select(text => string.Concat(text.Split())));
    }

    [Fact]
    public async Task AnEmptyPeriod_SaysSo_AndLeadsToTheYearBefore()
    {
        using var officer = await host.SignInAsync(Role.Officer, host.City.Top);

        Assert.Contains("2012年还没有记录", (await officer.GetAsync("/figures?period=2012")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFigure_OpensToItsExplanation_AndOnToTheRecordsBehindIt()
    {
        using var officer = await host.SignInAsync(Role.Officer, host.City.County);
        var page = await officer.GetAsync("/figures");
        var explain = await officer.GetAsync(page.Document.QuerySelectorAll("tbody tr:first-child a").First(link => link.TextContent == "1,230").GetAttribute("href")!);

        Assert.Equal("安和县 培训人次", explain.Title);
        Assert.Contains("1,230余", explain.Text, StringComparison.Ordinal);
        Assert.Contains("去年同期1,000，增23.0%", explain.Text, StringComparison.Ordinal);
        Assert.Contains("安和县妇联和所辖2个乡镇（街道）、4个村（社区）", explain.Text, StringComparison.Ordinal);
        Assert.Contains("；含约数1笔", explain.Text, StringComparison.Ordinal);
        Assert.Equal(["县本级 30", "东山1镇 1,200余"], explain.Texts(".jg-parts:first-of-type > li").Take(2));

        var rows = await explain.FollowAsync("看背后2笔");
        Assert.Equal(2, rows.Document.QuerySelectorAll("tbody tr").Length);
        Assert.Equal("30人次", rows.Texts("tbody tr:first-child td")[^1]);
    }

    [Fact]
    public async Task AFigureThatComesFromOneBodyBelow_NamesIt()
    {
        using var officer = await host.SignInAsync(Role.Officer, host.City.Township);
        var page = await officer.GetAsync($"/figures/explain?organisation={host.City.Township.Id}&figure=training.participants&period=2026");

        Assert.Contains("组成", page.Texts("dt"));
        Assert.Equal("芙蓉11村 1,200余", page.Texts(".jg-parts > li")[0]);
        Assert.DoesNotContain("组成", (await officer.GetAsync($"/figures/explain?organisation={host.City.Village.Id}&figure=training.participants&period=2026")).Texts("dt"));
    }

    [Fact]
    public async Task ARate_ShowsItsFormulaAndParts()
    {
        using var officer = await host.SignInAsync(Role.Officer, host.City.Top);
        var page = await officer.GetAsync($"/figures/explain?organisation={host.City.Top.Id}&figure=pledges.signrate&period=2026");

        Assert.Contains("81.7", page.Text, StringComparison.Ordinal);
        Assert.Contains("签订承诺书户数196户", page.Text, StringComparison.Ordinal);
        Assert.Contains("动员范围总户数240户", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RecordsSheMayNotOpen_AreCounted()
    {
        using var reader = await host.SignInAsync(Role.Reader, host.City.County, RoleScope.Own);
        var page = await reader.GetAsync($"/figures/rows?organisation={host.City.County.Id}&figure=training.participants&period=2026");

        Assert.Contains("其中1笔您无权打开", page.Text, StringComparison.Ordinal);
        Assert.Single(page.Document.QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task TheWorkbook_HasTheSameRows_WithExactValues()
    {
        using var officer = await host.SignInAsync(Role.Officer, host.City.Top);
        var answer = await officer.Http.GetAsync(new Uri("/figures?handler=Export&show=%E6%8D%90%E8%B5%A0%E4%B8%8E%E6%95%91%E5%8A%A9", UriKind.Relative));

        using var book = Spreadsheet.Open(await answer.Content.ReadAsStreamAsync(), "figures.xlsx");
        var texts = book.Sheets[0].Rows().Select(row => string.Join('|', row.Cells.Select(cell => cell.Text))).ToList();
        Assert.Contains(texts, text => text.StartsWith("全市合计|", StringComparison.Ordinal) && text.Contains("250000.5", StringComparison.Ordinal));
        Assert.Contains(texts, text => text.StartsWith("市本级|", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/figures")]
    [InlineData("/figures?show=training.participants&compare=both")]
    [InlineData("/figures/explain?organisation={0}&figure=training.participants&period=2026")]
    [InlineData("/figures/rows?organisation={0}&figure=training.participants&period=2026")]
    public async Task APage_NeedsFewStatements(string address)
    {
        using var officer = await host.SignInAsync(Role.Officer, host.City.Top);
        var page = string.Format(System.Globalization.CultureInfo.InvariantCulture, address, host.City.Top.Id);
        await officer.GetAsync(page);
        host.Statements.Clear();
        Assert.Equal(HttpStatusCode.OK, (await officer.GetAsync(page)).Status);
        Assert.InRange(host.Statements.Statements.Count, 1, MostStatements);
    }

    [Theory]
    [InlineData("/figures?organisation={0}")]
    [InlineData("/figures/explain?organisation={0}&figure=training.participants&period=2026")]
    [InlineData("/figures/rows?organisation={0}&figure=training.participants&period=2026")]
    [InlineData("/api/v1/figures?organisation={1}&period=2026")]
    public async Task ABodyOutOfReach_IsNotThere(string address)
    {
        using var stranger = await host.SignInAsync(Role.Chair, host.City.Stranger);
        var answer = await stranger.Http.GetAsync(new Uri(string.Format(System.Globalization.CultureInfo.InvariantCulture, address, host.City.County.Id, host.City.County.Code), UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task TheApi_GivesTheLinesOfTheCommandLine_AndProblems()
    {
        using var officer = await host.SignInAsync(Role.Officer, host.City.Top);

        var lines = await officer.Http.GetFromJsonAsync<JsonElement>(new Uri("/api/v1/figures?period=2026&measure=training.participants&children=true", UriKind.Relative));
        Assert.Equal(["云川市妇联 1234", "云川市妇联 1200", "安和县妇联 1230", "安和县妇联 1200", "宣平市妇联 0"], lines.EnumerateArray().Select(line => $"{line.GetProperty("organisation")} {line.GetProperty("value")}"));

        var refused = await officer.Http.GetAsync(new Uri("/api/v1/figures?period=2026&measure=nonsense", UriKind.Relative));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("没有数据项“nonsense”", (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("title").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("安和县妇联", "安和县", "全县", "县本级")]
    [InlineData("北苑社区妇联", "北苑社区", "全社区", "社区本级")]
    [InlineData("人民街道妇女联合会", "人民街道", "全街道", "街道本级")]
    [InlineData("云川市总工会女职工委员会", "云川市总工会女职工委员会", "全部", "本级")]
    public void Bodies_AreCalledByTheirPlace(string name, string shortName, string whole, string own) =>
        Assert.Equal((shortName, whole, own), (BodyWords.Short(name), BodyWords.Whole(name), BodyWords.Own(name)));
}
