using System.Net;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Testing.Data;
using Jinguo.Testing.Time;
using Jinguo.Web.Running;
using Jinguo.Web.Setup;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Jinguo.Testing.Web;

/// <summary>
/// The product as it is composed, on a database of its own with 云川市 in it and a clock that stands still. Share it
/// among the tests of a class (<c>IClassFixture&lt;WebHost&gt;</c>) or start one for a test.
/// </summary>
public sealed class WebHost : WebApplicationFactory<Program>, IAsyncLifetime
{
    private TestDatabase? database;
    private Tree.City? city;

    /// <summary>True to begin without any body, as after <c>./jinguo run --empty</c>.</summary>
    public bool Empty { get; init; }

    /// <summary>True for 三员分立: accounts and roles wait for the security administrator.</summary>
    public bool IsSeparated { get; init; }

    /// <summary>True to run jobs as they come, as a browser expects; tests otherwise call <see cref="RunJobsAsync"/>.</summary>
    public bool RunsJobs { get; init; }

    /// <summary>Where notices may go beside the two products.</summary>
    public string HookHosts { get; init; } = "";

    /// <summary>Settings of the installation, by their full names.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>Keeps all that is logged, where a test looks at it; else warnings go to the console.</summary>
    public KeptLogs? Logs { get; init; }

    /// <summary>Called when a request is answered, before what it holds is given back: shows what lies about meanwhile. Null for nothing.</summary>
    public Action? AtEndOfRequest { get; init; }

    public TestDatabase Database => database ?? throw new InvalidOperationException("Not started: await InitializeAsync().");

    /// <summary>云川市 with two counties, four townships and eight villages.</summary>
    public Tree.City City => city ?? throw new InvalidOperationException("This host was started empty.");

    public TestClock Clock { get; } = new();

    /// <summary>The SQL statements of all requests.</summary>
    public StatementCounter Statements { get; } = new();

    /// <summary>Starts a host for one test: <c>await using var host = await WebHost.StartAsync();</c>.</summary>
    public static async Task<WebHost> StartAsync(bool empty = false, bool isSeparated = false)
    {
        var host = new WebHost { Empty = empty, IsSeparated = isSeparated };
        await host.InitializeAsync();
        return host;
    }

    public async Task InitializeAsync()
    {
        database = await TestDatabase.CreateAsync();
        if (Empty)
            return;
        await using var db = database.Open();
        city = await Tree.AddCityAsync(db);
        await AccountRows.AddAsync(db, "first", "张某某", []);
    }

    /// <summary>A visitor who has not signed in.</summary>
    public PageClient Visit() => new(CreateDefaultClient(new Uri("http://localhost"), Handlers(out var cookies)), cookies);

    /// <summary>A client signed in as a person with one role on a body, made for this call.</summary>
    public async Task<PageClient> SignInAsync(Role role, Organisation body, RoleScope scope = RoleScope.Subtree)
    {
        await using var db = Database.Open();
        var account = await AccountRows.AddAsync(db, $"{(int)role}-{Guid.NewGuid():N}", "张某某", [(body, role, scope)]);
        return SignIn(account, body.Id);
    }

    /// <summary>A client signed in as this person, without going through the sign-in page.</summary>
    public PageClient SignIn(Account account, int? organisationId)
    {
        var client = Visit();
        client.SetCookie(CookieName, SignInCookie(account, organisationId));
        return client;
    }

    /// <summary>The value of a valid sign-in cookie, for browsers that are driven from outside.</summary>
    public string SignInCookie(Account account, int? organisationId)
    {
        var options = CookieOptions;
        var now = Clock.GetUtcNow();
        var session = new Session { Id = Guid.CreateVersion7(), AccountId = account.Id, Stamp = account.SecurityStamp, Device = "Linux电脑", StartedAt = now.UtcDateTime, SeenAt = now.UtcDateTime };
        using (var db = Database.Open())
        {
            db.Sessions.Add(session);
            db.SaveChanges();
        }
        var properties = new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now + options.ExpireTimeSpan };
        return options.TicketDataFormat.Protect(new(SignedIn.Principal(account, organisationId, session.Id), properties, IdentityConstants.ApplicationScheme));
    }

    /// <summary>Name of the sign-in cookie.</summary>
    public string CookieName => CookieOptions.Cookie.Name!;

    /// <summary>A scope of services in which this actor acts.</summary>
    public AsyncServiceScope ScopeAs(Actor actor)
    {
        var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = actor;
        return scope;
    }

    /// <summary>Runs the jobs that wait, one after the other.</summary>
    public async Task RunJobsAsync()
    {
        while (await Services.GetRequiredService<JobRunner>().RunNextAsync(CancellationToken.None))
        {
            // On to the next.
        }
    }

    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (database is not null)
            await database.DisposeAsync();
        database = null;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        builder.UseContentRoot(RepositoryFolder.At("src", "Jinguo.Web"));
        builder.UseSetting("Jinguo:Data", Database.Folder);
        builder.UseSetting("Jinguo:Database", Database.Name);
        builder.UseSetting("Jinguo:Protection:Separation", $"{IsSeparated}");
        builder.UseSetting("Jinguo:HookHosts", HookHosts);
        foreach (var (name, value) in Settings)
            builder.UseSetting(name, value);
        if (Logs is not null)
            builder.ConfigureLogging(logging => logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(Logs));
        builder.UseSetting("Logging:LogLevel:Default", Logs is null ? "Warning" : "Trace");
        builder.UseSetting("Logging:LogLevel:Microsoft.Hosting.Lifetime", "Warning");
        // The server of tests knows no limits of bodies, and says so at each request that has one.
        builder.UseSetting("Logging:LogLevel:Microsoft.AspNetCore.Routing.EndpointRoutingMiddleware", "Error");
        builder.UseDefaultServiceProvider(options => options.ValidateScopes = options.ValidateOnBuild = true);
        builder.ConfigureTestServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            if (AtEndOfRequest is { } atEnd)
                services.AddSingleton<IStartupFilter>(new RequestEnds(atEnd));
            // Left to itself the runner looks for jobs every second, among the statements that tests count.
            if (!RunsJobs)
                services.Remove(services.Single(one => one.ServiceType == typeof(IHostedService) && one.ImplementationFactory?.Method.ReturnType == typeof(JobRunner)));
            services.Remove(services.Single(one => one.ServiceType == typeof(IHostedService) && one.ImplementationFactory?.Method.ReturnType == typeof(HookJob)));
            services.Remove(services.Single(one => one.ServiceType == typeof(IHostedService) && one.ImplementationFactory?.Method.ReturnType == typeof(PublishingJob)));
            services.Remove(services.Single(one => one.ServiceType == typeof(IHostedService) && one.ImplementationFactory?.Method.ReturnType == typeof(BackupJob)));
            services.Remove(services.Single(one => one.ServiceType == typeof(IHostedService) && one.ImplementationFactory?.Method.ReturnType == typeof(VerificationJob)));
            services.Remove(services.Single(one => one.ImplementationType == typeof(SealJob)));
            services.Remove(services.Single(one => one.ImplementationType == typeof(StatisticsJob)));
            services.Remove(services.Single(one => one.ImplementationType == typeof(PackWatch)));
            services.ConfigureDbContext<SqliteDb>(options => options.AddInterceptors(Statements));
            services.ConfigureDbContext<PostgresDb>(options => options.AddInterceptors(Statements));
        });
    }

    private CookieAuthenticationOptions CookieOptions =>
        Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);

    private static DelegatingHandler[] Handlers(out CookieContainer cookies)
    {
        cookies = new CookieContainer();
        return [new CookieHandler(cookies)];
    }

    private sealed class RequestEnds(Action atEnd) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(async (context, rest) =>
            {
                await rest(context);
                atEnd();
            });
            next(app);
        };
    }

    /// <summary>Keeps cookies as a browser does; redirects are followed by <see cref="PageClient"/>.</summary>
    private sealed class CookieHandler(CookieContainer cookies) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var address = request.RequestUri!;
            if (cookies.GetCookieHeader(address) is { Length: > 0 } header)
                request.Headers.TryAddWithoutValidation("Cookie", header);
            var response = await base.SendAsync(request, cancellationToken);
            if (response.Headers.TryGetValues("Set-Cookie", out var set))
                foreach (var cookie in set)
                    cookies.SetCookies(address, cookie);
            return response;
        }
    }
}
