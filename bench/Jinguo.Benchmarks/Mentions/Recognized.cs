using Jinguo.Testing.Mentions;

namespace Jinguo.Benchmarks.Mentions;

/// <summary>What a model of the recognizers found.</summary>
/// <param name="Start">First letter.</param>
/// <param name="End">Behind the last.</param>
/// <param name="Value">Its value; null for dates.</param>
/// <param name="Model">number, percentage, ordinal, date, currency, dimension or age.</param>
internal sealed record Recognized(int Start, int End, double? Value, string Model)
{
    /// <summary>
    /// Their numbers as figures: of a number and a rate at one place the longer (12.5% for 12.5), without those inside of what
    /// the models to be left out found.
    /// </summary>
    public static IReadOnlyList<FoundFigure> Figures(IReadOnlyList<Recognized> found, IReadOnlyList<string> leftOut)
    {
        var numbers = found.Where(one => one is { Model: "number" or "percentage", Value: not null }).ToList();
        return
        [
            .. numbers
                .Where(one => !numbers.Exists(other => other != one && other.Covers(one) && !one.Covers(other)))
                .Where(one => !found.Any(other => leftOut.Contains(other.Model) && other.Covers(one)))
                .DistinctBy(one => (one.Start, one.End))
                .Select(one => new FoundFigure(one.Start, one.End, (decimal)one.Value!.Value)),
        ];
    }

    private bool Covers(Recognized other) => Start <= other.Start && End >= other.End;
}

