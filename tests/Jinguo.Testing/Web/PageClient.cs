using System.Net;
using AngleSharp;
using AngleSharp.Html.Dom;

namespace Jinguo.Testing.Web;

/// <summary>Visits pages as a browser without script: keeps cookies, follows redirects, sends forms with all their fields.</summary>
public sealed class PageClient(HttpClient http, CookieContainer cookies) : IDisposable
{
    private const int MostRedirects = 10;

    /// <summary>For requests that are not pages: API calls, downloads.</summary>
    public HttpClient Http => http;

    /// <summary>Reads a page, whatever its status.</summary>
    public async Task<Page> GetAsync(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(http.BaseAddress!, address));
        return await SendAsync(request);
    }

    /// <summary>Sends a request and reads the page it ends on.</summary>
    public async Task<Page> SendAsync(HttpRequestMessage request)
    {
        if (request.Method != HttpMethod.Get)
            request.Headers.TryAddWithoutValidation("Origin", http.BaseAddress!.GetLeftPart(UriPartial.Authority));
        var response = await http.SendAsync(request);
        for (var step = 0; step < MostRedirects && IsRedirect(response); step++)
        {
            var next = new Uri(response.RequestMessage!.RequestUri!, response.Headers.Location!);
            response.Dispose();
            response = await http.GetAsync(next);
        }
        return await Page.ReadAsync(this, response);
    }

    /// <summary>Puts a cookie into this browser.</summary>
    public void SetCookie(string name, string value) => cookies.Add(http.BaseAddress!, new Cookie(name, value));

    /// <summary>Takes a cookie away, as an expiry does.</summary>
    public void DropCookie(string name)
    {
        foreach (var cookie in cookies.GetCookies(http.BaseAddress!).Where(cookie => cookie.Name == name))
            cookie.Expired = true;
    }

    /// <summary>A cookie of this browser, or null.</summary>
    public string? Cookie(string name) => cookies.GetCookies(http.BaseAddress!)[name]?.Value;

    public void Dispose() => http.Dispose();

    private static bool IsRedirect(HttpResponseMessage response) =>
        response.StatusCode is HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.MovedPermanently && response.Headers.Location is not null;

    internal static async Task<IHtmlDocument> ParseAsync(string html, Uri address)
    {
        // Not disposed here: the document is empty without its context, and both go with the page.
        var context = BrowsingContext.New(Configuration.Default);
        return (IHtmlDocument)await context.OpenAsync(response => response.Content(html).Address(address).Header("Content-Type", "text/html; charset=utf-8"));
    }
}
