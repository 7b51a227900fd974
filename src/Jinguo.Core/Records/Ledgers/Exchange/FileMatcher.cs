using System.Globalization;
using System.Text.RegularExpressions;
using Jinguo.Core.Base.Forms;
using Jinguo.Office.Excel;
using OfficeFormatException = Jinguo.Office.OfficeFormatException;

namespace Jinguo.Core.Records.Ledgers.Exchange;

/// <summary>Proposes how a file is to be understood. What a person changes afterwards on the page is kept. Pure but for reading the file.</summary>
public static partial class FileMatcher
{
    private const int FewestColumns = 2;
    private const int LongestTitle = 20;

    /// <summary>Matches all visible sheets.</summary>
    /// <param name="file">The open file.</param>
    /// <param name="fileName">Its name: it may tell the year.</param>
    /// <param name="types">The record types there are.</param>
    /// <param name="only">The one record type of the file, if the person has said so.</param>
    /// <param name="thisYear">The year meant where the file tells none.</param>
    /// <exception cref="OfficeFormatException">The file is damaged.</exception>
    public static FileMatching Match(Spreadsheet file, string fileName, IReadOnlyList<RecordType> types, RecordType? only, int thisYear)
    {
        var sheets = file.Sheets.Where(sheet => sheet.IsVisible && sheet.Name != LedgerTemplate.NotesSheet).ToList();
        var year = YearIn(fileName);
        var matched = sheets.Select(sheet => Match(sheet, only is null ? types : [only], year, thisYear)).ToList();
        // A file with one sheet and one ledger named: the person knows best.
        if (only is not null && matched is [{ Type: null } single])
            matched[0] = MatchAs(sheets[0], only, single.Year);
        return new(matched);
    }

    /// <summary>Matches one sheet as a ledger that a person has chosen; null leaves the sheet out.</summary>
    /// <exception cref="OfficeFormatException">The sheet is damaged.</exception>
    public static SheetMatching MatchAs(Sheet sheet, RecordType? type, int year)
    {
        var header = SheetHeader.Find(sheet, type is null ? [] : [.. HeadingNames.Of(type)]);
        if (header is null)
            return new(sheet.Name, type?.Code, 0, year, []);
        return new(sheet.Name, type?.Code, header.LastRow, year, type is null
            ? [.. header.Columns.Select(column => new ColumnMatching(column.Column, column.Letter, column.Path, null, null))]
            : HeadingNames.Match(type, header.Columns));
    }

    private static SheetMatching Match(Sheet sheet, IReadOnlyList<RecordType> types, int? year, int thisYear)
    {
        var meant = YearIn(sheet.Name) ?? YearInTitle(sheet) ?? year ?? thisYear;
        var named = NamedBy(sheet.Name, types);
        if (named is not null)
            return MatchAs(sheet, named, meant);
        var header = SheetHeader.Find(sheet, [.. types.SelectMany(HeadingNames.Of).Distinct(StringComparer.Ordinal)]);
        if (header is null)
            return MatchAs(sheet, null, meant);
        var best = types.Select(type => (Type: type, Columns: HeadingNames.Match(type, header.Columns)))
            .Select(one => (one.Type, Score: Score(one.Type, one.Columns)))
            .OrderByDescending(one => one.Score).Take(2).ToList();
        var sure = best[0].Score >= FewestColumns && (best.Count == 1 || best[0].Score > best[1].Score);
        return MatchAs(sheet, sure ? best[0].Type : null, meant);
    }

    /// <summary>Fields found, those required counting double; 0 without a day.</summary>
    private static int Score(RecordType type, IReadOnlyList<ColumnMatching> columns)
    {
        var found = columns.Select(column => column.Target is null ? null : type.FindField(column.Target)).OfType<Field>().ToList();
        return found.Exists(field => field.Code == RecordType.DayField) ? found.Count + found.Count(field => field.Required) : 0;
    }

    /// <summary>The ledger that a sheet is called after: 妇女培训, 1.妇女培训, 妇女培训台账（2009年）.</summary>
    private static RecordType? NamedBy(string sheet, IReadOnlyList<RecordType> types)
    {
        var key = Decoration().Replace(HeaderText.Key(sheet), "");
        return types.FirstOrDefault(type => HeaderText.Key(type.Name) == key || type.Code == key);
    }

    private static int? YearIn(string text) =>
        Year().Match(text) is { Success: true } found ? int.Parse(found.Value, CultureInfo.InvariantCulture) : null;

    private static int? YearInTitle(Sheet sheet) =>
        sheet.Rows().Take(LongestTitle).TakeWhile(row => row.Cells.Count(cell => !cell.IsEmpty) == 1)
            .Select(row => YearIn(row.Cells.First(cell => !cell.IsEmpty).Text)).FirstOrDefault(year => year is not null);

    [GeneratedRegex(@"(?<!\d)(19|20)\d{2}(?!\d)", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex Year();

    [GeneratedRegex(@"^[\d一二三四五六七八九十]*[.、\s_-]*|(台账|登记表|统计表|情况表|表|\d{4}年?度?)+$|^\d{4}年?度?", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex Decoration();
}
