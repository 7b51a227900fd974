using Jinguo.Core.Base.Access;
using Jinguo.Testing.Data;
using Jinguo.Testing.Web;

namespace Jinguo.Web.Tests.SignIn;

public sealed class KeptFormTests : IAsyncLifetime
{
    private const string Password = "Hbkt-4937-mwe";
    private WebHost host = null!;
    private Account account = null!;

    public async Task InitializeAsync()
    {
        host = await WebHost.StartAsync();
        account = await AddAsync("officer");
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task WhatWasTyped_SurvivesAnExpiredSignIn_AndIsSentAfterwards()
    {
        using var browser = host.SignIn(account, host.City.Township.Id);
        var page = await TypeAndExpireAsync(browser);
        Assert.Equal("登录", page.Title);
        Assert.Contains("您填写的内容没有丢", page.Text, StringComparison.Ordinal);

        page = await page.Form().Set("UserName", "officer").Set("password", "wrong").SubmitAsync();
        Assert.Contains("您填写的内容没有丢", page.Text, StringComparison.Ordinal);
        page = await page.Form().Set("UserName", "officer").Set("password", Password).SubmitAsync();
        Assert.Equal("您填写的内容还在", page.Title);
        Assert.Equal("/switch", page.One("main form").GetAttribute("action"));

        page = await page.Form().SubmitAsync("继续提交");
        Assert.Equal("/account", page.Address);
        Assert.Equal([host.City.Stranger.Name], page.Texts(".jg-switch summary b"));
    }

    [Fact]
    public async Task WhatWasTyped_IsNotShownToAnotherPerson()
    {
        await AddAsync("other");
        using var browser = host.SignIn(account, host.City.Township.Id);
        var page = await TypeAndExpireAsync(browser);
        page = await page.Form().Set("UserName", "other").Set("password", Password).SubmitAsync();
        Assert.Equal("/", page.Address);
        Assert.DoesNotContain("继续提交", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AForgedKeptForm_IsIgnored()
    {
        using var browser = host.SignIn(account, host.City.Township.Id);
        var page = await TypeAndExpireAsync(browser);
        page = await page.Form().Set("Kept", "forged").Set("UserName", "officer").Set("password", Password).SubmitAsync();
        Assert.DoesNotContain("继续提交", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFormFromAnotherSite_IsNotKept()
    {
        using var browser = host.Visit();
        using var request = new HttpRequestMessage(HttpMethod.Post, "http://localhost/switch");
        request.Headers.Add("Origin", "https://evil.example");
        request.Content = new FormUrlEncodedContent([new("body", $"{host.City.Top.Id}")]);
        using var response = await browser.Http.SendAsync(request);
        Assert.Equal("/sign-in", response.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task AFormWithoutAValidMark_IsOfferedForSendingAgain()
    {
        using var browser = host.SignIn(account, host.City.Township.Id);
        using var request = new HttpRequestMessage(HttpMethod.Post, "http://localhost/switch");
        request.Content = new FormUrlEncodedContent([new("body", $"{host.City.Stranger.Id}"), new("back", "/account"), new("__RequestVerificationToken", "old")]);
        var page = await browser.SendAsync(request);
        Assert.Equal("您填写的内容还在", page.Title);
        page = await page.Form().SubmitAsync("继续提交");
        Assert.Equal([host.City.Stranger.Name], page.Texts(".jg-switch summary b"));
    }

    [Fact]
    public async Task Passwords_AreNeverKept()
    {
        using var browser = host.SignIn(account, host.City.Township.Id);
        var form = (await browser.GetAsync("/account")).Form().Set("passwordNow", Password).Set("passwordWanted", "Nine9Lives").Set("passwordAgain", "Nine9Lives");
        host.Clock.Advance(TimeSpan.FromHours(3));
        var page = await form.SubmitAsync();
        page = await page.Form().Set("UserName", "officer").Set("password", Password).SubmitAsync();
        Assert.Equal("您填写的内容还在", page.Title);
        Assert.DoesNotContain("Nine9Lives", page.Html, StringComparison.Ordinal);
    }

    private async Task<Page> TypeAndExpireAsync(PageClient browser)
    {
        var form = (await browser.GetAsync("/account")).Form(".jg-switch form[method=post]");
        host.Clock.Advance(TimeSpan.FromHours(3));
        return await form.SubmitAsync(host.City.Stranger.Name);
    }

    private async Task<Account> AddAsync(string userName)
    {
        await using var db = host.Database.Open();
        return await AccountRows.AddAsync(db, userName, "张某某", [(host.City.Township, Role.Officer, RoleScope.Own), (host.City.Stranger, Role.Reader, RoleScope.Own)], Password);
    }
}
