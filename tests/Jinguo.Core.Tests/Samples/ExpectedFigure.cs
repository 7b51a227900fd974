using System.Globalization;
using System.Text.Json;
using Jinguo.Testing;

namespace Jinguo.Core.Tests.Samples;

/// <summary>One line of <c>samples/expected.csv</c>: a number of a report as a figure.</summary>
public sealed record ExpectedFigure(
    string Seed, int Start, int End, string Organisation, string Period, string Measure, string Breakdown, decimal Value, string Hedge)
{
    public static IReadOnlyList<ExpectedFigure> All { get; } =
        [.. File.ReadLines(RepositoryFolder.At("samples", "expected.csv")).Skip(1).Select(Read)];

    private static ExpectedFigure Read(string line)
    {
        var cells = line.Split(',');
        int Whole(int at) => int.Parse(cells[at], CultureInfo.InvariantCulture);
        return new(cells[0], Whole(1), Whole(2), cells[3], cells[4], cells[5], cells[6], decimal.Parse(cells[7], CultureInfo.InvariantCulture), cells[8]);
    }

    public override string ToString() => $"{Organisation} {Period} {Measure} {Breakdown}".TrimEnd();
}

/// <summary>One figure of the gold standard in the shared folder.</summary>
internal sealed record GoldFigure(string Doc, int Start, int End, string Text, decimal Value, string? Unit, string? Approx, string Kind)
{
    /// <summary>The figures of the three reports, by seed and place.</summary>
    public static IReadOnlyDictionary<(string Seed, int Start, int End), GoldFigure> OfTheReports() => File
        .ReadLines(SharedFolder.At("gold", "figures.jsonl"))
        .Select(line => JsonSerializer.Deserialize<GoldFigure>(line, JsonSerializerOptions.Web)!)
        .Where(figure => !figure.Doc.StartsWith("001", StringComparison.Ordinal) || figure.Start >= FirstOfDongshan)
        .ToDictionary(figure => (figure.Doc, figure.Start, figure.End));

    /// <summary>Where the report of 东山镇 begins in a file of several reports.</summary>
    private const int FirstOfDongshan = 10_872;
}
