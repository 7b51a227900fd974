using System.Globalization;
using Jinguo.Core.Base;
using Jinguo.Core.Base.Forms;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Persons;
using Jinguo.Office.Excel;

namespace Jinguo.Core.Records.Ledgers.Exchange;

/// <summary>Reads the rows of one sheet into records. What is wrong is said by row and cell.</summary>
internal sealed class RowReader
{
    private readonly SheetMatching matching;
    private readonly RecordType type;
    private readonly BodyNames bodies;
    private readonly DateOnly today;
    private readonly MergedCells merged;
    private readonly List<(ColumnMatching Column, Field Field, decimal Factor, bool IsMixed)> columns;

    /// <exception cref="Office.OfficeFormatException">The sheet is damaged.</exception>
    public RowReader(Sheet sheet, SheetMatching matching, RecordType type, BodyNames bodies, DateOnly today)
    {
        (this.matching, this.type, this.bodies, this.today) = (matching, type, bodies, today);
        merged = new(sheet, matching.LastHeaderRow);
        var mixed = HeadingUnit.MixedColumns(sheet, matching, type);
        columns = [.. matching.Columns
            .Select(column => (Column: column, Field: column.Target is { } code ? type.FindField(code) : null))
            .Where(one => one.Field is not null)
            .Select(one => (one.Column, HeadingUnit.Read(one.Field!, one.Column.Unit), HeadingUnit.FactorOf(one.Field!, one.Column.Unit), mixed.Contains(one.Column.Column)))];
    }

    /// <summary>Reads one row below the header. The record's key is not yet its own.</summary>
    public async ValueTask<ImportRow> ReadAsync(SheetRow row, CancellationToken cancel)
    {
        if (RowsLeftOut.Reason(row, matching) is { } reason)
            return new(row.Number, RowState.LeftOut, [Note("import.leftout", row, null, reason, RowState.LeftOut)], null);
        var notes = new List<RowNote>();
        var values = RecordValues.Empty;
        foreach (var one in columns)
            values = values.With(one.Field.Code, Read(row, one.Column, one.Field, one.Factor, one.IsMixed, notes));
        values = values.WithDefaults(type);
        var body = await BodyAsync(row, notes, cancel);
        var highlight = TextOf(row, ColumnMatching.Highlight);
        Check(row, values, body ?? bodies.Home, highlight, notes);
        var state = notes.Exists(note => note.State == RowState.Bad) || body is null ? RowState.Bad : notes.Count > 0 ? RowState.Warned : RowState.Good;
        return new(row.Number, state, notes, body is null ? null : new NewRecord(Guid.Empty, type.Code, body.Id, values, Confirmed: true, highlight.Length > 0 ? highlight : null, row.Number));
    }

    private FieldValue? Read(SheetRow row, ColumnMatching column, Field field, decimal factor, bool isMixed, List<RowNote> notes)
    {
        var (cell, isShared) = merged[row, column.Column];
        if (cell.IsEmpty)
            return null;
        if (field.Personal && Masks.IsMasked(cell.Text))
        {
            notes.Add(Note("import.masked", row, column, "是隐去了一部分的个人信息（带星号），没有导入。", RowState.Warned));
            return null;
        }
        if (Unreadable(cell, field, isShared) is { } problem)
            return Wrong(problem.Code, problem.Text);
        if (isMixed && HeadingUnit.IsDoubtful(cell.Text))
            return Wrong("import.unit.mixed", $"填的是“{cell.Text}”，这一列有的格写了“万”、有的没写单位，不知道这里是元还是万元。请在格里写上单位，或者在表头写明，如“{field.Name}（元）”。");
        var reading = FieldInput.Read(field, TextOf(cell, field, factor), matching.Year, row.Number);
        return reading.Problem is null ? reading.Value : Wrong(reading.Problem.Code, reading.Problem.Text);

        FieldValue? Wrong(string code, string text)
        {
            notes.Add(Note(code, row, column, text, RowState.Bad));
            return null;
        }
    }

    private static (string Code, string Text)? Unreadable(SheetCell cell, Field field, bool isShared) => cell.Kind switch
    {
        CellKind.FormulaWithoutValue => ("import.formula", "是公式，但文件里没有保存它的结果。请用 Excel 或 WPS 打开这个文件，保存一次，再导入。"),
        CellKind.Error => ("import.error", $"是错误值“{cell.Text}”。请改好公式，或直接填上数。"),
        _ when isShared && field.Type is (FieldType.Number or FieldType.Money) => ("import.merged", $"几行合并成一格，填的是“{cell.Text}”，分不出每行各是多少。请取消合并，逐行填写。"),
        _ when cell.HasLostDigits && field.IsSealed => ("import.digits", "号码太长，Excel 只保住了前15位。请把这一列设成文本，重新填写。"),
        _ when cell.HasLostDigits && field.Type is not (FieldType.Number or FieldType.Money) => ("import.digits", $"填的是“{cell.Text}”，数字太长，Excel 只保住了前15位。请把这一列设成文本，重新填写。"),
        _ => null,
    };

    private static string TextOf(SheetCell cell, Field field, decimal factor)
    {
        // Days that Excel holds as a bare number, because the column was set to “常规”.
        if (field.Type is FieldType.Date or FieldType.DateRange && cell.Number is >= 18_264 and < 73_051 and var serial && serial == decimal.Truncate(serial))
            return DateTime.FromOADate((double)serial).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (factor != 1 && HeadingUnit.IsBare(cell.Text) && Quantity.TryParse(cell.Text, out var quantity, out _))
            return (quantity with { Value = quantity.Value * factor }).ToString();
        return cell.Text;
    }

    private async ValueTask<Organisation?> BodyAsync(SheetRow row, List<RowNote> notes, CancellationToken cancel)
    {
        var code = TextOf(row, ColumnMatching.BodyCode);
        var target = code.Length > 0 ? ColumnMatching.BodyCode : ColumnMatching.Body;
        var found = await bodies.FindAsync(code.Length > 0 ? code : TextOf(row, ColumnMatching.Body), cancel);
        if (found.Problem is not null)
            notes.Add(Note("import.body", row, matching.Find(target), found.Problem, RowState.Bad));
        return found.Body;
    }

    private void Check(SheetRow row, RecordValues values, Organisation body, string highlight, List<RowNote> notes)
    {
        var unread = notes.Select(note => note.Letter).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var problem in LedgerChecks.Check(type, values, body, today, row.Number))
        {
            var column = problem.Field is null ? null : matching.Find(problem.Field);
            // A cell that could not be read is not empty as well.
            if (column is not null && unread.Contains(column.Letter))
                continue;
            var text = problem.Code == "record.required" && column is null ? $"{problem.Text.TrimEnd('。')}：表里没有这一列，请加上，或在上面对应到已有的一列。" : problem.Text;
            notes.Add(Note(problem.Code, row, column, text, problem.Level == ProblemLevel.Error ? RowState.Bad : RowState.Warned));
        }
        if (highlight.Length > LedgerService.LongestHighlight)
            notes.Add(Note("ledger.highlight.long", row, matching.Find(ColumnMatching.Highlight), $"亮点最多{LedgerService.LongestHighlight}个字，现在有{highlight.Length}个，请写短些。", RowState.Bad));
    }

    private string TextOf(SheetRow row, string target) =>
        matching.Find(target) is { } column ? CleanText.Of(merged[row, column.Column].Cell.Text).Trim() : "";

    private RowNote Note(string code, SheetRow row, ColumnMatching? column, string text, RowState state) =>
        new(code, matching.Sheet, row.Number, column?.Letter, column?.Heading, Masks.InText(text), state);
}
