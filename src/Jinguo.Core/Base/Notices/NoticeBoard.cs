using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Time;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Base.Notices;

/// <summary>
/// 提醒: what waits for the body the actor works for, gathered from every module. The frame, the home page, the page of
/// notices and the web hook all ask here.
/// </summary>
public sealed class NoticeBoard(IEnumerable<INoticeSource> sources, TimeProvider time)
{
    /// <summary>Notices of one kind on a page; the rest is on the kind's own page.</summary>
    public const int MostOfAKind = 50;

    private NoticeCounts? counted;

    /// <summary>Today, and what is soon.</summary>
    public NoticeDays Days { get; } = new(time.Today());

    /// <summary>How many wait: one statement for all modules, asked once in a request.</summary>
    public async Task<NoticeCounts> CountAsync(CancellationToken cancel = default) => counted ??= await ReadCountsAsync(cancel);

    /// <summary>What waits of these kinds, the most pressing first: a statement for each kind of which there is something.</summary>
    /// <param name="kinds">The kinds; empty for all.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<IReadOnlyList<Notice>> ListAsync(IReadOnlyCollection<NoticeKind> kinds, CancellationToken cancel = default)
    {
        var counts = await CountAsync(cancel);
        var notices = new List<Notice>();
        foreach (var source in sources.Where(source => counts[source.Kind] > 0 && (kinds.Count == 0 || kinds.Contains(source.Kind))))
            notices.AddRange(await source.ListAsync(Days, MostOfAKind, cancel));
        return InOrder(notices);
    }

    /// <summary>By group, then by the day, then in the order in which the kinds stand.</summary>
    public static IReadOnlyList<Notice> InOrder(IEnumerable<Notice> notices) =>
        [.. notices.OrderBy(one => one.Group).ThenBy(one => one.Due ?? DateOnly.MaxValue).ThenBy(one => one.Kind).ThenBy(one => one.Since ?? DateTime.MaxValue)];

    private async Task<NoticeCounts> ReadCountsAsync(CancellationToken cancel)
    {
        var marks = sources.Select(source => source.Marks(Days)).OfType<IQueryable<NoticeMark>>().ToList();
        if (marks.Count == 0)
            return NoticeCounts.None;
        var rows = await marks.Aggregate((all, more) => all.Concat(more))
            .GroupBy(mark => new { mark.Kind, mark.Group })
            .Select(group => new { group.Key.Kind, group.Key.Group, Count = group.Count() })
            .Prepared().ToListAsync(cancel);
        return new([.. rows.Select(row => new NoticeCount((NoticeKind)row.Kind, (NoticeGroup)row.Group, row.Count))]);
    }
}
