namespace Jinguo.Office.Mentions;

/// <summary>Words, found as the longest one that begins or ends at a place of a text.</summary>
internal sealed class WordSet
{
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> words;
    private readonly int[] lengths;
    private readonly Letters firsts;
    private readonly Letters lasts;

    public WordSet(IEnumerable<string> words)
    {
        var all = words.ToHashSet(StringComparer.Ordinal);
        lengths = [.. all.Select(word => word.Length).Distinct().OrderDescending()];
        firsts = new(all.Select(word => word[0]));
        lasts = new(all.Select(word => word[^1]));
        this.words = all.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Length of the longest word that begins here; 0 where none does.</summary>
    public int LengthAt(ReadOnlySpan<char> text, int at)
    {
        if (at >= text.Length || !firsts.Contains(text[at]))
            return 0;
        foreach (var length in lengths)
            if (at + length <= text.Length && words.Contains(text.Slice(at, length)))
                return length;
        return 0;
    }

    /// <summary>Length of the longest word that ends before this place; 0 where none does.</summary>
    public int LengthBefore(ReadOnlySpan<char> text, int end)
    {
        if (end <= 0 || !lasts.Contains(text[end - 1]))
            return 0;
        foreach (var length in lengths)
            if (length <= end && words.Contains(text.Slice(end - length, length)))
                return length;
        return 0;
    }

    /// <summary>True where a word ends within a stretch, as far back in it as can be: 主题活动 of 主题活动开展.</summary>
    public bool IsEndOf(ReadOnlySpan<char> text, int from, int to, out int end)
    {
        for (end = to; end > from; end--)
            if (LengthBefore(text, end) is > 0 and var length && end - length >= from)
                return true;
        return false;
    }

    /// <summary>True where a word covers the stretch, beginning at it or before it; and where the word stands.</summary>
    public bool Covers(ReadOnlySpan<char> text, int start, int end, out (int Start, int End) word)
    {
        var longest = lengths.Length == 0 ? 0 : lengths[0];
        for (var at = Math.Max(0, end - longest); at <= start; at++)
            foreach (var length in lengths)
                if (at + length >= end && at + length <= text.Length && firsts.Contains(text[at]) && words.Contains(text.Slice(at, length)))
                {
                    word = (at, at + length);
                    return true;
                }
        word = (start, end);
        return false;
    }

    // Asked for every letter of a text: one bit for each of them is quicker than a hash.
    private sealed class Letters
    {
        private readonly ulong[] bits = new ulong[(char.MaxValue + 1) / 64];

        public Letters(IEnumerable<char> letters)
        {
            foreach (var letter in letters)
                bits[letter >> 6] |= 1UL << (letter & 63);
        }

        public bool Contains(char letter) => (bits[letter >> 6] & (1UL << (letter & 63))) != 0;
    }
}
