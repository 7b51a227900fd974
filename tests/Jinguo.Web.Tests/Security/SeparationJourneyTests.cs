using System.Net;
using Jinguo.Core.Base.Access;
using Jinguo.Testing.Data;
using Jinguo.Testing.Web;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Web.Tests.Security;

/// <summary>三员分立 from the browser: made by the one, approved by the other.</summary>
public sealed class SeparationJourneyTests : IAsyncLifetime
{
    private WebHost host = null!;
    private PageClient system = null!;
    private PageClient security = null!;

    public async Task InitializeAsync()
    {
        host = await WebHost.StartAsync(isSeparated: true);
        system = await host.SignInAsync(Role.SystemAdministrator, host.City.Top);
        security = await host.SignInAsync(Role.SecurityAdministrator, host.City.Top);
    }

    public async Task DisposeAsync()
    {
        system.Dispose();
        security.Dispose();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task AnAccount_IsMade_Approved_AndItsOwnerSignsInAndChangesThePassword()
    {
        var password = await MakeAsync("lihua");
        Assert.Contains("待批准", (await system.GetAsync("/accounts?q=lihua")).Text, StringComparison.Ordinal);
        using var owner = host.Visit();
        Assert.DoesNotContain("批准", (await EnterAsync(owner, "lihua", "wrong")).Text, StringComparison.Ordinal);
        var page = await EnterAsync(owner, "lihua", password);
        Assert.Contains("还没有获得批准，安全管理员批准后才能登录", page.Text, StringComparison.Ordinal);

        page = await security.GetAsync("/");
        Assert.Contains("安全", page.Texts(".jg-nav a").Single(place => place.StartsWith("安全", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("待批准的申请", page.Text, StringComparison.Ordinal);
        page = await security.GetAsync("/security");
        Assert.Contains($"给 {host.City.Village.Name} 干事（本单位）", page.Text, StringComparison.Ordinal);
        var box = page.One("tbody input[name=ids]").GetAttribute("value")!;
        page = await page.Form().Set("ids", box).SubmitAsync();
        Assert.Contains("已批准1个", page.Text, StringComparison.Ordinal);
        Assert.True(page.Text.Contains("没有等您批准的申请", StringComparison.Ordinal), page.Text);
        Assert.Contains("已批准", (await security.GetAsync("/security?list=decided")).Text, StringComparison.Ordinal);

        page = await EnterAsync(owner, "lihua", password);
        Assert.Equal("我的账号", page.Title);
        page = await page.Form().Set("passwordNow", password).Set("passwordWanted", "Nine9Lives").Set("passwordAgain", "Nine9Lives").SubmitAsync();
        Assert.Contains("密码已换好", page.Text, StringComparison.Ordinal);
        Assert.Equal("台账", (await owner.GetAsync("/ledgers")).Title);

        using var audit = await host.SignInAsync(Role.AuditAdministrator, host.City.Top);
        Assert.Equal(["批准", "新建", "本人换密码", "没批准就登录", "登录", "登录失败"], (await audit.GetAsync("/audit?what=lihua")).Texts("tbody td:nth-child(3)").Order(StringComparer.Ordinal).Distinct());
        Assert.Equal(["批准", "新建"], (await audit.GetAsync("/audit?what=lihua&officers=true")).Texts("tbody td:nth-child(3)").Order(StringComparer.Ordinal));
        Assert.Equal(HttpStatusCode.Forbidden, (await audit.GetAsync("/ledgers")).Status);
    }

    [Fact]
    public async Task ARefusedAccount_TellsWhy_AndMayBeAskedForAgain()
    {
        await MakeAsync("wang");
        var page = await security.GetAsync("/security");
        page = await page.FollowAsync("不批准：张某某");
        page = await page.Form().Set("reason", "不在编").SubmitAsync();
        Assert.Contains("没有批准张某某的申请", page.Text, StringComparison.Ordinal);
        page = await (await system.GetAsync("/accounts?q=wang")).FollowAsync("张某某");
        Assert.Contains("原因：不在编", page.Text, StringComparison.Ordinal);
        page = await page.Form("main form:not([action*='handler'])").SubmitAsync();
        Assert.Contains("已提交，安全管理员批准后角色生效", page.Text, StringComparison.Ordinal);
        page = await page.Form("main form[action*='Withdraw' i]").SubmitAsync();
        Assert.Contains("申请已撤回", page.Text, StringComparison.Ordinal);
        Assert.Contains("没有等您批准的申请", (await security.GetAsync("/security")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheSecurityAdministrator_EndsSignIns_Unlocks_AndRemovesCodes_WithAReason()
    {
        await using var db = host.Database.Open();
        var account = await AccountRows.AddAsync(db, "zhao", "赵某某", [(host.City.Township, Role.Officer, RoleScope.Own)]);
        using var open = host.SignIn(account, host.City.Township.Id);
        Assert.Equal("我的账号", (await open.GetAsync("/account")).Title);
        var page = await security.GetAsync("/security/sessions");
        Assert.Contains("zhao", page.Text, StringComparison.Ordinal);
        page = await security.GetAsync($"/security/accounts/{account.Id}");
        page = await page.Form("main form[action*='End' i]").SubmitAsync();
        Assert.Contains("已让她退出", page.Text, StringComparison.Ordinal);
        Assert.Equal("登录", (await open.GetAsync("/account")).Title);

        await db.Accounts.Where(one => one.Id == account.Id).ExecuteUpdateAsync(set => set
            .SetProperty(one => one.LockedUntil, host.Clock.GetUtcNow().UtcDateTime.AddMinutes(30)).SetProperty(one => one.CodeSecret, "sealed"));
        Assert.Contains("锁定到", (await security.GetAsync("/security/accounts?state=locked")).Text, StringComparison.Ordinal);
        page = await (await security.GetAsync($"/security/accounts/{account.Id}")).Form("main form[action*='Unlock' i]").SubmitAsync();
        Assert.Contains("已解锁", page.Text, StringComparison.Ordinal);
        page = await page.Form("main form[action*='Code' i]").SubmitAsync();
        Assert.Contains("请写明原因", page.Text, StringComparison.Ordinal);
        page = await page.Form("main form[action*='Code' i]").Set("reason", "手机丢失，已当面核实").SubmitAsync();
        Assert.Contains("动态口令已解除", page.Text, StringComparison.Ordinal);
        Assert.Contains("原因 手机丢失，已当面核实", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheSettings_AreShown_AndTheSystemAdministratorDoesNotReachThem()
    {
        var page = await security.GetAsync("/security/settings");
        Assert.Contains("三员分立实行", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await system.GetAsync("/security")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await security.GetAsync("/accounts")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await security.GetAsync("/ledgers")).Status);
    }

    private async Task<string> MakeAsync(string userName)
    {
        var page = await (await system.GetAsync("/accounts/new")).Form().Set("Input.Name", "张某某").Set("Input.UserName", userName)
            .Set("Input.Roles[0].Body", host.City.Village.Code).Set("Input.Roles[0].Role", "Officer").Set("Input.Roles[0].Scope", "Own").SubmitAsync();
        Assert.Contains("要等安全管理员批准后才能登录", page.Text, StringComparison.Ordinal);
        return page.Texts("main tbody td b")[0];
    }

    private static async Task<Page> EnterAsync(PageClient browser, string userName, string password) =>
        await (await browser.GetAsync("/sign-in")).Form().Set("UserName", userName).Set("password", password).SubmitAsync();
}
