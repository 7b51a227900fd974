using Jinguo.Core.Base.Time;

namespace Jinguo.Core.Figures.Reading;

/// <summary>数: a measure over a body with everything below it (or its own work alone) and a period.</summary>
/// <param name="Heading">What is counted.</param>
/// <param name="Period">The period as far as it has run.</param>
/// <param name="Value">
/// In the measure's unit; null where there is nothing to tell: a rate with denominator 0, an observation not yet entered,
/// a sensitive count of which nothing is published.
/// </param>
/// <param name="Hedge">Word of approximation to print with it, or null when exact.</param>
/// <param name="Facts">Facts behind it that are not reversed.</param>
/// <param name="Approximate">Of these, approximate ones.</param>
/// <param name="FirstPosted">Oldest posting behind it (UTC), where known.</param>
/// <param name="LastPosted">Newest posting behind it (UTC), where known.</param>
public sealed record Figure(FigureHeading Heading, Period Period, decimal? Value, string? Hedge, long Facts, long Approximate, DateTime? FirstPosted, DateTime? LastPosted)
{
    /// <summary>When the books of the period were closed for this body (UTC); null while they are open.</summary>
    public DateTime? ClosedAt { get; init; }

    /// <summary>更: something was posted to it after its books were closed.</summary>
    public bool IsCorrected => ClosedAt < LastPosted;

    /// <summary>True where the period holds days of two versions of the definition: its parts are not counted alike.</summary>
    public bool SpansDefinitions => Heading.DefinitionsIn(Period).Count > 1;

    /// <summary>How much of it the reader is told; the value is null where she is told no number.</summary>
    public Disclosure Disclosure { get; init; }

    /// <summary>The smallest count that is published of a sensitive measure.</summary>
    public int Threshold { get; init; } = SensitiveThreshold.Usual;

    /// <summary>Stands in place of the number where a sensitive one is not told: &lt;5, 未公布; else null.</summary>
    public string? Words => Disclosure switch
    {
        Disclosure.Small => $"<{Threshold}",
        Disclosure.Untold => DisclosureWords.Untold,
        _ => null,
    };

    /// <summary>What a reader is to know of a number that is not told exactly; else null.</summary>
    public string? Note => Disclosure == Disclosure.Exact ? null : DisclosureWords.Note(Threshold);

    /// <summary>True when there is no number: nothing was recorded (shown as — rather than 0), or it is not told.</summary>
    public bool IsNone => Value is null || (Facts == 0 && Value == 0);

    /// <summary>Value with thousands separators and its word of approximation, without unit: 1,200余; — when nothing was recorded.</summary>
    public string Text => Words is { } words ? words : IsNone ? FigureText.None : FigureText.Value(Value!.Value, Heading.Decimals, Hedge);

    /// <summary>Value, word of approximation and unit: 1,200余人次, 近50户; — when nothing was recorded.</summary>
    public string TextWithUnit => Words is { } words ? words : IsNone ? FigureText.None : FigureText.Value(Value!.Value, Heading.Decimals, Hedge, Heading.Unit);
}
