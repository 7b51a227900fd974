using System.Net;
using Jinguo.Core.Base.Access;
using Jinguo.Testing.Data;
using Jinguo.Testing.Web;

namespace Jinguo.Web.Tests.SignIn;

public sealed class SignInTests(WebHost host) : IClassFixture<WebHost>
{
    private const string Password = "Hbkt-4937-mwe";

    [Fact]
    public async Task WithoutASignIn_APageAsksForIt_AndLeadsBackAfterwards()
    {
        var account = await AddAsync();
        using var browser = host.Visit();
        var page = await browser.GetAsync("/account?tab=1");
        Assert.Equal("登录", page.Title);
        page = await page.Form().Set("UserName", account.UserName.ToUpperInvariant()).Set("password", Password).SubmitAsync();
        Assert.Equal(("/account?tab=1", "我的账号"), (page.Address, page.Title));
        Assert.Contains("张某某", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("https://evil.example/")]
    public async Task AForeignAddress_IsNotFollowedAfterTheSignIn(string from)
    {
        var account = await AddAsync();
        using var browser = host.Visit();
        var page = await (await browser.GetAsync($"/sign-in?from={Uri.EscapeDataString(from)}")).Form().Set("UserName", account.UserName).Set("password", Password).SubmitAsync();
        Assert.Equal("/", page.Address);
    }

    [Fact]
    public async Task WrongPasswords_LockAfterFive_AndTheLockEnds()
    {
        var account = await AddAsync();
        using var browser = host.Visit();
        var page = await browser.GetAsync("/sign-in?from=/account");
        for (var turn = 1; turn <= 4; turn++)
        {
            page = await page.Form().Set("UserName", account.UserName).Set("password", "wrong").SubmitAsync();
            Assert.Contains("账号或密码不对", page.Text, StringComparison.Ordinal);
        }
        page = await page.Form().Set("UserName", account.UserName).Set("password", "wrong").SubmitAsync();
        Assert.Contains("30分钟后再试", page.Text, StringComparison.Ordinal);
        page = await page.Form().Set("UserName", account.UserName).Set("password", Password).SubmitAsync();
        Assert.Contains("30分钟后再试", page.Text, StringComparison.Ordinal);

        host.Clock.Advance(TimeSpan.FromMinutes(31));
        page = await page.Form().Set("UserName", account.UserName).Set("password", Password).SubmitAsync();
        Assert.Equal("我的账号", page.Title);
    }

    [Fact]
    public async Task AnUnknownAccount_IsAnsweredLikeAWrongPassword()
    {
        using var browser = host.Visit();
        var page = await (await browser.GetAsync("/sign-in")).Form().Set("UserName", "nobody").Set("password", "x").SubmitAsync();
        Assert.Contains("账号或密码不对", page.Text, StringComparison.Ordinal);
        Assert.Equal("nobody", page.Form().Value("UserName"));
    }

    [Fact]
    public async Task ADisabledAccount_CannotSignIn_AndItsOpenSignInEnds()
    {
        var account = await AddAsync();
        using var open = host.SignIn(account, host.City.Township.Id);
        Assert.Equal("我的账号", (await open.GetAsync("/account")).Title);
        await using (var db = host.Database.Open())
        {
            db.Attach(account).Entity.Disabled = true;
            await db.SaveChangesAsync();
        }
        Assert.Equal("登录", (await open.GetAsync("/account")).Title);
        var page = await (await open.GetAsync("/sign-in")).Form().Set("UserName", account.UserName).Set("password", Password).SubmitAsync();
        Assert.Contains("已停用", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SigningOut_EndsTheSignIn()
    {
        using var browser = await host.SignInAsync(Role.Officer, host.City.Township);
        var page = await (await browser.GetAsync("/account")).Form(".jg-top form[action='/sign-out']").SubmitAsync();
        Assert.Contains("已退出登录", page.Text, StringComparison.Ordinal);
        Assert.Equal("登录", (await browser.GetAsync("/account")).Title);
    }

    [Fact]
    public async Task APersonOfTwoBodies_SwitchesBetweenThem_AndToNoOther()
    {
        await using var db = host.Database.Open();
        var account = await AccountRows.AddAsync(db, $"two-{Guid.NewGuid():N}", "张某某", [(host.City.Township, Role.Officer, RoleScope.Own), (host.City.Stranger, Role.Reader, RoleScope.Own)]);
        using var browser = host.SignIn(account, host.City.Township.Id);
        var page = await browser.GetAsync("/account");
        Assert.Equal([host.City.Township.Name], page.Texts(".jg-switch summary b"));
        using (var request = page.Form(".jg-switch form[method=post]").Request(host.City.Stranger.Name))
            page = await browser.SendAsync(request);
        Assert.Equal(("/account", host.City.Stranger.Name), (page.Address, page.Texts(".jg-switch summary b")[0]));

        using var forged = page.Form(".jg-switch form[method=post]").Request(host.City.Township.Name);
        forged.Content = new StringContent((await forged.Content!.ReadAsStringAsync()).Replace($"body={host.City.Township.Id}", $"body={host.City.Top.Id}", StringComparison.Ordinal), System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");
        Assert.Equal(HttpStatusCode.NotFound, (await browser.SendAsync(forged)).Status);
    }

    [Fact]
    public async Task ANewPassword_EndsOtherSignIns_AndTheInitialHint()
    {
        var account = await AddAsync(isInitial: true);
        using var other = host.SignIn(account, host.City.Township.Id);
        using var browser = host.SignIn(account, host.City.Township.Id);
        var page = await browser.GetAsync("/account");
        Assert.Contains("还是初始密码", page.Text, StringComparison.Ordinal);
        page = await page.Form("form:has([name=passwordNow])").Set("passwordNow", "wrong").Set("passwordWanted", "Nine9Lives").Set("passwordAgain", "Nine9Lives").SubmitAsync();
        Assert.Contains("现在的密码不对", page.Text, StringComparison.Ordinal);
        page = await page.Form("form:has([name=passwordNow])").Set("passwordNow", Password).Set("passwordWanted", "short").Set("passwordAgain", "short").SubmitAsync();
        Assert.Contains("密码至少8位", page.Text, StringComparison.Ordinal);
        page = await page.Form("form:has([name=passwordNow])").Set("passwordNow", Password).Set("passwordWanted", "Nine9Lives").Set("passwordAgain", "Nine9Lives").SubmitAsync();
        Assert.Contains("密码已换好", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("还是初始密码", page.Text, StringComparison.Ordinal);
        Assert.Equal("登录", (await other.GetAsync("/account")).Title);
    }

    private async Task<Account> AddAsync(bool isInitial = false)
    {
        await using var db = host.Database.Open();
        var account = await AccountRows.AddAsync(db, $"p{Guid.NewGuid():N}"[..12], "张某某", [(host.City.Township, Role.Officer, RoleScope.Own)], Password);
        account.InitialPassword = isInitial;
        await db.SaveChangesAsync();
        return account;
    }
}
