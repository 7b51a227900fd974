namespace Jinguo.Web.Pages.Search;

/// <summary>A piece of a text around what was searched for.</summary>
public static class FoundText
{
    private const int Before = 16;
    private const int Length = 60;

    /// <summary>…的妇女之家举办刺绣培训…: from a little before the first of the words that stands in the text.</summary>
    public static string Around(string text, string words)
    {
        var at = words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(word => text.IndexOf(word, StringComparison.OrdinalIgnoreCase)).Where(place => place >= 0).DefaultIfEmpty(-1).Min();
        if (at < 0)
            return "";
        var from = Whole(text, Math.Max(0, at - Before));
        var to = Whole(text, Math.Min(text.Length, from + Length));
        return (from > 0 ? "…" : "") + text[from..to] + (to < text.Length ? "…" : "");
    }

    // Never between the halves of one character.
    private static int Whole(string text, int at) => at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;
}
