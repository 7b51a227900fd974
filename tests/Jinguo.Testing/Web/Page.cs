using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Jinguo.Testing.Web;

/// <summary>A page as it was answered.</summary>
public sealed class Page
{
    private readonly PageClient client;

    private Page(PageClient client, HttpResponseMessage response, string html, IHtmlDocument document)
    {
        this.client = client;
        Response = response;
        Html = html;
        Document = document;
    }

    public HttpResponseMessage Response { get; }

    public HttpStatusCode Status => Response.StatusCode;

    /// <summary>Path and query of the page it ended on.</summary>
    public string Address => Response.RequestMessage!.RequestUri!.PathAndQuery;

    public string Html { get; }

    public IHtmlDocument Document { get; }

    /// <summary>The words of the page, spaces folded.</summary>
    public string Text => Fold(Document.Body?.TextContent ?? "");

    public string Title => Fold(Document.QuerySelector("h1")?.TextContent ?? "");

    /// <summary>The words of each element found.</summary>
    public IReadOnlyList<string> Texts(string selector) => [.. Document.QuerySelectorAll(selector).Select(element => Fold(element.TextContent))];

    /// <summary>The one element, else an error that shows the page.</summary>
    public IElement One(string selector) => Document.QuerySelectorAll(selector) switch
    {
        { Length: 1 } found => found[0],
        var found => throw new InvalidOperationException($"{found.Length} elements for '{selector}' on {Address} ({(int)Status}):\n{Text}"),
    };

    /// <summary>
    /// A form: by selector, or without one the only form of the page's main part (the frame's own forms and the choice of letters do not count).
    /// </summary>
    public Form Form(string selector = "main form:not([action='/elder'])") => new(client, (IHtmlFormElement)One(selector), Address);

    /// <summary>Follows the one link with these words.</summary>
    public Task<Page> FollowAsync(string words)
    {
        var links = Document.QuerySelectorAll<IHtmlAnchorElement>("a[href]").Where(link => Fold(link.TextContent) == words).DistinctBy(link => link.Href).ToList();
        return links is [var only]
            ? client.GetAsync(only.Href)
            : throw new InvalidOperationException($"{links.Count} links '{words}' on {Address} ({(int)Status}):\n{Text}");
    }

    internal static async Task<Page> ReadAsync(PageClient client, HttpResponseMessage response)
    {
        var html = await response.Content.ReadAsStringAsync();
        return new(client, response, html, await PageClient.ParseAsync(html, response.RequestMessage!.RequestUri!));
    }

    private static string Fold(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
