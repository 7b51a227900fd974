using Jinguo.Core.Base.Access;
using Jinguo.Core.Figures.Reading;

namespace Jinguo.Core.Reports.Writing;

/// <summary>Where a report stands.</summary>
public enum ReportState
{
    /// <summary>草稿: may get further drafts.</summary>
    Draft = 1,

    /// <summary>定稿: nothing changes any more.</summary>
    Final,
}

/// <summary>总结: a Word document made from a template, its figures frozen. Its key is the client key of the act that made it.</summary>
public sealed class Report : IOwned
{
    /// <summary>Region of the body.</summary>
    public int Region { get; set; }

    /// <summary>Key.</summary>
    public Guid Id { get; set; }

    /// <summary>The body whose work it tells.</summary>
    public int OrganisationId { get; set; }

    /// <summary>Code of the period (<see cref="Base.Time.Period.Code"/>).</summary>
    public required string Period { get; set; }

    /// <summary>Title: 东山镇妇联2026年工作总结.</summary>
    public required string Title { get; set; }

    /// <summary>Name of the template it was made from.</summary>
    public required string Template { get; set; }

    /// <summary>Whose tree its figures stand on.</summary>
    public FigureTree Tree { get; set; }

    /// <summary>The template as it was then, so that a later draft is made from the same.</summary>
    public Guid TemplateFileId { get; set; }

    /// <summary>State.</summary>
    public ReportState State { get; set; }

    /// <summary>How many drafts there are; the newest has this number.</summary>
    public int Drafts { get; set; }

    /// <summary>How often its figures were frozen; the newest snapshot has this number.</summary>
    public int Snapshots { get; set; }

    /// <summary>When it last changed (UTC).</summary>
    public DateTime ChangedAt { get; set; }

    /// <summary>Who last changed it.</summary>
    public required string ChangedBy { get; set; }

    /// <summary>Counts changes, so that a stale act is noticed.</summary>
    public int Version { get; set; }
}

/// <summary>Where a draft comes from.</summary>
public enum DraftOrigin
{
    /// <summary>Made from template and figures.</summary>
    Made = 1,

    /// <summary>Made again with figures frozen anew.</summary>
    FrozenAnew,

    /// <summary>Edited in Word and uploaded.</summary>
    Uploaded,
}

/// <summary>One draft of a report: a Word file. Drafts are kept.</summary>
public sealed class ReportDraft
{
    /// <summary>Region of the report.</summary>
    public int Region { get; set; }

    /// <summary>The report.</summary>
    public Guid ReportId { get; set; }

    /// <summary>From 1.</summary>
    public int Number { get; set; }

    /// <summary>Where it comes from.</summary>
    public DraftOrigin Origin { get; set; }

    /// <summary>The snapshot its figures belong to.</summary>
    public int Snapshot { get; set; }

    /// <summary>The Word file (<see cref="Base.Files.StoredFile"/>).</summary>
    public Guid FileId { get; set; }

    /// <summary>When (UTC).</summary>
    public DateTime MadeAt { get; set; }

    /// <summary>By whom.</summary>
    public required string MadeBy { get; set; }
}

/// <summary>The figures of a report as they were frozen.</summary>
public sealed class ReportSnapshot
{
    /// <summary>Region of the report.</summary>
    public int Region { get; set; }

    /// <summary>The report.</summary>
    public Guid ReportId { get; set; }

    /// <summary>From 1.</summary>
    public int Number { get; set; }

    /// <summary>Canonical JSON (<see cref="Snapshot"/>).</summary>
    public required string Content { get; set; }

    /// <summary>SHA-256 of <see cref="Content"/> in UTF-8, lower-case hex.</summary>
    public required string Hash { get; set; }

    /// <summary>When (UTC).</summary>
    public DateTime TakenAt { get; set; }
}
