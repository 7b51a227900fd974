using System.Collections.Frozen;
using System.Text;

namespace Jinguo.Core.Base.Organisations;

/// <summary>Pinyin initials of names, for search: 东山镇妇联 is dszfl. The table is made by <c>tools/pinyin</c>.</summary>
public static class PinyinInitials
{
    private static readonly (FrozenDictionary<char, char> Letters, FrozenDictionary<char, (string Phrase, string Read)[]> Phrases) Table = Read();

    /// <summary>
    /// The initials, lower case. Letters and digits stand for themselves; other characters without a reading are left out.
    /// Places that are read unlike their characters are known: 重庆 is cq, 东莞 is dg.
    /// </summary>
    public static string Of(string name)
    {
        var initials = new StringBuilder(name.Length);
        for (var at = 0; at < name.Length; at++)
        {
            if (PhraseAt(name, at) is { } phrase)
            {
                initials.Append(phrase.Read);
                at += phrase.Phrase.Length - 1;
            }
            else if (Table.Letters.TryGetValue(name[at], out var letter))
            {
                initials.Append(letter);
            }
            else if (char.IsAsciiLetterOrDigit(name[at]))
            {
                initials.Append(char.ToLowerInvariant(name[at]));
            }
        }
        return initials.ToString();
    }

    private static (string Phrase, string Read)? PhraseAt(string name, int at)
    {
        if (!Table.Phrases.TryGetValue(name[at], out var candidates))
            return null;
        foreach (var candidate in candidates)
            if (string.CompareOrdinal(name, at, candidate.Phrase, 0, candidate.Phrase.Length) == 0)
                return candidate;
        return null;
    }

    private static (FrozenDictionary<char, char>, FrozenDictionary<char, (string, string)[]>) Read()
    {
        using var stream = typeof(PinyinInitials).Assembly.GetManifestResourceStream("organisations.initials.txt")!;
        using var reader = new StreamReader(stream);
        var letters = new Dictionary<char, char>();
        var phrases = new List<(string Phrase, string Read)>();
        while (reader.ReadLine() is { } line)
        {
            var parts = line.Split(' ');
            if (parts[0] is [var letter and >= 'a' and <= 'z'])
                foreach (var character in parts[1])
                    letters[character] = letter;
            else
                phrases.Add((parts[0], parts[1]));
        }
        return (letters.ToFrozenDictionary(), phrases.GroupBy(phrase => phrase.Phrase[0])
            .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(phrase => phrase.Phrase.Length).ToArray()));
    }
}
