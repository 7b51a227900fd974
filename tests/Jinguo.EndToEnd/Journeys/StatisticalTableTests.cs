using Jinguo.Core.Base.Access;
using Jinguo.EndToEnd.Browser;
using Jinguo.Office.Excel;
using Jinguo.Testing.Web;
using Microsoft.Playwright;

namespace Jinguo.EndToEnd.Journeys;

/// <summary>A county fills a statistical table from its ledgers, supplements it, signs and files it, prints it, and follows a later correction to its difference.</summary>
[Collection(JourneyCollection.Name)]
public sealed class StatisticalTableTests(ChromiumBrowser browser, RunningApp app)
{
    [Theory, InlineData(Device.Desktop, true), InlineData(Device.Phone, false)]
    public async Task ATable_IsFilledSupplementedSignedAndFiled(Device device, bool script)
    {
        var stage = await Stage.SetAsync(app);
        await app.Host.PostAsync(stage.Village, "training.participants", "2026-03-01", 1234);
        var chair = await stage.AddPersonAsync(Role.Chair, stage.County);
        await browser.VisitAsync(new Visitor(device, script), app.Address, async page =>
        {
            await page.SignInAsync(chair, "/tables");
            await page.AssertSoundAsync("tables-empty");
            await page.FollowAsync("填报表");
            await page.SeesAsync("勾稽关系");
            await page.AssertSoundAsync("tables-new");
            await page.PushAsync("填这张表");
            await page.IsOnAsync("妇女培训和活动情况统计表");
            await page.SeesAsync("1,234");

            await page.GetByLabel("行", new() { Exact = true }).SelectOptionAsync("本级");
            await page.GetByLabel("栏", new() { Exact = true }).SelectOptionAsync("2 人次");
            await page.WriteAsync("补充数", "20");
            await page.WriteAsync("原因和来源", "妇联学校代办的班");
            await page.PushAsync("补上");
            await page.SeesAsync("※含手工补充：第2栏人次20，占合计的1.6%。");
            await page.AssertSoundAsync("tables-show");

            await page.PushAsync("填表人签字");
            await page.SeesAsync("数已冻结");
            await page.PushAsync("审核人签字");
            await page.Locator("summary").Filter(new() { HasText = "签字并报出" }).ClickAsync();
            await page.PushAsync("确认报出");
            await page.SeesAsync("已报出，每一格都不再改。");
            await page.AssertSoundAsync("tables-filed");

            var download = await page.RunAndWaitForDownloadAsync(() => page.FollowAsync("导出Excel"));
            await using var file = File.OpenRead(await download.PathAsync());
            using var book = Spreadsheet.Open(file, "报表.xlsx");
            Assert.Contains(book.Sheets[0].Rows(), row => row[1].Text == "合计" && row[3].Number == 1254);

            var filed = page.Url;
            await page.EmulateMediaAsync(new() { Media = Media.Print });
            await Assertions.Expect(page.GetByText("单位负责人")).ToBeVisibleAsync();
            await Assertions.Expect(page.GetByText("经过", new() { Exact = true })).ToBeHiddenAsync();
            await page.EmulateMediaAsync(new() { Media = Media.Screen });

            // Something of the period is recorded late: the table stays as filed, says so, and leads to both.
            app.Host.Clock.Advance(TimeSpan.FromMinutes(1));
            await app.Host.PostAsync(stage.Village, "training.participants", "2026-03-02", 6);
            await page.GotoAsync(filed);
            await page.SeesAsync("之后台账变了");
            await page.AssertSoundAsync("tables-corrected");
            await page.GetByRole(AriaRole.Row).Filter(new() { HasText = "柳河" }).GetByRole(AriaRole.Link, new() { Name = "更：冻结后台账有更正，看差异" }).First.ClickAsync();
            await page.SeesAsync("1,240");
            await page.GotoAsync(filed);
            await page.GetByRole(AriaRole.Row).Filter(new() { HasText = "柳河" }).GetByRole(AriaRole.Link, new() { Name = "1,234", Exact = true }).First.ClickAsync();
            await Assertions.Expect(page.Locator("#side")).ToContainTextAsync("为止入账的数");
            await page.AssertSoundAsync("tables-known");
            await page.GotoAsync(filed);
            await page.GetByRole(AriaRole.Row).Filter(new() { HasText = "合计" }).GetByRole(AriaRole.Link, new() { Name = "1,254", Exact = true }).First.ClickAsync();
            await Assertions.Expect(page.Locator("#side")).ToContainTextAsync("妇联学校代办的班");
            await page.AssertSoundAsync("tables-cell");

            await page.GotoAsync("/tables");
            await page.SeesAsync("已报出");
            await page.AssertSoundAsync("tables");
            await page.GotoAsync("/tables/definitions");
            await page.AssertSoundAsync("tables-definitions");
            await page.WriteAsync("表号", "青妇统1表");
            await page.WriteAsync("文号", "青妇字〔2026〕3号");
            await page.WriteAsync("有效期至", "2027-12-31");
            await page.PushAsync("作为本单位的报表");
            await page.GotoAsync("/tables/requests/new");
            await page.WriteAsync("报送期限", "2026-12-01");
            await page.AssertSoundAsync("tables-request");
            await page.PushAsync("布置");
            await page.SeesAsync("1个单位，已报出0个");
            await page.AssertSoundAsync("tables-asked");
        });
    }
}
