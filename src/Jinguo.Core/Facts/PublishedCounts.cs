namespace Jinguo.Core.Facts;

/// <summary>
/// What is published of a sensitive measure stands in the books as two measures beside it, made with it and offered nowhere
/// (docs/adr/0010): lumps of a body's own counts, and lumps of small remainders that are told only together, at the body
/// above them. Each lump is a fact of at least the threshold; sums, closings and moves treat it like every fact.
/// </summary>
public static class PublishedCounts
{
    // No pack can declare such a code.
    private const char Mark = '~';

    /// <summary>Code of the measure that keeps what is published of bodies' own counts.</summary>
    public static string Own(string sensitive) => $"{sensitive}{Mark}own";

    /// <summary>Code of the measure that keeps what is published of remainders passed up.</summary>
    public static string Pool(string sensitive) => $"{sensitive}{Mark}pool";

    /// <summary>Both.</summary>
    public static IReadOnlyList<string> CodesOf(string sensitive) => [Own(sensitive), Pool(sensitive)];

    /// <summary>True for a measure that keeps what is published of another.</summary>
    public static bool Are(Measure measure) => measure.Code.Contains(Mark, StringComparison.Ordinal);

    /// <summary>A new one.</summary>
    public static Measure New(string code, Measure sensitive) => new()
    {
        Code = code,
        Name = sensitive.Name,
        Unit = sensitive.Unit,
        Kind = sensitive.Kind,
        OrganisationId = sensitive.OrganisationId,
        Pack = sensitive.Pack,
        Group = sensitive.Group,
    };

    /// <summary>Brings its words and options into line with those of the sensitive measure, numbers included.</summary>
    public static void Describe(Measure published, Measure sensitive)
    {
        (published.Name, published.Unit, published.BreakdownName) = (sensitive.Name, sensitive.Unit, sensitive.BreakdownName);
        (published.Pack, published.Group, published.Order) = (sensitive.Pack, sensitive.Group, sensitive.Order);
        published.Options.AddRange(sensitive.Options.Where(option => published.Options.TrueForAll(one => one.Number != option.Number))
            .Select(option => new MeasureOption { Number = option.Number, Code = option.Code, Name = option.Name }).ToList());
        if (published.Definitions.Count == 0)
            published.Definitions.Add(new() { Version = 1, Text = sensitive.Name, ValidFrom = new(2000, 1, 1) });
    }
}
