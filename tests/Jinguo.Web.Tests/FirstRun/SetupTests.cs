using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Jinguo.Testing.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Run = Jinguo.Web.Setup.FirstRun;

namespace Jinguo.Web.Tests.FirstRun;

public sealed class SetupTests : IAsyncLifetime
{
    private WebHost host = null!;
    private PageClient browser = null!;
    private const string Password = "Hbkt-4937-mwe";

    public async Task InitializeAsync()
    {
        host = await WebHost.StartAsync(empty: true);
        browser = host.Visit();
    }

    public async Task DisposeAsync()
    {
        browser.Dispose();
        await host.DisposeAsync();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/organisations")]
    [InlineData("/sign-in")]
    public async Task WhileThereIsNoAccount_EveryPageLeadsToTheFirstRun(string address) =>
        Assert.Equal("建立本单位的平台", (await browser.GetAsync(address)).Title);

    [Fact]
    public async Task TheBodyIsChosenInSteps_LoadedWithItsCounties_AndItsAdministratorSignsIn()
    {
        var page = await browser.GetAsync("/setup");
        page = await page.Form("form[method=get]").Set("province", "46").SubmitAsync();
        Assert.Contains("海南省妇联", page.Text, StringComparison.Ordinal);
        page = await page.Form("form[method=get]").Set("city", "4601").SubmitAsync();
        page = await page.Form("form[method=get]").Set("county", "460105").SubmitAsync();
        Assert.Contains("秀英区妇联", page.Text, StringComparison.Ordinal);
        page = await page.Form("form[method=get]").Set("county", "").SubmitAsync();
        Assert.Contains("本单位：海口市妇联", page.Text, StringComparison.Ordinal);

        page = await Fill(page.Form("form[method=post][action='/setup']"), "admin", "anquan", "ADMIN").Set("Input.Officers[1].Password", "short").SubmitAsync();
        Assert.Contains("三员要各用各的账号", page.Text, StringComparison.Ordinal);
        Assert.Contains("密码至少12位", page.Text, StringComparison.Ordinal);
        await Fill(page.Form("form[method=post][action='/setup']"), "admin", "anquan", "shenji").SubmitAsync();
        await host.Services.GetRequiredService<Run>().WaitAsync();

        page = await browser.GetAsync("/setup");
        Assert.Contains("已建好", page.Text, StringComparison.Ordinal);
        page = await page.Form().Set("UserName", "admin").Set("password", Password).Set("From", "/organisations").SubmitAsync();
        Assert.Contains("还是初始密码", page.Text, StringComparison.Ordinal);
        await page.Form("main form:not([action])").Set("passwordNow", Password).Set("passwordWanted", "Nine9Lives-2026").Set("passwordAgain", "Nine9Lives-2026").SubmitAsync();
        page = await browser.GetAsync("/organisations");
        Assert.Equal("海口市妇联", page.Texts("h1")[0]);
        Assert.Contains("秀英区妇联", page.Texts("main tbody th a"));
        Assert.Contains("账号", page.Texts(".jg-nav a"));
        Assert.DoesNotContain("还缺", (await browser.GetAsync("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhereDutiesAreNotSeparated_TheSystemAdministratorMayTakeSecurityOn_ButNotAudit()
    {
        var page = await browser.GetAsync("/setup?province=46&city=4601&county=460105");
        await Fill(page.Form("form[method=post][action='/setup']"), "admin", "", "shenji").Set("Input.IsTakenOn", "true").SubmitAsync();
        await host.Services.GetRequiredService<Run>().WaitAsync();
        await using var db = host.Database.Open();
        var held = await db.RoleAssignments.Join(db.Accounts, role => role.AccountId, account => account.Id, (role, account) => new { account.UserName, role.Role, account.InitialPassword }).ToListAsync();
        Assert.Equal([("admin", Role.SystemAdministrator), ("admin", Role.SecurityAdministrator), ("shenji", Role.AuditAdministrator)], held.OrderBy(one => one.Role).Select(one => (one.UserName, one.Role)));
        Assert.All(held, one => Assert.True(one.InitialPassword));
    }

    [Fact]
    public async Task AProvinceWithPlaceholders_IsChosenWithoutThem()
    {
        var page = await (await browser.GetAsync("/setup")).Form("form[method=get]").Set("province", "42").SubmitAsync();
        var choices = page.Texts("select[name=city] option");
        Assert.Contains("仙桃市", choices);
        Assert.DoesNotContain("省直辖县级行政区划", choices);
        page = await page.Form("form[method=get]").Set("city", "429004").SubmitAsync();
        Assert.Contains("本单位：仙桃市妇联", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OnceThereIsAnAccount_TheFirstRunIsOver()
    {
        var run = host.Services.GetRequiredService<Run>();
        run.Start(new("460105", Villages: false, Officers("admin", "anquan", "shenji")));
        await run.WaitAsync();
        Assert.Empty(run.Problems);
        Assert.False(await run.IsNeededAsync(default));
        run.Start(new("460106", Villages: false, Officers("second", "third", "fourth")));
        await run.WaitAsync();
        Assert.Equal("first-run.over", Assert.Single(run.Problems).Code);
        await using var db = host.Database.Open();
        Assert.Equal(["秀英区妇联"], await db.Organisations.Select(body => body.Name).ToListAsync());
    }

    private static FirstOfficer[] Officers(params string[] userNames) => [.. userNames.Select((name, at) => new FirstOfficer("张某某", name, Password, [FirstOfficers.All[at]]))];

    private static Form Fill(Form form, params string[] userNames)
    {
        form.Set("Input.Villages", "False");
        for (var at = 0; at < userNames.Length; at++)
            form.Set($"Input.Officers[{at}].Name", userNames[at].Length > 0 ? "张某某" : "").Set($"Input.Officers[{at}].UserName", userNames[at]).Set($"Input.Officers[{at}].Password", Password);
        return form;
    }
}
