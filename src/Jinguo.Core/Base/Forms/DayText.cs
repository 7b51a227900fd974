using System.Globalization;
using System.Text.RegularExpressions;
using Jinguo.Core.Base.Time;

namespace Jinguo.Core.Base.Forms;

/// <summary>
/// Days as people write them, both ways: 2009年5月4日, 2009.5.4, 2009/5/4, 5月4日 (with a given year), 2009年5月,
/// 2010年上半年, 2009年第三季度, and ranges of them such as 2009年5月4日至6日.
/// </summary>
public static partial class DayText
{
    private const int EarliestYear = 1900;
    private const int LatestYear = 2100;
    private static readonly string[] Joins = ["至", "到", "~", "—", "–", "―"];

    /// <summary>Reads a day or a range of days.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="year">The year meant where none is written.</param>
    /// <param name="range">The days.</param>
    /// <returns>False where the text is no day between 1900 and 2100, or the end is before the beginning.</returns>
    public static bool TryParse(string text, int year, out Period range)
    {
        range = default;
        if (text.Length > WrittenText.LongestNumberOrDay)
            return false;
        var tight = ClockTime().Replace(WrittenText.Even(text), "");
        tight = WrittenText.Tight(tight);
        if (ReadPart(tight, year, null) is { } whole)
        {
            range = whole;
            return true;
        }

        foreach (var (left, right) in Splits(tight))
        {
            if (ReadPart(left, year, null) is not { } from || ReadPart(right, from.First.Year, from.First.Month) is not { } to || to.Last < from.First)
                continue;
            // 2009.5-6: after a month a bare number is neither surely a month nor a day.
            if (!from.IsOneDay() && right.All(char.IsAsciiDigit))
                continue;
            range = new Period(from.First, to.Last);
            return true;
        }

        return false;
    }

    /// <summary>
    /// Prints days: 2009年5月4日, 2009年5月4日至6日, 2009年3月, 2009年上半年, 2009年.
    /// </summary>
    /// <param name="range">The days.</param>
    /// <param name="knownYear">A year the reader knows from the context; it is then left out, and the whole year is 全年.</param>
    public static string Print(Period range, int? knownYear)
    {
        var (first, last) = (range.First, range.Last);
        var year = first.Year == knownYear ? "" : $"{first.Year}年";
        if (range.IsOneDay())
            return $"{year}{first.Month}月{first.Day}日";
        if (first.Year == last.Year && first.Day == 1 && last.Day == DateTime.DaysInMonth(last.Year, last.Month))
            return PrintMonths(first.Year, year, first.Month, last.Month);
        var end = (last.Year == first.Year, last.Month == first.Month) switch
        {
            (true, true) => $"{last.Day}日",
            (true, false) => $"{last.Month}月{last.Day}日",
            _ => $"{last.Year}年{last.Month}月{last.Day}日",
        };
        return $"{year}{first.Month}月{first.Day}日至{end}";
    }

    /// <summary>A period of one day.</summary>
    public static Period OneDay(DateOnly day) => new(day, day);

    private static bool IsOneDay(this Period range) => range.First == range.Last;

    private static string PrintMonths(int number, string year, int first, int last) => (first, last) switch
    {
        (1, 12) => year.Length == 0 ? "全年" : $"{number}年",
        (1, 6) => $"{year}上半年",
        (7, 12) => $"{year}下半年",
        _ when first == last => $"{year}{first}月",
        _ => $"{year}{first}月至{last}月",
    };

    private static IEnumerable<(string Left, string Right)> Splits(string text)
    {
        foreach (var join in Joins)
        {
            var at = text.IndexOf(join, StringComparison.Ordinal);
            if (at > 0)
                yield return (text[..at], text[(at + join.Length)..].TrimStart('—', '-'));
        }

        // A hyphen may also stand inside a day (2009-05-04), so every place is tried.
        for (var at = text.IndexOf('-', StringComparison.Ordinal); at > 0; at = text.IndexOf('-', at + 1))
            yield return (text[..at], text[(at + 1)..].TrimStart('-'));
    }

    private static Period? ReadPart(string text, int year, int? month) =>
        ReadNamed(text, year) ?? ReadDay(text, year, month);

    private static Period? ReadNamed(string text, int year)
    {
        var match = NamedPeriod().Match(text);
        if (!match.Success)
            return null;
        var (number, name) = (YearOf(match, year), match.Groups["name"].Value);
        if (number is < EarliestYear or > LatestYear || (name is "" && !match.Groups["y"].Success))
            return null;
        return name switch
        {
            "" or "全年" => Period.Year(number),
            "上半年" => Period.Half(number, 1),
            "下半年" => Period.Half(number, 2),
            _ => Quarter(number, name),
        };
    }

    private static Period Quarter(int year, string name)
    {
        // Counted from 0.
        var quarter = "一二三四1234".IndexOf(name.TrimStart('第')[0], StringComparison.Ordinal) % 4;
        return Period.Quarter(year, quarter + 1);
    }

    private static Period? ReadDay(string text, int year, int? month)
    {
        var match = WrittenDay().Match(text);
        if (!match.Success)
            match = PointedDay().Match(text);
        if (!match.Success)
            match = CompactDay().Match(text);
        if (!match.Success)
            return null;
        var y = YearOf(match, year);
        var m = match.Groups["m"].Success ? Number(match, "m") : month;
        if (m is not { } known || y is < EarliestYear or > LatestYear || known is < 1 or > 12)
            return null;
        if (!match.Groups["d"].Success)
            return Period.OfMonth(y, known);
        var d = Number(match, "d");
        return d >= 1 && d <= DateTime.DaysInMonth(y, known) ? OneDay(new DateOnly(y, known, d)) : null;
    }

    private static int YearOf(Match match, int year)
    {
        if (!match.Groups["y"].Success)
            return year;
        var number = Number(match, "y");
        return match.Groups["y"].Length == 2 ? 2000 + number : number;
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?:(?<y>\d{4}|\d{2})年)?(?<name>|全年|上半年|下半年|第?[一二三四1-4]季度)$", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex NamedPeriod();

    [GeneratedRegex(@"^((?<y>\d{4}|\d{2})年)?((?<m>\d{1,2})月(份)?)?((?<d>\d{1,2})[日号])?(?<!年)(?<=.)$", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex WrittenDay();

    [GeneratedRegex(@"^((?<y>\d{4})(?<s>[./-])(?<m>\d{1,2})\k<s>(?<d>\d{1,2})|(?<m>\d{1,2})[./-](?<d>\d{1,2}))$|^(?<y>\d{4})[./-](?<m>\d{1,2})$|^(?<d>\d{1,2})$", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex PointedDay();

    [GeneratedRegex(@"^(?<y>\d{4})(?<m>\d{2})(?<d>\d{2})$", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex CompactDay();

    [GeneratedRegex(@"[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex ClockTime();
}
