namespace Jinguo.Core.Base.Organisations.Divisions;

/// <summary>From the published name of a division to the name of its federation.</summary>
public static class DivisionNames
{
    private static readonly string[] Committees = ["村民委员会", "牧民委员会", "渔民委员会", "居民委员会", "村委会", "居委会", "牧委会", "家委会"];

    /// <summary>
    /// True for rows that stand for no place, mostly a missing level: 市辖区 of a municipality, 省直辖县级行政区划, the county row of a
    /// city without counties, which repeats the city's name (domain-rules DIV-11), 虚拟社区.
    /// </summary>
    /// <param name="division">The row.</param>
    /// <param name="above">Name of the division directly above.</param>
    public static bool IsPlaceholder(Division division, string? above) => IsDivisionAbove(division) || division.Level switch
    {
        Level.City => division.Name is "市辖区" or "县" || IsDirect(division.Name),
        Level.County => division.Name is "市辖区" || division.Name == above || IsDirect(division.Name),
        Level.Township => IsDirect(division.Name),
        // Made for the statistics of parks and farms; nobody lives there.
        Level.Village => division.Name.Contains("虚拟", StringComparison.Ordinal),
        _ => false,
    };

    // 350527000 stands for 350527 itself, which has no towns: with zeros to twelve digits both are the same code.
    private static bool IsDivisionAbove(Division division) => division.Level switch
    {
        Level.City or Level.County => division.Code.EndsWith("00", StringComparison.Ordinal),
        Level.Township or Level.Village => division.Code.EndsWith("000", StringComparison.Ordinal),
        _ => false,
    };

    /// <summary>云川市 gives 云川市妇联; 芙蓉村村民委员会 and 芙蓉村委会 give 芙蓉村妇联; 马场社区居委会 gives 马场社区妇联.</summary>
    public static string Federation(Division division) => division.Level switch
    {
        Level.Village => Village(division.Name) + "妇联",
        Level.Township => Without(division.Name, "办事处", kept: "街道") + "妇联",
        _ => division.Name + "妇联",
    };

    // 芙蓉村村民委员会 → 芙蓉村; 凤鸣村民委员会 → 凤鸣村; 虹桥居委会 → 虹桥社区; 五连生活区 stays.
    private static string Village(string name)
    {
        foreach (var committee in Committees)
        {
            if (name.Length <= committee.Length || !name.EndsWith(committee, StringComparison.Ordinal))
                continue;
            var place = name[..^committee.Length];
            return committee[0] switch
            {
                '村' => EndsAs(place, "村", "嘎查", "社区") ? place : place + "村",
                '居' => EndsAs(place, "社区", "居民区") ? place : place + "社区",
                _ => place,
            };
        }
        return Without(name, "委员会", kept: "嘎查");
    }

    private static bool EndsAs(string place, params ReadOnlySpan<string> endings)
    {
        foreach (var ending in endings)
            if (place.EndsWith(ending, StringComparison.Ordinal))
                return true;
        return false;
    }

    private static bool IsDirect(string name) => name.Contains("直辖县级", StringComparison.Ordinal) || name.Contains("直辖村级", StringComparison.Ordinal);

    private static string Without(string name, string ending, string kept) =>
        name.EndsWith(kept + ending, StringComparison.Ordinal) ? name[..^ending.Length] : name;
}
