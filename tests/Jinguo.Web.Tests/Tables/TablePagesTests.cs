using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Jinguo.Office.Excel;
using Jinguo.Testing.Web;

namespace Jinguo.Web.Tests.Tables;

public sealed class TablePagesTests(WebHost host) : IClassFixture<WebHost>
{
    private const int MostStatements = 16;

    [Fact]
    public async Task ATable_OpensFilled_TotalFirst_EachNumberToBeOpened()
    {
        var county = await AddCountyAsync("31");
        await host.PostAsync(county.Township, "training.participants", "2026-03-01", 1250, "余", "skills");
        await host.PostAsync(county.County, "training.sessions", "2026-03-01", 2);
        using var officer = await host.SignInAsync(Role.Officer, county.County);
        var form = (await officer.GetAsync("/tables/new?definition=training-activity&period=2026H1")).Form("main form[method=post]");

        var page = await form.SubmitAsync();

        Assert.Equal("妇女培训和活动情况统计表", page.Title);
        Assert.Contains("表 号：巾帼1表", page.Text, StringComparison.Ordinal);
        Assert.Equal(["合计", "东31镇", "本级"], page.Texts("tbody th").Take(3));
        Assert.Equal(["甲", "1", "2", "3"], page.Texts(".is-statistical thead tr:last-child th").Take(4));
        var link = page.Document.QuerySelectorAll("tbody tr:first-child a").Single(one => one.TextContent == "1,250" && one.GetAttribute("href")!.EndsWith("figure=training.participants&period=2026H1", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, (await officer.GetAsync(link.GetAttribute("href")!)).Status);

        host.Statements.Clear();
        await officer.GetAsync(page.Address);
        Assert.InRange(host.Statements.Statements.Count, 1, MostStatements);
    }

    [Fact]
    public async Task ASupplement_IsMarked_BesideTheFigure_AndAFailingCheckNamesItsCell()
    {
        var county = await AddCountyAsync("32");
        await host.PostAsync(county.County, "training.participants", "2026-03-01", 180);
        using var officer = await host.SignInAsync(Role.Officer, county.County);
        var address = $"/tables/{await StatisticalTables.MakeAsync(host, county.County)}";

        var page = await (await officer.GetAsync(address)).Form("#fill form").Set("row", "3").Set("column", "2").Set("amount", "20").Set("reason", "妇联学校代办的班").SubmitAsync();
        Assert.Contains("补上了，合计跟着变了。", page.Text, StringComparison.Ordinal);
        Assert.Contains("账180 补20", page.Text, StringComparison.Ordinal);
        Assert.Contains("※含手工补充：第2栏人次20，占合计的10%。", page.Text, StringComparison.Ordinal);

        page = await page.Form("#fill form").Set("row", "3").Set("column", "1").Set("amount", "300").Set("reason", "补").SubmitAsync();
        Assert.Contains("第1行“合计”：1栏=300，应不大于2栏=200，差100", page.Text, StringComparison.Ordinal);
        Assert.Equal(2, page.Document.QuerySelectorAll("td.is-wrong").Length);
        page = await page.Form("form[action*=Sign]").SubmitAsync();
        Assert.Contains("勾稽关系有2处不符，改对再签字。", page.Text, StringComparison.Ordinal);

        page = await page.Form("#fill form").Set("row", "3").Set("column", "1").Set("amount", "-5").Set("reason", "重复").SubmitAsync();
        Assert.Contains("账无 补−5", page.Text, StringComparison.Ordinal);
        page = await page.Form("#fill form").Set("row", "3").Set("column", "1").Set("amount", "二十来个").SubmitAsync();
        Assert.Contains("补充数请填数字", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ThreeSign_TheTableIsFiled_AndLaterDifferencesAreListed()
    {
        var county = await AddCountyAsync("33");
        await host.PostAsync(county.County, "training.participants", "2026-03-01", 180);
        var address = $"/tables/{await StatisticalTables.MakeAsync(host, county.County)}";
        using (var officer = await host.SignInAsync(Role.Officer, county.County))
            Assert.Contains("待审核", (await (await officer.GetAsync(address)).Form("form[action*=Sign]").SubmitAsync()).Text, StringComparison.Ordinal);
        using (var reviewer = await host.SignInAsync(Role.Reviewer, county.County))
        {
            var reviewed = await (await reviewer.GetAsync(address)).Form("form[action*=Sign]").SubmitAsync();
            Assert.Contains("待负责人签字", reviewed.Text, StringComparison.Ordinal);
            Assert.Null(reviewed.Document.QuerySelector("form[action*=Sign]"));
            Assert.Contains("（未报出）", reviewed.Text, StringComparison.Ordinal);
        }
        using var chair = await host.SignInAsync(Role.Chair, county.County);
        var page = await (await chair.GetAsync(address)).Form("form[action*=Sign]").SubmitAsync();
        Assert.Contains("已报出，每一格都不再改。", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("（未报出）", page.Text, StringComparison.Ordinal);
        Assert.Contains("到现在台账里的数没有变。", page.Text, StringComparison.Ordinal);

        await host.PostAsync(county.County, "training.participants", "2026-03-02", 8);
        page = await chair.GetAsync(address);
        Assert.Contains("合计，人次（第2栏）180188", page.Texts("#differences tr"));
        page = await page.Form("form[action*=Correct]").Set("reason", "漏报一期").SubmitAsync();
        Assert.Contains("（更正表）", page.Title, StringComparison.Ordinal);
        Assert.Contains("更正原因：漏报一期", page.Text, StringComparison.Ordinal);
        Assert.Contains("草稿", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFiledTable_OpensWhatWasKnown_AndMarksWhatWasCorrected()
    {
        var county = await AddCountyAsync("36");
        await host.PostAsync(county.County, "training.participants", "2026-03-01", 180);
        await host.PostAsync(county.Township, "training.participants", "2025-03-01", 60);
        var address = $"/tables/{await StatisticalTables.MakeAsync(host, county.County)}";
        using var chair = await host.SignInAsync(Role.Chair, county.County);
        var draft = await chair.GetAsync(address);
        Assert.DoesNotContain("known=", Cell(draft, 1, 2).GetAttribute("href")!, StringComparison.Ordinal);
        for (var step = 0; step < 3; step++)
            await (await chair.GetAsync(address)).Form("form[action*=Sign]").SubmitAsync();
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await host.PostAsync(county.County, "training.participants", "2026-03-02", 8);

        var page = await chair.GetAsync(address);
        var explained = await chair.GetAsync(Cell(page, 1, 2).GetAttribute("href")!);
        Assert.Contains("180人次", string.Concat(explained.Text.Split()), StringComparison.Ordinal);
        Assert.Contains("为止入账的数", explained.Text, StringComparison.Ordinal);
        Assert.Contains("188人次", string.Concat((await explained.FollowAsync("看现在的数")).Text.Split()), StringComparison.Ordinal);

        // 本级 opens to its own records, and 更 to what was corrected.
        var own = await chair.GetAsync(Cell(page, 3, 2).GetAttribute("href")!);
        Assert.Equal("丰36县本级 培训人次", own.Title);
        Assert.Single((await own.FollowAsync("看背后1笔")).Texts("tbody tr"));
        var corrected = page.Document.QuerySelectorAll("tbody tr:first-child td a.jg-figure-sign");
        Assert.Contains("那时", (await chair.GetAsync(corrected[0].GetAttribute("href")!)).Text, StringComparison.Ordinal);
        Assert.Equal(2, corrected.Length);
        Assert.Empty(page.Document.QuerySelectorAll("tbody tr:nth-child(2) a.jg-figure-sign"));

        // A reckoned cell opens to its equation, whose cells open and are marked as well.
        var reckoned = await chair.GetAsync(Cell(page, 1, 10).GetAttribute("href")!);
        Assert.Contains("(2栏 - 9栏) ÷ 9栏 × 100", reckoned.Text, StringComparison.Ordinal);
        Assert.Contains("213.3，冻结时200.0", string.Concat(reckoned.Text.Split()), StringComparison.Ordinal);
        foreach (var part in reckoned.Document.QuerySelectorAll(".jg-parts a"))
            Assert.Equal(HttpStatusCode.OK, (await chair.GetAsync(part.GetAttribute("href")!)).Status);
        host.Statements.Clear();
        await chair.GetAsync(reckoned.Address);
        Assert.InRange(host.Statements.Statements.Count, 1, MostStatements);
    }

    [Fact]
    public async Task EveryNumberOfATable_OpensToAPage_AlsoWhatWasAddedByHand()
    {
        var county = await AddCountyAsync("37");
        await host.PostAsync(county.Township, "training.participants", "2026-03-01", 180);
        await host.PostAsync(county.County, "training.sessions", "2026-03-01", 2);
        await host.PostAsync(county.Township, "training.participants", "2025-03-01", 60);
        using var officer = await host.SignInAsync(Role.Officer, county.County);
        var address = $"/tables/{await StatisticalTables.MakeAsync(host, county.County)}";
        var page = await (await officer.GetAsync(address)).Form("#fill form").Set("row", "3").Set("column", "2").Set("amount", "20").Set("reason", "妇联学校代办的班").SubmitAsync();

        var numbers = page.Document.QuerySelectorAll(".is-statistical tbody .jg-figure").Where(figure => figure.TextContent.Trim() != "—").ToList();
        Assert.NotEmpty(numbers);
        foreach (var number in numbers)
            Assert.Equal(HttpStatusCode.OK, (await officer.GetAsync(number.QuerySelector("a")!.GetAttribute("href")!)).Status);
        var total = await officer.GetAsync(Cell(page, 1, 2).GetAttribute("href")!);
        Assert.Contains("本级，人次（第2栏）：妇联学校代办的班", total.Text, StringComparison.Ordinal);
        Assert.Contains("180", total.Texts("dd a"));
        // A figure alone is opened on its own page, whoever asks for its cell.
        Assert.StartsWith("/figures/explain?", (await officer.GetAsync($"{address}/cells/1/1")).Address, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync($"{address}/cells/1/99")).Status);
    }

    [Fact]
    public async Task WordsAreWrittenIntoATextColumn_Marked_AndNotCountedAsASupplement()
    {
        var county = await AddCountyAsync("38");
        using var officer = await host.SignInAsync(Role.Officer, county.County);
        var json = """{ "table": "remarks", "name": "带备注的表", "version": 1, "validFrom": "2020-01-01", "period": "half", "rows": [{ "name": "合计" }], "columns": [{ "name": "期数", "figure": "training.sessions" }, { "name": "备注", "text": "note" }] }""";
        await (await officer.GetAsync("/tables/definitions")).Form("form[enctype]").Attach("file", "remarks.json", System.Text.Encoding.UTF8.GetBytes(json)).SubmitAsync();
        var page = await (await officer.GetAsync("/tables/new?definition=remarks&period=2026H1")).Form("main form[method=post]").SubmitAsync();

        page = await page.Form("#write form").Set("textRow", "1").Set("textColumn", "2").Set("text", "下半年补办一期").SubmitAsync();

        Assert.Contains("下半年补办一期※", string.Concat(page.Texts("tbody td")), StringComparison.Ordinal);
        Assert.DoesNotContain("含手工补充", page.Text, StringComparison.Ordinal);
        Assert.Contains("文字后的※表示手工填写，不计入补充的占比。", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync(page.Address + "/cells/1/2")).Status);
        var one = await officer.Http.GetFromJsonAsync<JsonElement>("/api/v1" + page.Address);
        Assert.Equal("下半年补办一期", one.GetProperty("rows")[0].GetProperty("cells")[1].GetProperty("words").GetString());
        page = await page.Form("#write form").Set("text", "").SubmitAsync();
        Assert.Contains("文字去掉了。", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATableIsAdopted_SentDown_SeenBelow_AndItsStateIsSeenAbove()
    {
        var county = await AddCountyAsync("34");
        using var officer = await host.SignInAsync(Role.Officer, county.County);
        Assert.Contains("还没有可以布置的报表", (await officer.GetAsync("/tables/requests/new")).Text, StringComparison.Ordinal);
        var definitions = await officer.GetAsync("/tables/definitions");
        var refused = await definitions.Form("form[action*=Adopt]").Set("number", "安妇统1表").SubmitAsync();
        Assert.Contains("请填表号、文号和有效期", refused.Text, StringComparison.Ordinal);
        var adopted = await definitions.Form("form[action*=Adopt]").Set("number", "安妇统1表").Set("documentNumber", "安妇字〔2026〕3号").Set("validTo", "2027-12-31").SubmitAsync();
        Assert.Contains("第1版可以用了", adopted.Text, StringComparison.Ordinal);

        var sent = await (await officer.GetAsync("/tables/requests/new")).Form().Set("due", "2026-12-01").SubmitAsync();
        Assert.Contains("1个单位，已报出0个", sent.Text, StringComparison.Ordinal);
        using var chair = await host.SignInAsync(Role.Chair, county.Township);
        var below = await chair.GetAsync("/tables");
        Assert.Contains("上级要的报表", below.Text, StringComparison.Ordinal);
        Assert.Contains("还没填", below.Text, StringComparison.Ordinal);
        var started = await chair.GetAsync(below.Document.QuerySelector("main tbody a")!.GetAttribute("href")!);
        Assert.Contains("安妇字〔2026〕3号", started.Text, StringComparison.Ordinal);
        Assert.Contains("东34镇妇联", (await started.Form("main form[method=post]").SubmitAsync()).Text, StringComparison.Ordinal);
        Assert.Contains("草稿", (await officer.GetAsync(sent.Address)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnOwnTable_IsUploaded_AndAWrongOneIsRefusedWithItsPlace()
    {
        using var officer = await host.SignInAsync(Role.Officer, host.City.County);
        var page = await officer.GetAsync("/tables/definitions");
        var refused = await page.Form("form[enctype]").Attach("file", "甲.json", "{ \"table\": \"a\" }"u8.ToArray()).SubmitAsync();
        Assert.Contains("甲.json 的 rows：至少要有一行", refused.Text, StringComparison.Ordinal);

        var json = """{ "table": "own", "name": "本县小表", "version": 1, "validFrom": "2020-01-01", "period": "year", "rows": [{ "name": "合计" }], "columns": [{ "name": "期数", "figure": "training.sessions" }] }""";
        page = await (await officer.GetAsync("/tables/definitions")).Form("form[enctype]").Attach("file", "own.json", System.Text.Encoding.UTF8.GetBytes(json)).SubmitAsync();
        Assert.Contains("《本县小表》第1版可以用了。", page.Text, StringComparison.Ordinal);
        Assert.Equal(json, await officer.Http.GetStringAsync(page.Document.QuerySelectorAll("main tbody tr").Single(row => row.TextContent.Contains("本县小表", StringComparison.Ordinal)).QuerySelector("a.jg-act")!.GetAttribute("href")!));
    }

    [Fact]
    public async Task TheApi_ListsTables_AndGivesCellsAndWorkbook()
    {
        var county = await AddCountyAsync("35");
        await host.PostAsync(county.County, "training.participants", "2026-03-01", 180);
        var id = await StatisticalTables.MakeAsync(host, county.County);
        using var reader = await host.SignInAsync(Role.Reader, county.County);

        var list = await reader.Http.GetFromJsonAsync<JsonElement>("/api/v1/tables?period=2026H1");
        Assert.Equal(id, list.GetProperty("lines")[0].GetProperty("id").GetGuid());
        var one = await reader.Http.GetFromJsonAsync<JsonElement>($"/api/v1/tables/{id}");
        Assert.Equal(180, one.GetProperty("rows")[0].GetProperty("cells")[1].GetProperty("value").GetInt32());
        Assert.Equal("人次", one.GetProperty("columns")[1].GetProperty("name").GetString());
        var file = new MemoryStream(await reader.Http.GetByteArrayAsync($"/api/v1/tables/{id}/file"));
        using var book = Spreadsheet.Open(file, "a.xlsx");
        Assert.Equal("妇女培训和活动情况统计表（未报出）", book.Sheets[0].Rows().First()[1].Text);
        Assert.Contains("training-activity", await reader.Http.GetStringAsync("/api/v1/tables/definitions"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.Http.GetAsync($"/api/v1/tables/{Guid.NewGuid()}")).StatusCode);
    }

    /// <summary>The link of a cell, row and column from 1.</summary>
    private static AngleSharp.Dom.IElement Cell(Page page, int row, int column) =>
        page.Document.QuerySelectorAll(".is-statistical tbody tr")[row - 1].QuerySelectorAll("td")[column - 1].QuerySelectorAll(".jg-figure a")[^1];

    private async Task<(Organisation County, Organisation Township)> AddCountyAsync(string number)
    {
        await using var db = host.Database.Open();
        var county = await Testing.Data.Tree.AddAsync(db, $"9901{number}000000", Level.County, $"丰{number}县妇联", host.City.Top);
        return (county, await Testing.Data.Tree.AddAsync(db, $"9901{number}101000", Level.Township, $"东{number}镇妇联", county));
    }
}
