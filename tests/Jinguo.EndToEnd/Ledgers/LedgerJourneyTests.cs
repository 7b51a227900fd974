using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Jinguo.EndToEnd.Browser;
using Microsoft.Playwright;

namespace Jinguo.EndToEnd.Ledgers;

/// <summary>记一笔 and 审核, as a village chair and a township reviewer do them.</summary>
[Collection(JourneyCollection.Name)]
[Trait("Database", "Both")]
public class LedgerJourneyTests(ChromiumBrowser browser, RunningApp app)
{
    private Organisation Township => app.Host.City.Township;

    private Organisation Village => app.Host.City.Village;

    [Theory, MemberData(nameof(Visitor.Every), MemberType = typeof(Visitor))]
    public async Task RecordThenReview_OnEachDeviceWithAndWithoutScript(Device device, bool script)
    {
        var visitor = new Visitor(device, script);
        var topic = $"家政服务技能{visitor}";
        await browser.VisitAsync(visitor, app.Address, async page =>
        {
            await app.SignInAsync(page, Role.Chair, Village);
            await page.GotoAsync("/ledgers/new");
            await CheckAsync(page);
            await page.GetByRole(AriaRole.Link, new() { Name = "妇女培训" }).ClickAsync();
            await CheckAsync(page);
            await RecordAsync(page, topic, "50");
            await Expect(page, $"{topic}培训");
            Assert.Contains("培训人次50余人次", await page.Locator(".jg-message").First.InnerTextAsync(), StringComparison.Ordinal);
            await CheckAsync(page);

            await page.GotoAsync("/ledgers/new/training");
            await RecordAsync(page, topic, "50");
            Assert.Contains("已经记过一笔", await page.Locator(".jg-message.is-warn").InnerTextAsync(), StringComparison.Ordinal);
            await CheckAsync(page);

            await page.GotoAsync("/ledgers/list?type=training");
            await CheckAsync(page);
            await page.GetByRole(AriaRole.Link, new() { Name = $"{topic}培训" }).ClickAsync();
            await page.GetByRole(AriaRole.Link, new() { Name = "修改" }).ClickAsync();
            await page.Locator("#f-participants").FillAsync("45");
            await page.GetByRole(AriaRole.Button, new() { Name = "存下" }).ClickAsync();
            await Expect(page, $"{topic}培训");
            await page.GotoAsync("/ledgers");
            await CheckAsync(page);
        });
        await browser.VisitAsync(visitor, app.Address, async page =>
        {
            await app.SignInAsync(page, Role.Reviewer, Township);
            await page.GotoAsync("/ledgers/review");
            await CheckAsync(page);
            await page.GetByRole(AriaRole.Link, new() { Name = $"{topic}培训" }).ClickAsync();
            await CheckAsync(page);
            await page.Locator("#reason").FillAsync("日期和签到表对不上，请核一下");
            await page.Locator("#return").GetByRole(AriaRole.Button, new() { Name = "退回" }).ClickAsync();
            Assert.Contains("已退回1条", await page.Locator(".jg-message").First.InnerTextAsync(), StringComparison.Ordinal);
            await page.Locator(".jg-message").GetByRole(AriaRole.Button, new() { Name = "撤回" }).ClickAsync();
            await Assertions.Expect(page.Locator(".jg-message").First).ToContainTextAsync("又排在待审核里");
            await page.GotoAsync("/ledgers/review");
            await page.GetByRole(AriaRole.Button, new() { Name = $"接受：{topic}培训" }).ClickAsync();
            Assert.Contains("已接受1条", await page.Locator(".jg-message").First.InnerTextAsync(), StringComparison.Ordinal);
            await CheckAsync(page);
        });
    }

    private static async Task RecordAsync(IPage page, string topic, string participants)
    {
        await page.Locator("#f-topic").FillAsync(topic);
        await page.Locator("#f-place").FillAsync("芙蓉村妇女之家");
        await page.Locator("#f-participants").FillAsync(participants);
        await page.Locator("label.jg-choice", new() { HasText = "余" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "存下这一笔" }).ClickAsync();
    }

    private static async Task CheckAsync(IPage page)
    {
        await page.AssertFitsWidthAsync();
        await page.AssertAccessibleAsync();
    }

    private static Task Expect(IPage page, string title) => Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(title);
}
