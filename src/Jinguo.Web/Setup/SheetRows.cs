using Jinguo.Core.Base;
using Jinguo.Office;
using Jinguo.Office.Excel;

namespace Jinguo.Web.Setup;

/// <summary>A row of an uploaded sheet: its number in the file and its texts by column name.</summary>
public sealed record SheetTexts(int Row, IReadOnlyDictionary<string, string> Texts)
{
    /// <summary>The text of a column; empty where there is none.</summary>
    public string this[string column] => Texts.GetValueOrDefault(column, "");
}

/// <summary>Reads an uploaded Excel or CSV file as rows of texts under known columns.</summary>
public static class SheetRows
{
    /// <summary>Reads the first sheet that has the columns needed.</summary>
    /// <param name="file">The file uploaded, or null.</param>
    /// <param name="columns">Names of all columns.</param>
    /// <param name="needed">Names of those that must be there.</param>
    /// <param name="most">Most rows taken.</param>
    public static Outcome<IReadOnlyList<SheetTexts>> Read(IFormFile? file, IReadOnlyCollection<string> columns, IReadOnlyCollection<string> needed, int most)
    {
        if (file is null || file.Length == 0)
            return new Problem("sheet.missing", "请选择要导入的文件（.xlsx、.xls 或 .csv）。", "file");
        try
        {
            using var content = file.OpenReadStream();
            using var book = Spreadsheet.Open(content, file.FileName);
            return Read(book, columns, needed, most);
        }
        catch (OfficeFormatException problem)
        {
            return new Problem("sheet.unreadable", problem.Message, "file");
        }
    }

    private static Outcome<IReadOnlyList<SheetTexts>> Read(Spreadsheet book, IReadOnlyCollection<string> columns, IReadOnlyCollection<string> needed, int most)
    {
        foreach (var sheet in book.Sheets.Where(sheet => sheet.IsVisible))
        {
            if (SheetHeader.Find(sheet, columns) is not { } header)
                continue;
            var places = columns.Select(name => (name, Column: header.Columns.FirstOrDefault(column => HeaderText.Key(column.Name) == HeaderText.Key(name))?.Column))
                .Where(place => place.Column is not null).ToDictionary(place => place.name, place => place.Column!.Value);
            if (!needed.All(places.ContainsKey))
                continue;
            var rows = sheet.Rows().Where(row => row.Number > header.LastRow)
                .Select(row => new SheetTexts(row.Number, places.ToDictionary(place => place.Key, place => row[place.Value].Text.Trim())))
                .Where(row => row.Texts.Values.Any(text => text.Length > 0))
                .Take(most + 1).ToList();
            return rows.Count switch
            {
                0 => new Problem("sheet.empty", $"“{sheet.Name}”里表头下面没有内容，请填好再导入。", "file"),
                var count when count > most => new Problem("sheet.long", $"一次最多导入{most}行，请分成几个文件。", "file"),
                _ => Outcome<IReadOnlyList<SheetTexts>>.With(rows, []),
            };
        }
        return new Problem("sheet.columns", $"文件里没有找到这些列：{string.Join("、", needed)}。请用下载的模板填写。", "file");
    }
}
