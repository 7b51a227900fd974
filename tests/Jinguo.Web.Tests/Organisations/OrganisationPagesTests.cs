using System.Net;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Organisations.Divisions;
using Jinguo.Testing.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Jinguo.Web.Tests.Organisations;

public sealed class OrganisationPagesTests(WebHost host) : IClassFixture<WebHost>
{
    [Fact]
    public async Task TheFirstPage_IsOnesOwnBody_WithWhatHangsBelow()
    {
        using var browser = await host.SignInAsync(Role.Reader, host.City.Top);
        var page = await browser.GetAsync("/organisations");
        Assert.Equal(host.City.Top.Name, page.Texts("h1")[0]);
        Assert.Equal(["安和县妇联", "宣平市妇联"], page.Texts("main tbody th a"));
        Assert.DoesNotContain("加下级", page.Text, StringComparison.Ordinal);
        Assert.Equal("安和县妇联", (await page.FollowAsync("安和县妇联")).Texts("h1")[0]);
    }

    [Fact]
    public async Task ABodyOutsideOnesReach_IsNotThere()
    {
        using var browser = await host.SignInAsync(Role.SystemAdministrator, host.City.Township);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/organisations/{host.City.Stranger.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/organisations/{host.City.County.Id}/edit")).Status);
    }

    [Fact]
    public async Task ACommittee_IsAddedByTheForm_AndSentTwiceItIsOne()
    {
        using var browser = await host.SignInAsync(Role.SystemAdministrator, host.City.Top);
        var form = (await browser.GetAsync($"/organisations/{host.City.County.Id}/new")).Form().Set("Input.Kind", "Committee").Set("Input.Name", "县卫健局妇委会");
        var page = await form.SubmitAsync();
        Assert.Equal("县卫健局妇委会", page.Texts("h1")[0]);
        Assert.Contains($"代码 {host.City.County.Code}-001", page.Text, StringComparison.Ordinal);
        Assert.Equal(page.Address, (await form.SubmitAsync()).Address);
    }

    [Fact]
    public async Task AMissingCode_IsAskedForAtItsField_AndNothingTypedIsLost()
    {
        using var browser = await host.SignInAsync(Role.SystemAdministrator, host.City.Top);
        var page = await (await browser.GetAsync($"/organisations/{host.City.County.Id}/new")).Form().Set("Input.Name", "北山镇妇联").Set("Input.Code", "12").SubmitAsync();
        Assert.Contains("12位统计用区划代码", string.Concat(page.Texts(".jg-field.is-wrong")), StringComparison.Ordinal);
        Assert.Equal(("北山镇妇联", "12"), (page.Form().Value("Input.Name"), page.Form().Value("Input.Code")));
    }

    [Fact]
    public async Task AStaleEdit_ShowsBothVersions_AndCanBeSavedOnPurpose()
    {
        using var first = await host.SignInAsync(Role.SystemAdministrator, host.City.Top);
        using var second = await host.SignInAsync(Role.SystemAdministrator, host.City.Top);
        var address = $"/organisations/{host.City.Village.Id}/edit";
        var slow = (await first.GetAsync(address)).Form().Set("Input.Name", "芙蓉社区妇联").Set("Input.IsMistake", "true");
        await (await second.GetAsync(address)).Form().Set("Input.Name", "芙蓉新村妇联").Set("Input.IsMistake", "true").SubmitAsync();
        var page = await slow.SubmitAsync();
        Assert.Contains("别人已经改过", page.Text, StringComparison.Ordinal);
        Assert.Contains("芙蓉新村妇联", string.Concat(page.Texts(".jg-so")), StringComparison.Ordinal);
        Assert.Contains("张某某 在 2026年11月20日 09:42 改过", string.Concat(page.Texts(".jg-so")), StringComparison.Ordinal);
        Assert.Equal("芙蓉社区妇联", page.Form().Value("Input.Name"));
        page = await page.Form().SubmitAsync();
        Assert.Equal("芙蓉社区妇联", page.Texts("h1")[0]);
        Assert.Contains("芙蓉新村妇联 → 芙蓉社区妇联", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_FindsByInitials()
    {
        using var browser = await host.SignInAsync(Role.Officer, host.City.Top);
        var page = await (await browser.GetAsync("/organisations")).Form().Set("q", "xh2z").SubmitAsync();
        Assert.Equal(["西河2镇妇联"], page.Texts("main tbody th a"));
    }

    [Fact]
    public async Task AProvinceOfThirtyThousandBodies_OpensWithFewStatements()
    {
        await using var large = await WebHost.StartAsync();
        var divisions = Province().ToList();
        await using (var scope = large.ScopeAs(Actor.CommandLine))
            Assert.True((await scope.ServiceProvider.GetRequiredService<DivisionLoader>().LoadAsync("98", divisions)).Done);
        Organisation top;
        await using (var db = large.Database.Open())
        {
            Assert.True(await db.Organisations.CountAsync() > 30_000);
            top = await db.Organisations.SingleAsync(body => body.Code == "980000000000");
        }
        using var browser = await large.SignInAsync(Role.SystemAdministrator, top);
        foreach (var address in (string[])["/organisations", "/organisations?q=c3", "/organisations?q=村", "/organisations?p=2"])
        {
            large.Statements.Clear();
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(address)).Status);
            Assert.InRange(large.Statements.Statements.Count, 1, 12);
        }
    }

    // 10 cities of 10 counties of 15 townships of 20 villages.
    private static IEnumerable<Division> Province()
    {
        yield return new("98", "云省");
        for (var city = 1; city <= 10; city++)
        {
            yield return new($"98{city:00}", $"市{city}市");
            for (var county = 1; county <= 10; county++)
            {
                yield return new($"98{city:00}{county:00}", $"县{county}县");
                for (var town = 100; town < 115; town++)
                {
                    yield return new($"98{city:00}{county:00}{town}", $"镇{town}镇");
                    for (var village = 200; village < 220; village++)
                        yield return new($"98{city:00}{county:00}{town}{village}", $"第{village}村委会");
                }
            }
        }
    }
}
