using Jinguo.Core.Base.Access;

namespace Jinguo.Core.Reports.Checking;

/// <summary>What a taught word is.</summary>
public enum TaughtKind
{
    /// <summary>口径: the words right before a number, with its unit, mean one measure.</summary>
    Measure = 1,

    /// <summary>A name that holds a numeral and is no number: 1234工程.</summary>
    Name = 2,

    /// <summary>A unit or counted noun that the shipped words lack.</summary>
    Unit = 3,
}

/// <summary>How a body reads its drafts: what it taught once holds for it and for every body below.</summary>
public sealed class TaughtWord : IOwned
{
    /// <summary>The longest words, in letters.</summary>
    public const int LongestText = 20;

    /// <summary>Region of the body.</summary>
    public int Region { get; set; }

    /// <summary>Key.</summary>
    public Guid Id { get; set; }

    /// <summary>The body that taught it.</summary>
    public int OrganisationId { get; set; }

    /// <summary>What it is.</summary>
    public TaughtKind Kind { get; set; }

    /// <summary>The words, unique within body, kind and unit.</summary>
    public required string Text { get; set; }

    /// <summary>The unit of the number that a wording stands before; else empty.</summary>
    public string Unit { get; set; } = "";

    /// <summary>Measure and option that a wording means (<see cref="Figures.Reading.FigureKey"/>); else null.</summary>
    public string? Figure { get; set; }

    /// <summary>When (UTC).</summary>
    public DateTime TaughtAt { get; set; }

    /// <summary>By whom.</summary>
    public required string TaughtBy { get; set; }
}
