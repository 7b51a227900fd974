using Jinguo.Core.Base.Notices;

namespace Jinguo.Core.Tests.Base.Notices;

public class HookChecksTests
{
    private static readonly HookHosts Hosts = HookHosts.Parse("https://proxy.example:8443");

    [Theory]
    [InlineData(HookProduct.WeCom, "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=a1")]
    [InlineData(HookProduct.DingTalk, "https://oapi.dingtalk.com/robot/send?access_token=a1")]
    [InlineData(HookProduct.WeCom, "https://proxy.example:8443/wecom?key=a1")]
    public void RobotsOfTheTwoProducts_AndTheProxyOfTheInstallation_AreTaken(HookProduct product, string address) =>
        Assert.Empty(HookChecks.Check(Wanted(product, address), Hosts, kept: null));

    [Theory]
    [InlineData("http://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=a1")]
    [InlineData("https://qyapi.weixin.qq.com:8443/cgi-bin/webhook/send?key=a1")]
    [InlineData("https://qyapi.weixin.qq.com/cgi-bin/user/list?key=a1")]
    [InlineData("https://qyapi.weixin.qq.com.evil.example/cgi-bin/webhook/send?key=a1")]
    [InlineData("https://qyapi.weixin.qq.com@evil.example/cgi-bin/webhook/send?key=a1")]
    [InlineData("https://user@qyapi.weixin.qq.com/cgi-bin/webhook/send?key=a1")]
    [InlineData("https://oapi.dingtalk.com/robot/send?access_token=a1")]
    [InlineData("https://proxy.example/wecom?key=a1")]
    [InlineData("http://proxy.example:8443/wecom?key=a1")]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("file:///etc/passwd")]
    [InlineData("机器人")]
    public void EverythingElse_IsRefused(string address) =>
        Assert.Equal("address", Assert.Single(HookChecks.Check(Wanted(HookProduct.WeCom, address), Hosts, kept: null)).Field);

    [Fact]
    public void AnAddress_IsNeededTheFirstTime_AndKeptLater()
    {
        Assert.Equal("notice-hook.address.missing", Assert.Single(HookChecks.Check(Wanted(HookProduct.WeCom, " "), Hosts, kept: null)).Code);
        Assert.Empty(HookChecks.Check(Wanted(HookProduct.WeCom, ""), Hosts, "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=a1"));
        Assert.Equal("notice-hook.address", Assert.Single(HookChecks.Check(Wanted(HookProduct.DingTalk, ""), Hosts, "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=a1")).Code);
    }

    [Fact]
    public void WithoutAGroup_OrInTheNight_ItIsRefused() =>
        Assert.Equal(["groups", "hour"], HookChecks.Check(Wanted(HookProduct.WeCom, "https://proxy.example:8443/") with { Groups = [], Hour = 22 }, Hosts, kept: null).Select(problem => problem.Field));

    [Theory]
    [InlineData("proxy.example")]
    [InlineData("https://proxy.example/path")]
    [InlineData("ftp://proxy.example")]
    public void ASettingThatIsNoOrigin_IsNamed(string setting) =>
        Assert.Equal(setting, Assert.Throws<FormatException>(() => HookHosts.Parse(setting)).Message);

    private static WantedHook Wanted(HookProduct product, string address) => new(product, address, null, [NoticeGroup.Overdue], HookChecks.UsualHour, IsOn: true, Version: 0);
}
