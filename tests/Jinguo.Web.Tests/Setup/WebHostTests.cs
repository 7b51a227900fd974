using System.Net;
using Jinguo.Core.Base.Access;
using Jinguo.Testing.Web;

namespace Jinguo.Web.Tests.Setup;

public sealed class WebHostTests(WebHost host) : IClassFixture<WebHost>
{
    [Fact]
    public async Task AnUnknownAddress_IsNotFound()
    {
        using var visitor = host.Visit();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/no-such-page")).Status);
    }

    [Fact]
    public async Task APersonSignedIn_IsAskedForInOneStatement()
    {
        using var chair = await host.SignInAsync(Role.Chair, host.City.Township);
        host.Statements.Clear();
        await chair.GetAsync("/no-such-page");
        Assert.Single(host.Statements.Statements, statement => statement.Contains("InitialPassword", StringComparison.Ordinal));
    }
}
