using Jinguo.Office.Mentions;

namespace Jinguo.Core.Reports.Checking;

/// <summary>The words around a number of a text.</summary>
internal sealed class MentionContext
{
    private const int LongestWording = 6;
    private const int Reach = 60;

    private readonly string text;
    private readonly Mention mention;

    /// <param name="text">The whole text.</param>
    /// <param name="mentions">Its numbers.</param>
    /// <param name="place">Which of them.</param>
    public MentionContext(string text, IReadOnlyList<Mention> mentions, int place)
    {
        (this.text, mention) = (text, mentions[place]);
        var before = place > 0 ? mentions[place - 1].End : 0;
        var behind = place + 1 < mentions.Count ? mentions[place + 1].Start : text.Length;
        Own = Around(IsListEnd, before, behind);
        Clause = Around(IsClauseEnd, 0, text.Length);
        OwnPairs = Pairs(Own);
        ClausePairs = Pairs(Clause);
        SentencePairs = Pairs(Around(IsSentenceEnd, 0, text.Length));
    }

    /// <summary>The words that belong to this number alone: in 妇女之家12个、儿童之家5个 of the second 儿童之家5个.</summary>
    public string Own { get; }

    /// <summary>The clause; a list with 、 is one.</summary>
    public string Clause { get; }

    /// <summary>The pairs of letters of its own words, the number itself left out: 办结件 stands in 办结26件.</summary>
    public IReadOnlySet<(char, char)> OwnPairs { get; }

    /// <summary>Those of the clause.</summary>
    public IReadOnlySet<(char, char)> ClausePairs { get; }

    /// <summary>Those of the sentence.</summary>
    public IReadOnlySet<(char, char)> SentencePairs { get; }

    /// <summary>
    /// The words by which the number is known again in another draft: those right before it, or where a clause begins with
    /// it those behind, at most six letters.
    /// </summary>
    public string Wording
    {
        get
        {
            var from = mention.Start;
            while (from > 0 && mention.Start - from < LongestWording && char.IsLetter(text[from - 1]))
                from--;
            if (mention.Start - from >= 2)
                return text[from..mention.Start];
            var to = mention.End;
            while (to < text.Length && to - mention.End < LongestWording && char.IsLetter(text[to]))
                to++;
            return text[mention.End..to];
        }
    }

    private HashSet<(char, char)> Pairs(string around) => [.. Phrase.PairsOf(around.Replace(mention.Text, mention.Unit, StringComparison.Ordinal))];

    private string Around(Func<char, bool> isEnd, int first, int last)
    {
        var from = mention.Start;
        while (from > first && mention.Start - from < Reach && !isEnd(text[from - 1]))
            from--;
        var to = mention.End;
        while (to < last && to - mention.End < Reach && !isEnd(text[to]))
            to++;
        return text[from..to];
    }

    private static bool IsSentenceEnd(char letter) => letter is '。' or '！' or '？' or '!' or '?' or '\n' or '\r';

    private static bool IsClauseEnd(char letter) => IsSentenceEnd(letter) || letter is '，' or ',' or '；' or ';' or '：' or ':' or '（' or '）' or '(' or ')';

    private static bool IsListEnd(char letter) => IsClauseEnd(letter) || letter == '、';
}
