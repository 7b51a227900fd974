using System.Collections.Frozen;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Jinguo.Web.Ui;

/// <summary>Icons of the sprite that the front-end build makes from <c>Styles/icons.txt</c>.</summary>
public static class Icons
{
    private static readonly FrozenSet<string> Known = Read();

    /// <summary>An icon beside words that say the same; it is not read aloud.</summary>
    public static IHtmlContent Draw(HttpContext context, string name)
    {
        if (!Known.Contains(name))
            throw new ArgumentException($"'{name}' is not in Styles/icons.txt", nameof(name));

        return new HtmlString($"""<svg class="jg-icon" aria-hidden="true"><use href="{Sprite(context)}#{name}"/></svg>""");
    }

    private static string Sprite(HttpContext context)
    {
        if (context.Items[typeof(Icons)] is string known)
            return known;

        var versions = context.RequestServices.GetRequiredService<IFileVersionProvider>();
        var address = versions.AddFileVersionToPath(context.Request.PathBase, "/built/icons.svg");
        context.Items[typeof(Icons)] = address;
        return address;
    }

    private static FrozenSet<string> Read()
    {
        using var stream = typeof(Icons).Assembly.GetManifestResourceStream("icons.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToFrozenSet();
    }
}
