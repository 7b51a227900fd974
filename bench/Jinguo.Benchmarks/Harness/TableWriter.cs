using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Jinguo.Benchmarks.Harness;

internal enum TableFormat
{
    Markdown,
    Json,
}

/// <summary>Prints tables for people or for programs.</summary>
internal static class TableWriter
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Task WriteAsync(TextWriter output, IReadOnlyList<ResultTable> tables, TableFormat format) =>
        output.WriteLineAsync(format == TableFormat.Json ? Json(tables) : string.Join("\n\n", tables.Select(Markdown)));

    private static string Json(IReadOnlyList<ResultTable> tables) => JsonSerializer.Serialize(
        tables.Select(table => new
        {
            title = table.Title,
            rows = table.Rows.Select(row => table.Columns.Zip(row).ToDictionary(cell => cell.First, cell => cell.Second)),
        }),
        Readable);

    private static string Markdown(ResultTable table)
    {
        var lines = new List<string>
        {
            $"**{table.Title}**",
            "",
            Line(table.Columns),
            Line(table.Columns.Select((_, place) => table.Rows.All(row => row[place] is string) ? "---" : "---:")),
        };
        lines.AddRange(table.Rows.Select(row => Line(row.Select(Text))));
        return string.Join('\n', lines);
    }

    private static string Line(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";

    private static string Text(object cell) => cell switch
    {
        double number when Math.Abs(number) >= 100 => number.ToString("#,##0", CultureInfo.InvariantCulture),
        double number when Math.Abs(number) >= 10 => number.ToString("0.0", CultureInfo.InvariantCulture),
        double number => number.ToString("0.00", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString("#,##0", CultureInfo.InvariantCulture),
        _ => (string)cell,
    };
}
