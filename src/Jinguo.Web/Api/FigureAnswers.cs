using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Figures.Reading;

namespace Jinguo.Web.Api;

/// <summary>What can be asked for.</summary>
/// <param name="Measure">Code of the measure.</param>
/// <param name="Breakdown">Code of the option, or null for the total.</param>
/// <param name="Name">Name of measure and option.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Decimals">Digits after the point.</param>
/// <param name="Group">Group in lists.</param>
/// <param name="Definitions">口径, version by version.</param>
public sealed record MeasureAnswer(string Measure, string? Breakdown, string Name, string Unit, int Decimals, string Group, IReadOnlyList<FigureDefinition> Definitions);

/// <summary>How many bodies of a level a figure takes in.</summary>
/// <param name="Level">The level.</param>
/// <param name="Bodies">Bodies.</param>
public sealed record ScopeAnswer(Level Level, int Bodies);

/// <summary>What a figure means and what it is made of.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="YearBefore">The same period of the year before; null where nothing was recorded.</param>
/// <param name="Definitions">口径 in force during the period.</param>
/// <param name="Formula">Formula of a rate, or null.</param>
/// <param name="Parts">What a rate is reckoned from.</param>
/// <param name="Breakdown">Each option of which something was recorded.</param>
/// <param name="Composition">The bodies below of which something was recorded, and the body's own work.</param>
/// <param name="Scope">Bodies below by level.</param>
/// <param name="LastPosted">When something was last posted (UTC), or null.</param>
/// <param name="LastPostedBy">Of which body that was.</param>
public sealed record ExplanationAnswer(
    FigureLine Figure, decimal? YearBefore, IReadOnlyList<FigureDefinition> Definitions, string? Formula, IReadOnlyList<FigureLine> Parts, IReadOnlyList<FigureLine> Breakdown,
    IReadOnlyList<CompositionAnswer> Composition, IReadOnlyList<ScopeAnswer> Scope, DateTime? LastPosted, string? LastPostedBy)
{
    internal static ExplanationAnswer Of(Explanation one, Period period) => new(
        FigureLine.Of(one.Body, one.Figure, period),
        one.Before.IsNone ? null : one.Before.Value,
        one.Definitions,
        one.Formula,
        [.. one.Parts.Select(part => FigureLine.Of(one.Body, part, period))],
        [.. one.Breakdown.Select(part => FigureLine.Of(one.Body, part, period))],
        [.. one.Composition.Select(row => new CompositionAnswer(row.Kind, FigureLine.Of(row.Body, row[0], period)))],
        [.. one.Scope.Select(count => new ScopeAnswer(count.Level, count.Bodies))],
        one.Newest?.At,
        one.Newest?.Body);
}

/// <summary>A part of a figure.</summary>
/// <param name="Kind">Child: a body below with everything below that. Own: the body's own work.</param>
/// <param name="Figure">Its figure.</param>
public sealed record CompositionAnswer(FigureRowKind Kind, FigureLine Figure);

/// <summary>A posting behind a figure.</summary>
/// <param name="Source">Kind of what it comes from: ledger.</param>
/// <param name="Record">Key of the record.</param>
/// <param name="Day">The day it counts on.</param>
/// <param name="Organisation">Whose work.</param>
/// <param name="Measure">Code of the measure.</param>
/// <param name="Breakdown">Code of the option, or null.</param>
/// <param name="Value">In the measure's unit.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Hedge">Word of approximation, or null.</param>
/// <param name="PostedAt">When (UTC).</param>
public sealed record FigureRowAnswer(string Source, Guid Record, DateOnly Day, string Organisation, string Measure, string? Breakdown, decimal Value, string Unit, string? Hedge, DateTime PostedAt)
{
    internal static FigureRowAnswer Of(FactLine line) => new(
        line.Source.Kind, line.Source.Id, line.Day, line.Body, line.Heading.Key.Measure, line.Heading.Key.Option, line.Value, line.Heading.Unit, line.Hedge, line.PostedAt);
}
