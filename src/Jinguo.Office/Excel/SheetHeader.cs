namespace Jinguo.Office.Excel;

/// <summary>One column of a table's header.</summary>
/// <param name="Column">Column in the file, from 1.</param>
/// <param name="Name">The lowest header text over the column, as written but without line breaks.</param>
/// <param name="Path">All header texts over it from top to bottom, joined as 上级/下级; equal to the name in a one-row header.</param>
public sealed record HeaderColumn(int Column, string Name, string Path)
{
    /// <summary>The column's letter as Excel shows it.</summary>
    public string Letter => ColumnLetter.Of(Column);
}

/// <summary>
/// Where the header of a table stands and what its columns are called. Above it may be a title and notes.
/// The text of a merged range counts for all its columns.
/// </summary>
/// <param name="FirstRow">First row of the header in the file, from 1.</param>
/// <param name="LastRow">Last row of the header; records begin after it.</param>
/// <param name="Columns">The columns that have a name.</param>
public sealed record SheetHeader(int FirstRow, int LastRow, IReadOnlyList<HeaderColumn> Columns)
{
    private const int RowsLookedAt = 20;
    private const int MostHeaderRows = 4;

    /// <summary>
    /// Finds the header among the first rows: the row that names the most expected columns, else the first row with
    /// several texts. Null if there is none.
    /// </summary>
    /// <param name="sheet">The sheet; its rows are enumerated anew.</param>
    /// <param name="expected">Names of the columns that are looked for, or none if nothing is known of the table.</param>
    /// <exception cref="OfficeFormatException">The sheet is damaged.</exception>
    public static SheetHeader? Find(Sheet sheet, IReadOnlyCollection<string> expected)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(expected);
        var merged = sheet.MergedRanges;
        var top = sheet.Rows().Take(RowsLookedAt).ToDictionary(r => r.Number);
        var names = expected.Select(HeaderText.Key).ToHashSet(StringComparer.Ordinal);
        var main = top.Values.Select(r => (r.Number, Score: Score(r, names)))
            .Where(r => r.Score > 0)
            .OrderByDescending(r => r.Score).ThenBy(r => r.Number)
            .FirstOrDefault();
        if (main.Score == 0)
        {
            return names.Count > 0 ? Find(sheet, []) : null;
        }

        var (first, last) = Extent(main.Number, merged, top);
        return new SheetHeader(first, last, [.. ColumnsOf(first, last, merged, top)]);
    }

    private static int Score(SheetRow row, HashSet<string> names)
    {
        var texts = row.Cells.Where(c => c.Kind == CellKind.Text).Select(c => HeaderText.Key(c.Text)).ToList();
        if (names.Count > 0)
        {
            return texts.Distinct(StringComparer.Ordinal).Count(names.Contains);
        }

        return texts.Count >= 2 || (texts.Count == 1 && row.Cells.Count == 1) ? texts.Count > 1 ? 2 : 1 : 0;
    }

    /// <summary>A header grows by the rows that its merged cells tie to it: groups above, columns below.</summary>
    private static (int First, int Last) Extent(int main, IReadOnlyList<CellRange> merged, Dictionary<int, SheetRow> top)
    {
        var (first, last) = (main, main);
        var isGrowing = true;
        while (isGrowing && last - first < MostHeaderRows)
        {
            var (was, wasLast) = (first, last);
            foreach (var range in merged.Where(m => m.Height > 1 && m.LastRow >= was && m.FirstRow <= wasLast && m.Height <= MostHeaderRows))
            {
                (first, last) = (Math.Min(first, range.FirstRow), Math.Max(last, range.LastRow));
            }

            if (merged.Any(m => m.FirstRow == last && m.Width > 1 && IsGroup(m, top)) && top.ContainsKey(last + 1))
            {
                last++;
            }

            if (merged.Any(m => m.LastRow == first - 1 && m.Height == 1 && m.Width > 1 && IsGroup(m, top)))
            {
                first--;
            }

            isGrowing = (first, last) != (was, wasLast);
        }

        return (first, last);
    }

    /// <summary>A group stands over several columns with names of their own; a title stands over all of them, alone in its row.</summary>
    private static bool IsGroup(CellRange range, Dictionary<int, SheetRow> top) =>
        top.TryGetValue(range.FirstRow, out var row) && row.Cells.Count(c => !c.IsEmpty) > 1
        && top.TryGetValue(range.LastRow + 1, out var below)
        && below.Cells.Count(c => c.Kind == CellKind.Text && c.Column >= range.FirstColumn && c.Column <= range.LastColumn) > 1;

    private static IEnumerable<HeaderColumn> ColumnsOf(int first, int last, IReadOnlyList<CellRange> merged, Dictionary<int, SheetRow> top)
    {
        var rows = Enumerable.Range(first, last - first + 1).ToList();
        var ranges = merged.Where(m => m.LastRow >= first && m.FirstRow <= last).ToList();
        var width = Math.Max(
            rows.Max(r => top.TryGetValue(r, out var row) ? row.Cells.Count : 0),
            ranges.Select(m => m.LastColumn).DefaultIfEmpty().Max());
        for (var column = 1; column <= width; column++)
        {
            var texts = new List<string>();
            foreach (var row in rows)
            {
                var text = HeaderText.OneLine(TextAt(row, column, ranges, top));
                if (text.Length > 0 && (texts.Count == 0 || texts[^1] != text))
                {
                    texts.Add(text);
                }
            }

            if (texts.Count > 0)
            {
                yield return new HeaderColumn(column, texts[^1], string.Join('/', texts));
            }
        }
    }

    private static string TextAt(int row, int column, List<CellRange> ranges, Dictionary<int, SheetRow> top)
    {
        var range = ranges.FirstOrDefault(m => m.Contains(row, column), new CellRange(row, column, row, column));
        return top.TryGetValue(range.FirstRow, out var from) ? from[range.FirstColumn].Text : "";
    }
}
