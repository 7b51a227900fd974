using Jinguo.Core.Base.Forms;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Facts;
using Jinguo.Core.Figures.Reading;
using Jinguo.Core.Figures.Tables.Definitions;

namespace Jinguo.Core.Figures.Tables.Filling;

/// <summary>Puts figures and supplements into the cells of a table, then reckons its formulas.</summary>
internal sealed class SheetMaker
{
    private readonly TableDefinition definition;
    private readonly FigureTable figures;
    private readonly TableAspects aspects;
    private readonly Supplements supplements;
    private readonly Dictionary<FigureKey, int> keys;
    private readonly List<FigureRow> children;
    private readonly List<SheetLine> rows;
    private readonly List<SheetLine> columns;
    private readonly bool hasParts;
    private readonly ILookup<(SheetScope Scope, int Body, string Item), decimal> entered;
    private readonly ILookup<string, decimal> broughtByItem;

    public SheetMaker(TableDefinition definition, FigureTable figures, TableAspects aspects, Supplements supplements)
    {
        (this.definition, this.figures, this.aspects, this.supplements) = (definition, figures, aspects, supplements);
        keys = figures.Headings.Select((heading, place) => (heading.Key, place)).ToDictionary(one => one.Key, one => one.place);
        children = [.. figures.Children];
        rows = [.. definition.Rows.SelectMany((line, place) => Lines(line, place + 1))];
        columns = [.. definition.Leaves.SelectMany((line, place) => Lines(line, place + 1))];
        hasParts = rows.Concat(columns).Any(line => line.Scope is SheetScope.Child or SheetScope.Own);
        entered = (from row in rows
                   from column in columns
                   where supplements.Entered.ContainsKey((row.Key, column.Key))
                   let source = CellSource.Of(definition, row, column)
                   select (Key: (source.Scope, source.Body, source.Item), Amount: supplements.Entered[(row.Key, column.Key)])).ToLookup(one => one.Key, one => one.Amount);
        broughtByItem = supplements.Brought.ToLookup(one => one.Key.Item, one => one.Value);
    }

    public TableSheet Make()
    {
        var cells = rows.ConvertAll(row => columns.ConvertAll(column => Cell(row, column)));
        var sheet = new TableSheet(rows, columns, cells);
        for (var row = 0; row < rows.Count; row++)
            for (var column = 0; column < columns.Count; column++)
                if (sheet[row, column].IsText)
                    continue;
                else if (definition.Leaves[columns[column].Number - 1].Formula is { } across)
                    cells[row][column] = Reckoned(across, definition.Leaves[columns[column].Number - 1], number => sheet.ColumnsOf(number).Select(place => sheet[row, place]));
                else if (definition.Rows[rows[row].Number - 1].Formula is { } down)
                    cells[row][column] = Reckoned(down, definition.Rows[rows[row].Number - 1], number => sheet.RowsOf(number).Select(place => sheet[place, column]));
        return sheet;
    }

    // A body with nothing below it has neither children nor work of its own apart from the total.
    private IEnumerable<SheetLine> Lines(TableLine line, int number) => line.Of switch
    {
        TableScope.Children => children.Select(child => new SheetLine(number, child.Body.Name.PlaceName, SheetScope.Child, child.Body.Id)),
        TableScope.Own => figures.Own is null ? [] : [new(number, line.Name, SheetScope.Own)],
        TableScope.Group => children.Count == 0 ? [] : [new(number, line.Name, SheetScope.Group)],
        TableScope.Total => [new(number, line.Name, SheetScope.Total)],
        _ => [new(number, line.Name)],
    };

    private TableCell Cell(SheetLine row, SheetLine column)
    {
        var source = CellSource.Of(definition, row, column);
        if (source.Line is not { } line)
            return new(null, 0, 0, null, 0, IsAdded: false, IsFillable: false, IsManual: false);
        if (source.IsText)
            return new(null, 0, 0, null, 0, IsAdded: false, IsFillable: true, IsManual: true) { IsText = true, Words = supplements.Words.GetValueOrDefault((row.Key, column.Key)) };
        List<FigureRow> members = source.Group is { } group ? children.FindAll(child => IsIn(child.Body.Name, group)) : children;
        // Of a sensitive measure the parts are less than the whole; and what is typed in would tell what the figures do not.
        var isAdded = line.Figure is not { } key || figures.Headings[keys[key]].Measure is { Kind: MeasureKind.Flow or MeasureKind.Stock, IsSensitive: false };
        var (byHand, brought) = isAdded ? Supplement(source, members) : (0, 0);
        var isFillable = isAdded && source.Scope != SheetScope.Group && (source.Scope != SheetScope.Total || !hasParts);
        if (line.Figure is not { } figure)
            return new(null, byHand, brought, null, line.Decimals, isAdded, isFillable, IsManual: true);
        var told = Figures(source, figure, members);
        return new(
            isAdded || told.Count == 1 ? Sum(told) : null,
            byHand,
            brought,
            told.Count == 1 ? told[0].Hedge : told.Exists(one => one.Hedge is not null) ? "约" : null,
            figures.Headings[keys[figure]].Decimals,
            isAdded,
            isFillable,
            IsManual: false)
        {
            Untold = told.Count == 1 ? told[0].Words : told.Exists(one => one.Disclosure != Disclosure.Exact) ? DisclosureWords.Untold : null,
        };
    }

    /// <summary>True where a 小计 takes in the body of this name.</summary>
    public static bool IsIn(string body, TableLine group) =>
        group.Endings.Any(ending => body.PlaceName.EndsWith(ending, StringComparison.Ordinal) || body.EndsWith(ending, StringComparison.Ordinal));

    private List<Figure> Figures(CellSource source, FigureKey key, List<FigureRow> members)
    {
        var (place, period) = (keys[key], aspects[source.Aspect]);
        return source.Scope switch
        {
            SheetScope.Child => [children.Find(child => child.Body.Id == source.Body)![place, period]],
            SheetScope.Own => [figures.Own![place, period]],
            SheetScope.Group => members.ConvertAll(child => child[place, period]),
            _ => [figures.Total[place, period]],
        };
    }

    private static decimal? Sum(List<Figure> told) => told.TrueForAll(one => one.IsNone) ? null : told.Sum(one => one.Value ?? 0);

    // What was added to a body is in the total above it, as its figures are.
    private (decimal Entered, decimal Brought) Supplement(CellSource source, List<FigureRow> members)
    {
        var item = source.Item;
        var inChildren = members.Sum(child => entered[(SheetScope.Child, child.Body.Id, item)].Sum());
        return source.Scope switch
        {
            SheetScope.Child => (entered[(SheetScope.Child, source.Body, item)].Sum(), supplements.Brought.GetValueOrDefault((source.Body, item))),
            SheetScope.Own => (entered[(SheetScope.Own, 0, item)].Sum(), 0),
            SheetScope.Group => (inChildren, members.Sum(child => supplements.Brought.GetValueOrDefault((child.Body.Id, item)))),
            _ when hasParts => (inChildren + entered[(SheetScope.Own, 0, item)].Sum(), broughtByItem[item].Sum()),
            _ => (entered[(SheetScope.Total, 0, item)].Sum(), broughtByItem[item].Sum()),
        };
    }

    private static TableCell Reckoned(Formula formula, TableLine line, Func<int, IEnumerable<TableCell>> cellsOf)
    {
        var parts = formula.Codes.ToDictionary(code => code, code => cellsOf(int.Parse(code.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture)).ToList(), StringComparer.Ordinal);
        // A part that is not told counts as nothing nowhere.
        if (parts.Values.Any(cells => cells.Exists(cell => cell is { Value: null, Untold: not null })))
            return new(null, 0, 0, null, line.Decimals, IsAdded: false, IsFillable: false, IsManual: false) { Untold = DisclosureWords.Untold };
        var value = formula.Number(code => parts[code].Exists(cell => cell.Value is not null) ? Operand.Of(parts[code].Sum(cell => cell.Value ?? 0)) : Operand.Missing);
        return new(
            value is { } number ? Math.Round(number, line.Decimals, MidpointRounding.AwayFromZero) : null,
            0,
            0,
            parts.Values.Any(cells => cells.Exists(cell => cell.Hedge is not null)) ? "约" : null,
            line.Decimals,
            IsAdded: false,
            IsFillable: false,
            IsManual: false);
    }
}
