namespace Jinguo.Core.Base.Organisations;

/// <summary>Names of kinds and levels in the users' words.</summary>
public static class OrganisationWords
{
    private static readonly string[] Kinds = ["妇女联合会", "妇联", "妇委会"];

    extension(string name)
    {
        /// <summary>The place without the kind of its body: 东山镇 for 东山镇妇联.</summary>
        public string PlaceName => Array.Find(Kinds, kind => name.EndsWith(kind, StringComparison.Ordinal) && name.Length > kind.Length) is { } kind ? name[..^kind.Length] : name;
    }

    /// <summary>The kind: 妇联, 妇委会, 三新妇联….</summary>
    public static string Name(this OrganisationKind kind) => kind switch
    {
        OrganisationKind.Federation => "妇联",
        OrganisationKind.Committee => "妇委会",
        OrganisationKind.WorkCommittee => "妇工委",
        OrganisationKind.GroupMember => "团体会员",
        OrganisationKind.NewField => "三新妇联",
        OrganisationKind.Group => "妇女小组",
        OrganisationKind.MicroHome => "妇女微家",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The level: 省, 市, 县….</summary>
    public static string Name(this Level level) => level switch
    {
        Level.Nation => "全国",
        Level.Province => "省（区、市）",
        Level.City => "市（州、盟）",
        Level.County => "县（市、区）",
        Level.Township => "乡镇（街道）",
        Level.Village => "村（社区）",
        Level.Group => "小组",
        _ => throw new ArgumentOutOfRangeException(nameof(level)),
    };
}
