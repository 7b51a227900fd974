using System.Globalization;

namespace Jinguo.Office.Mentions.Arithmetic;

/// <summary>Comparing numbers as exactly as they are written, and printing them.</summary>
internal static class Amounts
{
    private static readonly HashSet<string> Persons = new(["人", "名", "位", "口人", "口", "个人"], StringComparer.Ordinal);
    private static readonly HashSet<string> Times = new(["人次", "人(次)", "户次"], StringComparer.Ordinal);
    private static readonly HashSet<string> Cases = new(["件", "件(次)", "件次", "起", "宗", "例", "个"], StringComparer.Ordinal);
    private static readonly HashSet<string> Events = new(["场", "场次", "期", "次", "班"], StringComparer.Ordinal);

    /// <summary>True where two numbers may be added: the same unit, or units of one kind.</summary>
    public static bool MayAdd(Mention one, Mention other) =>
        one.Unit == other.Unit || (one.Unit is { } left && other.Unit is { } right && (BothIn(Persons, left, right) || BothIn(Cases, left, right) || BothIn(Events, left, right)));

    /// <summary>True where one counts persons and the other person-times.</summary>
    public static bool MixPersonsAndTimes(Mention one, Mention other) =>
        one.Unit is { } left && other.Unit is { } right && ((Persons.Contains(left) && Times.Contains(right)) || (Times.Contains(left) && Persons.Contains(right)));

    /// <summary>True for a number of persons, not of times.</summary>
    public static bool IsPersons(Mention mention) => mention.Unit is { } unit && Persons.Contains(unit);

    /// <summary>True where a value is the written one, within half of its last digit or what its hedge leaves open.</summary>
    public static bool Says(Mention written, decimal value)
    {
        // A reckoned value is right when it rounds to what is written; the written one may also stand for more or less.
        var slack = written.Step / 2 * 1.0001m;
        if (Math.Abs(written.Value - value) <= slack)
            return true;
        var hedges = written.Approximation?.Split('|') ?? [];
        if (hedges.Any(word => word is "余" or "多" or "以上" or "超" or "超过" or "超过了" or "突破" or "逾" or "达" or "多达" or "高达" or "上" or "至少" or "不少于" or "不低于"))
            return value >= written.Value && value <= written.Value + Reach(written);
        if (hedges.Any(word => word is "近" or "将近" or "接近" or "不足" or "不到" or "以内" or "以下" or "不超过"))
            return value <= written.Value && value >= written.Value - Reach(written);
        return hedges.Any(word => word is "约" or "大约" or "左右" or "上下") && Math.Abs(written.Value - value) <= Reach(written);
    }

    // 3万余 leaves at most the next 万 open, 120余 the next ten.
    private static decimal Reach(Mention written)
    {
        var reach = 1m;
        while (reach * 10 <= written.Value && written.Value % (reach * 10) == 0)
            reach *= 10;
        return Math.Max(reach, written.Value / 10);
    }

    /// <summary>The digits as they are written, without 万 or 亿: 0.94 for 0.94万元.</summary>
    public static decimal? Bare(Mention mention)
    {
        var at = 0;
        while (at < mention.Text.Length && !char.IsAsciiDigit(mention.Text[at]))
            at++;
        var end = at;
        while (end < mention.Text.Length && (char.IsAsciiDigit(mention.Text[end]) || mention.Text[end] == '.'))
            end++;
        return decimal.TryParse(mention.Text.AsSpan(at, end - at), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var bare) ? bare : null;
    }

    /// <summary>A number as it is printed in a line of arithmetic: 1.59万元.</summary>
    public static string Show(Mention mention) => Number(mention.Value) + mention.Unit;

    /// <summary>The same for a reckoned value.</summary>
    public static string Show(decimal value, Mention like) => Number(value) + like.Unit;

    /// <summary>A plain number with up to four digits behind the point.</summary>
    public static string Number(decimal value) => Math.Abs(value) >= 10_000 ? FigureText.Exact(decimal.Round(value, 2)) : value.ToString("0.####", CultureInfo.InvariantCulture);

    /// <summary>A percentage with one digit behind the point.</summary>
    public static string Percent(decimal value) => value.ToString("0.0", CultureInfo.InvariantCulture) + "%";

    private static bool BothIn(HashSet<string> set, string left, string right) => set.Contains(left) && set.Contains(right);
}
