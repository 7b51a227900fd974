using Jinguo.Office.Excel;

namespace Jinguo.Core.Records.Ledgers.Exchange;

/// <summary>Cells merged over several rows of records: what stands in the first holds for all of them. Rows are asked for in their order.</summary>
internal sealed class MergedCells
{
    private readonly Dictionary<int, Queue<CellRange>> waiting;
    private readonly Dictionary<int, (CellRange Range, SheetCell Cell)> open = [];

    public MergedCells(Sheet sheet, int lastHeaderRow) =>
        waiting = sheet.MergedRanges
            .Where(range => range.Height > 1 && range.FirstRow > lastHeaderRow)
            .SelectMany(range => Enumerable.Range(range.FirstColumn, range.Width).Select(column => (Column: column, Range: range)))
            .GroupBy(one => one.Column)
            .ToDictionary(group => group.Key, group => new Queue<CellRange>(group.Select(one => one.Range).OrderBy(range => range.FirstRow)));

    /// <summary>The cell of a column, and whether it holds for several rows.</summary>
    public (SheetCell Cell, bool IsShared) this[SheetRow row, int column]
    {
        get
        {
            if (!waiting.TryGetValue(column, out var ranges))
                return (row[column], false);
            while (ranges.TryPeek(out var next) && next.FirstRow <= row.Number)
                open[column] = (ranges.Dequeue(), row[next.FirstColumn]);
            return open.TryGetValue(column, out var one) && one.Range.LastRow >= row.Number
                ? (one.Cell with { Column = column }, true)
                : (row[column], false);
        }
    }
}
