using Jinguo.EndToEnd.Browser;
using Microsoft.Playwright;

namespace Jinguo.EndToEnd.Ui;

/// <summary>The components as a browser shows and works them.</summary>
[Collection(JourneyCollection.Name)]
public sealed class ComponentsTests(ChromiumBrowser browser, RunningApp app)
{
    [Theory, MemberData(nameof(Visitor.Every), MemberType = typeof(Visitor))]
    public async Task EveryComponent_FitsTheScreenAndIsAccessible(Device device, bool script) =>
        await browser.VisitAsync(new Visitor(device, script), app.Address, async page =>
        {
            await page.GotoAsync("/components");
            await page.AssertFitsWidthAsync();
            await page.AssertAccessibleAsync();
            await page.GotoAsync("/components/side");
            await page.AssertFitsWidthAsync();
            await page.AssertAccessibleAsync();
        });

    [Theory, InlineData(Device.Desktop), InlineData(Device.Phone)]
    public async Task TheElderVersion_FitsTheScreenAndIsAccessible(Device device) =>
        await browser.VisitAsync(new Visitor(device), app.Address, async page =>
        {
            await page.Context.AddCookiesAsync([new() { Name = "jg-elder", Value = "1", Url = app.Address }]);
            await page.GotoAsync("/components");
            await page.AssertFitsWidthAsync();
            await page.AssertAccessibleAsync();
            var small = await page.EvaluateAsync<int>("[...document.querySelectorAll('main *')].filter(e => e.childNodes.length && [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) && parseFloat(getComputedStyle(e).fontSize) < 20).length");
            Assert.Equal(0, small);
        });

    [Fact]
    public async Task AHedge_IsReadBackAndTakenAwayByASecondPress() =>
        await browser.VisitAsync(new Visitor(Device.Phone), app.Address, async page =>
        {
            await page.GotoAsync("/components");
            var reading = page.Locator("[data-hedged] output");
            await page.GetByLabel("到场人次", new() { Exact = true }).FillAsync("５0");
            await Assertions.Expect(reading).ToHaveTextAsync("约数，记作 50余人次");
            await page.GetByLabel("近", new() { Exact = true }).ClickAsync();
            await Assertions.Expect(reading).ToHaveTextAsync("约数，记作 近50人次");
            await page.GetByLabel("近", new() { Exact = true }).ClickAsync();
            await Assertions.Expect(reading).ToBeEmptyAsync();
        });

    [Fact]
    public async Task WhatWasTyped_SurvivesLeavingAndIsGoneOnceSaved() =>
        await browser.VisitAsync(new Visitor(Device.Desktop), app.Address, async page =>
        {
            await page.GotoAsync("/components?ok=1");
            await page.GetByRole(AriaRole.Button, new() { Name = "反家暴法" }).ClickAsync();
            await page.GotoAsync("/components/side");
            await page.GotoAsync("/components?ok=1");
            await Assertions.Expect(page.GetByLabel("培训内容")).ToHaveValueAsync("反家暴法");
            await Assertions.Expect(page.GetByText("上次没存下的内容已填回来。")).ToBeVisibleAsync();

            await page.GetByLabel("到场人次", new() { Exact = true }).FillAsync("52");
            await page.GetByRole(AriaRole.Button, new() { Name = "存下" }).ClickAsync();
            await Assertions.Expect(page.GetByText("已存下，培训人次加52。")).ToBeVisibleAsync();
            await page.GotoAsync("/components?ok=1");
            await Assertions.Expect(page.GetByLabel("培训内容")).ToHaveValueAsync("");
        });

    [Fact]
    public async Task AFigure_OpensBesideTheTableAndEscapeReturns() =>
        await browser.VisitAsync(new Visitor(Device.Desktop), app.Address, async page =>
        {
            await page.GotoAsync("/components");
            var figure = page.GetByRole(AriaRole.Link, new() { Name = "168" });
            await figure.ClickAsync();
            await Assertions.Expect(page.Locator("#side-slot h1")).ToBeFocusedAsync();
            await page.AssertAccessibleAsync();
            await page.Keyboard.PressAsync("Escape");
            await Assertions.Expect(page.Locator("#side-slot h1")).ToHaveCountAsync(0);
            await Assertions.Expect(figure).ToBeFocusedAsync();
        });

    [Fact]
    public async Task AChart_IsLoadedOnlyWhenSeen() =>
        await browser.VisitAsync(new Visitor(Device.Desktop), app.Address, async page =>
        {
            var loaded = new List<string>();
            page.Request += (_, request) => loaded.Add(request.Url);
            await page.GotoAsync("/components", new() { WaitUntil = WaitUntilState.NetworkIdle });
            Assert.DoesNotContain(loaded, url => url.Contains("charts", StringComparison.Ordinal));
            await page.Locator(".jg-chart").ScrollIntoViewIfNeededAsync();
            await Assertions.Expect(page.Locator(".jg-chart canvas")).ToBeVisibleAsync();
        });
}
