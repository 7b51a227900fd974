using Jinguo.Core.Base.Forms;
using Jinguo.Office.Excel;

namespace Jinguo.Core.Records.Ledgers.Exchange;

/// <summary>Which column of a sheet is which field, by the headings: first by name, then by synonyms, last the columns every ledger has. Pure.</summary>
public static class HeadingNames
{
    private static readonly HashSet<string> Totals = new(StringComparer.Ordinal) { "合计", "总计", "总数", "小计", "计" };

    private static readonly (string Target, HashSet<string> Headings)[] Shared =
    [
        (ColumnMatching.BodyCode, Keys(LedgerColumns.BodyCode, "组织代码", "区划代码", "单位编码")),
        (ColumnMatching.Body, Keys(LedgerColumns.Body, "单位名称", "组织", "组织名称", "所属单位", "填报单位", "上报单位", "报送单位", "妇联", "妇联名称", "村社区", "村(社区)", "村", "村名", "社区", "乡镇", "镇", "乡镇(街道)")),
        (ColumnMatching.Highlight, Keys(LedgerColumns.Highlight)),
    ];

    /// <summary>Every heading that a ledger may have, for finding the header row.</summary>
    public static IEnumerable<string> Of(RecordType type) =>
        LedgerColumns.FieldsOf(type).SelectMany(field => field.Synonyms.Append(field.Name)).Append(LedgerColumns.Body);

    /// <summary>Matches the columns of a header.</summary>
    public static IReadOnlyList<ColumnMatching> Match(RecordType type, IReadOnlyList<HeaderColumn> header)
    {
        var fields = LedgerColumns.FieldsOf(type).ToList();
        var targets = new Dictionary<int, string>();
        Take(field => [field.Name, field.Code]);
        Take(field => field.Synonyms);
        foreach (var (target, headings) in Shared)
            if (header.FirstOrDefault(column => !targets.ContainsKey(column.Column) && Candidates(column).Any(headings.Contains)) is { } found)
                targets[found.Column] = target;
        return [.. header.Select(column => new ColumnMatching(column.Column, column.Letter, column.Path, targets.GetValueOrDefault(column.Column), UnitOf(column)))];

        void Take(Func<Field, IEnumerable<string>> names)
        {
            foreach (var field in fields.Where(field => !targets.ContainsValue(field.Code)))
            {
                var keys = names(field).Select(HeaderText.Key).ToHashSet(StringComparer.Ordinal);
                if (header.FirstOrDefault(column => !targets.ContainsKey(column.Column) && Candidates(column).Any(keys.Contains)) is { } found)
                    targets[found.Column] = field.Code;
            }
        }
    }

    /// <summary>Its own name; joined with the group above; the group alone where the column is its total.</summary>
    private static IEnumerable<string> Candidates(HeaderColumn column)
    {
        var name = HeaderText.Key(column.Name);
        yield return name;
        if (column.Path == column.Name)
            yield break;
        yield return HeaderText.Key(column.Path.Replace("/", "", StringComparison.Ordinal));
        if (Totals.Contains(name))
            yield return HeaderText.Key(column.Path.Split('/')[^2]);
    }

    private static string? UnitOf(HeaderColumn column) =>
        column.Path.Split('/').Reverse().Select(HeaderText.Note).FirstOrDefault(note => note is not null);

    private static HashSet<string> Keys(params string[] names) => names.Select(HeaderText.Key).ToHashSet(StringComparer.Ordinal);
}
