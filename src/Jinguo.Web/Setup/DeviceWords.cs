namespace Jinguo.Web.Setup;

/// <summary>A device in the words of its owner, from what its browser says of itself.</summary>
public static class DeviceWords
{
    private static readonly (string Mark, string Words)[] Machines =
    [
        ("HarmonyOS", "鸿蒙设备"), ("Android", "安卓手机"), ("iPhone", "苹果手机"), ("iPad", "苹果平板"), ("Windows", "Windows电脑"), ("Mac OS", "苹果电脑"), ("Linux", "Linux电脑"),
    ];

    private static readonly (string Mark, string Words)[] Browsers =
    [
        ("MicroMessenger", "微信"), ("DingTalk", "钉钉"), ("Edg", "Edge"), ("Firefox", "火狐"), ("QQBrowser", "QQ浏览器"), ("Chrome", "谷歌浏览器"), ("Safari", "Safari"),
    ];

    /// <summary>For example 安卓手机 微信.</summary>
    public static string Of(string? userAgent)
    {
        var said = userAgent ?? "";
        var machine = Array.Find(Machines, one => said.Contains(one.Mark, StringComparison.OrdinalIgnoreCase)).Words ?? "其他设备";
        var browser = Array.Find(Browsers, one => said.Contains(one.Mark, StringComparison.OrdinalIgnoreCase)).Words;
        return browser is null ? machine : $"{machine} {browser}";
    }
}
