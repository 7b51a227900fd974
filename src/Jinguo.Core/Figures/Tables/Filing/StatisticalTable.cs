using Jinguo.Core.Base.Access;

namespace Jinguo.Core.Figures.Tables.Filing;

/// <summary>Where a table stands on its way.</summary>
public enum TableState
{
    /// <summary>草稿: figures run, supplements may be entered.</summary>
    Draft = 1,

    /// <summary>填表人已签: its cells are frozen; waits for 审核人.</summary>
    Signed,

    /// <summary>已审核: waits for 负责人.</summary>
    Reviewed,

    /// <summary>已报出: never changes any more.</summary>
    Filed,
}

/// <summary>The three who sign a table (domain-rules §12).</summary>
public enum SignatureStep
{
    /// <summary>填表人.</summary>
    Filler = 1,

    /// <summary>审核人.</summary>
    Reviewer,

    /// <summary>单位负责人: with her signature the table is filed.</summary>
    Head,
}

/// <summary>
/// 报表: one table of one body for one period. What is signed is what is filed: the first signature freezes every cell.
/// Its key is the client key of the act that made it.
/// </summary>
public sealed class StatisticalTable : IOwned
{
    /// <summary>Region of the body.</summary>
    public int Region { get; set; }

    /// <summary>Key.</summary>
    public Guid Id { get; set; }

    /// <summary>The body whose table it is.</summary>
    public int OrganisationId { get; set; }

    /// <summary>The definition's version, kept for ever.</summary>
    public Guid DefinitionId { get; set; }

    /// <summary>Code of the definition.</summary>
    public required string Code { get; set; }

    /// <summary>Title in lists: 表名.</summary>
    public required string Name { get; set; }

    /// <summary>Code of the period (<see cref="Base.Time.Period.Code"/>).</summary>
    public required string Period { get; set; }

    /// <summary>1 for the first; 2 and on are 更正表 of the one before.</summary>
    public int Edition { get; set; }

    /// <summary>Why it corrects an earlier one; null for the first.</summary>
    public string? CorrectionReason { get; set; }

    /// <summary>State.</summary>
    public TableState State { get; set; }

    /// <summary>The frozen cells (<see cref="Filling.TableSheet"/>) as JSON; null in a draft.</summary>
    public string? Content { get; set; }

    /// <summary>As the books stood when the cells were frozen (UTC); null in a draft.</summary>
    public DateTime? KnownAt { get; set; }

    /// <summary>What was added by hand to the totals of the body, by item, as JSON: it goes up with the table. Null in a draft.</summary>
    public string? BroughtUp { get; set; }

    /// <summary>When it was filed (UTC), or null.</summary>
    public DateTime? FiledAt { get; set; }

    /// <summary>True for the filed edition that counts: no later one was filed.</summary>
    public bool IsCurrent { get; set; }

    /// <summary>When it last changed (UTC).</summary>
    public DateTime ChangedAt { get; set; }

    /// <summary>Who last changed it.</summary>
    public required string ChangedBy { get; set; }

    /// <summary>Counts changes, so that a stale act is noticed.</summary>
    public int Version { get; set; }
}

/// <summary>手工补充: what was added by hand to one cell, with its reason, the figure staying beside it; or the words of a text cell.</summary>
public sealed class TableSupplement
{
    /// <summary>Region of the table.</summary>
    public int Region { get; set; }

    /// <summary>The table.</summary>
    public Guid TableId { get; set; }

    /// <summary>Row (<see cref="Filling.SheetLine.Key"/>).</summary>
    public required string Row { get; set; }

    /// <summary>Column (<see cref="Filling.SheetLine.Key"/>).</summary>
    public required string Column { get; set; }

    /// <summary>Added to the figure; may be negative.</summary>
    public decimal Amount { get; set; }

    /// <summary>Why; empty for words.</summary>
    public required string Reason { get; set; }

    /// <summary>What was written into a text cell; null for a number.</summary>
    public string? Words { get; set; }

    /// <summary>By whom.</summary>
    public required string EnteredBy { get; set; }

    /// <summary>When (UTC).</summary>
    public DateTime EnteredAt { get; set; }
}

/// <summary>One signature.</summary>
public sealed class TableSignature
{
    /// <summary>Region of the table.</summary>
    public int Region { get; set; }

    /// <summary>The table.</summary>
    public Guid TableId { get; set; }

    /// <summary>Which of the three.</summary>
    public SignatureStep Step { get; set; }

    /// <summary>Her account; null for the command line.</summary>
    public Guid? AccountId { get; set; }

    /// <summary>Her name.</summary>
    public required string Name { get; set; }

    /// <summary>When (UTC).</summary>
    public DateTime At { get; set; }
}

/// <summary>布置: a body asks those below for a table by a day.</summary>
public sealed class TableRequest : IOwned
{
    /// <summary>Region of the body.</summary>
    public int Region { get; set; }

    /// <summary>Key; the client key of the act.</summary>
    public Guid Id { get; set; }

    /// <summary>The body that asks.</summary>
    public int OrganisationId { get; set; }

    /// <summary>The definition's version that is asked for.</summary>
    public Guid DefinitionId { get; set; }

    /// <summary>Code of the definition.</summary>
    public required string Code { get; set; }

    /// <summary>表名.</summary>
    public required string Name { get; set; }

    /// <summary>Code of the period.</summary>
    public required string Period { get; set; }

    /// <summary>Bodies of this level below are asked.</summary>
    public Base.Organisations.Level Level { get; set; }

    /// <summary>Last day on which it is in time.</summary>
    public DateOnly Due { get; set; }

    /// <summary>When it was sent (UTC).</summary>
    public DateTime SentAt { get; set; }

    /// <summary>Who sent it.</summary>
    public required string SentBy { get; set; }

    /// <summary>True when it was taken back.</summary>
    public bool IsWithdrawn { get; set; }
}
