using System.Net;
using Jinguo.Web.Setup;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Jinguo.Web.Tests.Setup;

public sealed class ProtectionSettingsTests
{
    [Theory]
    [InlineData("Protection:Level", "4", "Level（等保级别）只能是2或3")]
    [InlineData("Protection:PasswordLength", "6", "PasswordLength（密码最少位数）要在8到64之间")]
    [InlineData("Protection:AdministratorPasswordLength", "7", "AdministratorPasswordLength")]
    [InlineData("Protection:IdleMinutes", "0", "IdleMinutes（无操作自动退出分钟数）")]
    [InlineData("Protection:Proxies", "10.0.0.1, gateway", "“gateway”不是IP地址")]
    [InlineData("TrailMonths", "5", "TrailMonths（操作记录保留月数）至少6")]
    [InlineData("Protection:Tries", "five", "设置看不懂")]
    public void ASettingOutOfItsRange_IsNamed_AndNothingStarts(string name, string value, string words)
    {
        var problem = Assert.Throws<SettingsException>(() => Read((name, value)));
        Assert.Contains(words, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TheLevel_DecidesWhatIsLeftOpen()
    {
        var (two, three) = (Read(("Protection:Level", "2")).Protection, Read(("Protection:Level", "3")).Protection);
        Assert.Equal((SecondFactorNeed.Nobody, false), (two.CodeNeed, two.IsOneSession));
        Assert.Equal((SecondFactorNeed.Everyone, true), (three.CodeNeed, three.IsOneSession));
        Assert.Equal(SecondFactorNeed.Administrators, Read(("Protection:Level", "3"), ("Protection:SecondFactor", "Administrators")).Protection.CodeNeed);
    }

    [Theory]
    [InlineData("POST", "/sign-in", 2)]
    [InlineData("GET", "/check/abc", 3)]
    [InlineData("GET", "/sign-in", int.MaxValue)]
    [InlineData("GET", "/ledgers", int.MaxValue)]
    public async Task OneAddress_MayAskSoOften_AnotherIsCountedApart(string method, string path, int most)
    {
        var protection = new ProtectionSettings { SignInsPerMinute = 2, PublicPagesPerMinute = 3 };
        await using var limiter = System.Threading.RateLimiting.PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimits.Partition(context, protection));
        var answers = Enumerable.Range(0, 5).Select(_ => limiter.AttemptAcquire(Ask("10.0.0.1")).IsAcquired).ToList();
        Assert.Equal(Math.Min(most, 5), answers.Count(answer => answer));
        Assert.True(limiter.AttemptAcquire(Ask("10.0.0.2")).IsAcquired);

        HttpContext Ask(string address)
        {
            var context = new DefaultHttpContext();
            (context.Request.Method, context.Request.Path, context.Connection.RemoteIpAddress) = (method, path, IPAddress.Parse(address));
            return context;
        }
    }

    [Theory]
    [InlineData("Mozilla/5.0 (Linux; Android 14; HarmonyOS) MicroMessenger/8.0", "鸿蒙设备 微信")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0) Chrome/120 Safari/537 Edg/120", "Windows电脑 Edge")]
    [InlineData("", "其他设备")]
    public void ADevice_IsSaidInWords(string agent, string words) => Assert.Equal(words, DeviceWords.Of(agent));

    private static Settings Read(params (string Name, string Value)[] settings) =>
        Settings.Read(new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(one => "Jinguo:" + one.Name, one => (string?)one.Value)).Build());
}
