using System.Text.Json;
using Microsoft.Playwright;

namespace Jinguo.EndToEnd.Accessibility;

/// <summary>What can be said about a page that axe does not look at; <c>audit.js</c> looks from within the page.</summary>
internal static class PageAudit
{
    /// <summary>Put it into the pages of a context before they are opened.</summary>
    public static string Script { get; } = Read();

    /// <summary>Language, title, landmarks, the way past the navigation.</summary>
    public static Task<string[]> StructureAsync(this IPage page) => AskAsync(page, "structure()");

    /// <summary>Nothing sticks out at this width, nothing is cut off, what scrolls is reached by keyboard.</summary>
    public static Task<string[]> FitsAsync(this IPage page) => AskAsync(page, "fits()");

    /// <summary>What is pressed is at least so many CSS pixels wide and high.</summary>
    public static Task<string[]> TargetsAsync(this IPage page, int least) => AskAsync(page, $"targets({least})");

    /// <summary>Letters of the main part are at least so many CSS pixels high, lines and paragraphs apart.</summary>
    public static Task<string[]> LettersAsync(this IPage page, int least) => AskAsync(page, $"letters({least})");

    /// <summary>As printed: nothing to press, nothing beyond the edge, nothing cut off.</summary>
    public static Task<string[]> PaperAsync(this IPage page) => AskAsync(page, "paper()");

    /// <summary>Everything the keyboard stops at has a name for those who hear the page: as the browser tells a screen reader.</summary>
    public static async Task<string[]> NamelessAsync(this IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        var tree = await session.SendAsync("Accessibility.getFullAXTree");
        await session.DetachAsync();
        return [.. tree!.Value.GetProperty("nodes").EnumerateArray().Where(IsNameless).Select(node => $"{Value(node, "role")} without a name")];
    }

    private static bool IsNameless(JsonElement node) =>
        !node.GetProperty("ignored").GetBoolean()
        && Value(node, "role") is not ("RootWebArea" or "")
        && Value(node, "name").Trim().Length == 0
        && node.TryGetProperty("properties", out var properties)
        && properties.EnumerateArray().Any(one => one.GetProperty("name").GetString() == "focusable" && one.GetProperty("value").GetProperty("value").GetBoolean());

    private static string Value(JsonElement node, string property) =>
        node.TryGetProperty(property, out var found) && found.TryGetProperty("value", out var value) ? value.GetString() ?? "" : "";

    private static Task<string[]> AskAsync(IPage page, string look) => page.EvaluateAsync<string[]>($"audit.{look}");

    private static string Read()
    {
        using var stream = typeof(PageAudit).Assembly.GetManifestResourceStream("audit.js")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
