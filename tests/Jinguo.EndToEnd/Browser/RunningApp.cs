using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Jinguo.Testing.Data;
using Jinguo.Testing.Web;
using Microsoft.Playwright;

namespace Jinguo.EndToEnd.Browser;

/// <summary>The product as it is composed, on a free port, for a browser that is driven from outside.</summary>
public sealed class RunningApp : IAsyncLifetime, IAsyncDisposable
{
    public RunningApp()
        : this(empty: false)
    {
    }

    // Journeys run side by side from one address, faster than people sign in.
    private RunningApp(bool empty) => Host = new() { RunsJobs = true, Empty = empty, Settings = new Dictionary<string, string> { ["Jinguo:Protection:SignInsPerMinute"] = "10000" } };

    /// <summary>Its database, tree, clock and services.</summary>
    public WebHost Host { get; }

    /// <summary>Where it listens, such as <c>http://127.0.0.1:40123/</c>.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Without any body or account, as after <c>./jinguo run --empty</c>; for one journey.</summary>
    internal static async Task<RunningApp> StartEmptyAsync()
    {
        var app = new RunningApp(empty: true);
        await app.InitializeAsync();
        return app;
    }

    /// <summary>One of its own, for what fills the books of the whole city.</summary>
    internal static async Task<RunningApp> StartAsync()
    {
        var app = new RunningApp();
        await app.InitializeAsync();
        return app;
    }

    public async Task InitializeAsync()
    {
        await Host.InitializeAsync();
        Host.UseKestrel(0);
        Host.StartServer();
        Address = Host.ClientOptions.BaseAddress.ToString();
    }

    public async ValueTask DisposeAsync() => await Host.DisposeAsync();

    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();

    /// <summary>Lets a visitor be signed in already, as a person with one role on a body, made for this call.</summary>
    public async Task SignInAsync(IPage page, Role role, Organisation body, RoleScope scope = RoleScope.Subtree)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(body);
        await using var db = Host.Database.Open();
        var account = await AccountRows.AddAsync(db, $"{role}-{Guid.NewGuid():N}", "张某某", [(body, role, scope)]);
        await page.Context.AddCookiesAsync(
        [
            new() { Name = Host.CookieName, Value = Host.SignInCookie(account, body.Id), Url = Address, HttpOnly = true },
        ]);
    }
}
