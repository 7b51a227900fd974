using Jinguo.Core.Base.Access;
using Jinguo.EndToEnd.Browser;
using Microsoft.Playwright;

namespace Jinguo.EndToEnd.Accessibility;

/// <summary>长辈版 is found where one looks for it, and its letters grow to what elderly readers need.</summary>
[Collection(JourneyCollection.Name)]
public sealed class ElderVersionTests(ChromiumBrowser browser, RunningApp app)
{
    [Theory, InlineData(Device.Desktop), InlineData(Device.Phone)]
    public async Task TheElderVersion_IsOfferedInSightOnTheFirstPages(Device device) =>
        await browser.VisitAsync(new Visitor(device), app.Address, async page =>
        {
            await page.GotoAsync("/sign-in");
            await Assertions.Expect(Entrance(page)).ToBeInViewportAsync();
            await app.SignInAsync(page, Role.Chair, app.Host.City.Village);
            await page.GotoAsync("/");
            await Assertions.Expect(Entrance(page)).ToBeInViewportAsync();
            await Entrance(page).ClickAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "退出长辈版" }).Locator("visible=true").First).ToBeInViewportAsync();
            Assert.Equal("20px", await LettersAsync(page));
        });

    [Theory, InlineData(true), InlineData(false)]
    public async Task TheSettings_OfferLettersUpToThirtyPixels(bool script) =>
        await browser.VisitAsync(new Visitor(Device.Phone, script), app.Address, async page =>
        {
            await app.SignInAsync(page, Role.Chair, app.Host.City.Village);
            await page.GotoAsync("/account");
            foreach (var (words, letters) in new[] { ("长辈版，特大字", "30px"), ("长辈版", "20px"), ("普通", "16px") })
            {
                var choice = page.Locator("main").GetByRole(AriaRole.Button, new() { Name = words, Exact = true });
                await choice.ClickAsync();
                await Assertions.Expect(choice).ToHaveAttributeAsync("aria-pressed", "true");
                Assert.Equal(letters, await LettersAsync(page));
            }
        });

    private static ILocator Entrance(IPage page) =>
        page.GetByRole(AriaRole.Button, new() { Name = "长辈版", Exact = true }).Locator("visible=true").First;

    private static Task<string> LettersAsync(IPage page) => page.Locator("main").EvaluateAsync<string>("main => getComputedStyle(main).fontSize");
}
