namespace Jinguo.Core.Base.Notices;

/// <summary>What waits in one module for the body the actor works for. Computed from what is there: nothing is kept twice.</summary>
public interface INoticeSource
{
    /// <summary>The kind it tells of.</summary>
    NoticeKind Kind { get; }

    /// <summary>Every thing that waits, to be counted together with those of the other modules; null without the right.</summary>
    IQueryable<NoticeMark>? Marks(NoticeDays days);

    /// <summary>The things that wait, the most pressing first: one query.</summary>
    /// <param name="days">Today, and what is soon.</param>
    /// <param name="most">Most notices.</param>
    /// <param name="cancel">Stops.</param>
    Task<IReadOnlyList<Notice>> ListAsync(NoticeDays days, int most, CancellationToken cancel);
}
