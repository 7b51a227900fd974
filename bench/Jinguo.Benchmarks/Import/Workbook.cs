using System.Globalization;
using Jinguo.Core.Base.Forms;
using Jinguo.Core.Records.Ledgers.Exchange;
using Jinguo.Office.Excel;

namespace Jinguo.Benchmarks.Import;

/// <summary>A year's trainings of one body as a workbook with the template's own headings.</summary>
internal static class Workbook
{
    private static readonly string[] Headings = ["day", "topic", "place", "participants", "category", "teacher"];

    /// <summary>Writes so many rows.</summary>
    public static void Write(string file, RecordType training, int rows)
    {
        using var target = File.Create(file);
        using var workbook = new WorkbookWriter(target);
        using var sheet = workbook.AddSheet(new SheetLayout(training.Name, [.. Headings.Select(code => LedgerColumns.ColumnOf(training.FindField(code)!))]));
        for (var row = 0; row < rows; row++)
            sheet.Row(new DateOnly(2026, 1, 1).AddDays(row % 300), $"刺绣第{row.ToString(CultureInfo.InvariantCulture)}期", "妇女之家", 20 + (row % 80), "技能培训", "张某某");
    }
}
