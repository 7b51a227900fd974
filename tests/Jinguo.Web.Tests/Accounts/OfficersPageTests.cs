using Jinguo.Core.Base.Access;
using Jinguo.Testing.Web;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Web.Tests.Accounts;

/// <summary>An installation of a version before the three administrators: it has a system administrator alone.</summary>
public sealed class OfficersPageTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task WhoIsMissing_IsSaidAtHome_AndMadeOnce(bool isSeparated)
    {
        await using var host = await WebHost.StartAsync(isSeparated: isSeparated);
        using var system = await host.SignInAsync(Role.SystemAdministrator, host.City.Top);
        var page = await (await system.GetAsync("/")).FollowAsync("去补齐");
        Assert.Contains("安全管理员—还没有", page.Text, StringComparison.Ordinal);
        page = await page.Form("main form:not([action*='handler'])").Set("Input.Officers[0].Name", "郑某某").Set("Input.Officers[0].UserName", "anquan")
            .Set("Input.Officers[1].Name", "孙某某").Set("Input.Officers[1].UserName", "shenji").SubmitAsync();
        Assert.Contains("三员已建好", page.Text, StringComparison.Ordinal);
        Assert.Contains("郑某某anquan在任", page.Text, StringComparison.Ordinal);
        Assert.Contains(isSeparated ? "孙某某shenji等安全管理员批准" : "孙某某shenji在任", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("补齐三员", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("还缺", (await system.GetAsync("/")).Text, StringComparison.Ordinal);

        await using var scope = host.ScopeAs(Actor.CommandLine);
        var again = await Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<FirstOfficers>(scope.ServiceProvider)
            .AppointAsync(new(Guid.NewGuid(), "吴某某", host.City.Top.Id, host.City.Top.Region, host.City.Top.Path, []), [new("冯某某", "second", "Hbkt-4937-mwe", [Role.SecurityAdministrator])]);
        Assert.Equal("officers.there", Assert.Single(again.Problems).Code);
    }

    [Fact]
    public async Task WhereDutiesAreNotSeparated_SheMayTakeSecurityOn()
    {
        await using var host = await WebHost.StartAsync();
        using var system = await host.SignInAsync(Role.SystemAdministrator, host.City.Top);
        var page = await (await system.GetAsync("/accounts/officers")).Form("main form[action*='TakeOn' i]").SubmitAsync();
        Assert.DoesNotContain("安全管理员—还没有", page.Text, StringComparison.Ordinal);
        Assert.Contains("审计管理员—还没有", page.Text, StringComparison.Ordinal);
        Assert.Contains("待批准的申请", (await system.GetAsync("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhereDutiesAreSeparated_SheMayNot()
    {
        await using var host = await WebHost.StartAsync(isSeparated: true);
        using var system = await host.SignInAsync(Role.SystemAdministrator, host.City.Top);
        Assert.DoesNotContain("由我兼任", (await system.GetAsync("/accounts/officers")).Text, StringComparison.Ordinal);
        await using var db = host.Database.Open();
        Assert.Equal(1, await db.RoleAssignments.CountAsync());
    }
}
