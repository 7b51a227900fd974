namespace Jinguo.Core.Base.Notices;

/// <summary>How many things of a kind and group wait.</summary>
public sealed record NoticeCount(NoticeKind Kind, NoticeGroup Group, int Count);

/// <summary>How many things wait for a body: of things, never of persons.</summary>
public sealed record NoticeCounts(IReadOnlyList<NoticeCount> All)
{
    /// <summary>Nothing waits.</summary>
    public static NoticeCounts None { get; } = new([]);

    /// <summary>All of them.</summary>
    public int Total => All.Sum(one => one.Count);

    /// <summary>Those of a kind.</summary>
    public int this[NoticeKind kind] => All.Where(one => one.Kind == kind).Sum(one => one.Count);

    /// <summary>Those of a group.</summary>
    public int this[NoticeGroup group] => All.Where(one => one.Group == group).Sum(one => one.Count);
}
