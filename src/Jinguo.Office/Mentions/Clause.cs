namespace Jinguo.Office.Mentions;

/// <summary>The clause around a number, and what it counts.</summary>
internal static class Clause
{
    private const int LongestOf = 20;

    /// <summary>True for punctuation that ends a clause.</summary>
    public static bool IsEnd(char letter) => letter is ',' or '，' or '。' or ';' or '；' or ':' or '：' or '!' or '！' or '?' or '？' or '\n' or '\r' or '、' or ')' or '(' or '…';

    /// <summary>True for a letter of a word.</summary>
    public static bool IsWord(char letter) => char.IsLetter(letter) || letter is '“' or '”' or '"' or '《' or '》' or '‘' or '’';

    public static int SkipSpaces(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && text[at] == ' ')
            at++;
        return at;
    }

    /// <summary>First letter of the clause and behind its last, not farther than a reach.</summary>
    public static (int From, int To) Bounds(ReadOnlySpan<char> text, int start, int end, int reach)
    {
        var from = start;
        while (from > 0 && start - from < reach && !IsEnd(text[from - 1]))
            from--;
        var to = end;
        while (to < text.Length && to - end < reach && !IsEnd(text[to]))
            to++;
        return (from, to);
    }

    /// <summary>What is counted: the words behind the number, or those before it.</summary>
    public static string Around(string text, ReadOnlySpan<char> plain, int start, int end, MentionLexicon lexicon)
    {
        var from = end;
        while (from < plain.Length && plain[from] is ' ' or '的')
            from++;
        var to = from;
        while (to < plain.Length && to - from < LongestOf && IsWord(plain[to]) && !IsNumber(plain, to, lexicon))
            to++;
        return to > from ? text[from..to] : Before(text, plain, start, lexicon);
    }

    /// <summary>The words before a number, up to the next clause or number.</summary>
    public static string Before(string text, ReadOnlySpan<char> plain, int start, MentionLexicon lexicon)
    {
        var to = start;
        while (to > 0 && plain[to - 1] is ' ' or '为' or '有' or '共' or '达' or '到' or '是')
            to--;
        var from = to;
        while (from > 0 && to - from < LongestOf && IsWord(plain[from - 1]))
            from--;
        return text[from..to];
    }

    private static bool IsNumber(ReadOnlySpan<char> plain, int at, MentionLexicon lexicon) =>
        char.IsAsciiDigit(plain[at]) || (Numeral.IsChinese(plain[at]) && at + 1 < plain.Length && lexicon.UnitAt(plain, at + 1) > 0);
}
