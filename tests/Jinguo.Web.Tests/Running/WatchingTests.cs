using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Jinguo.Core.Base.Access;
using Jinguo.Testing.Data;
using Jinguo.Testing.Web;
using Jinguo.Web.Running.Watching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Jinguo.Web.Tests.Running;

/// <summary><c>/health</c>, <c>/ready</c>, <c>/metrics</c>: what programs that watch over the servers learn, and nobody else.</summary>
public sealed partial class WatchingTests
{
    private const string Token = "a-token-of-sufficient-length";

    [Fact]
    public async Task HealthAndReadiness_AreAnsweredWithoutCookies_AlsoBeforeTheFirstRun_AndHealthWithoutTheDatabase()
    {
        await using var host = await WebHost.StartAsync(empty: true);
        using var visitor = host.Visit();
        await visitor.GetAsync("/sign-in");
        await using var db = host.Database.Open();
        var before = await db.Set<Core.Base.Changes.Change>().CountAsync();
        host.Statements.Clear();

        using var health = await visitor.Http.GetAsync("/health");
        Assert.Equal((HttpStatusCode.OK, """{"status":"ok","checks":{}}"""), (health.StatusCode, await health.Content.ReadAsStringAsync()));
        Assert.Empty(host.Statements.Statements);

        using var ready = await visitor.Http.GetAsync("/ready");
        Assert.Equal((HttpStatusCode.OK, """{"status":"ok","checks":{"database":"ok","schema":"ok","data":"ok"}}"""), (ready.StatusCode, await ready.Content.ReadAsStringAsync()));
        Assert.All((HttpResponseMessage[])[health, ready], answer => Assert.False(answer.Headers.Contains("Set-Cookie")));
        Assert.Equal(before, await db.Set<Core.Base.Changes.Change>().CountAsync());
    }

    [Fact]
    public async Task Readiness_SaysWhichPartFails_AndNoMore()
    {
        var place = Directory.CreateTempSubdirectory("jinguo-ready-").FullName;
        await using var host = new WebHost { Settings = new Dictionary<string, string> { ["Jinguo:Data"] = place } };
        await host.InitializeAsync();
        using var visitor = host.Visit();
        Assert.Contains("\"data\":\"ok\"", await visitor.Http.GetStringAsync("/ready"), StringComparison.Ordinal);
        await using (var db = host.Database.Open())
            await db.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsHistory\" WHERE \"MigrationId\" = (SELECT MAX(\"MigrationId\") FROM \"__EFMigrationsHistory\")");
        Directory.Delete(place, recursive: true);

        using var ready = await visitor.Http.GetAsync("/ready");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Equal("""{"status":"failed","checks":{"database":"ok","schema":"failed","data":"failed"}}""", await ready.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task ADatabaseThatDoesNotAnswer_IsNotReady()
    {
        await using var db = TestDatabase.Open("Host=/nowhere;Database=nothing;Username=nobody;Timeout=1");
        Assert.Equal(HealthStatus.Unhealthy, (await new DatabaseCheck(db).CheckHealthAsync(new())).Status);
    }

    [Fact]
    public async Task Metrics_TellRequestsActsSignInsAndTheInstallation_ToWhoHasTheToken()
    {
        await using var host = await StartAsync();
        using var chair = await host.SignInAsync(Role.Chair, host.City.Village);
        using var visitor = host.Visit();
        await chair.GetAsync("/ledgers");
        await chair.GetAsync("/no-such-page/张某某?q=13977770001");
        await (await visitor.GetAsync("/sign-in")).Form().Set("UserName", "zhang-canary").Set("password", "wrong-canary").SubmitAsync("登录");

        var told = await ReadAsync(host);

        Assert.Contains("http_server_request_duration_seconds_count{route=\"/ledgers\",method=\"GET\",status=\"2xx\"} 1\n", told, StringComparison.Ordinal);
        Assert.Contains("http_server_request_duration_seconds_bucket{route=\"/ledgers\",method=\"GET\",status=\"2xx\",le=\"+Inf\"} 1\n", told, StringComparison.Ordinal);
        Assert.Contains("http_server_request_duration_seconds_count{route=\"other\",method=\"GET\",status=\"4xx\"} 1\n", told, StringComparison.Ordinal);
        Assert.Matches(FailedSignIns(), told);
        Assert.Contains("jinguo_jobs{state=\"waiting\"} 0\n", told, StringComparison.Ordinal);
        Assert.Matches(Unsealed(), told);
        Assert.Contains("jinguo_database_up 1\n", told, StringComparison.Ordinal);
        Assert.Contains("jinguo_backup_failed 0\n", told, StringComparison.Ordinal);
        Assert.DoesNotContain("jinguo_backup_age_seconds", told, StringComparison.Ordinal);
        Assert.DoesNotContain("/metrics", told, StringComparison.Ordinal);
        // Nothing that anybody typed or is called.
        Assert.All((string[])["张某某", "13977770001", "canary", host.City.Village.Name, host.City.Top.Name, "Host=", "no-such-page"], secret => Assert.DoesNotContain(secret, told, StringComparison.Ordinal));
        Assert.All(told.TrimEnd('\n').Split('\n'), line => Assert.Matches(Line(), line));
    }

    [Fact]
    public async Task WithoutTheToken_MetricsAreAnsweredLikeWhatIsNotThere()
    {
        await using var host = await StartAsync();
        using var visitor = host.Visit();
        using var administrator = await host.SignInAsync(Role.SystemAdministrator, host.City.Top);
        var unknown = await visitor.GetAsync("/no-such-page");
        foreach (var browser in (PageClient[])[visitor, administrator])
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/metrics")).Status);
        using var wrong = new HttpRequestMessage(HttpMethod.Get, "/metrics") { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", Token + "x") } };
        using var answer = await visitor.Http.SendAsync(wrong);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(unknown.Text, (await visitor.GetAsync("/metrics")).Text);
    }

    [Fact]
    public async Task WithoutTheDatabase_TheNodeStillTellsItsOwnNumbers()
    {
        await using var host = await StartAsync();
        await using (var db = host.Database.Open())
            await db.Database.ExecuteSqlRawAsync("ALTER TABLE jobs RENAME TO jobs_gone");

        var told = await ReadAsync(host);

        Assert.Contains("jinguo_database_up 0\n", told, StringComparison.Ordinal);
        Assert.Contains("jinguo_build_info{version=", told, StringComparison.Ordinal);
    }

    private static async Task<WebHost> StartAsync()
    {
        var host = new WebHost { Settings = new Dictionary<string, string> { ["Jinguo:MetricsToken"] = Token } };
        await host.InitializeAsync();
        return host;
    }

    private static async Task<string> ReadAsync(WebHost host)
    {
        using var visitor = host.Visit();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics") { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", Token) } };
        using var answer = await visitor.Http.SendAsync(request);
        Assert.Equal((HttpStatusCode.OK, "text/plain"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        return await answer.Content.ReadAsStringAsync();
    }

    [GeneratedRegex(@"jinguo_sign_ins_total\{outcome=""failed""\} [1-9]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FailedSignIns();

    [GeneratedRegex(@"jinguo_trail_unsealed_entries [1-9]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Unsealed();

    [GeneratedRegex(@"^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{[a-z]+=""[^""]*""(,[a-z]+=""[^""]*"")*\})? [0-9.E+-]+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Line();
}
