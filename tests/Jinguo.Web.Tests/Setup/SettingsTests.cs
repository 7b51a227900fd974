using Jinguo.Web.Setup;
using Microsoft.Extensions.Configuration;

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

    [Theory]
    [InlineData("BackupsKept", "1")]
    [InlineData("BackupsKept", "401")]
    [InlineData("BackupAt", "25:00")]
    [InlineData("PoolSize", "4")]
    [InlineData("PoolSize", "501")]
    [InlineData("StatementSeconds", "0")]
    [InlineData("StatementSeconds", "3601")]
    public void ASettingOutOfItsRange_IsNamed(string name, string value)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { [$"Jinguo:{name}"] = value }).Build();
        Assert.Contains(name, Assert.Throws<SettingsException>(() => Settings.Read(configuration)).Message, StringComparison.Ordinal);
    }
}
