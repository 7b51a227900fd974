using System.Text.RegularExpressions;
using Jinguo.Office.Excel;

namespace Jinguo.Core.Records.Ledgers.Exchange;

/// <summary>Rows below the header that tell no record: totals would be counted twice, signatures are no work. Pure.</summary>
internal static partial class RowsLeftOut
{
    /// <summary>Why a row is left out, or null where it is to be read.</summary>
    public static string? Reason(SheetRow row, SheetMatching matching)
    {
        var first = row.Cells.FirstOrDefault(cell => !cell.IsEmpty);
        var text = string.Concat(first.Text?.Where(letter => !char.IsWhiteSpace(letter)) ?? []);
        if (Total().IsMatch(text))
            return $"“{text}”是合计行，不是一笔工作，已跳过。";
        var matched = matching.Columns.Where(column => column.Target is not null).ToList();
        if (matched.Count > 1 && matched.Count(column => IsHeading(row[column.Column].Text, column)) > 1)
            return "又是一行表头，已跳过。";
        var day = matching.Find(Base.Forms.RecordType.DayField);
        var hasDay = day is not null && !row[day.Column].IsEmpty && day.Column != first.Column;
        if (!hasDay && Signature().IsMatch(text))
            return $"“{Short(text)}”是表尾的说明或签名，已跳过。";
        return matched.TrueForAll(column => row[column.Column].IsEmpty) ? $"要导入的各列都空着（只有“{Short(text)}”），已跳过。" : null;
    }

    private static bool IsHeading(string text, ColumnMatching column) =>
        text.Length > 0 && HeaderText.Key(text) == HeaderText.Key(column.Heading[(column.Heading.LastIndexOf('/') + 1)..]);

    private static string Short(string text) => text.Length > 20 ? text[..20] + "…" : text;

    [GeneratedRegex("^(本?(页|月|季|季度|年|年度)|上半年|下半年|全年|全部)?(合计|总计|小计|累计|共计)(数)?[:：]?$", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex Total();

    [GeneratedRegex("^((填表|制表|填报|审核|负责|经办|联系)(人|日期|时间|单位)|单位负责人|主要负责人|分管领导|(备注|注|说明|填表说明)[0-9]*[:：])", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex Signature();
}
