using System.Text.RegularExpressions;

namespace Jinguo.Office.Mentions.Arithmetic;

/// <summary>2020年是“十一五”的最后一年: a year against the five-year plan it is said to belong to. 十五 began in 2001.</summary>
internal static partial class PlanYearRule
{
    private const int FirstYearOfTenth = 2001;
    private const int Tenth = 10;
    private const int YearsOfPlan = 5;

    public static IEnumerable<Relation> Find(string text)
    {
        foreach (Match match in Claim().Matches(text))
        {
            var year = int.Parse(match.Groups["year"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
            if (ChineseNumeral.Value(match.Groups["plan"].Value) is not { } plan || plan is < Tenth or > 30)
                continue;
            var first = FirstYearOfTenth + ((int)plan - Tenth) * YearsOfPlan;
            var holds = match.Groups["end"].Value is "开局" or "第一" ? year == first : match.Groups["end"].Value is "收官" or "最后" or "全面完成" ? year == first + YearsOfPlan - 1 : year >= first && year < first + YearsOfPlan;
            var span = match.Groups["year"];
            var name = match.Groups["name"];
            yield return new(RelationType.OrderOfDates, [(span.Index, span.Index + span.Length + 1), (name.Index, name.Index + name.Length)], holds, $"“{name.Value}”是{first}年到{first + YearsOfPlan - 1}年，文中说{year}年", 0.8);
        }
    }

    [GeneratedRegex("(?<year>20[0-9]{2})年是[^。\\n，,]{0,12}(?<end>全面完成|最后|收官|开局|第一)?[^。\\n，,]{0,8}“?(?<name>(?<plan>十[一二三四五六七八九]?)五)”?(规划|时期)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Claim();
}
