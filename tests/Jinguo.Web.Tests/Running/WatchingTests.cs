using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Jobs;
using Jinguo.Core.Facts;
using Jinguo.Testing.Data;
using Jinguo.Testing.Web;
using Jinguo.Web.Commands;
using Jinguo.Web.Running;
using Jinguo.Web.Running.Watching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
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
    public async Task Metrics_TellRequestsSignInsAndTheInstallation_ToWhoHasTheToken()
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

    // Other tests of this process add to the counters: they grow by what is done here at least.
    [Fact]
    public async Task Metrics_TellActsFactsAndHiddenFigures_AsTheyComeAbout()
    {
        await using var host = await StartAsync();
        await host.PostAsync(host.City.Village, "reception.violence", "2026-10-03", 3);
        using var chair = await host.SignInAsync(Role.Chair, host.City.Village);
        var form = (await chair.GetAsync("/ledgers/new/training")).Form().Set("f-topic", "刺绣").Set("f-participants", "50");
        await using var db = host.Database.Open();
        var (before, facts) = (await ReadAsync(host), await db.Facts.CountAsync());

        Assert.Equal("刺绣培训", (await form.SubmitAsync("存下这一笔")).Title);

        var (saved, posted) = (await ReadAsync(host), await db.Facts.CountAsync() - facts);
        Assert.True(posted >= 2, $"{posted} facts");
        AssertGrown("jinguo_acts_total{thing=\"record\"}", before, saved, 1);
        AssertGrown("jinguo_facts_posted_total", before, saved, posted);

        using var officer = await host.SignInAsync(Role.Officer, host.City.Township);
        var hidden = (await officer.GetAsync("/figures?show=reception.violence&period=2026-10&compare=none")).Texts("tbody td").Count(text => text is "<5" or "未公布");
        Assert.True(hidden >= 1);
        AssertGrown("jinguo_figures_hidden_total", saved, await ReadAsync(host), hidden);
    }

    [Fact]
    [Trait("Needs", "pg_dump")]
    public async Task Metrics_TellTheQueue_AndTheAgeOfTheBackupThatCameOutOfIt()
    {
        var place = Directory.CreateTempSubdirectory("jinguo-watched-").FullName;
        await using (var host = await StartAsync(new() { ["Jinguo:BackupFolder"] = Path.Combine(place, "backups") }))
        {
            Assert.True(await host.Services.GetRequiredService<BackupJob>().AskAsync(CancellationToken.None));
            host.Clock.Advance(TimeSpan.FromSeconds(90));
            var waiting = await ReadAsync(host);
            Assert.Equal((1, 0, 90), Queue(waiting));
            Assert.Null(Find("jinguo_backup_age_seconds", waiting));

            await using var scope = host.ScopeAs(Actor.CommandLine);
            var queue = scope.ServiceProvider.GetRequiredService<JobQueue>();
            var taken = await queue.TakeAsync();
            Assert.Equal((0, 1, 0), Queue(await ReadAsync(host)));
            await queue.GiveBackAsync(taken!, counts: false);
            await host.RunJobsAsync();
            host.Clock.Advance(TimeSpan.FromHours(1));

            var made = await ReadAsync(host);
            Assert.Equal((0, 0, 0), Queue(made));
            Assert.Equal((3600, 0), (Find("jinguo_backup_age_seconds", made), Find("jinguo_backup_failed", made)));
        }
        Directory.Delete(place, recursive: true);
    }

    [Fact]
    public async Task Metrics_TellWhatAVerificationFound_UntilTheSameIsVerifiedWithoutIt()
    {
        await using var host = await StartAsync();
        var village = host.City.Village;
        await host.PostAsync(village, "training.participants", "2026-03-01", 50);
        var one = await ReceivedCases.MakeAsync(host, village);
        using (var chair = await host.SignInAsync(Role.Chair, village))
            await (await (await chair.GetAsync($"/cases/{one}")).FollowAsync("材料")).Form("form[enctype]").Attach("File", "病历.txt", "县医院病历"u8.ToArray()).SubmitAsync("收存");
        var file = Directory.GetFiles(Path.Combine(host.Database.Folder, "files", "cases"), "*", SearchOption.AllDirectories).Single();
        Assert.Equal((null, null), await FoundAsync());

        await NightAsync();
        Assert.Equal((0, 0), await FoundAsync());
        await using var db = host.Database.Open();
        await db.Sums.Where(sum => sum.OrganisationId == host.City.County.Id).ExecuteUpdateAsync(set => set.SetProperty(sum => sum.Value, sum => sum.Value + 1));
        var wrong = (await new FactVerification(db).RunAsync()).Differences.Count;
        Assert.True(wrong > 0);
        await NightAsync();
        Assert.Equal((wrong, 0), await FoundAsync());

        // Mended is what was verified again.
        await new SumRebuild(db).RunAsync();
        host.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal((wrong, 3600), await FoundAsync());
        await NightAsync();
        Assert.Equal((0, 0), await FoundAsync());

        // A night looks for no files of cases, so it settles none that is lost.
        File.Move(file, file + ".away");
        Assert.Equal(CommandLine.Problems, await ByHandAsync());
        Assert.Equal((1, 0), await FoundAsync());
        await NightAsync();
        Assert.Equal((1, 0), await FoundAsync());
        File.Move(file + ".away", file);
        Assert.Equal(CommandLine.Done, await ByHandAsync());
        Assert.Equal((0, 0), await FoundAsync());

        async Task NightAsync()
        {
            host.Clock.Advance(TimeSpan.FromDays(1));
            Assert.True(await host.Services.GetRequiredService<VerificationJob>().AskAsync(CancellationToken.None));
            await host.RunJobsAsync();
        }

        async Task<int> ByHandAsync()
        {
            host.Clock.Advance(TimeSpan.FromMinutes(1));
            await using var scope = host.ScopeAs(Actor.CommandLine);
            return await VerifyCommand.VerifyAsync(scope.ServiceProvider, TextWriter.Null, CancellationToken.None, isRecorded: true);
        }

        async Task<(double? Problems, double? Age)> FoundAsync()
        {
            var told = await ReadAsync(host);
            return (Find("jinguo_verification_problems", told), Find("jinguo_verification_age_seconds", told));
        }
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

    private static async Task<WebHost> StartAsync(Dictionary<string, string>? settings = null)
    {
        var host = new WebHost { Settings = new Dictionary<string, string>(settings ?? []) { ["Jinguo:MetricsToken"] = Token } };
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

    private static (double? Waiting, double? Running, double? OldestWait) Queue(string told) =>
        (Find("jinguo_jobs{state=\"waiting\"}", told), Find("jinguo_jobs{state=\"running\"}", told), Find("jinguo_jobs_oldest_wait_seconds", told));

    private static void AssertGrown(string name, string before, string after, int least)
    {
        var (then, now) = (Find(name, before) ?? 0, Find(name, after) ?? 0);
        Assert.True(now >= then + least, $"{name} was {then} and is {now}: not {least} more.");
    }

    // The value on the line of a number; null where it is not told.
    private static double? Find(string name, string told) =>
        told.Split('\n').SingleOrDefault(line => line.StartsWith(name + " ", StringComparison.Ordinal)) is { } line ? double.Parse(line[(name.Length + 1)..], CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"jinguo_sign_ins_total\{outcome=""failed""\} [1-9]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FailedSignIns();

    [GeneratedRegex(@"jinguo_trail_unsealed_entries [1-9]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Unsealed();

    [GeneratedRegex(@"^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{[a-z]+=""[^""]*""(,[a-z]+=""[^""]*"")*\})? [0-9.E+-]+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Line();
}
