namespace Jinguo.Core.Base.Notices;

/// <summary>Of what a notice tells. Each kind comes from one source.</summary>
public enum NoticeKind
{
    /// <summary>A body directly below has records that wait for review: 待审核.</summary>
    Review = 1,

    /// <summary>An own record was returned: 已退回.</summary>
    Returned,

    /// <summary>The next visit of an own register entry: 走访.</summary>
    Visit,

    /// <summary>A circular to be answered or received: 通知.</summary>
    Circular,

    /// <summary>A statistical table that a body above asks for: 报表.</summary>
    Table,

    /// <summary>换届 of the own body or of one directly below.</summary>
    Term,

    /// <summary>Accounts and roles that wait for the security administrator: 申请.</summary>
    Request,

    /// <summary>A case that presses, or that she is asked to take over: 维权.</summary>
    Case,
}

/// <summary>How a notice presses, the most pressing first.</summary>
public enum NoticeGroup
{
    /// <summary>逾期: its last day is over.</summary>
    Overdue = 1,

    /// <summary>快到期: its last day is near (<see cref="NoticeDays"/>).</summary>
    Soon,

    /// <summary>退回: to be corrected.</summary>
    Returned,

    /// <summary>等着办: without a day, or with one that is still far.</summary>
    Waiting,
}

/// <summary>Something that waits for the reader's body. Never more of it than the page it leads to shows.</summary>
/// <param name="Kind">Of what.</param>
/// <param name="Group">How it presses.</param>
/// <param name="Key">Key of the thing it leads to, as the kind's page takes it; empty where the kind has one page for all.</param>
/// <param name="Title">What the thing is called.</param>
public sealed record Notice(NoticeKind Kind, NoticeGroup Group, string Key, string Title)
{
    /// <summary>Its last day, or null.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>Since when (UTC) it waits, or null.</summary>
    public DateTime? Since { get; init; }

    /// <summary>A word more: why it was returned, who asks; or null.</summary>
    public string? Note { get; init; }

    /// <summary>For how many things it stands.</summary>
    public int Count { get; init; } = 1;

    /// <summary>The period of a table that is not begun yet, whose key is that of the definition; else null.</summary>
    public string? Period { get; init; }

    /// <summary>True for a circular that asks for an answer, not only to be received.</summary>
    public bool NeedsAnswer { get; init; }
}

/// <summary>One thing of a source, to be counted in the database: no more than kind and group.</summary>
public sealed class NoticeMark
{
    /// <summary>A <see cref="NoticeKind"/>.</summary>
    public required int Kind { get; init; }

    /// <summary>A <see cref="NoticeGroup"/>.</summary>
    public required int Group { get; init; }
}
