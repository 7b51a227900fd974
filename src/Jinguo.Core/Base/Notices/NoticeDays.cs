namespace Jinguo.Core.Base.Notices;

/// <summary>The days by which notices are grouped.</summary>
/// <param name="Today">Today in China: what was due before is overdue.</param>
public sealed record NoticeDays(DateOnly Today)
{
    /// <summary>Days of 快到期.</summary>
    public const int SoonDays = 10;

    /// <summary>Months before 换届 in which it is soon due: a congress is prepared for longer than a visit.</summary>
    public const int TermMonths = 3;

    /// <summary>Last day of what is due soon.</summary>
    public DateOnly Soon => Today.AddDays(SoonDays);

    /// <summary>Last day of a 换届 that is due soon.</summary>
    public DateOnly TermSoon => Today.AddMonths(TermMonths);

    /// <summary>The group of a thing that may have a last day.</summary>
    public NoticeGroup GroupOf(DateOnly? due) =>
        due < Today ? NoticeGroup.Overdue
        : due <= Soon ? NoticeGroup.Soon
        : NoticeGroup.Waiting;
}
