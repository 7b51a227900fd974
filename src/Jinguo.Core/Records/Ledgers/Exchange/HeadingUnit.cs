using Jinguo.Core.Base.Forms;
using Jinguo.Office.Excel;

namespace Jinguo.Core.Records.Ledgers.Exchange;

/// <summary>What the unit in a heading means for the numbers below it. Pure.</summary>
internal static class HeadingUnit
{
    private const decimal LeastSureYuan = 1000;

    private static readonly string[] Money = ["元", "百元", "千元", "万元", "百万元", "亿元"];

    /// <summary>The field as the heading says it: 金额（万元） reads a bare 3 as 3万元. A unit written in the cell wins.</summary>
    public static Field Read(Field field, string? note) =>
        field.Type == FieldType.Money && SaysMoney(note) ? field with { Unit = note!.Replace("人民币", "", StringComparison.Ordinal) } : field;

    /// <summary>By what a bare number of a count is multiplied: 参加人数（万人）.</summary>
    public static decimal FactorOf(Field field, string? note) => (field.Type, note) switch
    {
        (FieldType.Number, ['百', ..]) => 100,
        (FieldType.Number, ['千', ..]) => 1000,
        (FieldType.Number, ['万', ..]) => 10_000,
        (FieldType.Number, ['亿', ..]) => 100_000_000,
        _ => 1,
    };

    /// <summary>
    /// Columns of money without a unit in the heading in which some cells say 万 and others are small and say nothing:
    /// there a bare 3 may mean 3元 or 3万元.
    /// </summary>
    public static HashSet<int> MixedColumns(Sheet sheet, SheetMatching matching, RecordType type)
    {
        var open = matching.Columns
            .Where(column => column.Target is { } code && type.FindField(code)?.Type == FieldType.Money && !SaysMoney(column.Unit))
            .Select(column => column.Column).ToList();
        if (open.Count == 0)
            return [];
        var withWan = new HashSet<int>();
        var bare = new HashSet<int>();
        foreach (var row in sheet.Rows().Where(row => row.Number > matching.LastHeaderRow))
            foreach (var cell in open.Select(column => row[column]).Where(cell => !cell.IsEmpty))
                if (cell.Text.Contains('万', StringComparison.Ordinal))
                    withWan.Add(cell.Column);
                else if (IsDoubtful(cell.Text))
                    bare.Add(cell.Column);
        withWan.IntersectWith(bare);
        return withWan;
    }

    /// <summary>True for a number that says no unit.</summary>
    public static bool IsBare(string text) => BareNumber(text) is not null;

    /// <summary>True for a bare amount that could as well be meant in 万元: nobody writes 1000 for 1000万元.</summary>
    public static bool IsDoubtful(string text) => BareNumber(text) is > 0 and < LeastSureYuan;

    private static decimal? BareNumber(string text) =>
        Quantity.TryParse(text, out var quantity, out var unit) && unit.Length == 0 && !SaysScale(text) ? quantity.Value : null;

    private static bool SaysScale(string text) => text.AsSpan().IndexOfAny('千', '万', '亿') >= 0;

    private static bool SaysMoney(string? note) => note is not null && Money.Contains(note.Replace("人民币", "", StringComparison.Ordinal), StringComparer.Ordinal);
}
