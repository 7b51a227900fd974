using Jinguo.Core.Base.Access;
using Jinguo.EndToEnd.Accessibility;
using Jinguo.EndToEnd.Browser;
using Jinguo.Testing.Web;
using Microsoft.Playwright;

namespace Jinguo.EndToEnd.Journeys;

/// <summary>The front desk: a call is taken while she speaks; a matter goes to the township and comes back answered.</summary>
[Collection(JourneyCollection.Name)]
public sealed class FrontDeskTests(ChromiumBrowser browser, RunningApp app)
{
    private const string Request = "丈夫多次动手，想知道怎样申请保护令";

    [Fact]
    public async Task ACall_IsTakenByKeyboardAlone_WithSixInputs_KeptWhileItIsTyped_AndFoundByItsCode()
    {
        var stage = await Stage.SetAsync(app);
        await ReceivedCases.MakeAsync(app.Host, stage.County);
        var officer = await stage.AddPersonAsync(Role.Officer, stage.County);
        await browser.VisitAsync(new Visitor(Device.Desktop), app.Address, async page =>
        {
            await page.AddInitScriptAsync(PageAudit.Script);
            await page.SignInAsync(officer, "/cases");
            await page.PressAtAsync(page.Link("登记"));
            await page.IsOnAsync("登记来信来访来电");

            // 渠道 is a call and 诉求种类 advice without a touch.
            await page.TypeAtAsync("姓名", "张某某");
            await page.TypeAtAsync("电话", "13800001234");
            await page.TypeAtAsync("诉求", Request);
            await ChooseAsync(page, "问题类别", "violence");
            await ChooseAsync(page, "风险等级", "yellow");
            await page.TypeAtAsync("安全联系", "只在工作日上午打电话");
            await Assertions.Expect(page.Locator("[data-kept]")).ToContainTextAsync("已存 ", new() { Timeout = 20_000 });
            await page.PressAtAsync(page.Button("登记"));

            await page.SeesAsync("您是首问责任人");
            await page.AssertSoundAsync("case-received");
            await page.PressAtAsync(page.Link("打印回执"));
            await page.IsOnAsync("回执");
            var code = await page.Locator(".jg-paper-code").InnerTextAsync();
            await page.GotoAsync("/cases");
            await page.TypeAtAsync("编号或查询码", code);
            await page.Keyboard.PressAsync("Enter");
            await page.SeesAsync(Request);
        });
    }

    [Theory, InlineData(Device.Desktop, true), InlineData(Device.Phone, false)]
    public async Task AMatter_GoesToTheTownship_AndComesBackAnswered(Device device, bool script)
    {
        var stage = await Stage.SetAsync(app);
        var (id, letter) = await ReceivedCases.ReferAsync(app.Host, stage.County, stage.Township);
        var county = await stage.AddPersonAsync(Role.Chair, stage.County);
        var township = await stage.AddPersonAsync(Role.Officer, stage.Township);
        await browser.VisitAsync(new Visitor(device, script), app.Address, async page =>
        {
            await page.SignInAsync(township, "/cases");
            await page.FollowAsync("去看看");
            await page.FollowAsync(stage.County.Name);
            await page.IsAtAsync($"/cases/incoming/{letter}$");
            await page.SeesAsync("只在工作日上午打电话");
            await page.AssertSoundAsync("case-arrived");
            await page.PushAsync("接收");
            await page.IsOnAsync("个案 云妇访");
            var own = new Uri(page.Url).AbsolutePath;
            await WriteAsync(page, own, "act=Accept", "已受理，约双方到镇上谈");
            await WriteAsync(page, own, "act=Answer", "双方达成调解协议，已答复本人");
            await page.WriteAsync("反馈结果", "双方达成调解协议");
            await page.PushAsync("反馈");
            await page.SeesAsync("已反馈给转来的单位");
            await page.AssertSoundAsync("case-returned");

            await page.SignInAsync(county, $"/cases/{id}");
            await page.SeesAsync($"{stage.Township.Name}：已反馈");
            await page.SeesAsync("双方达成调解协议");
            await Assertions.Expect(page.Locator("main")).Not.ToContainTextAsync("约双方到镇上谈");
            await page.AssertSoundAsync("case-referred");
        });
    }

    private static async Task WriteAsync(IPage page, string address, string act, string text)
    {
        await page.GotoAsync($"{address}/write?{act}");
        await page.Locator("[name=Text]").FillAsync(text);
        await page.PushAsync("记下");
        await page.SeesAsync("记下了，现在是");
    }

    private static async Task ChooseAsync(IPage page, string label, string value)
    {
        var field = page.GetByLabel(label, new() { Exact = true });
        await page.TabToAsync(field);
        for (var step = 0; step < 40 && await field.InputValueAsync() != value; step++)
            await page.Keyboard.PressAsync(step < 10 ? "ArrowDown" : "ArrowUp");
        await Assertions.Expect(field).ToHaveValueAsync(value);
    }
}
