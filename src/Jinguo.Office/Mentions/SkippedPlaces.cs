namespace Jinguo.Office.Mentions;

/// <summary>Collects the places whose numerals state nothing; those that belong together are one.</summary>
internal sealed class SkippedPlaces
{
    private readonly List<SkippedPlace> all = [];

    /// <summary>The places, in the text's order.</summary>
    public IReadOnlyList<SkippedPlace> All => all;

    /// <summary>Behind the place: the place is added, or lengthens the last one: 2026年3月8日上午9时, 〔2026〕12号, 0771-5678901.</summary>
    public int Add(ReadOnlySpan<char> plain, int start, int end, SkippedReason reason)
    {
        // The sign that tells what it is: 第3届, 9时, 12号.
        if (reason == SkippedReason.Ordinal && plain[..start].TrimEnd(' ') is [.., '第'] before)
            start = before.Length - 1;
        if (reason == SkippedReason.Ordinal)
            end = Clause.SkipSpaces(plain, end);
        if (end < plain.Length && (char.IsAsciiDigit(plain[Math.Max(0, end - 1)]) || Numeral.IsChinese(plain[Math.Max(0, end - 1)]) || plain[Math.Max(0, end - 1)] is ' ') && (reason, plain[end]) is (SkippedReason.Date, '年' or '月' or '日' or '时' or '点' or '分' or '秒' or '刻' or '节') or (SkippedReason.Code, '号' or '#') or (SkippedReason.Ordinal, '届' or '楼' or '期' or '次' or '批' or '个' or '名' or '位' or '季'))
            end++;
        if (all.Count > 0 && (all[^1].Reason == reason || plain[all[^1].End..Math.Max(start, all[^1].End)] is ":") && Joins(plain[all[^1].End..Math.Max(start, all[^1].End)], reason))
            all[^1] = all[^1] with { End = end };
        else
            all.Add(new(start, end, reason));
        return end;
    }

    private static bool Joins(ReadOnlySpan<char> between, SkippedReason reason) => between.Trim() is "" || reason switch
    {
        SkippedReason.Date => between.Trim() is "上午" or "下午" or "晚上" or "晚" or "早上" or "凌晨" or "中午" or "-" or "—" or "——" or "至" or "到" or "~" or "～" or ":" or "：" or "." or "/",
        SkippedReason.Code => IsLetters(between) || between is "〕" or "〕第" or "]" or "]第" or ")" or ")第" or "-" or "." or "/" or ":",
        _ => false,
    };

    // C1N1.
    private static bool IsLetters(ReadOnlySpan<char> between)
    {
        foreach (var letter in between)
            if (!char.IsAsciiLetter(letter))
                return false;
        return true;
    }
}
