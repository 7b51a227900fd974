using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Jinguo.Testing.Weight;

/// <summary>A file beside the page: how many bytes travel, and whether the browser keeps it for good.</summary>
internal readonly record struct Asset(int Bytes, bool Kept);

/// <summary>
/// Fetches the styles, scripts and icons that a page needs as a browser does, and weighs each once. Scripts that a page
/// loads later (charts, when one scrolls into view) and people's own pictures are not counted.
/// </summary>
internal sealed partial class AssetScales(HttpClient http)
{
    private readonly Dictionary<string, Asset> weighed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> imports = new(StringComparer.Ordinal);

    /// <summary>The assets of a page, each once.</summary>
    public async Task<IReadOnlyList<Asset>> WeighAsync(IDocument page)
    {
        var wanted = new Queue<string>(References(page).Distinct(StringComparer.Ordinal));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var found = new List<Asset>();
        while (wanted.TryDequeue(out var address))
        {
            if (!seen.Add(address))
                continue;
            found.Add(await WeighAsync(address));
            foreach (var further in imports.GetValueOrDefault(address, []))
                wanted.Enqueue(further);
        }
        return found;
    }

    private async Task<Asset> WeighAsync(string address)
    {
        if (weighed.TryGetValue(address, out var known))
            return known;
        using var response = await http.SendAsync(BrotliRequest.To(address));
        response.EnsureSuccessStatusCode();
        var bytes = await response.Content.ReadAsByteArrayAsync();
        var asset = new Asset(bytes.Length, response.Headers.CacheControl is { NoCache: false, NoStore: false, MaxAge: { } age } && age > TimeSpan.FromDays(1));
        if (address.Split('?')[0].EndsWith(".js", StringComparison.Ordinal))
            imports[address] = [.. StaticImports(await BrotliRequest.TextAsync(response, bytes), address)];
        return weighed[address] = asset;
    }

    private static IEnumerable<string> References(IDocument page)
    {
        foreach (var link in page.QuerySelectorAll("link[rel=stylesheet], link[rel=icon]"))
            yield return link.GetAttribute("href")!;
        foreach (var script in page.QuerySelectorAll("script[src]"))
            yield return script.GetAttribute("src")!;
        foreach (var icon in page.QuerySelectorAll("use[href]"))
            yield return icon.GetAttribute("href")!.Split('#')[0];
    }

    // import "./a.js", import{b}from"./a.js"; not import("./a.js"), which waits until it is needed.
    private static IEnumerable<string> StaticImports(string script, string address) =>
        StaticImport().Matches(script).Select(match => new Uri(new Uri(new("http://localhost"), address), match.Groups["file"].Value).PathAndQuery);

    [GeneratedRegex("""(?:\bfrom|\bimport)\s*"(?<file>\.[^"]+\.js)"(?!\s*\))""", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex StaticImport();
}
