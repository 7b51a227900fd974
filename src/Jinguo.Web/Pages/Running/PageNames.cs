using Jinguo.Web.Running.Watching;
using Jinguo.Web.Ui;

namespace Jinguo.Web.Pages.Running;

/// <summary>To which part of the product a page belongs, by the first word of its address.</summary>
public static class PageNames
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["api"] = "接口",
        ["account"] = "我的账号",
        ["error"] = "出错页",
        ["files"] = "附件",
        ["notices"] = "提醒",
        ["offline"] = "离线填写",
        ["persons"] = "人员",
        ["posts"] = "任职",
        ["terms"] = "任期",
        ["running"] = "运行情况",
        ["search"] = "搜索",
        ["sign-in"] = "登录",
        ["sign-out"] = "退出登录",
        ["switch"] = "换单位",
    };

    static PageNames()
    {
        foreach (var place in (Place[])[Places.Ledgers, Places.Figures, Places.Tables, Places.Forms, Places.Reports, Places.Checking, Places.Cases, Places.OldReports, Places.Circulars, Places.Organisations, Places.Accounts, Places.Security, Places.Audit])
            Names[place.Href.TrimStart('/')] = place.Name;
    }

    /// <summary>The name.</summary>
    /// <param name="route">The template of the page.</param>
    public static string Of(string route)
    {
        if (route == RequestBook.NoRoute)
            return "静态文件和没有的网址";
        var first = route.TrimStart('/').Split('/')[0];
        return first.Length == 0 || first == "Index" ? Places.Home.Name : Names.GetValueOrDefault(first, "其他");
    }
}
