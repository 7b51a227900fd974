using System.Text.RegularExpressions;

namespace Jinguo.Core.Base.Persons;

/// <summary>脱敏: what is shown of a person where nobody has asked for all (domain-rules §10.3). Pure.</summary>
public static partial class Masks
{
    /// <summary>Stands between the names of several persons.</summary>
    public const char Separator = '、';

    private static readonly string[] TwoLetterSurnames =
    [
        "欧阳", "太史", "端木", "上官", "司马", "东方", "独孤", "南宫", "万俟", "闻人", "夏侯", "诸葛", "尉迟", "公羊", "赫连", "澹台", "皇甫", "宗政", "濮阳",
        "公冶", "太叔", "申屠", "公孙", "慕容", "仲孙", "钟离", "长孙", "宇文", "司徒", "鲜于", "司空", "令狐", "呼延", "东郭", "西门", "百里", "拓跋", "轩辕", "纳兰",
    ];

    /// <summary>张某某 → 张**, 欧阳某某 → 欧阳**; several names one by one.</summary>
    public static string Name(string names) => Each(names, name => SurnameOf(name) is var kept && kept.Length == name.Length ? kept[..1] + "*" : kept + new string('*', name.Length - kept.Length));

    /// <summary>A child: 张小某 → 张某某.</summary>
    public static string Child(string names) => Each(names, name => SurnameOf(name) + "某某");

    /// <summary>First six, eight stars, last four.</summary>
    public static string IdNumber(string numbers) => Each(numbers, number => number.Length == 18 ? $"{number[..6]}********{number[^4..]}" : new string('*', number.Length));

    /// <summary>138****1234; of a short number the last four are left.</summary>
    public static string Phone(string numbers) => Each(numbers, number => number.Length >= 10 ? $"{number[..3]}{new string('*', number.Length - 7)}{number[^4..]}" : new string('*', Math.Max(0, number.Length - 4)) + number[^Math.Min(4, number.Length)..]);

    /// <summary>An address down to the village or community; without one, its first six letters.</summary>
    public static string Address(string address)
    {
        var village = Village().Match(address);
        var kept = village.Success ? village.Value : address[..Math.Min(6, address.Length / 2)];
        return kept.Length == address.Length ? address : kept + "****";
    }

    /// <summary>A bank account: its last four.</summary>
    public static string Account(string account) => "****" + account[^Math.Min(4, account.Length)..];

    /// <summary>ID and mobile numbers within any text.</summary>
    public static string InText(string text) =>
        MobileWithin().Replace(IdWithin().Replace(text, found => IdNumber(found.Value)), found => Phone(found.Value));

    /// <summary>Whether a text holds an ID number that is right in itself.</summary>
    public static bool HasIdNumber(string text) => IdWithin().Matches(text).Any(found => Persons.IdNumber.TryParse(found.Value, out _, out _));

    /// <summary>Whether a text is masked: such a text is never a value.</summary>
    public static bool IsMasked(string text) => text.Contains('*', StringComparison.Ordinal);

    private static string Each(string texts, Func<string, string> mask) =>
        string.Join(Separator, texts.Split(Separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(mask));

    private static string SurnameOf(string name) =>
        name.Length > 2 && TwoLetterSurnames.Contains(name[..2], StringComparer.Ordinal) ? name[..2]
        : char.IsSurrogatePair(name, 0) ? name[..2]
        : name[..1];

    [GeneratedRegex("^.*?(村委会|居委会|社区|[村屯寨嘎])", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex Village();

    [GeneratedRegex("(?<![0-9])[1-9][0-9]{16}[0-9Xx](?![0-9])", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex IdWithin();

    [GeneratedRegex("(?<![0-9])1[3-9][0-9]{9}(?![0-9])", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex MobileWithin();
}
