namespace Jinguo.Office.Mentions;

/// <summary>
/// Reads the bodies and areas that clauses begin with: 东山镇, 桃源村, 县妇联, 全市. A name is only taken where its ends are
/// sure, since words are not divided: one that is missed is better than a wrong one.
/// </summary>
internal static class PlaceReader
{
    private const int LongestName = 4;

    // What may stand behind a place that the clause belongs to: 东山镇培训…, 桃源村：, 全市共….
    private const string MayFollow = " ，,：:。、;；(12345678９9妇共现有今去上全开举培组建新召发走接慰筹募的在于为成评达由党各累先已也则仅总从两三四五六七八九十";

    private static readonly string[] Bodies = ["妇女联合会", "妇联", "妇代会", "妇工委", "妇委会"];

    /// <summary>The place named here, or null.</summary>
    /// <param name="text">The text.</param>
    /// <param name="plain">The same with plain digits.</param>
    /// <param name="at">Where a clause begins.</param>
    /// <param name="lexicon">Words.</param>
    public static NamedPlace? Read(string text, ReadOnlySpan<char> plain, int at, MentionLexicon lexicon)
    {
        var end = at;
        while (Name(plain, end, lexicon) is > 0 and var next)
            end = next;
        // 街道妇联42个: a kind of body that is counted.
        if (end == at && lexicon.Areas.LengthAt(plain, at) is > 0 and var area)
            end = IsCounted(plain, at, at + area) ? at : at + area;
        if (end == at)
            return null;
        foreach (var body in Bodies)
            if (plain[end..].StartsWith(body))
            {
                end += body.Length;
                break;
            }
        return end >= plain.Length || plain[end] is '\n' or '\r' || MayFollow.Contains(plain[end], StringComparison.Ordinal) ? new(at, end, text[at..end]) : null;
    }

    private static bool IsCounted(ReadOnlySpan<char> plain, int at, int end) => plain[at] is not ('全' or '我' or '本') && end < plain.Length && char.IsAsciiDigit(plain[end]);

    // 东山镇: up to four letters and what kind of area it is; behind it, or 0.
    private static int Name(ReadOnlySpan<char> plain, int at, MentionLexicon lexicon)
    {
        if (lexicon.Areas.LengthAt(plain, at) > 0 || lexicon.NotPlaceBegins.LengthAt(plain, at) > 0)
            return 0;
        for (var end = at + 1; end < plain.Length && end - at <= LongestName && IsOfName(plain[end - 1]); end++)
            if (Kind(plain, end) is > 0 and var kind)
                return lexicon.NotPlaces.LengthBefore(plain, end + kind) == 0 && !(kind == 1 && end - at == 1 && plain[end] is not '县') ? end + kind : 0;
        return 0;
    }

    private static int Kind(ReadOnlySpan<char> plain, int at)
    {
        if (plain[at..].StartsWith("街道办") || plain[at..].StartsWith("自治县") || plain[at..].StartsWith("自治州"))
            return 3;
        if (plain[at..].StartsWith("街道") || plain[at..].StartsWith("社区"))
            return 2;
        return plain[at] is '市' or '县' or '区' or '旗' or '州' or '镇' or '乡' or '村' ? 1 : 0;
    }

    private static bool IsOfName(char letter) =>
        letter is >= '\u4e00' and <= '\u9fff' or 'X' or 'x' or '×' or '*' && letter is not ('等' or '的' or '是' or '了' or '和' or '与' or '及' or '在' or '为' or '有' or '各' or '每' or '名' or '共' or '已' or '被' or '将' or '把' or '从' or '向' or '给' or '对' or '个' or '全' or '我' or '级' or '或' or '送' or '进' or '到' or '以' or '由' or '下' or '两' or '该' or '本');
}
