using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Jinguo.EndToEnd.Browser;

/// <summary>What every page must be, whatever it shows.</summary>
public static partial class PageAssertions
{
    // Run in the page itself: the package for Playwright opens a page of its own for each answer, which takes longer than axe.
    private const string Run = "async () => JSON.stringify((await axe.run(document, { resultTypes: ['violations'], preload: false, selectors: false })).violations)";

    // Copies share one context of a browser, and with it what is cached.
    private static readonly ConditionalWeakTable<IBrowser, Task<IBrowserContext>> Scripted = [];

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>axe finds nothing, be it ever so small: WCAG 2.1 A and AA and its own good practice.</summary>
    public static async Task AssertAccessibleAsync(this IPage page)
    {
        var violations = await page.ViolationsAsync();
        Assert.True(violations.Length == 0, violations);
    }

    /// <summary>What axe finds, in words; empty when all is well.</summary>
    public static async Task<string> ViolationsAsync(this IPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var scripted = await page.EvaluateAsync<bool>("matchMedia('(scripting: enabled)').matches");
        var violations = scripted ? await RunAxeAsync(page) : await RunAxeOnCopyAsync(page);
        return violations.Count == 0 ? "" : Describe(page.Url, violations);
    }

    /// <summary>Nothing sticks out to the right: a page scrolls down only.</summary>
    public static async Task AssertFitsWidthAsync(this IPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var excess = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(excess <= 0, $"{page.Url} is {excess} px wider than the screen of {page.ViewportSize?.Width} px.");
    }

    private static async Task<IReadOnlyList<Violation>> RunAxeAsync(IPage page)
    {
        await page.EvaluateAsync(Axe);
        return JsonSerializer.Deserialize<List<Violation>>(await page.EvaluateAsync<string>(Run), JsonSerializerOptions.Web)!;
    }

    /// <summary>
    /// axe waits for timers, which never fire where script is off. So it looks at a copy of what the visitor
    /// sees, at the same address, with the page's own scripts taken out and its noscript parts shown.
    /// </summary>
    private static async Task<IReadOnlyList<Violation>> RunAxeOnCopyAsync(IPage page)
    {
        var html = Scripts().Replace(await page.ContentAsync(), "").Replace("noscript>", "div>", StringComparison.OrdinalIgnoreCase);
        var copy = await (await Scripted.GetValue(page.Context.Browser!, browser => browser.NewContextAsync(new() { Locale = "zh-CN" }))).NewPageAsync();
        await copy.SetViewportSizeAsync(page.ViewportSize!.Width, page.ViewportSize.Height);
        if (page.Url.StartsWith("http", StringComparison.Ordinal))
        {
            await copy.RouteAsync(page.Url, route => route.FulfillAsync(new() { ContentType = "text/html; charset=utf-8", Body = html }));
            await copy.GotoAsync(page.Url);
        }
        else
        {
            await copy.SetContentAsync(html);
        }
        var violations = await RunAxeAsync(copy);
        await copy.CloseAsync();
        return violations;
    }

    [GeneratedRegex("<script\\b.*?</script>", RegexOptions.Singleline | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Scripts();

    private static string Describe(string url, IReadOnlyList<Violation> violations)
    {
        var text = new StringBuilder().AppendLine(CultureInfo.InvariantCulture, $"axe on {url}:");
        foreach (var violation in violations)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {violation.Impact} {violation.Id}: {violation.Help} ({violation.HelpUrl})");
            foreach (var node in violation.Nodes)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"    {node.Html}").AppendLine(CultureInfo.InvariantCulture, $"      {node.FailureSummary}");
            }
        }
        return text.ToString();
    }

    private sealed record Violation(string Id, string? Impact, string Help, string HelpUrl, IReadOnlyList<Node> Nodes);

    private sealed record Node(string Html, string? FailureSummary);
}
