using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Time;

namespace Jinguo.Core.Records.OldReports;

/// <summary>
/// 旧材料: a document of a body from before its ledgers were kept here, with the figures that somebody took from it. The
/// document is attached; its text is not kept, only the sentences in which the figures stand.
/// </summary>
public sealed class OldReport : IOwned
{
    /// <summary>Region of the body.</summary>
    public int Region { get; set; }

    /// <summary>Key, version 7: the client key of the form.</summary>
    public Guid Id { get; set; }

    /// <summary>The body whose work it reports.</summary>
    public int OrganisationId { get; set; }

    /// <summary>Its title: 东山镇妇联2009年工作总结.</summary>
    public required string Title { get; set; }

    /// <summary>The stored file.</summary>
    public Guid FileId { get; set; }

    /// <summary>First day of the period that it reports on.</summary>
    public DateOnly From { get; set; }

    /// <summary>Last day of that period.</summary>
    public DateOnly To { get; set; }

    /// <summary>When its figures were confirmed (UTC).</summary>
    public DateTime AddedAt { get; set; }

    /// <summary>Who confirmed them: her name then.</summary>
    public required string AddedBy { get; set; }

    /// <summary>The period that it reports on.</summary>
    public Period Period => new(From, To);
}

/// <summary>
/// A figure of an old document: what its body did in a period, everything below it included, as a sentence states it. It is
/// the source of its facts (<see cref="OldFigureFacts"/>) until it is struck out.
/// </summary>
public sealed class OldFigure : IOwned
{
    /// <summary>Region of the body.</summary>
    public int Region { get; set; }

    /// <summary>Key, version 7.</summary>
    public Guid Id { get; set; }

    /// <summary>The document.</summary>
    public Guid OldReportId { get; set; }

    /// <summary>The body: that of the document.</summary>
    public int OrganisationId { get; set; }

    /// <summary>What is counted.</summary>
    public int MeasureId { get; set; }

    /// <summary>Number of the breakdown's option; 0 for the whole.</summary>
    public int Option { get; set; }

    /// <summary>First day of its period.</summary>
    public DateOnly From { get; set; }

    /// <summary>Last day of its period.</summary>
    public DateOnly To { get; set; }

    /// <summary>In the measure's smallest unit.</summary>
    public long Value { get; set; }

    /// <summary>Its word of approximation, empty when exact.</summary>
    public required string Hedge { get; set; }

    /// <summary>The sentence in which it stands, ID and telephone numbers masked.</summary>
    public required string Quote { get; set; }

    /// <summary>Where the number begins in the sentence, in UTF-16 units.</summary>
    public int At { get; set; }

    /// <summary>How long the number is with its unit and words of approximation.</summary>
    public int Length { get; set; }

    /// <summary>Where the number begins in the text of the document, in UTF-16 units.</summary>
    public int Offset { get; set; }

    /// <summary>When it was struck out (UTC); null while it is in the books.</summary>
    public DateTime? StruckAt { get; set; }

    /// <summary>Who struck it out.</summary>
    public string? StruckBy { get; set; }

    /// <summary>Why.</summary>
    public string? StruckReason { get; set; }

    /// <summary>Its period.</summary>
    public Period Period => new(From, To);
}
