using Jinguo.Core.Base;
using Jinguo.Core.Base.Organisations;

namespace Jinguo.Core.Figures.Reading;

/// <summary>How many bodies of a level a figure takes in.</summary>
public sealed record ScopeCount(Level Level, int Bodies);

/// <summary>The newest posting behind a figure.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="Body">Whose work.</param>
public sealed record NewestPosting(DateTime At, string Body);

/// <summary>What a figure is made of: opened in one click from every number.</summary>
public sealed class Explanation
{
    /// <summary>The body.</summary>
    public required FigureBody Body { get; init; }

    /// <summary>The figure.</summary>
    public required Figure Figure { get; init; }

    /// <summary>The same period of the year before.</summary>
    public required Figure Before { get; init; }

    /// <summary>口径: the versions in force during the period.</summary>
    public IReadOnlyList<FigureDefinition> Definitions => Figure.Heading.DefinitionsIn(Figure.Period);

    /// <summary>The formula of a rate with the names of its parts: 已办结件次 ÷ 信访件次 × 100; else null.</summary>
    public string? Formula => Figure.Heading.Measure.Formula is { } formula
        ? Parts.Select(part => part.Heading).OrderByDescending(part => part.Key.Measure.Length)
            .Aggregate(formula, (text, part) => text.Replace(part.Key.Measure, part.Name, StringComparison.Ordinal))
            .Replace('/', '÷').Replace('*', '×')
        : null;

    /// <summary>The figures a rate is reckoned from; else empty.</summary>
    public required IReadOnlyList<Figure> Parts { get; init; }

    /// <summary>What was recorded for each option of the breakdown; else empty.</summary>
    public required IReadOnlyList<Figure> Breakdown { get; init; }

    /// <summary>The bodies below of which something was recorded, and the body's own work.</summary>
    public required IReadOnlyList<FigureRow> Composition { get; init; }

    /// <summary>Bodies below by level, from the top.</summary>
    public required IReadOnlyList<ScopeCount> Scope { get; init; }

    /// <summary>True where small counts are told to nobody but the body that counted.</summary>
    public required bool IsSensitive { get; init; }

    /// <summary>True where there are rows that the reader may look for.</summary>
    public bool HasRows => Figure.Facts > 0 && (!IsSensitive || Figure.Disclosure == Disclosure.Exact);

    /// <summary>The newest posting that still stands, or null; none of a case, and none of a sensitive figure.</summary>
    public required NewestPosting? Newest { get; init; }
}

/// <summary>One fact behind a figure, as its reader may see it.</summary>
/// <param name="Source">The record.</param>
/// <param name="Day">The day it counts on.</param>
/// <param name="Body">Whose work.</param>
/// <param name="Heading">What it counts, with the option.</param>
/// <param name="Value">In the measure's unit.</param>
/// <param name="Hedge">Its own word of approximation, or null.</param>
/// <param name="PostedAt">When it was posted (UTC).</param>
public sealed record FactLine(RecordRef Source, DateOnly Day, string Body, FigureHeading Heading, decimal Value, string? Hedge, DateTime PostedAt)
{
    /// <summary>Value, word of approximation and unit.</summary>
    public string Text => FigureText.Value(Value, Heading.Decimals, Hedge, Heading.Unit);
}

/// <summary>A page of the facts behind a figure.</summary>
/// <param name="Body">The body of the figure.</param>
/// <param name="Figure">The figure.</param>
/// <param name="Lines">Newest day first, only those the reader may open.</param>
/// <param name="Seen">How many she may open, on all pages.</param>
/// <param name="Hidden">How many she may not open; they are in the figure.</param>
public sealed record FactPage(FigureBody Body, Figure Figure, IReadOnlyList<FactLine> Lines, int Seen, int Hidden);
