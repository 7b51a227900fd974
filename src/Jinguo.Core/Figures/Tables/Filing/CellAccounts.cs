using System.Globalization;
using System.Text.RegularExpressions;
using Jinguo.Core.Figures.Reading;
using Jinguo.Core.Figures.Tables.Filling;

namespace Jinguo.Core.Figures.Tables.Filing;

/// <summary>A cell as it is opened: what it is reckoned from, down to figures that open to their records.</summary>
/// <param name="Opened">The table.</param>
/// <param name="Row">Row, from 0.</param>
/// <param name="Column">Column, from 0.</param>
public sealed record CellAccount(OpenedTable Opened, int Row, int Column)
{
    /// <summary>The cell.</summary>
    public TableCell Cell => Opened.Sheet[Row, Column];

    /// <summary>The equation of a cell that is reckoned, with the numbers of its lines: (2栏 - 4栏) ÷ 4栏 × 100; else null.</summary>
    public string? Equation { get; init; }

    /// <summary>The cells that the equation names, in the order of the table.</summary>
    public IReadOnlyList<(int Row, int Column)> Parts { get; init; } = [];

    /// <summary>The bodies that a 小计 adds up, with their figures; else empty.</summary>
    public IReadOnlyList<(FigureRow Body, CellFigure Figure)> Members { get; init; } = [];

    /// <summary>What was entered by hand in this table and is in the cell, with its place.</summary>
    public IReadOnlyList<(string Place, TableSupplement Supplement)> Supplements { get; init; } = [];
}

/// <summary>Opens cells of tables. Every figure leads to the records behind it, a sum to what it adds up.</summary>
public sealed partial class CellAccounts(TableReader reader, FigureBook book)
{
    /// <summary>Opens a cell; null where table or cell is not there.</summary>
    /// <param name="id">The table.</param>
    /// <param name="row">Key of the row (<see cref="SheetLine.Key"/>).</param>
    /// <param name="column">Key of the column.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<CellAccount?> FindAsync(Guid id, string row, string column, CancellationToken cancel = default)
    {
        if (await reader.FindAsync(id, withDifferences: true, cancel) is not { } opened
            || PlaceOf(opened.Sheet.Rows, row) is not { } across || PlaceOf(opened.Sheet.Columns, column) is not { } down)
            return null;
        var source = opened.SourceOf(across, down);
        var (definition, sheet) = (opened.Definition, opened.Sheet);
        var account = new CellAccount(opened, across, down);
        if (source.Line is not null)
        {
            return account with
            {
                Members = source is { Scope: SheetScope.Group, Line.Figure: { } key } ? await MembersAsync(opened, source, key, cancel) : [],
                Supplements = [.. Within(opened, source)],
            };
        }
        // As the sheet was reckoned: the column's formula before the row's.
        return definition.Leaves[sheet.Columns[down].Number - 1].Formula is { } formula
            ? account with { Equation = InWords(formula.Text, "栏"), Parts = [.. Numbers(formula.Codes).SelectMany(number => sheet.ColumnsOf(number)).Order().Select(place => (across, place))] }
            : account with { Equation = InWords(definition.Rows[sheet.Rows[across].Number - 1].Formula!.Text, "行"), Parts = [.. Numbers(definition.Rows[sheet.Rows[across].Number - 1].Formula!.Codes).SelectMany(number => sheet.RowsOf(number)).Order().Select(place => (place, down))] };
    }

    private static int? PlaceOf(IReadOnlyList<SheetLine> lines, string key) =>
        lines.Index().Where(line => line.Item.Key == key).Select(line => (int?)line.Index).FirstOrDefault();

    private async Task<IReadOnlyList<(FigureRow, CellFigure)>> MembersAsync(OpenedTable opened, CellSource source, FigureKey key, CancellationToken cancel)
    {
        var period = TableAspects.Of(source.Aspect, opened.Period, opened.Through);
        var read = await book.ReadAsync(new(opened.Body.Id, [key], period) { WithChildren = true, KnownAt = opened.Table.KnownAt, ForOthers = true }, cancel);
        return read.Done
            ? [.. read.Value.Children.Where(child => SheetMaker.IsIn(child.Body.Name, source.Group!)).Select(child => (child, new CellFigure(child.Body.Id, key, period, IsOwn: false)))]
            : [];
    }

    // What was added to a body stands in the totals above it, as in SheetMaker.
    private static IEnumerable<(string, TableSupplement)> Within(OpenedTable opened, CellSource whole)
    {
        var (rows, columns) = (opened.Sheet.Rows, opened.Sheet.Columns);
        foreach (var one in opened.Supplements)
        {
            if (PlaceOf(rows, one.Row) is not { } row || PlaceOf(columns, one.Column) is not { } column)
                continue;
            var part = opened.SourceOf(row, column);
            var isIn = whole.Scope switch
            {
                SheetScope.Total => true,
                SheetScope.Group => part.Scope == SheetScope.Child && SheetMaker.IsIn(rows[row].Scope is null ? columns[column].Name : rows[row].Name, whole.Group!),
                _ => part.Scope == whole.Scope && part.Body == whole.Body,
            };
            if (isIn && part.Item == whole.Item)
                yield return (opened.PlaceOf(row, column), one);
        }
    }

    private static IEnumerable<int> Numbers(IEnumerable<string> codes) => codes.Select(code => int.Parse(code.AsSpan(1), CultureInfo.InvariantCulture)).Distinct();

    private static string InWords(string formula, string line) =>
        LineCode().Replace(formula, code => code.Groups["number"].Value + line).Replace("*", "×", StringComparison.Ordinal).Replace("/", "÷", StringComparison.Ordinal);

    [GeneratedRegex(@"\b[cr](?<number>\d+)\b", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex LineCode();
}
