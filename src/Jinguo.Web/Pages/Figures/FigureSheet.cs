using Jinguo.Core.Figures.Reading;
using Jinguo.Office.Excel;

namespace Jinguo.Web.Pages.Figures;

/// <summary>A table of figures as a workbook: exact values in the measure's own unit.</summary>
public static class FigureSheet
{
    /// <summary>Writes it.</summary>
    /// <param name="target">Where to.</param>
    /// <param name="table">The figures, the year before included.</param>
    /// <param name="withYear">True for a column of last year's value and the change after each value.</param>
    /// <param name="title">Body and period.</param>
    public static void Write(Stream target, FigureTable table, bool withYear, string title)
    {
        var columns = new List<SheetColumn> { new("单位") };
        foreach (var heading in table.Headings)
        {
            columns.Add(new($"{heading.FullName}（{heading.Unit}）", Format(heading)));
            if (withYear)
                columns.AddRange([new("去年同期", Format(heading)), new("同比")]);
        }
        using var workbook = new WorkbookWriter(target);
        using var sheet = workbook.AddSheet(new("数据", columns) { Title = title, Subtitle = $"{table.Periods[0].Name}；含约数的数，以页面所示为准{Note(table)}" });
        foreach (var row in table.Rows)
        {
            if (row.Kind == FigureRowKind.Total)
                sheet.Total([.. Cells(table, row, withYear)]);
            else
                sheet.Row([.. Cells(table, row, withYear)]);
        }
    }

    private static IEnumerable<CellValue> Cells(FigureTable table, FigureRow row, bool withYear)
    {
        yield return row.Kind switch
        {
            FigureRowKind.Total => BodyWords.Whole(row.Body.Name) + "合计",
            FigureRowKind.Own => BodyWords.Own(row.Body.Name),
            _ => row.Body.Name,
        };
        for (var key = 0; key < table.Headings.Count; key++)
        {
            yield return Cell(row[key]);
            if (!withYear)
                continue;
            yield return Cell(row[key, 1]);
            yield return YearOnYear.Text(row[key], row[key, 1]);
        }
    }

    private static CellValue Cell(Figure figure) => figure.Words is { } words ? words : figure.Value;

    private static string Note(FigureTable table) => table.Rows.SelectMany(row => row.Figures).FirstOrDefault(figure => figure.Note is not null) is { } figure ? $"；{figure.Note}" : "";

    private static ColumnFormat Format(FigureHeading heading) => heading.Decimals == 0 ? ColumnFormat.Integer : ColumnFormat.Money;
}
