using Jinguo.Core.Base.Forms;
using Jinguo.Office.Excel;

namespace Jinguo.Core.Records.Ledgers.Exchange;

/// <summary>Writes empty workbooks to be filled in: of one ledger, or of a whole year with one sheet per ledger.</summary>
public static class LedgerTemplate
{
    /// <summary>Name of the sheet that explains the fields.</summary>
    public const string NotesSheet = "填表说明";

    private const int LongestPrompt = 200;
    private const int RowsToFill = 200;

    /// <summary>Writes the workbook.</summary>
    /// <param name="target">Where it is written.</param>
    /// <param name="types">The ledgers, one sheet each.</param>
    public static void Write(Stream target, IReadOnlyList<RecordType> types)
    {
        using var workbook = new WorkbookWriter(target);
        foreach (var type in types)
        {
            using var sheet = workbook.AddSheet(new SheetLayout(type.Name, [.. Columns(type)]) { RowsToFill = RowsToFill });
        }
        workbook.AddNotes(NotesSheet, Notes(types));
    }

    private static IEnumerable<SheetColumn> Columns(RecordType type) =>
    [
        new(LedgerColumns.Body) { Prompt = "空着就是本单位；替下级填的，写下级的名称或代码" },
        .. LedgerColumns.FieldsOf(type).Select(LedgerColumns.ColumnOf)
            .Select(column => column.Prompt?.Length > LongestPrompt ? column with { Prompt = column.Prompt[..(LongestPrompt - 1)] + "…" } : column),
        new(LedgerColumns.Highlight) { Prompt = $"可写一句能直接写进总结的话，最多{LedgerService.LongestHighlight}个字；不写就空着" },
    ];

    private static IEnumerable<string> Notes(IReadOnlyList<RecordType> types)
    {
        yield return "怎么填";
        yield return "一行记一笔工作。带 * 的列必填，其他可以空着。表头不要改名，列的顺序可以换，用不到的列可以删。";
        yield return "日期写成 2026-05-04 或 2026年5月4日 都行。数字可以写 50、1,200、50余、1.2万。";
        yield return "金额不写单位时，按表头括号里的单位算；格里写了单位的，以格里的为准。";
        yield return "公式按保存的结果算。合计行会自动跳过，不会重复计数。";
        yield return "同一份文件导入两次不会重复：已经有的会自动跳过。";
        foreach (var type in types)
        {
            yield return "";
            yield return $"【{type.Name}】";
            foreach (var field in LedgerColumns.FieldsOf(type))
            {
                var help = string.Join("", new[] { field.Hint, field.Help }.Where(text => text.Length > 0).Select(text => $"{text.TrimEnd('。')}。"));
                yield return $"{LedgerColumns.HeadingOf(field)}{(field.Required ? "（必填）" : "")}：{help}{LedgerColumns.HintOf(field)}。";
            }
        }
    }
}
