using System.Net;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Testing.Data;
using Jinguo.Testing.Web;
using Jinguo.Web.Setup;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Jinguo.Web.Tests.SignIn;

public sealed class SessionTests(WebHost host) : IClassFixture<WebHost>
{
    private const string Password = "Hbkt-4937-mwe";

    [Fact]
    public async Task AnIdleSession_Ends_AUsedOneDoesNot()
    {
        var account = await AddAsync();
        using var idle = await EnterAsync(account);
        using var used = await EnterAsync(account);
        host.Clock.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal("我的账号", (await used.GetAsync("/account")).Title);
        host.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal("登录", (await idle.GetAsync("/account")).Title);
        Assert.Equal("我的账号", (await used.GetAsync("/account")).Title);
    }

    [Fact]
    public async Task AClockThatWentAhead_AndIsPutRight_EndsWhatItWouldHaveKeptForAYear_AndNothingElse()
    {
        using var before = await EnterAsync(await AddAsync());
        host.Clock.Advance(TimeSpan.FromMinutes(10));
        using var little = await EnterAsync(await AddAsync());
        host.Clock.Advance(TimeSpan.FromDays(365));
        using var far = await EnterAsync(await AddAsync());
        host.Clock.Advance(-TimeSpan.FromDays(365) - TimeSpan.FromMinutes(10));

        Assert.Equal("登录", (await far.GetAsync("/account")).Title);
        Assert.Equal("我的账号", (await before.GetAsync("/account")).Title);
        Assert.Equal("我的账号", (await little.GetAsync("/account")).Title);
    }

    [Fact]
    public async Task OnesOwnSessions_AreListed_AndEnded()
    {
        var account = await AddAsync();
        using var here = await EnterAsync(account);
        using var there = await EnterAsync(account);
        var page = await here.GetAsync("/account");
        Assert.Contains("本机", page.Text, StringComparison.Ordinal);
        page = await page.Form("form[action='/account?handler=End']").SubmitAsync();
        Assert.Contains("那边的登录已退出", page.Text, StringComparison.Ordinal);
        Assert.Equal("登录", (await there.GetAsync("/account")).Title);
        Assert.Equal("我的账号", (await here.GetAsync("/account")).Title);
    }

    [Fact]
    public async Task AnothersSession_IsNotEnded()
    {
        var (mine, hers) = (await AddAsync(), await AddAsync());
        using var her = await EnterAsync(hers);
        using var me = await EnterAsync(mine);
        using var me2 = await EnterAsync(mine);
        Guid session;
        await using (var db = host.Database.Open())
            session = await db.Sessions.Where(one => one.AccountId == hers.Id).Select(one => one.Id).SingleAsync();
        await (await me.GetAsync("/account")).Form("form[action='/account?handler=End']").Set("session", $"{session}").SubmitAsync();
        Assert.Equal("我的账号", (await her.GetAsync("/account")).Title);
    }

    [Fact]
    public async Task WithAnInitialPassword_OnlyTheOwnAccountIsReached()
    {
        var account = await AddAsync(isInitial: true);
        using var browser = await EnterAsync(account);
        var page = await browser.GetAsync("/organisations");
        Assert.Equal("/account", page.Address);
        Assert.Contains("还是初始密码", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.Http.GetAsync("/api/v1/figures")).StatusCode);
        await page.Form().Set("passwordNow", Password).Set("passwordWanted", "Nine9Lives").Set("passwordAgain", "Nine9Lives").SubmitAsync();
        Assert.Equal("/organisations", (await browser.GetAsync("/organisations")).Address);
    }

    [Fact]
    public async Task AnOldPassword_IsToBeChanged()
    {
        var account = await AddAsync();
        await using (var db = host.Database.Open())
            await db.Accounts.Where(one => one.Id == account.Id).ExecuteUpdateAsync(set => set.SetProperty(one => one.PasswordChangedAt, host.Clock.GetUtcNow().UtcDateTime.AddDays(-90)));
        using var browser = await EnterAsync(account);
        Assert.Contains("用得太久了", (await browser.GetAsync("/organisations")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OneTimeCodes_AreTakenUp_AskedFor_AndEachOpensOnce()
    {
        var account = await AddAsync();
        using var browser = await EnterAsync(account);
        var page = await browser.GetAsync("/account/code");
        var secret = page.Texts("p > b")[0].Replace(" ", "", StringComparison.Ordinal);
        page = await page.Form("form[action='/account/code']").Set("code", "000000").SubmitAsync();
        Assert.Contains("动态口令不对", page.Text, StringComparison.Ordinal);
        page = await page.Form("form[action='/account/code']").Set("code", CodeOf(secret)).SubmitAsync();
        var recovery = page.Texts("li b");
        Assert.Equal(SecondFactorService.RecoveryCodeCount, recovery.Count);

        using var next = host.Visit();
        page = await (await next.GetAsync("/sign-in?from=/account")).Form().Set("UserName", account.UserName).Set("password", Password).SubmitAsync();
        page = await page.Form().Set("code", CodeOf(secret)).SubmitAsync();
        Assert.Contains("动态口令不对", page.Text, StringComparison.Ordinal);
        host.Clock.Advance(TimeSpan.FromSeconds(30));
        page = await page.Form().Set("code", CodeOf(secret)).SubmitAsync();
        Assert.Equal("我的账号", page.Title);

        for (var turn = 0; turn < 2; turn++)
        {
            using var lost = host.Visit();
            page = await (await lost.GetAsync("/sign-in?from=/account")).Form().Set("UserName", account.UserName).Set("password", Password).SubmitAsync();
            page = await page.Form().Set("code", recovery[0]).SubmitAsync();
            Assert.Equal(turn == 0 ? "我的账号" : "登录", page.Title);
        }
    }

    [Fact]
    public async Task WrongCodes_LockLikeWrongPasswords_AlsoWhenThePasswordIsRightBetween()
    {
        var account = await AddAsync();
        await using (var scope = host.ScopeAs(new(account.Id, account.Name, host.City.Township.Id, host.City.Township.Region, host.City.Township.Path, [])))
        {
            var secret = OneTimeCode.NewSecret();
            Assert.True((await scope.ServiceProvider.GetRequiredService<SecondFactorService>().TakeUpAsync(scope.ServiceProvider.GetRequiredService<Actor>(), secret, CodeOf(secret))).Done);
        }
        using var browser = host.Visit();
        Page page = null!;
        for (var turn = 0; turn < 5; turn++)
        {
            page = await (await browser.GetAsync("/sign-in")).Form().Set("UserName", account.UserName).Set("password", Password).SubmitAsync();
            page = await page.Form().Set("code", "000000").SubmitAsync();
        }
        Assert.Contains("30分钟后再试", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignInAndSignOut_AreInTheTrailOfTheFirstBodySheServes()
    {
        var account = await AddAsync();
        using var browser = await EnterAsync(account);
        await (await browser.GetAsync("/account")).Form(".jg-top form[action='/sign-out']").SubmitAsync();
        await using var db = host.Database.Open();
        var acts = await db.Changes.Where(change => change.SubjectId == $"{account.Id}").OrderBy(change => change.Number).ToListAsync();
        Assert.Equal([SignInTrail.SignedInAct, SignInTrail.SignedOutAct], acts.Select(change => change.Act));
        Assert.All(acts, change => Assert.Equal((host.City.Township.Id, (Guid?)account.Id), (change.OrganisationId, change.AccountId)));
    }

    [Theory]
    [InlineData("https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("http://localhost", HttpStatusCode.NotFound)]
    public async Task TheApi_IsNotWrittenToFromAnotherSite(string origin, HttpStatusCode status)
    {
        using var browser = await host.SignInAsync(Role.Officer, host.City.Township);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/ledgers/records/{Guid.NewGuid()}/submit");
        request.Headers.Add("Origin", origin);
        Assert.Equal(status, (await browser.Http.SendAsync(request)).StatusCode);
    }

    private string CodeOf(string secret) => OneTimeCode.Of(secret, OneTimeCode.Step(host.Clock.GetUtcNow().UtcDateTime));

    private async Task<PageClient> EnterAsync(Account account)
    {
        var browser = host.Visit();
        await (await browser.GetAsync("/sign-in")).Form().Set("UserName", account.UserName).Set("password", Password).SubmitAsync();
        return browser;
    }

    private async Task<Account> AddAsync(bool isInitial = false)
    {
        await using var db = host.Database.Open();
        var account = await AccountRows.AddAsync(db, $"s{Guid.NewGuid():N}"[..12], "张某某", [(host.City.Township, Role.Officer, RoleScope.Own)], Password);
        account.InitialPassword = isInitial;
        await db.SaveChangesAsync();
        return account;
    }
}
