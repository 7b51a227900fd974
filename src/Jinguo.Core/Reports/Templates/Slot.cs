using Jinguo.Core.Figures.Reading;

namespace Jinguo.Core.Reports.Templates;

/// <summary>What a mark {{…}} of a template asks for.</summary>
public abstract record Slot
{
    /// <summary>What is read for it.</summary>
    public virtual IReadOnlyList<FigureHeading> Headings => [];
}

/// <summary>Words that every report knows.</summary>
public enum ReportWord
{
    /// <summary>单位: name of the body.</summary>
    Body,

    /// <summary>期间: 2026年, 2010年上半年.</summary>
    Period,

    /// <summary>年: 2026.</summary>
    Year,

    /// <summary>下年: 2027, for what is planned next.</summary>
    NextYear,

    /// <summary>日期: the day on which the report is made.</summary>
    Day,

    /// <summary>落款: body and day in two lines.</summary>
    Signature,
}

/// <summary>A word that every report knows.</summary>
public sealed record WordSlot(ReportWord Word) : Slot;

/// <summary>Which number of a figure is asked for.</summary>
public enum FigureAspect
{
    /// <summary>The figure of the report's period.</summary>
    Now = 1,

    /// <summary>去年: the same period of the year before.</summary>
    YearBefore,

    /// <summary>同比: the change against the year before.</summary>
    Change,
}

/// <summary>How a number is written in a sentence.</summary>
public enum NumberStyle
{
    /// <summary>All digits, 万 and 亿 where they lose nothing, with unit: 38362人次, 1.2万元.</summary>
    Exact,

    /// <summary>万: rounded down for reading: 3.8万余人次.</summary>
    Rounded,

    /// <summary>数: all digits without unit: 38362.</summary>
    Bare,
}

/// <summary>A figure.</summary>
public sealed record FigureSlot(FigureHeading Heading, FigureAspect Aspect, NumberStyle Style) : Slot
{
    /// <inheritdoc/>
    public override IReadOnlyList<FigureHeading> Headings => [Heading];
}

/// <summary>分类: the options of a measure of which something is counted, each with its number.</summary>
/// <param name="Headings">The options, in the order of lists.</param>
/// <param name="Style">How their numbers are written.</param>
public sealed record BreakdownSlot(IReadOnlyList<FigureHeading> Headings, NumberStyle Style) : Slot
{
    /// <inheritdoc/>
    public override IReadOnlyList<FigureHeading> Headings { get; } = Headings;
}

/// <summary>亮点: the newest quotable pieces of work.</summary>
/// <param name="Topics">Codes of record types; none for all.</param>
/// <param name="Most">How many at most.</param>
public sealed record HighlightSlot(IReadOnlyList<string> Topics, int Most) : Slot;

/// <summary>表: the bodies directly below with these figures.</summary>
/// <param name="Headings">The columns.</param>
public sealed record TableSlot(IReadOnlyList<FigureHeading> Headings) : Slot
{
    /// <inheritdoc/>
    public override IReadOnlyList<FigureHeading> Headings { get; } = Headings;
}
