namespace Jinguo.Office.Excel;

/// <summary>A sheet of an .xlsx or .xls workbook.</summary>
internal sealed class WorkbookSheet(WorkbookSource source, string name, bool isVisible, Func<HiddenCells>? openHiddenCells)
    : Sheet(name, isVisible)
{
    public override IReadOnlyList<CellRange> MergedRanges => field ??= ReadMergedRanges();

    public override int RowCount
    {
        get
        {
            source.MoveTo(Name, forRows: false);
            return source.Reader.RowCount;
        }
    }

    public override IEnumerable<SheetRow> Rows()
    {
        var turn = source.MoveTo(Name, forRows: true);
        using var hidden = openHiddenCells?.Invoke();
        while (true)
        {
            if (source.Turn != turn)
            {
                throw new InvalidOperationException("Another enumeration of rows of this file was started.");
            }

            if (!source.Guard(source.Reader.Read))
            {
                yield break;
            }

            if (source.Guard(() => ReadRow(hidden)) is { } row)
            {
                yield return row;
            }
        }
    }

    private SheetRow? ReadRow(HiddenCells? hidden)
    {
        var reader = source.Reader;
        var number = reader.Depth + 1;
        var hiddenHere = hidden?.InRow(number) ?? [];
        var last = reader.FieldCount;
        while (last > 0 && CellContent.IsBlank(reader.GetValue(last - 1)))
        {
            last--;
        }

        last = Math.Max(last, hiddenHere.Count == 0 ? 0 : hiddenHere[^1].Column);
        if (last == 0)
        {
            return null;
        }

        var cells = new SheetCell[last];
        for (var column = 1; column <= last; column++)
        {
            cells[column - 1] = CellContent.Read(reader, column);
        }

        foreach (var cell in hiddenHere)
        {
            cells[cell.Column - 1] = cell;
        }

        return new SheetRow(number, cells);
    }

    private CellRange[] ReadMergedRanges()
    {
        source.MoveTo(Name, forRows: false);
        return [.. (source.Reader.MergeCells ?? []).Select(m => new CellRange(m.FromRow + 1, m.FromColumn + 1, m.ToRow + 1, m.ToColumn + 1))];
    }
}
