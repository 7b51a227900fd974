using Microsoft.Playwright;

namespace Jinguo.EndToEnd.Accessibility;

/// <summary>Somebody who has no mouse: she goes on by Tab, and at each stop sees where she is.</summary>
internal static class Keyboard
{
    /// <summary>More stops than any page has on the way to something.</summary>
    private const int Most = 200;

    /// <summary>Goes on until the keyboard is at this element.</summary>
    public static async Task TabToAsync(this IPage page, ILocator wanted)
    {
        await Assertions.Expect(wanted).ToBeVisibleAsync();
        var stops = new List<string>();
        while (!await wanted.EvaluateAsync<bool>("element => element === document.activeElement"))
        {
            await page.Keyboard.PressAsync("Tab");
            var stop = await page.EvaluateAsync<Stop>("audit.stop()");
            stops.Add(stop.Words);
            Assert.True(stop.Seen, $"{page.Url}: the keyboard is at {stop.Words}, and nothing shows it.");
            Assert.True(stops.Count < Most, $"{page.Url}: the keyboard does not come to {wanted}; its last stops: {string.Join(", ", stops.TakeLast(10))}");
        }
    }

    /// <summary>Goes there and presses a key.</summary>
    public static async Task PressAtAsync(this IPage page, ILocator wanted, string key = "Enter")
    {
        await page.TabToAsync(wanted);
        await page.Keyboard.PressAsync(key);
    }

    /// <summary>Goes to a field and types.</summary>
    public static async Task TypeAtAsync(this IPage page, string label, string text)
    {
        await page.TabToAsync(page.GetByLabel(label, new() { Exact = true }));
        await page.Keyboard.TypeAsync(text);
    }

    private sealed record Stop
    {
        public string Words { get; init; } = "";

        public bool Seen { get; init; }
    }
}
