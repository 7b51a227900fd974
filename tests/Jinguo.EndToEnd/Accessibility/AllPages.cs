using System.Net;
using Jinguo.EndToEnd.Browser;
using Jinguo.Testing.Weight;
using Microsoft.Playwright;

namespace Jinguo.EndToEnd.Accessibility;

/// <summary>The product with two years of work in its books, and every page of it with somebody who may open it.</summary>
public sealed class AllPages : IAsyncLifetime
{
    /// <summary>It answers 403 and is a page all the same.</summary>
    private const string Denied = "/denied";

    private RunningApp? app;
    private PageSamples? samples;
    private IReadOnlyDictionary<PageVisitor, IReadOnlyList<(string Route, string Address)>>? openings;

    /// <summary>The running product.</summary>
    public RunningApp App => app ?? throw new InvalidOperationException("Take the pages as a fixture: they have not been made.");

    /// <summary>What each visitor opens: each page once, the home of everybody.</summary>
    internal IReadOnlyDictionary<PageVisitor, IReadOnlyList<(string Route, string Address)>> Openings =>
        openings ?? throw new InvalidOperationException("Take the pages as a fixture: they have not been made.");

    /// <summary>Routes that nobody opens, though they have an address.</summary>
    internal IReadOnlyList<string> NotOpened { get; private set; } = [];

    /// <summary>What pages are opened with.</summary>
    internal PageSamples Samples => samples ?? throw new InvalidOperationException("Take the pages as a fixture: they have not been made.");

    /// <summary>Who opens this address.</summary>
    internal PageVisitor VisitorOf(string address) => Openings.First(one => one.Value.Any(opening => opening.Address == address)).Key;

    public async Task InitializeAsync()
    {
        app = await RunningApp.StartAsync();
        await app.Host.AddWorkAsync(app.Host.City.All);
        samples = await PageSamples.MakeAsync(app.Host);
        var left = PageRound.Routes(app.Host).SelectMany(route => PageAddresses.Of(route, samples).Select(address => (Route: route, Address: address))).ToList();
        var found = new Dictionary<PageVisitor, IReadOnlyList<(string, string)>>();
        foreach (var visitor in await PageVisitor.AllAsync(app.Host, samples.Village))
        {
            using var client = Client(await CookieAsync(visitor));
            var opened = new List<(string Route, string Address)>();
            foreach (var one in left)
                if (await OpensAsync(client, one.Route, one.Address))
                    opened.Add(one);
            left.RemoveAll(one => one.Route != "/" && opened.Contains(one));
            found.Add(visitor, opened);
        }
        openings = found;
        NotOpened = [.. left.Select(one => one.Route).Where(route => route != "/").Distinct()];
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        if (app is not null)
            await app.DisposeAsync();
    }

    /// <summary>Lets a page be this visitor's, in the elder version or not.</summary>
    internal async Task EnterAsync(IPage page, PageVisitor visitor, bool elder)
    {
        await page.Context.ClearCookiesAsync();
        if (await CookieAsync(visitor) is { } signedIn)
            await page.Context.AddCookiesAsync([new() { Name = App.Host.CookieName, Value = signedIn, Url = App.Address, HttpOnly = true }]);
        if (elder)
            await page.Context.AddCookiesAsync([new() { Name = "jg-elder", Value = "1", Url = App.Address }]);
    }

    private async Task<string?> CookieAsync(PageVisitor visitor)
    {
        if (visitor.Role is not { } role)
            return null;
        await using var db = App.Host.Database.Open();
        var account = await Testing.Data.AccountRows.AddAsync(db, $"{role}-{Guid.NewGuid():N}", "张某某", [(visitor.Body!, role, Core.Base.Access.RoleScope.Subtree)]);
        return App.Host.SignInCookie(account, visitor.Body!.Id);
    }

    private HttpClient Client(string? cookie)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(App.Address) };
        if (cookie is not null)
            client.DefaultRequestHeaders.Add("Cookie", $"{App.Host.CookieName}={cookie}");
        return client;
    }

    private static async Task<bool> OpensAsync(HttpClient client, string route, string address)
    {
        using var response = await client.GetAsync(address);
        return response.Content.Headers.ContentType?.MediaType == "text/html"
            && (response.StatusCode == HttpStatusCode.OK || (response.StatusCode == HttpStatusCode.Forbidden && route == Denied));
    }
}
