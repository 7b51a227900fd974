using System.Text.Encodings.Web;
using System.Text.Json;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Figures.Reading;
using Jinguo.Office.Excel;
using Jinguo.Web.Api;

namespace Jinguo.Web.Commands;

/// <summary>How figures are printed.</summary>
internal enum FigureFormat
{
    /// <summary>For people at a terminal.</summary>
    Table,

    /// <summary>An array of objects.</summary>
    Json,

    /// <summary>With a head line, UTF-8.</summary>
    Csv,
}

/// <summary>Prints figures: nothing else goes to standard output.</summary>
internal static class FigureOutput
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    public static async Task WriteAsync(TextWriter output, FigureFormat format, IReadOnlyList<FigureLine> lines, Period period, DateOnly today)
    {
        switch (format)
        {
            case FigureFormat.Json:
                await output.WriteLineAsync(JsonSerializer.Serialize(lines.Select(line => line with { OrganisationCode = null }), Json));
                break;
            case FigureFormat.Csv:
                WriteCsv(output, lines);
                break;
            default:
                await TableAsync(output, lines, period, today);
                break;
        }
    }

    private static void WriteCsv(TextWriter output, IReadOnlyList<FigureLine> lines)
    {
        using var csv = new CsvTableWriter(output);
        csv.Row("organisation", "period", "measure", "name", "breakdown", "value", "unit", "hedge", "facts");
        foreach (var line in lines)
            csv.Row(line.Organisation, line.Period, line.Measure, line.Name, line.Breakdown, line.Words is { } words ? words : line.Value, line.Unit, line.Hedge, line.Facts);
    }

    private static async Task TableAsync(TextWriter output, IReadOnlyList<FigureLine> lines, Period period, DateOnly today)
    {
        if (lines.Count == 0)
        {
            await output.WriteLineAsync("这个期间还没有数。");
            return;
        }
        await output.WriteLineAsync($"{lines[0].Organisation}  {period.Code}{(period.UpTo(today) == period ? "" : $"（至{today:yyyy-MM-dd}）")}");
        var cells = lines.Select(line => new[] { line.Name, Value(line), $"{line.Facts}笔", line.Breakdown is null ? line.Measure : $"{line.Measure}:{line.Breakdown}" }).ToList();
        var (name, value, facts) = (Widest(cells, 0), Widest(cells, 1), Widest(cells, 2));
        foreach (var row in cells)
            await output.WriteLineAsync($"{row[0]}{Space(name - Width(row[0]))}  {Space(value - Width(row[1]))}{row[1]}  {Space(facts - Width(row[2]))}{row[2]}  {row[3]}");
    }

    private static string Value(FigureLine line) =>
        line.Value is { } value ? FigureText.Value(value, 2, line.Hedge, line.Unit) : line.Words ?? FigureText.None;

    private static int Widest(List<string[]> cells, int column) => cells.Max(row => Width(row[column]));

    // A terminal gives Chinese letters two columns.
    private static int Width(string text) => text.Sum(letter => letter < 0x2E80 ? 1 : 2);

    private static string Space(int count) => new(' ', count);
}
