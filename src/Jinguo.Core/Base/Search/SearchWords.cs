using System.Text;

namespace Jinguo.Core.Base.Search;

/// <summary>
/// Chinese has no spaces between words, and the engines' own splitting misses words of one or two characters. So we write
/// character pairs: 妇女培训 becomes 妇女 女培 培训 训, and a search for 培训 is one for the pair, a search for 训 one for what
/// begins with it. Letters and digits stay words. Each is written in plain letters, which both databases take as they are.
/// </summary>
public static class SearchWords
{
    /// <summary>Letters of a text that are indexed; the rest of a very long text is not found.</summary>
    public const int LongestText = 5000;

    /// <summary>Letters of a search that are looked at.</summary>
    public const int LongestSearch = 100;

    /// <summary>The tokens of a text in their order, with spaces between.</summary>
    public static string Index(string text)
    {
        var tokens = new StringBuilder();
        foreach (var run in Runs(text.Length > LongestText ? text[..LongestText] : text))
        {
            if (run.IsWord)
                tokens.Append(Word(run.Text)).Append(' ');
            else
                for (var at = 0; at < run.Text.Length; at++)
                    tokens.Append(Pair(run.Text, at)).Append(' ');
        }
        return tokens.ToString().TrimEnd();
    }

    /// <summary>What is searched for: every phrase must be found. Empty where nothing can be searched for.</summary>
    public static IReadOnlyList<SearchPhrase> Search(string? text) =>
        [.. Runs(text is null ? "" : text.Length > LongestSearch ? text[..LongestSearch] : text).Select(Phrase).Distinct()];

    private static SearchPhrase Phrase((string Text, bool IsWord) run) =>
        run.IsWord ? new(Word(run.Text), IsPrefix: true)
        : run.Text.Length == 1 ? new(Pair(run.Text, 0), IsPrefix: true)
        : new(string.Join(' ', Enumerable.Range(0, run.Text.Length - 1).Select(at => Pair(run.Text, at))), IsPrefix: false);

    /// <summary>Stretches of letters and digits (words), and of other characters that are written (Chinese).</summary>
    private static IEnumerable<(string Text, bool IsWord)> Runs(string text)
    {
        // Full-width letters and digits are the same words.
        var plain = CleanText.Of(text).Normalize(NormalizationForm.FormKC);
        var from = 0;
        for (var at = 1; at <= plain.Length; at++)
            if (at == plain.Length || KindOf(plain[at]) != KindOf(plain[from]))
            {
                if (KindOf(plain[from]) is not Kind.None and var kind)
                    yield return (plain[from..at], kind == Kind.Word);
                from = at;
            }
    }

    private static Kind KindOf(char letter) =>
        char.IsAsciiLetterOrDigit(letter) ? Kind.Word
        : char.IsLetterOrDigit(letter) || char.IsSurrogate(letter) ? Kind.Character
        : Kind.None;

    private static string Word(string word) => "w" + word.ToLowerInvariant();

    private static string Pair(string run, int at) => at + 1 < run.Length ? $"h{Letters(run[at])}{Letters(run[at + 1])}" : $"h{Letters(run[at])}";

    // A character as four letters a–p, its bits four at a time.
    private static string Letters(char character) =>
        string.Create(4, (int)character, static (letters, code) =>
        {
            for (var at = 3; at >= 0; at--, code >>= 4)
                letters[at] = (char)('a' + (code & 15));
        });

    private enum Kind
    {
        None,
        Word,
        Character,
    }
}

/// <summary>Tokens that must follow each other; the last may go on where it is a prefix.</summary>
/// <param name="Tokens">With spaces between.</param>
/// <param name="IsPrefix">True where the one token is the beginning of what is found.</param>
public readonly record struct SearchPhrase(string Tokens, bool IsPrefix)
{
    /// <summary>In the language of SQLite's FTS5.</summary>
    public string ForSqlite => IsPrefix ? $"\"{Tokens}\"*" : $"\"{Tokens}\"";

    /// <summary>In the language of PostgreSQL's <c>to_tsquery</c>.</summary>
    public string ForPostgres => IsPrefix ? Tokens + ":*" : $"({Tokens.Replace(" ", " <-> ", StringComparison.Ordinal)})";
}
