using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Jinguo.EndToEnd.Browser;

/// <summary>What every page must be, whatever it shows.</summary>
public static partial class PageAssertions
{
    /// <summary>axe finds nothing serious or critical.</summary>
    public static async Task AssertAccessibleAsync(this IPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var scripted = await page.EvaluateAsync<bool>("matchMedia('(scripting: enabled)').matches");
        var result = scripted ? await page.RunAxe() : await RunAxeOnCopyAsync(page);
        var grave = result.Violations.Where(violation => violation.Impact is "serious" or "critical").ToList();
        Assert.True(grave.Count == 0, Describe(page.Url, grave));
    }

    /// <summary>Nothing sticks out to the right: a page scrolls down only.</summary>
    public static async Task AssertFitsWidthAsync(this IPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var excess = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(excess <= 0, $"{page.Url} is {excess} px wider than the screen of {page.ViewportSize?.Width} px.");
    }

    /// <summary>
    /// axe waits for timers, which never fire where script is off. So it looks at a copy of what the visitor
    /// sees, at the same address, with the page's own scripts taken out and its noscript parts shown.
    /// </summary>
    private static async Task<AxeResult> RunAxeOnCopyAsync(IPage page)
    {
        var html = Scripts().Replace(await page.ContentAsync(), "").Replace("noscript>", "div>", StringComparison.OrdinalIgnoreCase);
        await using var context = await page.Context.Browser!.NewContextAsync(new() { Locale = "zh-CN" });
        var copy = await context.NewPageAsync();
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
        return await copy.RunAxe();
    }

    [GeneratedRegex("<script\\b.*?</script>", RegexOptions.Singleline | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Scripts();

    private static string Describe(string url, List<AxeResultItem> violations)
    {
        var text = new StringBuilder().AppendLine(CultureInfo.InvariantCulture, $"axe on {url}:");
        foreach (var violation in violations)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {violation.Impact} {violation.Id}: {violation.Help} ({violation.HelpUrl})");
            foreach (var node in violation.Nodes)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"    {node.Target}: {node.Html}");
                foreach (var check in node.Any.Concat(node.All).Concat(node.None))
                {
                    text.AppendLine(CultureInfo.InvariantCulture, $"      {check.Message}");
                }
            }
        }
        return text.ToString();
    }
}
