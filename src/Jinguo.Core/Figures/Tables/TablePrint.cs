using Jinguo.Core.Base.Time;
using Jinguo.Core.Figures.Reading;
using Jinguo.Core.Figures.Tables.Definitions;
using Jinguo.Core.Figures.Tables.Filing;
using Jinguo.Core.Figures.Tables.Filling;
using Jinguo.Office.Excel;

namespace Jinguo.Core.Figures.Tables;

/// <summary>
/// A table as a workbook in print layout: title, the block of marks at the right, headings of merged cells, numbers that stay
/// numbers, notes and the row of signatures.
/// </summary>
public static class TablePrint
{
    private const int TitleRow = 1;
    private const int FirstHeaderRow = 6;
    private const int MarksWidth = 4;
    private const double WidthOfWords = 28;

    /// <summary>Writes it.</summary>
    /// <param name="target">Where to.</param>
    /// <param name="opened">The table.</param>
    public static void Write(Stream target, OpenedTable opened)
    {
        var cells = new List<PrintedCell>();
        var first = FirstColumn(opened);
        var width = first - 1 + opened.Sheet.Columns.Count;
        AddHead(cells, opened, width);
        var lastHeader = AddHeadings(cells, opened, first);
        AddCells(cells, opened, first, lastHeader + 1);
        AddFoot(cells, opened, width, lastHeader + 1 + opened.Sheet.Rows.Count);
        using var workbook = new WorkbookWriter(target);
        workbook.AddPrinted(new(opened.Definition.Name, [.. Widths(opened)], cells) { FirstHeaderRow = FirstHeaderRow, LastHeaderRow = lastHeader, HeaderColumns = first - 1 });
    }

    /// <summary>Name of the file: 妇女培训和活动情况统计表 安和县 2026H1.xlsx.</summary>
    public static string FileName(OpenedTable opened) =>
        $"{opened.Definition.Name} {opened.Body.Name} {opened.Period.Code}{(opened.Table.Edition > 1 ? $" 更正{opened.Table.Edition - 1}" : "")}.xlsx";

    /// <summary>The lines of the block at the right: 表号, 制定机关, 文号, 有效期至.</summary>
    public static IReadOnlyList<string> Marks(TableDefinition definition) =>
    [
        "表    号：" + definition.Number,
        "制定机关：" + definition.Issuer,
        "文    号：" + definition.DocumentNumber,
        "有效期至：" + (definition.ValidTo is { } last ? $"{last:yyyy年M月d日}" : ""),
    ];

    /// <summary>True where rows have units of their own: then 乙 is the unit.</summary>
    public static bool HasUnits(OpenedTable opened) => opened.Definition.Rows.Any(row => row.Unit.Length > 0);

    /// <summary>单位负责人：… 审核人：… 填表人：… 填报日期：….</summary>
    public static IReadOnlyList<(string Label, string Text)> Signatures(OpenedTable opened) =>
    [
        ("单位负责人", opened.SignatureOf(SignatureStep.Head)?.Name ?? ""),
        ("审核人", opened.SignatureOf(SignatureStep.Reviewer)?.Name ?? ""),
        ("填表人", opened.SignatureOf(SignatureStep.Filler)?.Name ?? ""),
        ("填报日期", opened.Table.FiledAt is { } at ? $"{China.Day(at):yyyy年M月d日}" : ""),
    ];

    /// <summary>What stands behind the name of a table that is not filed; empty for one that is.</summary>
    public static string DraftMark(TableState state) => state == TableState.Filed ? "" : "（未报出）";

    private static int FirstColumn(OpenedTable opened) => HasUnits(opened) ? 3 : 2;

    private static void AddHead(List<PrintedCell> cells, OpenedTable opened, int width)
    {
        var correction = opened.Table.Edition > 1 ? "（更正表）" : "";
        cells.Add(new(TitleRow, 1, opened.Definition.Name + correction + DraftMark(opened.Table.State), PrintedStyle.Title) { Columns = width });
        var right = Math.Max(width - MarksWidth + 1, Math.Min(2, width));
        foreach (var (line, text) in Marks(opened.Definition).Index())
            cells.Add(new(TitleRow + 1 + line, right, text, PrintedStyle.Note) { Columns = width - right + 1 });
        if (right == 1)
            return;
        var unit = opened.Definition.Unit.Length > 0 ? "计量单位：" + opened.Definition.Unit : "";
        foreach (var (line, text) in new[] { "", "填报单位：" + opened.Body.Name, "报告期：" + opened.Period.Name, unit }.Index())
            cells.Add(new(TitleRow + 1 + line, 1, text, PrintedStyle.Note) { Columns = right - 1 });
    }

    private static int AddHeadings(List<PrintedCell> cells, OpenedTable opened, int first)
    {
        var (definition, sheet) = (opened.Definition, opened.Sheet);
        var numbers = FirstHeaderRow + definition.HeadingRows;
        cells.Add(new(FirstHeaderRow, 1, definition.RowHeading, PrintedStyle.Heading) { Rows = definition.HeadingRows });
        cells.Add(new(numbers, 1, "甲", PrintedStyle.Heading));
        if (first == 3)
        {
            cells.Add(new(FirstHeaderRow, 2, "计量单位", PrintedStyle.Heading) { Rows = definition.HeadingRows });
            cells.Add(new(numbers, 2, "乙", PrintedStyle.Heading));
        }
        foreach (var heading in TableHeadings.Of(definition, sheet))
            cells.Add(new(FirstHeaderRow + heading.Row, first + heading.Column, heading.Text, PrintedStyle.Heading) { Rows = heading.Rows, Columns = heading.Columns });
        for (var column = 0; column < sheet.Columns.Count; column++)
            cells.Add(new(numbers, first + column, TableHeadings.Number(sheet, column), PrintedStyle.Heading));
        return numbers;
    }

    private static void AddCells(List<PrintedCell> cells, OpenedTable opened, int first, int firstRow)
    {
        var sheet = opened.Sheet;
        for (var row = 0; row < sheet.Rows.Count; row++)
        {
            var bold = sheet.Rows[row].Scope is SheetScope.Total ? PrintedMarks.Total : PrintedMarks.None;
            cells.Add(new(firstRow + row, 1, sheet.Rows[row].Name, PrintedStyle.Words) { Marks = bold });
            if (first == 3)
                cells.Add(new(firstRow + row, 2, opened.Definition.Rows[sheet.Rows[row].Number - 1].Unit, PrintedStyle.Words) { Marks = bold });
            for (var column = 0; column < sheet.Columns.Count; column++)
            {
                var cell = sheet[row, column];
                if (cell.IsText)
                {
                    cells.Add(new(firstRow + row, first + column, cell.Words is { } words ? $"{words} ※" : "", PrintedStyle.Words) { Marks = bold });
                    continue;
                }
                var marks = bold | (cell.Hedge is null ? PrintedMarks.None : PrintedMarks.Approximate) | (cell.Supplement == 0 ? PrintedMarks.None : PrintedMarks.ByHand);
                cells.Add(new(firstRow + row, first + column, cell.Value is { } value ? value : cell.Untold ?? "—", PrintedStyle.Number) { Decimals = cell.Decimals, Marks = marks });
            }
        }
    }

    private static void AddFoot(List<PrintedCell> cells, OpenedTable opened, int width, int row)
    {
        foreach (var note in Notes(opened))
            cells.Add(new(row++, 1, note, PrintedStyle.Note) { Columns = width });
        cells.Add(new(row, 1, string.Join("          ", Signatures(opened).Select(one => $"{one.Label}：{one.Text}")), PrintedStyle.Note) { Columns = width });
    }

    /// <summary>What is said under the table.</summary>
    public static IEnumerable<string> Notes(OpenedTable opened)
    {
        if (opened.Definition.Note.Length > 0)
            yield return "说明：" + opened.Definition.Note;
        if (opened.Sheet.All.Any(one => one.Cell.Hedge is not null))
            yield return "“约”表示含约数。";
        if (opened.Sheet.All.Any(one => one.Cell.Supplement != 0))
            yield return "※含手工补充：" + string.Join("；", opened.Shares.Select(share => share.Text)) + "。";
        if (opened.Sheet.All.Any(one => one.Cell.Words is not null))
            yield return "文字后的※表示手工填写，不计入补充的占比。";
        if (opened.Sheet.All.Any(one => one.Cell.Untold is not null))
            yield return DisclosureWords.InTables;
        if (opened.Table.CorrectionReason is { } reason)
            yield return "更正原因：" + reason;
    }

    private static IEnumerable<double> Widths(OpenedTable opened)
    {
        yield return 18;
        if (HasUnits(opened))
            yield return 9;
        foreach (var (column, _) in opened.Sheet.Columns.Index())
        {
            if (Enumerable.Range(0, opened.Sheet.Rows.Count).Any(row => opened.Sheet[row, column].IsText))
            {
                yield return WidthOfWords;
                continue;
            }
            var digits = Enumerable.Range(0, opened.Sheet.Rows.Count).Max(row => $"{opened.Sheet[row, column].Value:#,##0.##}".Length);
            yield return Math.Clamp(digits + 4, 8, 20);
        }
    }
}
