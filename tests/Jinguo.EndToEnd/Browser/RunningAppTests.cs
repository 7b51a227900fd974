using Jinguo.Core.Base.Access;

namespace Jinguo.EndToEnd.Browser;

/// <summary>That a browser reaches the product, on either database.</summary>
[Collection(JourneyCollection.Name)]
[Trait("Database", "Both")]
public class RunningAppTests(ChromiumBrowser browser, RunningApp app)
{
    [Fact]
    public async Task Visit_SignedIn_IsAnsweredByTheProduct() =>
        await browser.VisitAsync(new Visitor(Device.Desktop, Script: false), app.Address, async page =>
        {
            await app.SignInAsync(page, Role.Chair, app.Host.City.Village);

            var answer = await page.Context.APIRequest.GetAsync("/");

            Assert.InRange(answer.Status, 200, 499);
            Assert.StartsWith(app.Address, answer.Url, StringComparison.Ordinal);
        });
}
