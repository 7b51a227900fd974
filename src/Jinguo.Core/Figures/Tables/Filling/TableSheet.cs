using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Jinguo.Core.Figures.Tables.Definitions;

namespace Jinguo.Core.Figures.Tables.Filling;

/// <summary>Whose work a row or column of a filled table tells.</summary>
public enum SheetScope
{
    /// <summary>合计.</summary>
    Total,

    /// <summary>A body directly below.</summary>
    Child,

    /// <summary>小计 of several bodies below.</summary>
    Group,

    /// <summary>本级.</summary>
    Own,
}

/// <summary>A row or column of a filled table: a line of the definition, for one body where it stands for several.</summary>
/// <param name="Number">Number of the line in the definition, from 1.</param>
/// <param name="Name">Heading: 合计, 东山镇.</param>
/// <param name="Scope">Whose work, or null where the other axis says.</param>
/// <param name="Body">The body of a child; else 0.</param>
public sealed record SheetLine(int Number, string Name, SheetScope? Scope = null, int Body = 0)
{
    /// <summary>The name by which supplements find the line again: <c>3</c>, or <c>2:14</c> for body 14 of line 2.</summary>
    [JsonIgnore]
    public string Key => Body == 0 ? $"{Number}" : $"{Number}:{Body}";
}

/// <summary>One cell. Its value is the figure and what was added to it by hand; the figure itself always stays.</summary>
/// <param name="Figure">What the ledgers say, or a formula gives; null where there is nothing to tell.</param>
/// <param name="Entered">手工补充 entered in this table, or in its rows below this one.</param>
/// <param name="Brought">手工补充 that bodies below filed with their tables.</param>
/// <param name="Hedge">Word of approximation, or null.</param>
/// <param name="Decimals">Digits after the point.</param>
/// <param name="IsAdded">True where cells of several bodies add up; false for rates, observations and formulas.</param>
/// <param name="IsFillable">True where a supplement may be entered.</param>
/// <param name="IsManual">True where no ledger has a figure: the cell is filled in by hand.</param>
public sealed record TableCell(decimal? Figure, decimal Entered, decimal Brought, string? Hedge, int Decimals, bool IsAdded, bool IsFillable, bool IsManual)
{
    /// <summary>True where words are written by hand in place of a number.</summary>
    public bool IsText { get; init; }

    /// <summary>The words; null for none.</summary>
    public string? Words { get; init; }

    /// <summary>Stands in place of a sensitive number that is not told (&lt;5, 未公布); else null.</summary>
    public string? Untold { get; init; }

    /// <summary>What was added by hand.</summary>
    [JsonIgnore]
    public decimal Supplement => Entered + Brought;

    /// <summary>What the table says; null for —.</summary>
    [JsonIgnore]
    public decimal? Value => Figure is null && Supplement == 0 ? null : (Figure ?? 0) + Supplement;
}

/// <summary>A filled table: frozen as JSON when it is signed.</summary>
/// <param name="Rows">Rows from the top.</param>
/// <param name="Columns">Columns from the left.</param>
/// <param name="Cells">Row by row.</param>
public sealed record TableSheet(IReadOnlyList<SheetLine> Rows, IReadOnlyList<SheetLine> Columns, IReadOnlyList<IReadOnlyList<TableCell>> Cells)
{
    private static readonly JsonSerializerOptions Compact = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>The cell of a row and a column, both from 0.</summary>
    public TableCell this[int row, int column] => Cells[row][column];

    /// <summary>Every cell with its place.</summary>
    [JsonIgnore]
    public IEnumerable<(int Row, int Column, TableCell Cell)> All =>
        Cells.SelectMany((cells, row) => cells.Select((cell, column) => (row, column, cell)));

    /// <summary>The places of a line of the definition among the rows.</summary>
    public IEnumerable<int> RowsOf(int number) => Places(Rows, number);

    /// <summary>The places of a line of the definition among the columns.</summary>
    public IEnumerable<int> ColumnsOf(int number) => Places(Columns, number);

    /// <summary>As it is kept.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Compact);

    /// <summary>Reads what was kept.</summary>
    public static TableSheet Parse(string json) => JsonSerializer.Deserialize<TableSheet>(json, Compact)!;

    private static IEnumerable<int> Places(IReadOnlyList<SheetLine> lines, int number) =>
        Enumerable.Range(0, lines.Count).Where(place => lines[place].Number == number);
}

/// <summary>What a cell tells: row and column of the definition taken together.</summary>
/// <param name="Scope">Whose work.</param>
/// <param name="Body">The body of a child; else 0.</param>
/// <param name="Line">The line that names figure, manual code or text; null for a formula.</param>
/// <param name="Aspect">Of which days.</param>
/// <param name="Group">The line that says which bodies a 小计 takes in; else null.</param>
internal readonly record struct CellSource(SheetScope Scope, int Body, TableLine? Line, TableAspect Aspect, TableLine? Group = null)
{
    /// <summary>What is told, whoever's it is: by it the supplements of bodies below find their cell.</summary>
    public string Item => $"{(Line?.Figure is { } figure ? figure.ToString() : Line?.Text is { } text ? "text/" + text : "manual/" + Line?.Manual)}|{Aspect}";

    /// <summary>True where words are written by hand.</summary>
    public bool IsText => Line?.Text is not null;

    public static CellSource Of(TableDefinition definition, SheetLine row, SheetLine column)
    {
        var (across, down) = (definition.Rows[row.Number - 1], definition.Leaves[column.Number - 1]);
        var body = column.Scope is null ? row : column;
        var line = across.Text is not null ? across : down.Text is not null ? down
            : across.Formula is not null || down.Formula is not null ? null
            : across.Figure is not null || across.Manual is not null ? across : down;
        return new(body.Scope ?? SheetScope.Total, body.Body, line, across.Period ?? down.Period ?? TableAspect.Current, body.Scope == SheetScope.Group ? column.Scope is null ? across : down : null);
    }
}
