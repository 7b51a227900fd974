namespace Jinguo.Office.Mentions;

/// <summary>A text with one way of writing digits and signs; every letter keeps its place.</summary>
internal static class PlainText
{
    private const string FormalDigits = "零壹贰叁肆伍陆柒捌玖";

    /// <summary>Full-width digits and signs as ASCII ones, 叁万元 as 三万元.</summary>
    public static char[] Of(string text)
    {
        var plain = new char[text.Length];
        for (var at = 0; at < text.Length; at++)
            plain[at] = text[at] switch
            {
                >= '０' and <= '９' and var digit => (char)(digit - '０' + '0'),
                '％' or '﹪' => '%',
                '．' => '.',
                '（' => '(',
                '）' => ')',
                '－' or '−' => '-',
                '／' => '/',
                '\u3000' or '\u00a0' or '\t' => ' ',
                '贰' or '叁' or '肆' or '柒' or '捌' or '玖' or '壹' or '伍' or '陆' when IsScale(text, at + 1) => ChineseNumeral.Digits[FormalDigits.IndexOf(text[at])],
                '拾' or '佰' or '仟' when at > 0 && FormalDigits.Contains(text[at - 1], StringComparison.Ordinal) => text[at] switch { '拾' => '十', '佰' => '百', _ => '千' },
                var letter => letter,
            };
        return plain;
    }

    // 队伍, 大陆 hold such letters too: a sum of money has its scale or unit behind each.
    private static bool IsScale(string text, int at) => at < text.Length && text[at] is '拾' or '佰' or '仟' or '万' or '亿' or '元' or '圆' or '整';
}
