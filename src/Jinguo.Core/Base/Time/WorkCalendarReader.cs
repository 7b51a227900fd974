using System.Globalization;
using System.Text.Json;

namespace Jinguo.Core.Base.Time;

/// <summary>
/// Reads a table of holidays (packs/calendar/holidays.json) strictly: what is unknown, missing or impossible is told with year
/// and day, never passed over.
/// </summary>
public static class WorkCalendarReader
{
    private const int FirstYear = 1900;
    private const int LastYear = 2199;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>
    /// Reads the tables that are there and takes the one that knows the latest year, of equals the first: a newer table in the data
    /// folder goes before the shipped one, and an old one forgotten there does not go before a newer version's.
    /// </summary>
    /// <param name="paths">Files, of which at least one exists; one that exists must be right.</param>
    /// <exception cref="FormatException">A table is wrong; the message names file, year and day, for people.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static WorkCalendar ReadLatest(params IReadOnlyList<string> paths) =>
        paths.Where(File.Exists).Select(ReadFile).MaxBy(calendar => calendar.AnnouncedYears?.Last)
        ?? throw new FormatException($"没有找到节假日表：{string.Join("、", paths)}。");

    /// <summary>Reads the text of a table.</summary>
    /// <exception cref="FormatException">It is wrong; the message names year and day, for people.</exception>
    public static WorkCalendar Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            var root = Object(document.RootElement, "节假日表", "$schema", "source", "years");
            if (!root.TryGetValue("years", out var years))
                throw new FormatException("缺少 years（各年的放假和调休）。");
            foreach (var text in root.Where(property => property.Key != "years" && property.Value.ValueKind != JsonValueKind.String))
                throw new FormatException($"{text.Key} 应是一段文字。");
            return new(Follow([.. Object(years, "years").Select(year => ReadYear(year.Key, year.Value)).OrderBy(year => year.Year)]));
        }
        catch (JsonException problem)
        {
            throw new FormatException($"不是完好的 JSON（第{problem.LineNumber + 1}行）。", problem);
        }
    }

    private static WorkCalendar ReadFile(string path)
    {
        try
        {
            return Read(File.ReadAllText(path));
        }
        catch (FormatException problem)
        {
            throw new FormatException($"节假日表 {path} 有误：{problem.Message}", problem);
        }
    }

    private static List<WorkYear> Follow(List<WorkYear> years)
    {
        if (years.Count == 0)
            throw new FormatException("years 里一年也没有。");
        var gap = years.Zip(years.Skip(1)).FirstOrDefault(pair => pair.Second.Year != pair.First.Year + 1);
        return gap.First is null ? years : throw new FormatException($"缺少{gap.First.Year + 1}年：各年要连续。");
    }

    private static WorkYear ReadYear(string name, JsonElement element)
    {
        if (name.Length != 4 || !int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < FirstYear or > LastYear)
            throw new FormatException($"“{name}”不是年份，应像 2026。");
        var kinds = Object(element, $"{year}年", "rest", "work");
        var rest = Days(year, kinds, "rest");
        var work = Days(year, kinds, "work");
        if (rest.Count == 0)
            throw new FormatException($"{year}年 rest 里没有放假的日子。");
        if (rest.Find(IsWeekend) is { Year: > 1 } weekend)
            throw new FormatException($"{Words(weekend)}是{Weekday(weekend)}，本来就休息，rest 里只写星期一到星期五。");
        if (work.Find(day => !IsWeekend(day)) is { Year: > 1 } weekday)
            throw new FormatException($"{Words(weekday)}是{Weekday(weekday)}，本来就上班，work 里只写星期六和星期日。");
        return new(year, rest, work);
    }

    private static List<DateOnly> Days(int year, Dictionary<string, JsonElement> kinds, string kind)
    {
        if (!kinds.TryGetValue(kind, out var holidays))
            throw new FormatException($"{year}年缺少 {kind}。");
        var days = new List<DateOnly>();
        foreach (var (holiday, list) in Object(holidays, $"{year}年 {kind} "))
        {
            if (string.IsNullOrWhiteSpace(holiday))
                throw new FormatException($"{year}年 {kind} 里有一个节日没有名称。");
            if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() == 0)
                throw new FormatException($"{year}年{holiday}应是日期的列表，像 [\"01-01\"]。");
            foreach (var entry in list.EnumerateArray())
            {
                var text = entry.ValueKind == JsonValueKind.String ? entry.GetString() : entry.GetRawText();
                if (!DateOnly.TryParseExact($"{year}-{text}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                    throw new FormatException($"{year}年{holiday}的“{text}”不是日期，应像 01-01。");
                if (days.Contains(day))
                    throw new FormatException($"{Words(day)}在 {kind} 里写了两次。");
                days.Add(day);
            }
        }
        return days;
    }

    private static Dictionary<string, JsonElement> Object(JsonElement element, string what, params string[] known)
    {
        if (element.ValueKind != JsonValueKind.Object)
            throw new FormatException($"{what}应是一组名称和值（{{ … }}）。");
        var properties = element.EnumerateObject().ToDictionary(property => property.Name, property => property.Value, StringComparer.Ordinal);
        var unknown = known.Length == 0 ? null : properties.Keys.FirstOrDefault(name => !known.Contains(name, StringComparer.Ordinal));
        return unknown is null ? properties : throw new FormatException($"{what}里有不认识的“{unknown}”，只能有 {string.Join("、", known)}。");
    }

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static string Words(DateOnly day) => $"{day.Year}年{day.Month}月{day.Day}日";

    private static string Weekday(DateOnly day) => $"星期{"日一二三四五六"[(int)day.DayOfWeek]}";
}
