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
        Own = Around(From(IsClauseEnd, BehindCounted(before)), To(IsListEnd, behind));
        Clause = Around(From(IsClauseEnd, 0), To(IsClauseEnd, text.Length));
        OwnBare = Phrase.Bare(Own);
        OwnPairs = Pairs(Own);
        ClausePairs = Pairs(Clause);
        SentencePairs = Pairs(Around(From(IsSentenceEnd, 0), To(IsClauseEnd, text.Length)));
    }

    /// <summary>The words that belong to this number alone: in 妇女之家12个、儿童之家5个 of the second 儿童之家5个.</summary>
    public string Own { get; }

    /// <summary>The same without brackets and quotation marks.</summary>
    public string OwnBare { get; }

    /// <summary>The clause; a list with 、 is one.</summary>
    public string Clause { get; }

    /// <summary>The pairs of letters of its own words, the number itself left out: 办结件 stands in 办结26件.</summary>
    public IReadOnlySet<(char, char)> OwnPairs { get; }

    /// <summary>Those of the clause.</summary>
    public IReadOnlySet<(char, char)> ClausePairs { get; }

    /// <summary>Those of the sentence up to the end of the clause: what follows belongs to other numbers.</summary>
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

    private HashSet<(char, char)> Pairs(string around) => [.. Phrase.PairsOf(Phrase.Bare(around.Replace(mention.Text, mention.Unit, StringComparison.Ordinal)))];

    private string Around(int from, int to) => text[from..to];

    private int From(Func<char, bool> isEnd, int first)
    {
        var from = mention.Start;
        while (from > first && mention.Start - from < Reach && !isEnd(text[from - 1]))
            from--;
        return from;
    }

    private int To(Func<char, bool> isEnd, int last)
    {
        var to = mention.End;
        while (to < last && to - mention.End < Reach && !isEnd(text[to]))
            to++;
        return to;
    }

    // 12个妇女之家、5个儿童之家: what the number before counts stands behind it.
    private int BehindCounted(int before)
    {
        var mark = text.IndexOf('、', before, mention.Start - before);
        return before > From(IsClauseEnd, 0) && mark - before >= 2 ? mark : before;
    }

    private static bool IsSentenceEnd(char letter) => letter is '。' or '！' or '？' or '!' or '?' or '\n' or '\r';

    private static bool IsClauseEnd(char letter) => IsSentenceEnd(letter) || letter is '，' or ',' or '；' or ';' or '：' or ':' or '（' or '）' or '(' or ')';

    private static bool IsListEnd(char letter) => IsClauseEnd(letter) || letter == '、';
}
