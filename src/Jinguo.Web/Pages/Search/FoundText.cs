namespace Jinguo.Web.Pages.Search;

/// <summary>A piece of a text.</summary>
/// <param name="Text">As it was written.</param>
/// <param name="IsFound">True for one of the words searched for.</param>
public readonly record struct FoundPiece(string Text, bool IsFound);

/// <summary>Shows where in a text the words searched for stand.</summary>
public static class FoundText
{
    private const int Before = 16;
    private const int Length = 60;

    /// <summary>…的妇女之家举办刺绣培训…: from a little before the first of the words that stands in the text; empty where none does.</summary>
    public static IReadOnlyList<FoundPiece> Around(string text, string words)
    {
        var at = Split(words).Select(word => text.IndexOf(word, StringComparison.OrdinalIgnoreCase)).Where(place => place >= 0).DefaultIfEmpty(-1).Min();
        if (at < 0)
            return [];
        var from = Whole(text, Math.Max(0, at - Before));
        var to = Whole(text, Math.Min(text.Length, from + Length));
        return Pieces((from > 0 ? "…" : "") + text[from..to] + (to < text.Length ? "…" : ""), words);
    }

    /// <summary>The whole text in pieces.</summary>
    public static IReadOnlyList<FoundPiece> Pieces(string text, string words)
    {
        var found = new bool[text.Length];
        foreach (var word in Split(words))
            for (var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
                Array.Fill(found, true, at, word.Length);
        var pieces = new List<FoundPiece>();
        for (var from = 0; from < text.Length;)
        {
            var next = Array.IndexOf(found, !found[from], from);
            var to = next < 0 ? text.Length : next;
            pieces.Add(new(text[from..to], found[from]));
            from = to;
        }
        return pieces;
    }

    private static string[] Split(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    // Never between the halves of one character.
    private static int Whole(string text, int at) => at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;
}
