using System.Text;

namespace Jinguo.Core.Base;

/// <summary>
/// Text as it may be kept. What comes from outside can hold characters that nobody typed: NUL, which PostgreSQL refuses;
/// halves of surrogate pairs, which no encoding can write; marks that turn the direction of what follows, by which a
/// name can be made to look like another.
/// </summary>
public static class CleanText
{
    /// <summary>
    /// The text without control characters (tabs and line ends stay), halves of pairs, characters that Unicode has set
    /// aside (U+FFFE, U+FFFF), byte order marks and changes of direction. Marks that minority scripts need to join
    /// letters stay.
    /// </summary>
    /// <returns>The same string where there is nothing to take out.</returns>
    public static string Of(string text)
    {
        var at = FindUnclean(text, 0);
        if (at < 0)
            return text;
        var clean = new StringBuilder(text.Length);
        var from = 0;
        for (; at >= 0; at = FindUnclean(text, from))
        {
            clean.Append(text, from, at - from);
            from = at + 1;
        }
        return clean.Append(text, from, text.Length - from).ToString();
    }

    private static int FindUnclean(string text, int from)
    {
        for (var at = from; at < text.Length; at++)
        {
            if (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
                at++;
            else if (IsUnclean(text[at]))
                return at;
        }
        return -1;
    }

    private static bool IsUnclean(char letter) => letter switch
    {
        '\t' or '\n' or '\r' => false,
        >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' => true,
        '\uFEFF' or '\uFFFE' or '\uFFFF' => true,
        _ => char.IsControl(letter) || char.IsSurrogate(letter),
    };
}
