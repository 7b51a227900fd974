using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.EndToEnd.Journeys;
using Jinguo.EndToEnd.Processes;
using Jinguo.Testing.Data;
using Jinguo.Testing.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Playwright;

namespace Jinguo.EndToEnd.Installation;

/// <summary>The steps of docs/operations.md, done as they stand there: from the archive to HTTPS, to the next version and back.</summary>
[Collection(InstallationCollection.Name)]
public sealed partial class InstallationTests(Archives archives)
{
    private const string Earlier = "CaseReception";
    private const string Device = "127.0.0.2";
    private const string Forged = "203.0.113.9";
    private const string OfficerPassword = "Hbkt-4937-mwe";

    [Fact]
    public void TheSteps_OfTheGuide_AreTheseAndNoOthers() =>
        Assert.Equal(["unpack", "install", "start", "backups", "certificate", "https", "upgrade", "back", "remove"], OperationsGuide.Steps);

    [Fact]
    public async Task Installed_ItIsReachedOverHttps_ByItsVisitorsOwnAddresses_AndAPhoneRecords()
    {
        await using var machine = await InstallAsync();
        using var visitors = new HttpsVisitor(machine);
        await machine.DoAsync("certificate", "https");
        Assert.Empty(await machine.ListProgramFilesOfElsewhereAsync());

        using (var plain = visitors.PlainFrom(Device))
        using (var answer = await plain.Http.GetAsync(new Uri("/sign-in?from=%2F", UriKind.Relative)))
            Assert.Equal((HttpStatusCode.MovedPermanently, new Uri($"https://{Machine.Name}/sign-in?from=%2F")), (answer.StatusCode, answer.Headers.Location));

        using var browser = visitors.From(Device);
        await SetUpAsync(browser);
        await using (var db = Open(machine))
            await AccountRows.AddAsync(db, ProductData.UserName, "张某某", [(await db.Organisations.SingleAsync(), Role.Chair, RoleScope.Subtree)], ProductData.Password);
        await IsSafeAsync(browser);
        await using (var db = Open(machine))
        {
            var signedIn = await db.Set<Change>().AsNoTracking().Where(change => change.Act == "sign-in.done").ToListAsync();
            Assert.NotEmpty(signedIn);
            Assert.All(signedIn, one => Assert.Contains($"\"{Device}\"", one.Fields, StringComparison.Ordinal));
        }

        await RecordOnAPhoneAsync(machine, visitors);
        var figures = await machine.RunAsync(string.Create(CultureInfo.InvariantCulture, $"sudo jinguo figures --organisation 秀英区妇联 --period {TimeProvider.System.GetUtcNow().AddHours(8).Year} --measure training.participants --format json"));
        Assert.Contains(System.Text.Json.JsonDocument.Parse(figures).RootElement.EnumerateArray(), row => row.GetProperty("value").GetInt32() == 36);
    }

    [Fact]
    public async Task AnInstallation_OfAnOlderVersion_IsUpgraded_TakenBack_AndRemoved()
    {
        await using var machine = await InstallAsync();
        TrainingLoad load;
        await using (var db = Open(machine))
            load = new((await ProductData.FillAsync(db)).Village);
        // Started again, it makes the backup of the day at once.
        await machine.DoAsync("backups");
        await IsReadyAsync(machine);
        await Until.TrueAsync(() => Task.FromResult(machine.Backups.Count), count => count == 1);
        using (var chair = await Processes.Visitor.SignInAsync(machine.Behind))
            for (var number = 0; number < 3; number++)
                Assert.True(await load.WriteNewAsync(chair));
        // The older version: its folder, and a database without what later versions added.
        await machine.RunAsync("sudo systemctl stop jinguo");
        await using (var db = Open(machine))
            await db.GetService<IMigrator>().MigrateAsync(db.Database.GetMigrations().Single(name => name.EndsWith("_" + Earlier, StringComparison.Ordinal)));
        await machine.RunAsync($"""
            tar -xzf jinguo-{Archives.Version}-linux-x64.tar.gz
            mv jinguo-{Archives.Version}-linux-x64 jinguo-0.2.0-linux-x64
            tar -cf - jinguo-0.2.0-linux-x64 | gzip -1 >jinguo-0.2.0-linux-x64.tar.gz
            rm -r jinguo-0.2.0-linux-x64
            sha256sum jinguo-0.2.0-linux-x64.tar.gz >SHA256SUMS
            """);

        var said = await machine.DoAsync("upgrade");
        var backup = PrintedBackup().Match(said).Groups["name"].Value;
        Assert.Contains("项变更", said, StringComparison.Ordinal);
        Assert.Contains("全部一致", said, StringComparison.Ordinal);
        await IsReadyAsync(machine);
        Assert.Contains("jinguo-0.2.0-linux-x64", await File.ReadAllTextAsync($"/proc/{machine.ProcessId}/cmdline"), StringComparison.Ordinal);
        await using (var db = Open(machine))
            Assert.Empty(await db.Database.GetPendingMigrationsAsync());
        var before = load.Acknowledged.Count;
        using (var chair = await Processes.Visitor.SignInAsync(machine.Behind))
        {
            Assert.True(await load.WriteNewAsync(chair));
            Assert.Equal(before + 1, await CountAsync(chair));
        }

        // One of the new version, which is not the one to be put back.
        await machine.RunAsync($"sudo jinguo backup {machine.At("srv/jinguo-backup")}");
        Assert.Equal(machine.Backups.Count - 2, machine.Backups.ToList().IndexOf(backup));
        Assert.Contains("全部一致", await machine.DoWritingAsync("back", "20261123T180000Z", backup), StringComparison.Ordinal);
        await IsReadyAsync(machine);
        Assert.Contains($"jinguo-{Archives.Version}-linux-x64", await File.ReadAllTextAsync($"/proc/{machine.ProcessId}/cmdline"), StringComparison.Ordinal);
        using (var chair = await Processes.Visitor.SignInAsync(machine.Behind))
            Assert.Equal(before, await CountAsync(chair));

        await machine.DoAsync("remove");
        Assert.False(Directory.Exists(machine.At("opt/jinguo")) || machine.ProcessId is not null);
        Assert.True(File.Exists(machine.At("var/lib/jinguo/jinguo.db")) && File.Exists(machine.At("etc/jinguo/jinguo.env")));
    }

    private async Task<Machine> InstallAsync()
    {
        var machine = new Machine();
        await machine.RunAsync($"cp {archives.Folder}/* .");
        await machine.DoAsync("unpack", "install", "start");
        return machine;
    }

    private static Task<string> IsReadyAsync(Machine machine) => machine.RunAsync($"curl --fail --silent --retry 60 --retry-delay 1 --retry-connrefused {machine.Behind}ready");

    // The first run, over HTTPS, by somebody who says that she comes from elsewhere.
    private static async Task SetUpAsync(PageClient browser)
    {
        browser.Http.DefaultRequestHeaders.Add("X-Forwarded-For", Forged);
        var page = await browser.GetAsync("/setup?province=46&city=4601&county=460105");
        var form = page.Form("form[method=post][action='/setup']").Set("Input.Villages", "False");
        foreach (var (at, name) in new[] { "admin", "anquan", "shenji" }.Index())
            form.Set($"Input.Officers[{at}].Name", "张某某").Set($"Input.Officers[{at}].UserName", name).Set($"Input.Officers[{at}].Password", OfficerPassword);
        await form.SubmitAsync();
        await Until.TrueAsync(async () => (await browser.GetAsync("/setup")).Text, text => text.Contains("已建好", StringComparison.Ordinal));
    }

    // Cookies go by HTTPS only, redirects stay on it, the browser is told to; the worker is served; the metrics stay here.
    private static async Task IsSafeAsync(PageClient browser)
    {
        var page = await browser.GetAsync("/sign-in?from=/account");
        Assert.Equal(TimeSpan.FromDays(365), TimeSpan.FromSeconds(long.Parse(page.Response.Headers.GetValues("Strict-Transport-Security").Single().Split('=')[1], CultureInfo.InvariantCulture)));
        using (var sent = await browser.Http.SendAsync(page.Form().Set("UserName", ProductData.UserName).Set("password", ProductData.Password).Request()))
        {
            Assert.Equal((HttpStatusCode.Found, "/account"), (sent.StatusCode, new Uri(sent.RequestMessage!.RequestUri!, sent.Headers.Location!).PathAndQuery));
            AreForHttpsOnly(sent);
        }
        using (var asked = await browser.Http.GetAsync(new Uri("/sign-in", UriKind.Relative)))
            AreForHttpsOnly(asked);
        Assert.Equal("/account", (await browser.GetAsync("/account")).Address);
        using (var worker = await browser.Http.GetAsync(new Uri("/built/worker.js", UriKind.Relative)))
            Assert.Equal((HttpStatusCode.OK, "/"), (worker.StatusCode, worker.Headers.GetValues("Service-Worker-Allowed").Single()));
        using var metrics = await browser.Http.GetAsync(new Uri("/metrics", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, metrics.StatusCode);
    }

    private static void AreForHttpsOnly(HttpResponseMessage answer)
    {
        if (answer.Headers.TryGetValues("Set-Cookie", out var cookies))
            // One that is taken away has no value.
            Assert.DoesNotContain(cookies, cookie => !cookie.Contains("=;", StringComparison.Ordinal) && !cookie.Contains("; secure", StringComparison.OrdinalIgnoreCase));
    }

    private static async Task RecordOnAPhoneAsync(Machine machine, HttpsVisitor visitors)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var chromium = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Browser.ChromiumBrowser.Executable,
            Args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", string.Create(CultureInfo.InvariantCulture, $"--host-resolver-rules=MAP {Machine.Name}:443 127.0.0.1:{machine.Ports.Https}"), $"--ignore-certificate-errors-spki-list={visitors.KeyHash}"],
        });
        await using var context = await chromium.NewContextAsync(new Browser.Visitor(Browser.Device.Phone).Context($"https://{Machine.Name}"));
        var page = await context.NewPageAsync();
        await page.SignInAsync(ProductData.UserName, ProductData.Password, "/ledgers/new/training");
        // The worker has the form for when there is no network.
        await page.WaitForFunctionAsync("async () => navigator.serviceWorker.controller !== null && (await (await caches.open('jinguo-offline-1')).match('/ledgers/new/training')) !== undefined");
        await page.WriteAsync("培训内容", "刺绣");
        await page.WriteAsync("到场人次", "36");
        await page.PushAsync("存下这一笔");
        await page.SeesAsync("刺绣");
        Assert.Equal("https", new Uri(page.Url).Scheme);
    }

    private static async Task<int> CountAsync(PageClient chair)
    {
        using var answer = System.Text.Json.JsonDocument.Parse(await chair.Http.GetStringAsync(new Uri("/api/v1/ledgers/records?type=training", UriKind.Relative)));
        return answer.RootElement.GetProperty("total").GetInt32();
    }

    // As the step upgrade prints it: folder, bytes, files.
    [GeneratedRegex(@"/srv/jinguo-backup/(?<name>\S+)\t[0-9]+\t[0-9]+$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PrintedBackup();

    private static Db Open(Machine machine) => TestDatabase.Open(machine.At("var/lib/jinguo/jinguo.db"));
}
