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

        page = await page.Form("form[method=post][action='/setup']").Set("Input.Villages", "False").Set("Input.Name", "张某某").Set("Input.UserName", "admin")
            .Set("password", "Nine9Lives-2026").Set("passwordAgain", "other").SubmitAsync();
        Assert.Contains("两次填写的密码不一样", page.Text, StringComparison.Ordinal);
        await page.Form("form[method=post][action='/setup']").Set("password", "Nine9Lives-2026").Set("passwordAgain", "Nine9Lives-2026").SubmitAsync();
        await host.Services.GetRequiredService<Run>().WaitAsync();

        page = await browser.GetAsync("/setup");
        Assert.Contains("已建好", page.Text, StringComparison.Ordinal);
        page = await page.Form().Set("UserName", "admin").Set("password", "Nine9Lives-2026").Set("From", "/organisations").SubmitAsync();
        Assert.Equal("海口市妇联", page.Texts("h1")[0]);
        Assert.Contains("秀英区妇联", page.Texts("main tbody th a"));
        Assert.Contains("账号", page.Texts(".jg-nav a"));
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
        run.Start(new("460105", Villages: false, "张某某", "admin", "Nine9Lives-2026"));
        await run.WaitAsync();
        Assert.Empty(run.Problems);
        Assert.False(await run.IsNeededAsync(default));
        run.Start(new("460106", Villages: false, "张某某", "second", "Nine9Lives-2026"));
        await run.WaitAsync();
        Assert.Equal("first-run.over", Assert.Single(run.Problems).Code);
        await using var db = host.Database.Open();
        Assert.Equal(["秀英区妇联"], await db.Organisations.Select(body => body.Name).ToListAsync());
    }
}
