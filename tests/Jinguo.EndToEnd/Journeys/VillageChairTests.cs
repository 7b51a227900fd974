using System.Text.RegularExpressions;
using Jinguo.Core.Base.Access;
using Jinguo.EndToEnd.Browser;
using Microsoft.Playwright;

namespace Jinguo.EndToEnd.Journeys;

/// <summary>A village chair records a training on her phone, and keeps it right.</summary>
[Collection(JourneyCollection.Name)]
public sealed partial class VillageChairTests(ChromiumBrowser browser, RunningApp app)
{
    [Theory, InlineData(Device.Phone, true), InlineData(Device.Desktop, false)]
    public async Task ATraining_IsRecordedOnceAndCounts_ThenIsCorrectedWithdrawnAndRestored(Device device, bool script)
    {
        var stage = await Stage.SetAsync(app);
        var chair = await stage.AddPersonAsync(Role.Chair, stage.Village);
        await stage.RecordAsync(chair, "刺绣", 20, "2026-10-08");
        await browser.VisitAsync(new Visitor(device, script), app.Address, async page =>
        {
            await page.SignInAsync(chair, "/ledgers");
            await page.AssertSoundAsync("ledgers");
            await page.FollowAsync("记一笔");
            await page.AssertSoundAsync("ledgers-choose");
            await page.FollowAsync("妇女培训");
            await page.IsOnAsync("记一笔：妇女培训");
            await FillInAsync(page, script);
            await page.AssertSoundAsync("ledgers-new");
            await SaveTwiceAsync(page, script);
            await SeesItCountAsync(page);
            await SavesAgainFromTheBackButtonAsync(page);

            await page.GotoAsync("/ledgers/list?type=training");
            var row = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "50余" });
            await Assertions.Expect(row).ToContainTextAsync("待审核");
            await Assertions.Expect(row).ToContainTextAsync("已计入");
            await page.AssertSoundAsync("ledgers-list");
            await row.GetByRole(AriaRole.Link).ClickAsync();

            await CorrectAsync(page, script);
            await WithdrawAndRestoreAsync(page);
        });
        Assert.Equal(2, await stage.CountRecordsAsync());
    }

    [Theory, InlineData(Device.Phone, true), InlineData(Device.Desktop, false)]
    public async Task WhatWasTyped_SurvivesASignInThatRanOutMeanwhile(Device device, bool script)
    {
        var stage = await Stage.SetAsync(app);
        var chair = await stage.AddPersonAsync(Role.Chair, stage.Village);
        await browser.VisitAsync(new Visitor(device, script), app.Address, async page =>
        {
            await page.SignInAsync(chair, "/ledgers/new/training");
            await page.WriteAsync("培训内容", "月嫂护理");
            await page.WriteAsync("到场人次", "36");
            await page.Context.ClearCookiesAsync(new() { Name = app.Host.CookieName });
            await page.PushAsync("存下这一笔");
            await page.SeesAsync("您填写的内容没有丢");
            await page.AssertSoundAsync("sign-in-kept");
            await page.EnterAsync(chair.UserName);
            await page.SeesAsync("您填写的内容还在");
            await page.SeesAsync("月嫂护理");
            await page.AssertSoundAsync("kept");
            await page.PushAsync("继续提交");
            await page.IsOnAsync("月嫂护理培训");
            await page.SeesAsync("已存下，各级数字加上培训期数1期、培训人次36人次。");
        });
        Assert.Equal(1, await stage.CountRecordsAsync());
    }

    [Theory, InlineData(Device.Phone, true), InlineData(Device.Desktop, false)]
    public async Task AnEditThatSomebodyElseOvertook_ShowsBothVersions(Device device, bool script)
    {
        var stage = await Stage.SetAsync(app);
        var chair = await stage.AddPersonAsync(Role.Chair, stage.Village);
        await stage.RecordAsync(chair, "剪纸", 30, "2026-11-02");
        await browser.VisitAsync(new Visitor(device, script), app.Address, async page =>
        {
            await page.SignInAsync(chair, "/ledgers/list");
            await page.FollowAsync("剪纸培训");
            await page.FollowAsync("修改");
            await page.WriteAsync("到场人次", "31");
            var other = await page.Context.NewPageAsync();
            await other.GotoAsync(page.Url);
            await other.WriteAsync("到场人次", "32");
            await other.PushAsync("存下");
            await other.SeesAsync("已存下，各级数字跟着改了。");

            await page.PushAsync("存下");
            var versions = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "到场人次" });
            await Assertions.Expect(versions).ToContainTextAsync("32人次");
            await Assertions.Expect(versions).ToContainTextAsync("31人次");
            await page.AssertSoundAsync("ledgers-stale");
            await page.PushAsync("用我填的存下");
            await page.SeesAsync("32人次 → 31人次");
        });
    }

    private static async Task FillInAsync(IPage page, bool script)
    {
        var day = page.GetByLabel("日期", new() { Exact = true });
        if (script)
        {
            await page.PushAsync("昨天19日");
            await page.PushAsync("刺绣");
        }
        else
        {
            await day.FillAsync("2026-11-19");
            await page.WriteAsync("培训内容", "刺绣");
        }
        await Assertions.Expect(day).ToHaveValueAsync("2026-11-19");
        await Assertions.Expect(page.GetByLabel("培训内容", new() { Exact = true })).ToHaveValueAsync("刺绣");
        await Assertions.Expect(page.GetByLabel("地点", new() { Exact = true })).ToHaveValueAsync("妇女之家");
        await page.WriteAsync("到场人次", "50");
        await Hedge(page, "余").ClickAsync();
        if (script)
            await Assertions.Expect(page.Locator("[data-hedged] output").First).ToHaveTextAsync("约数，记作 50余人次");
    }

    // Without script nothing holds the second press back but the key of the form.
    private static Task SaveTwiceAsync(IPage page, bool script) =>
        script ? page.Button("存下这一笔").DblClickAsync() : page.PushAsync("存下这一笔");

    private static async Task SeesItCountAsync(IPage page)
    {
        await page.IsOnAsync("刺绣培训");
        await page.SeesAsync("培训人次50余人次");
        await Assertions.Expect(page.Locator("main .jg-status").First).ToHaveTextAsync("待审核");
        await Assertions.Expect(page.Locator("main .jg-status").Nth(1)).ToHaveTextAsync("已计入");
        await page.AssertSoundAsync("ledgers-show");
    }

    /// <summary>Browsers may show the old form or fetch a new one: in neither case is there a second record.</summary>
    private static async Task SavesAgainFromTheBackButtonAsync(IPage page)
    {
        await page.GoBackAsync();
        await page.IsOnAsync("记一笔：妇女培训");
        await page.WriteAsync("日期", "2026-11-19");
        await page.WriteAsync("培训内容", "刺绣");
        await page.WriteAsync("到场人次", "50");
        await page.PushAsync("存下这一笔");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(AlreadyThere());
    }

    private static ILocator Hedge(IPage page, string word) =>
        page.GetByLabel("到场人次是不是约数").GetByLabel(word, new() { Exact = true });

    private static async Task CorrectAsync(IPage page, bool script)
    {
        await page.FollowAsync("修改");
        await page.WriteAsync("到场人次", "52");
        // With script a second press takes the hedge away; without, the exact number is a choice of its own.
        await Hedge(page, script ? "余" : "准数").ClickAsync();
        await page.WriteAsync("说明", "签到表上是52人");
        await page.AssertSoundAsync("ledgers-edit");
        await page.PushAsync("存下");
        await page.SeesAsync("50余人次 → 52人次");
        await page.SeesAsync("签到表上是52人");
    }

    private static async Task WithdrawAndRestoreAsync(IPage page)
    {
        await page.WriteAsync("为什么撤回", "和镇里记重了");
        await page.Locator("form").Filter(new() { HasText = "为什么撤回" }).GetByRole(AriaRole.Button).ClickAsync();
        await page.SeesAsync("这条记录已经撤回，不在列表和数字里。");
        await page.SeesAsync("还没有计入任何数。");
        await page.AssertSoundAsync("ledgers-withdrawn");
        await page.PushAsync("恢复");
        await page.SeesAsync("已恢复。");
        await Assertions.Expect(page.Locator("main .jg-status").Nth(1)).ToHaveTextAsync("已计入");
    }

    [GeneratedRegex("先前已经存下|已经记过一笔", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AlreadyThere();
}
