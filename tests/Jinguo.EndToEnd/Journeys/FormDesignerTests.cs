using Jinguo.Core.Base.Access;
using Jinguo.EndToEnd.Browser;
using Microsoft.Playwright;

namespace Jinguo.EndToEnd.Journeys;

/// <summary>
/// A county officer asks something besides in a ledger that is used already; the gate offers the figure for what is held; a
/// village fills in the rest in the record that it writes anyway; the county opens the figure. Then she makes a 簿册.
/// </summary>
[Collection(JourneyCollection.Name)]
public sealed class FormDesignerTests(ChromiumBrowser browser, RunningApp app)
{
    private const string Added = "妇女培训补充项";

    [Theory, InlineData(Device.Desktop, true), InlineData(Device.Phone, false)]
    public async Task AFormMadeInTheBrowser_IsMeasuredPublishedFilledAndCounted(Device device, bool script)
    {
        var stage = await Stage.SetAsync(app);
        var officer = await stage.AddPersonAsync(Role.Officer, stage.County);
        var chair = await stage.AddPersonAsync(Role.Chair, stage.Village);
        await stage.RecordAsync(chair, "育婴", 30, "2026-05-05");
        await browser.VisitAsync(new Visitor(device, script), app.Address, async page =>
        {
            await page.SignInAsync(officer, "/forms/new");
            await page.AssertSoundAsync("forms-new");
            await page.GetByLabel("台账", new() { Exact = true }).SelectOptionAsync("妇女培训");
            await page.PushAsync("加几项");
            await page.IsOnAsync(Added);
            await AddFieldAsync(page, "结业证书", "本", "颁发结业证书数", "发给学员的结业证书，按本计。");
            await AddFieldAsync(page, "培训人次", "人次", "", "");
            await page.GetByLabel("哪一项", new() { Exact = true }).SelectOptionAsync("结业证书");
            await page.GetByLabel("应当", new() { Exact = true }).SelectOptionAsync("不大于");
            await page.WriteAsync("哪一项，或多少", "500");
            await page.WriteAsync("不符时怎么说", "证书超过500本，请核对。");
            await page.PushAsync("加一条检查");
            await page.SeesAsync("结业证书 <= 500");
            await page.WriteAsync("句子", "颁发结业证书{结业证书}。");
            await page.PushAsync("加一句");
            await page.SeesAsync("颁发结业证书{结业证书}。");
            await Assertions.Expect(page.Locator(".jg-phone")).ToContainTextAsync("结业证书");
            await page.AssertSoundAsync("forms-edit");

            await page.FollowAsync("查重并发布");
            await page.SeesAsync("“培训人次”同名");
            await page.SeesAsync("30人次");
            await page.AssertSoundAsync("forms-gate");
            await page.GetByLabel("用已有的，这一项不要", new() { Exact = true }).CheckAsync();
            await PublishAsync(page);
            await page.SeesAsync("1项改用已有的数");
            await page.SeesAsync("没有重复");
            await PublishAsync(page);
            await page.SeesAsync("第1版在用");
            await page.AssertSoundAsync("forms-published");

            await page.SignInAsync(chair, "/ledgers/new/training");
            await page.WriteAsync("培训内容", "刺绣");
            await page.WriteAsync("到场人次", "50");
            await page.Locator("summary").Filter(new() { HasText = "更多（可以不填）" }).ClickAsync();
            await page.WriteAsync("结业证书", "48");
            await page.PushAsync("存下这一笔");
            await page.SeesAsync("颁发结业证书数");

            await page.SignInAsync(officer, $"/figures?show={Uri.EscapeDataString(Added)}");
            await page.GetByRole(AriaRole.Row).Filter(new() { HasText = "柳河" }).Locator("td a").First.ClickAsync();
            await Assertions.Expect(page.Locator("#side")).ToContainTextAsync("发给学员的结业证书");
            await page.FollowAsync("看背后1笔");
            await page.FollowAsync("刺绣培训");
            await page.SeesAsync("48本");
        });
    }

    [Theory, InlineData(Device.Desktop, true), InlineData(Device.Phone, false)]
    public async Task ABundleMadeInTheBrowser_IsPrintedByTheVillage(Device device, bool script)
    {
        var stage = await Stage.SetAsync(app);
        var officer = await stage.AddPersonAsync(Role.Officer, stage.County);
        var chair = await stage.AddPersonAsync(Role.Chair, stage.Village);
        await stage.RecordAsync(chair, "育婴", 30, "2026-05-05");
        await browser.VisitAsync(new Visitor(device, script), app.Address, async page =>
        {
            await page.SignInAsync(officer, "/forms/new");
            await page.WriteAsync("簿册名称", "二簿");
            await page.PushAsync("做一套");
            await AddBookAsync(page, "活动登记簿", "妇女活动");
            await AddBookAsync(page, "培训登记簿", "妇女培训");
            await page.PushAsync("上移：培训登记簿");
            await page.SeesAsync("1　培训登记簿");
            await page.AssertSoundAsync("forms-bundle");
            await page.FollowAsync("发布");
            await PublishAsync(page);
            await page.SeesAsync("第1版在用");
            await page.AssertSoundAsync("forms-bundle-published");

            await page.SignInAsync(chair, "/ledgers/books");
            await page.GetByRole(AriaRole.Combobox, new() { Name = "簿册", Exact = true }).SelectOptionAsync("二簿");
            if (!script)
                await page.PushAsync("查");
            await page.IsOnAsync("二簿");
            await page.SeesAsync("育婴培训");
            await page.AssertSoundAsync("books-own");
        });
    }

    private static async Task AddFieldAsync(IPage page, string name, string unit, string measure, string definition)
    {
        await page.FollowAsync("加一项");
        await page.WriteAsync("名称", name);
        await page.GetByLabel("填什么", new() { Exact = true }).SelectOptionAsync("数");
        await page.WriteAsync("单位", unit);
        await page.WriteAsync("计入数据项", measure);
        await page.WriteAsync("口径", definition);
        await page.PushAsync("存下");
        await page.SeesAsync(name);
    }

    private static async Task AddBookAsync(IPage page, string name, string ledger)
    {
        await page.WriteAsync("这一本的名称", name);
        await page.GetByLabel(ledger, new() { Exact = true }).CheckAsync();
        await page.PushAsync("加上");
        await page.SeesAsync(name);
    }

    private static async Task PublishAsync(IPage page)
    {
        await page.WriteAsync("文号", "青妇字〔2026〕5号");
        await page.WriteAsync("用到哪天", "2027-12-31");
        await page.PushAsync("发布");
    }
}
