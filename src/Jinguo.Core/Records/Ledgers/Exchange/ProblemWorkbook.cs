using Jinguo.Core.Base.Organisations;
using Jinguo.Office.Excel;
using OfficeFormatException = Jinguo.Office.OfficeFormatException;

namespace Jinguo.Core.Records.Ledgers.Exchange;

/// <summary>The rows of a file that need a look, as they stand in it, each with what is wrong in a column of its own: to be mended and imported again.</summary>
public sealed class ProblemWorkbook(LedgerImporter importer)
{
    /// <summary>Heading of the column that says what is wrong.</summary>
    public const string Heading = "问题";

    /// <summary>Writes the workbook.</summary>
    /// <exception cref="OfficeFormatException">The file is damaged.</exception>
    public async Task WriteAsync(Stream target, Spreadsheet file, FileMatching matching, Organisation home, Guid importId, CancellationToken cancel = default)
    {
        using var workbook = new WorkbookWriter(target);
        SheetWriter? writer = null;
        SheetMatching? open = null;
        await foreach (var (sheet, cells, row) in importer.RowsAsync(file, matching, home, importId, cancel))
        {
            if (row.State is not (RowState.Bad or RowState.Warned or RowState.AlreadyThere or RowState.Repeated))
                continue;
            if (sheet != open)
            {
                writer?.Dispose();
                open = sheet;
                writer = workbook.AddSheet(new(sheet.Sheet, [new SheetColumn(Heading), new SheetColumn("原行号", ColumnFormat.Integer), .. sheet.Columns.Select(column => new SheetColumn(column.Heading))]));
            }
            writer!.Row([string.Join(' ', row.Notes.Select(note => note.Letter is null ? note.Text : $"{note.Letter}列：{note.Text}")), row.Row, .. sheet.Columns.Select(column => (CellValue)cells[column.Column].Text)]);
        }
        writer?.Dispose();
    }
}
