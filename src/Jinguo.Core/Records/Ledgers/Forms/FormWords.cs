using System.Text.RegularExpressions;
using Jinguo.Core.Base.Forms;

namespace Jinguo.Core.Records.Ledgers.Forms;

/// <summary>Between the codes of a form and the words of the people who make it.</summary>
public static partial class FormWords
{
    private static readonly Dictionary<string, string> Properties = new(StringComparer.Ordinal)
    {
        ["name"] = "名称",
        ["type"] = "种类",
        ["unit"] = "单位",
        ["options"] = "选项",
        ["default"] = "默认值",
        ["min"] = "最小值",
        ["max"] = "最大值",
        ["code"] = "代码",
        ["of"] = "属于哪个人名",
        ["required"] = "必填",
        ["recall"] = "按上次的填",
        ["minor"] = "是儿童",
        ["synonyms"] = "别名",
        ["entry"] = "记一笔",
        ["title"] = "标题",
        ["fields"] = "字段",
        ["test"] = "条件",
        ["message"] = "提示",
        ["field"] = "所在字段",
        ["value"] = "计多少",
        ["measure"] = "数据项",
        ["when"] = "条件",
        ["breakdown"] = "分类",
        ["person"] = "人名字段",
        ["text"] = "文字",
        ["definitions"] = "口径",
        ["validTo"] = "有效期",
        ["to"] = "补充到哪种台账",
        ["decimals"] = "小数位",
        ["ledgers"] = "簿册",
        ["types"] = "台账",
        ["note"] = "说明",
    };

    private static readonly Dictionary<string, string> Places = new(StringComparer.Ordinal)
    {
        ["checks"] = "条检查",
        ["posts"] = "条入账",
        ["sentences"] = "条句子",
        ["measures"] = "个数据项",
    };

    /// <summary>A problem of the reader in the words of the form's writer: which field, what about it, what is expected.</summary>
    public static string Of(PackProblem problem, FormSheet sheet)
    {
        var where = "";
        foreach (Match part in PathPart().Matches(problem.Path))
        {
            var (name, place) = (part.Groups["name"].Value, part.Groups["place"].Success ? int.Parse(part.Groups["place"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) : -1);
            where += name switch
            {
                "recordTypes" or "additions" or "bundles" => "",
                "ledgers" when place >= 0 => $"第{place + 1}本“{(place < sheet.List("ledgers").Count ? FormSheet.Text(sheet.List("ledgers")[place]!, "name") : "")}”",
                "fields" when place >= 0 => $"第{place + 1}项“{(place < sheet.Fields.Count ? FormSheet.Text(sheet.Fields[place]!, "name") : "")}”",
                _ when place >= 0 && Places.TryGetValue(name, out var list) => $"第{place + 1}{list}",
                _ => (where.Length > 0 ? "的" : "") + Properties.GetValueOrDefault(name, name),
            };
        }
        var text = Quoted().Replace(problem.Text, quoted => sheet.FindField(quoted.Groups["code"].Value) is { } field ? $"“{FormSheet.Text(field, "name")}”" : quoted.Value);
        return where.Length == 0 ? text : $"{where}：{text}";
    }

    /// <summary>A sentence as it is stored, from one with the names of fields in its braces: 在{地点} becomes 在{place}.</summary>
    public static string WithCodes(string text, IEnumerable<Field> fields)
    {
        var codes = fields.DistinctBy(field => field.Name).ToDictionary(field => field.Name, field => field.Code, StringComparer.Ordinal);
        return Braces().Replace(text, brace => $"{{{codes.GetValueOrDefault(brace.Groups["name"].Value.Trim(), brace.Groups["name"].Value)}{brace.Groups["bare"].Value}}}");
    }

    /// <summary>A stored sentence with the names of fields in its braces.</summary>
    public static string WithNames(string text, IEnumerable<Field> fields)
    {
        var names = fields.DistinctBy(field => field.Code).ToDictionary(field => field.Code, field => field.Name, StringComparer.Ordinal);
        return Braces().Replace(text, brace => $"{{{names.GetValueOrDefault(brace.Groups["name"].Value, brace.Groups["name"].Value)}{brace.Groups["bare"].Value}}}");
    }

    [GeneratedRegex(@"(?<name>[A-Za-z]+)(\[(?<place>\d+)\])?", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex PathPart();

    [GeneratedRegex("“(?<code>[A-Za-z0-9]+)”", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\{(?<name>[^{}#]+)(?<bare>#?)\}", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex Braces();
}
