using Jinguo.Core.Base.Notices;

namespace Jinguo.Core.Tests.Base.Notices;

public class HookMessageTests
{
    private static readonly NoticeCounts Counts = new([new(NoticeKind.Visit, NoticeGroup.Overdue, 1), new(NoticeKind.Circular, NoticeGroup.Soon, 2), new(NoticeKind.Returned, NoticeGroup.Returned, 3), new(NoticeKind.Review, NoticeGroup.Waiting, 4)]);

    [Fact]
    public void AMessage_SaysHowMuchOfTheChosenGroupsWaits_AndWhere() =>
        Assert.Equal("东山镇妇联：逾期1件，快到期2件，退回3笔。打开平台办理：https://fl.example.cn/notices",
            HookMessage.Text("东山镇妇联", Counts, [NoticeGroup.Returned, NoticeGroup.Soon, NoticeGroup.Overdue], "https://fl.example.cn"));

    [Fact]
    public void NothingOfTheChosenGroups_IsNoMessage()
    {
        Assert.Null(HookMessage.Text("东山镇妇联", NoticeCounts.None, [NoticeGroup.Overdue, NoticeGroup.Waiting], ""));
        Assert.Null(HookMessage.Text("东山镇妇联", new([new(NoticeKind.Review, NoticeGroup.Waiting, 4)]), [NoticeGroup.Overdue], ""));
    }

    [Fact]
    public void TheRequest_IsTheTextMessageOfBothProducts() =>
        Assert.Equal("""{"msgtype":"text","text":{"content":"东山镇妇联：\"甲\""}}""", HookMessage.Json("东山镇妇联：\"甲\""));

    // Checked with: printf '1700000000000\nSECabc123' | openssl dgst -sha256 -hmac SECabc123 -binary | base64
    [Fact]
    public void ASecret_SignsTheAddressWithTheTime() =>
        Assert.Equal("https://oapi.dingtalk.com/robot/send?access_token=a1&timestamp=1700000000000&sign=N5P09a4%2Bp1AMJIJWnIvQd2Yxw9%2Bfu%2FoEBnPrjCcsLXk%3D",
            HookMessage.Signed(new("https://oapi.dingtalk.com/robot/send?access_token=a1"), "SECabc123", DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_000)).AbsoluteUri);

    [Fact]
    public void WithoutASecret_TheAddressStaysAsItIs()
    {
        var address = new Uri("https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=a1");
        Assert.Equal(address, HookMessage.Signed(address, null, DateTimeOffset.UnixEpoch));
    }
}
