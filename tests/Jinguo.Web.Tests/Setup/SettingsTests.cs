using Jinguo.Web.Setup;

namespace Jinguo.Web.Tests.Setup;

public sealed class SettingsTests
{
    [Theory]
    [InlineData("", null, "http://127.0.0.1:5080")]
    [InlineData("", "http://127.0.0.1:6000", "http://127.0.0.1:6000")]
    [InlineData("", "http://0.0.0.0:80/;https://0.0.0.0:443", "http://127.0.0.1:80")]
    [InlineData("https://jinguo.example.cn", "http://127.0.0.1:6000", "https://jinguo.example.cn")]
    public void LinksBeginWithTheAddressSet_ElseWithTheOneServed(string set, string? urls, string begin)
    {
        var settings = new Settings { PublicAddress = set };

        settings.ServeAt(urls);

        Assert.Equal(begin, settings.PublicAddress);
    }
}
