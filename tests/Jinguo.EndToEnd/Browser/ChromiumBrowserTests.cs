using Jinguo.Testing;
using Xunit.Sdk;

namespace Jinguo.EndToEnd.Browser;

/// <summary>That the journeys would notice what they are there to notice.</summary>
[Collection(JourneyCollection.Name)]
public class ChromiumBrowserTests(ChromiumBrowser browser)
{
    private const string Sound = """<html lang="zh-CN"><meta name="viewport" content="width=device-width"><title>台账</title><main><h1>台账</h1><label>事由 <input></label>""";

    [Theory, MemberData(nameof(Visitor.Every), MemberType = typeof(Visitor))]
    public async Task Visit_OnEachDeviceWithAndWithoutScript_ShowsWhatThatVisitorSees(Device device, bool script) =>
        await browser.VisitAsync(new Visitor(device, script), null, async page =>
        {
            await page.SetContentAsync($"{Sound}<p id=p>{device}</p><script>document.querySelector('#p').textContent = innerWidth</script>");

            var expected = script ? device == Device.Phone ? "390" : "1440" : device.ToString();
            Assert.Equal(expected, await page.Locator("#p").TextContentAsync());
            await page.AssertFitsWidthAsync();
            await page.AssertAccessibleAsync();
        });

    [Fact]
    public async Task Visit_FieldWithoutLabel_FailsNamingRuleAndElement()
    {
        var failure = await Assert.ThrowsAsync<XunitException>(() => browser.VisitAsync(new Visitor(Device.Desktop), null, async page =>
        {
            await page.SetContentAsync("""<html lang="zh-CN"><title>台账</title><main><h1>台账</h1><input id="nameless"></main>""");
            await page.AssertAccessibleAsync();
        }));

        Assert.Contains("critical label", failure.Message, StringComparison.Ordinal);
        Assert.Contains("nameless", failure.Message, StringComparison.Ordinal);
        var kept = RepositoryFolder.At("artifacts", "screenshots", $"{nameof(Visit_FieldWithoutLabel_FailsNamingRuleAndElement)}-desktop");
        Assert.True(File.Exists($"{kept}.png") && File.Exists($"{kept}.html"));
    }

    [Fact]
    public async Task Visit_PageWiderThanThePhone_Fails() =>
        await Assert.ThrowsAsync<XunitException>(() => browser.VisitAsync(new Visitor(Device.Phone), null, async page =>
        {
            await page.SetContentAsync($"{Sound}<div style=\"width: 500px\">宽</div>");
            await page.AssertFitsWidthAsync();
        }));

    [Fact]
    public async Task Visit_ScriptThrows_FailsThoughThePageLooksRight()
    {
        var failure = await Assert.ThrowsAsync<XunitException>(() => browser.VisitAsync(new Visitor(Device.Desktop), null, async page =>
        {
            await page.SetContentAsync($"{Sound}<script>throw new Error('破了')</script>");
            await page.Locator("h1").WaitForAsync();
        }));

        Assert.Contains("破了", failure.Message, StringComparison.Ordinal);
    }
}
