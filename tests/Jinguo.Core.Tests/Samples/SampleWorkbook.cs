using Jinguo.Core.Base.Forms;
using Jinguo.Office.Excel;

namespace Jinguo.Core.Tests.Samples;

/// <summary>The committed workbook of one body: written from the source, read back as any workbook is.</summary>
internal static class SampleWorkbook
{
    /// <summary>Writes the workbook from its source.</summary>
    public static void Write(SampleYear year, PackSet packs)
    {
        var tables = year.Sheets.Select(sheet => new SampleTable(sheet, packs)).ToList();
        using var file = File.Create(year.WorkbookPath);
        using var workbook = new WorkbookWriter(file);
        foreach (var table in tables)
        {
            table.WriteTo(workbook);
        }
    }

    /// <summary>The workbook as its source tells it: each sheet as lines of text.</summary>
    public static IEnumerable<string> Told(SampleYear year, PackSet packs) => year.Sheets
        .Select(sheet => new SampleTable(sheet, packs))
        .SelectMany(table => table.Rows.Prepend([.. table.Header]).Select(row => Line(table.Type.Name, row)));

    /// <summary>The committed workbook in the same form.</summary>
    public static IEnumerable<string> Committed(SampleYear year)
    {
        using var file = File.OpenRead(year.WorkbookPath);
        using var spreadsheet = Spreadsheet.Open(file, year.Workbook);
        foreach (var sheet in spreadsheet.Sheets.Where(sheet => sheet.IsVisible))
        {
            foreach (var row in sheet.Rows())
            {
                yield return Line(sheet.Name, row.Cells.Select(cell => cell.Text));
            }
        }
    }

    /// <summary>The rows of the committed workbook, each with its record type and its texts by field code.</summary>
    public static IEnumerable<SampleRecord> Records(SampleYear year, PackSet packs)
    {
        using var file = File.OpenRead(year.WorkbookPath);
        using var spreadsheet = Spreadsheet.Open(file, year.Workbook);
        foreach (var sheet in spreadsheet.Sheets.Where(sheet => sheet.IsVisible))
        {
            var type = packs.RecordTypes.Single(type => type.Name == sheet.Name);
            var header = SheetHeader.Find(sheet, [.. type.Fields.Select(field => field.Name)])!;
            var columns = header.Columns
                .Where(column => column.Name != SampleSheet.BodyColumn)
                .Select(column => (column.Column, type.Fields.Single(field => field.IsCalled(column.Name)).Code))
                .ToList();
            foreach (var row in sheet.Rows().Where(row => row.Number > header.LastRow))
            {
                yield return new SampleRecord(type, row.Number, columns.ToDictionary(column => column.Code, column => row[column.Column].Text));
            }
        }
    }

    private static string Line(string sheet, IEnumerable<string> cells) => $"{sheet}: {string.Join(" | ", cells).TrimEnd(' ', '|')}";
}

/// <summary>One row of a workbook.</summary>
internal sealed record SampleRecord(RecordType Type, int Row, IReadOnlyDictionary<string, string> Texts);
