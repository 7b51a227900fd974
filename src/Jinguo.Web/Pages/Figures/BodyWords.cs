using Jinguo.Core.Base.Organisations;

namespace Jinguo.Web.Pages.Figures;

/// <summary>A body in the words of a table: 安和县 for 安和县妇联, 全县, 县本级.</summary>
public static class BodyWords
{
    private static readonly string[] Places = ["街道", "社区", "省", "市", "县", "区", "旗", "镇", "乡", "村", "州", "盟"];

    /// <summary>The place without the kind of its body.</summary>
    public static string Short(string name) => name.PlaceName;

    /// <summary>The body with everything below it: 全县.</summary>
    public static string Whole(string name) => Place(name) is { } place ? "全" + place : "全部";

    /// <summary>What the body did itself: 县本级.</summary>
    public static string Own(string name) => (Place(name) ?? "") + "本级";

    /// <summary>How the bodies below are called: 县（市、区）, 村（社区）.</summary>
    public static string Below(Level level) => level switch
    {
        Level.Nation => Level.Province.Name(),
        Level.Province => Level.City.Name(),
        Level.City => Level.County.Name(),
        Level.County => Level.Township.Name(),
        Level.Township => Level.Village.Name(),
        _ => Level.Group.Name(),
    };

    private static string? Place(string name)
    {
        var place = Short(name);
        return Array.Find(Places, one => place.EndsWith(one, StringComparison.Ordinal));
    }
}
