using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Time;
using Jinguo.EndToEnd.Browser;
using Microsoft.Playwright;

namespace Jinguo.EndToEnd.Journeys;

/// <summary>A village chair records in the mountains, where there is no network, and it arrives when she is back.</summary>
[Collection(JourneyCollection.Name)]
public sealed class WithoutNetworkTests(ChromiumBrowser browser, RunningApp app)
{
    private static readonly Visitor Phone = new(Device.Phone, Script: true);

    [Fact]
    public async Task WhatIsRecordedWithoutNetwork_IsSentOnceWhenItIsBack()
    {
        var stage = await Stage.SetAsync(app);
        var chair = await stage.AddPersonAsync(Role.Chair, stage.Village);
        await browser.VisitAsync(Phone, app.Address, async page =>
        {
            await page.Clock.SetFixedTimeAsync(app.Host.Clock.GetUtcNow().UtcDateTime);
            await page.SignInAsync(chair, "/ledgers/new/training");
            await IsReadyAsync(page);
            await CutOffAsync(page);

            await page.GotoAsync("/ledgers");
            await page.IsOnAsync("没有网络也能记");
            await page.SeesAsync("现在没有网络");
            await page.AssertSoundAsync("offline");
            foreach (var topic in (string[])["月嫂护理", "刺绣"])
            {
                await page.GotoAsync("/ledgers/new/training");
                await page.IsOnAsync("记一笔：妇女培训");
                await page.WriteAsync("培训内容", topic);
                await page.WriteAsync("到场人次", "36");
                await page.PushAsync("存下这一笔");
                await page.IsOnAsync("没有网络也能记");
            }
            await page.SeesAsync("有2笔等着送出");
            Assert.Equal(0, await stage.CountRecordsAsync());

            await page.Context.SetOfflineAsync(false);
            await page.SeesAsync("2笔已送出存好");
            await page.SeesAsync("没有等着送出的");
            await page.GotoAsync("/ledgers/list");
            await page.SeesAsync("月嫂护理培训");
            await page.SeesAsync("刺绣培训");
        });
        Assert.Equal(2, await stage.CountRecordsAsync());
    }

    [Fact]
    public async Task WhatCannotBeTaken_StaysWithItsReasonUntilItIsSetRight()
    {
        var stage = await Stage.SetAsync(app);
        var chair = await stage.AddPersonAsync(Role.Chair, stage.Village);
        await browser.VisitAsync(Phone, app.Address, async page =>
        {
            await page.Clock.SetFixedTimeAsync(app.Host.Clock.GetUtcNow().UtcDateTime);
            await page.SignInAsync(chair, "/ledgers/new/training");
            await IsReadyAsync(page);
            await CutOffAsync(page);
            await page.ReloadAsync();
            await page.WriteAsync("到场人次", "很多");
            await page.WriteAsync("培训内容", "剪纸");
            await page.PushAsync("存下这一笔");
            await page.SeesAsync("有1笔等着送出");

            await page.Context.SetOfflineAsync(false);
            await page.SeesAsync("认不出是多少");
            await page.AssertSoundAsync("offline-refused");
            await page.FollowAsync("打开");
            await Assertions.Expect(page.GetByLabel("培训内容", new() { Exact = true })).ToHaveValueAsync("剪纸");
            await page.WriteAsync("到场人次", "12");
            await page.PushAsync("存下这一笔");
            await page.IsOnAsync("剪纸培训");
            await page.GotoAsync("/offline");
            await page.SeesAsync("没有等着送出的");
        });
        Assert.Equal(1, await stage.CountRecordsAsync());
    }

    [Fact]
    public async Task AFormKeptSinceYesterday_ProposesToday()
    {
        var stage = await Stage.SetAsync(app);
        var chair = await stage.AddPersonAsync(Role.Chair, stage.Village);
        await browser.VisitAsync(Phone, app.Address, async page =>
        {
            await page.SignInAsync(chair, "/ledgers/new/training");
            await IsReadyAsync(page);
            await CutOffAsync(page);
            await page.Clock.SetFixedTimeAsync(app.Host.Clock.GetUtcNow().UtcDateTime.AddDays(1));
            await page.ReloadAsync();

            await Assertions.Expect(page.Locator("input[name=f-day]")).ToHaveValueAsync($"{app.Host.Clock.Today().AddDays(1):yyyy-MM-dd}");
        });
    }

    [Fact]
    public async Task WhoSignsOut_LeavesNoFormBehind()
    {
        var stage = await Stage.SetAsync(app);
        var chair = await stage.AddPersonAsync(Role.Chair, stage.Village);
        await browser.VisitAsync(Phone, app.Address, async page =>
        {
            await page.Clock.SetFixedTimeAsync(app.Host.Clock.GetUtcNow().UtcDateTime);
            await page.SignInAsync(chair, "/ledgers/new/training");
            await IsReadyAsync(page);
            await page.GotoAsync("/ledgers");
            await page.Locator(".jg-phonebar summary").ClickAsync();
            await page.Locator(".jg-phonebar").GetByRole(AriaRole.Button, new() { Name = "退出登录" }).ClickAsync();
            await page.IsAtAsync("/sign-in");
            await CutOffAsync(page);
            await page.GotoAsync("/ledgers/new/training");
            await page.IsOnAsync("没有网络也能记");
            await Assertions.Expect(page.Locator("#forms li")).ToHaveCountAsync(0);
        });
    }

    /// <summary>The worker serves the page and has kept it.</summary>
    // The browser cuts off its worker a moment after the page: until then the worker fetches what is asked for.
    private static async Task CutOffAsync(IPage page)
    {
        await page.Context.SetOfflineAsync(true);
        var probe = await page.Context.NewPageAsync();
        await Processes.Until.TrueAsync(
            async () =>
            {
                await probe.GotoAsync("/ledgers");
                return await probe.Locator("h1").First.TextContentAsync();
            },
            title => title == "没有网络也能记");
        await probe.CloseAsync();
    }

    private static async Task IsReadyAsync(IPage page) =>
        await page.WaitForFunctionAsync(
            "async () => navigator.serviceWorker.controller !== null && (await (await caches.open('jinguo-offline-1')).match('/ledgers/new/training')) !== undefined && (await (await caches.open('jinguo-offline-1')).match('/offline')) !== undefined");
}
