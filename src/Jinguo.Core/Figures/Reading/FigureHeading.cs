using Jinguo.Core.Base.Time;
using Jinguo.Core.Facts;

namespace Jinguo.Core.Figures.Reading;

/// <summary>口径: what is counted while it is valid, on whose authority.</summary>
/// <param name="Version">From 1.</param>
/// <param name="Text">The definition in words.</param>
/// <param name="Issuer">Who issued it, or null.</param>
/// <param name="DocumentNumber">文号, or null.</param>
/// <param name="ValidFrom">First day.</param>
/// <param name="ValidTo">Last day, or null.</param>
public sealed record FigureDefinition(int Version, string Text, string? Issuer, string? DocumentNumber, DateOnly ValidFrom, DateOnly? ValidTo);

/// <summary>The head of a column of figures: what is counted, in which unit, by which definition.</summary>
public sealed class FigureHeading
{
    internal FigureHeading(FigureKey key, Measure measure, MeasureOption? option)
    {
        Key = key;
        Measure = measure;
        Number = option?.Number ?? 0;
        OptionName = option?.Name;
        Definitions = [.. measure.Definitions.Select(one => new FigureDefinition(one.Version, one.Text, one.Issuer, one.DocumentNumber, one.ValidFrom, one.ValidTo))];
    }

    /// <summary>Measure and option.</summary>
    public FigureKey Key { get; }

    /// <summary>Name of the measure: 培训人次.</summary>
    public string Name => Measure.Name;

    /// <summary>Name of the option, or null for the total.</summary>
    public string? OptionName { get; }

    /// <summary>Name of measure and option: 培训人次（技能培训）.</summary>
    public string FullName => OptionName is null ? Name : $"{Name}（{OptionName}）";

    /// <summary>Other names of the measure, as drafts and templates write them.</summary>
    public IReadOnlyList<string> Synonyms => Measure.Synonyms;

    /// <summary>Unit of the values: 人次, 元, %.</summary>
    public string Unit => Measure.Unit;

    /// <summary>Digits after the point.</summary>
    public int Decimals => Measure.Decimals;

    /// <summary>Chapter under which it is listed.</summary>
    public string Group => Measure.Group;

    /// <summary>True for a rate computed from other figures.</summary>
    public bool IsRatio => Measure.Kind == MeasureKind.Ratio;

    /// <summary>True where the figure is the state at the end of the period rather than a sum over it.</summary>
    public bool IsState => Measure.Kind is MeasureKind.Stock or MeasureKind.Observed;

    /// <summary>True where different persons are counted.</summary>
    public bool IsOfPersons => Measure.Kind == MeasureKind.Distinct;

    /// <summary>True where a value has no more digits than are kept of it.</summary>
    public bool Holds(decimal value) => Measure.InSmallest(value) is not null;

    /// <summary>Every version of the definition.</summary>
    public IReadOnlyList<FigureDefinition> Definitions { get; }

    internal Measure Measure { get; }

    /// <summary>Number of the option; 0 is the total.</summary>
    internal int Number { get; }

    /// <summary>The versions in force on a day of the period.</summary>
    public IReadOnlyList<FigureDefinition> DefinitionsIn(Period period) =>
        [.. Definitions.Where(one => one.ValidFrom <= period.Last && (one.ValidTo is not { } last || last >= period.First))];
}
