using Jinguo.Core.Base.Access;
using Jinguo.Testing.Web;

namespace Jinguo.Web.Tests.Setup;

public sealed class ShellTests(WebHost host) : IClassFixture<WebHost>
{
    [Theory]
    [InlineData(Role.Chair, true, false, true)]
    [InlineData(Role.Reader, true, false, false)]
    [InlineData(Role.SystemAdministrator, false, true, false)]
    public async Task ThePlacesOfThePage_AreThoseThatTheRoleMayEnter(Role role, bool ledgers, bool accounts, bool records)
    {
        using var browser = await host.SignInAsync(role, host.City.Township);
        var page = await browser.GetAsync("/account");
        var places = page.Texts(".jg-nav a");
        Assert.Contains("组织", places);
        Assert.Equal((ledgers, accounts), (places.Contains("台账"), places.Contains("账号")));
        Assert.Equal(records, page.Texts(".jg-top-acts a").Contains("记一笔"));
    }

    [Fact]
    public async Task TheFrame_CostsOneStatement()
    {
        using var browser = await host.SignInAsync(Role.Reader, host.City.Village);
        await browser.GetAsync("/denied");
        host.Statements.Clear();
        var page = await browser.GetAsync("/denied");
        Assert.Equal(2, host.Statements.Statements.Count);
        Assert.Equal(["安和县妇联", "东山1镇妇联"], page.Texts(".jg-switch-above")[0].Split('/', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
    }
}
