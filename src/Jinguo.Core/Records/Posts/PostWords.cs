using Jinguo.Core.Base.Organisations;

namespace Jinguo.Core.Records.Posts;

/// <summary>Posts in the users' words.</summary>
public static class PostWords
{
    /// <summary>主席, 兼职副主席, 执委; in a 妇委会 主任, 兼职副主任, 委员.</summary>
    public static string Name(this PostKind kind, OrganisationKind body) => (kind, body is OrganisationKind.Committee or OrganisationKind.WorkCommittee) switch
    {
        (PostKind.Chair, false) => "主席",
        (PostKind.FullTimeVice, false) => "专职副主席",
        (PostKind.SecondedVice, false) => "挂职副主席",
        (PostKind.PartTimeVice, false) => "兼职副主席",
        (PostKind.Standing, _) => "常委",
        (PostKind.Executive, false) => "执委",
        (PostKind.Chair, true) => "主任",
        (PostKind.FullTimeVice, true) => "专职副主任",
        (PostKind.SecondedVice, true) => "挂职副主任",
        (PostKind.PartTimeVice, true) => "兼职副主任",
        (PostKind.Executive, true) => "委员",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>选举, 替补, 增补, 增选.</summary>
    public static string Name(this PostEntry entry) => entry switch
    {
        PostEntry.Election => "选举",
        PostEntry.Substitution => "替补",
        PostEntry.Addition => "增补",
        PostEntry.CoOption => "增选",
        _ => throw new ArgumentOutOfRangeException(nameof(entry)),
    };

    /// <summary>届满, 工作调动….</summary>
    public static string Name(this Departure departure) => departure switch
    {
        Departure.TermEnded => "届满",
        Departure.Transferred => "工作调动",
        Departure.Resigned => "本人辞职",
        Departure.Retired => "退休",
        Departure.Removed => "免职、撤换",
        Departure.Exited => "不履职退出",
        Departure.Died => "去世",
        Departure.Changed => "转任",
        Departure.Mistaken => "登记有误",
        _ => throw new ArgumentOutOfRangeException(nameof(departure)),
    };
}
