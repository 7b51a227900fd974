using Jinguo.Core.Base.Access;

namespace Jinguo.EndToEnd.Browser;

/// <summary>That a browser reaches the product as a person who is signed in, on either database.</summary>
[Collection(JourneyCollection.Name)]
[Trait("Database", "Both")]
public class RunningAppTests(ChromiumBrowser browser, RunningApp app)
{
    [Theory, MemberData(nameof(Visitor.Every), MemberType = typeof(Visitor))]
    public async Task Account_OfAPersonSignedIn_ShowsHerNameOnEachDevice(Device device, bool script) =>
        await browser.VisitAsync(new Visitor(device, script), app.Address, async page =>
        {
            await app.SignInAsync(page, Role.Chair, app.Host.City.Village);

            await page.GotoAsync("/account");

            Assert.Contains("张某某", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
            await page.AssertFitsWidthAsync();
            await page.AssertAccessibleAsync();
        });
}
