using System.Buffers;
using Jinguo.Core.Figures.Reading;
using Jinguo.Office.Mentions;

namespace Jinguo.Core.Reports.Checking;

/// <summary>A number of a draft with the measures that it may state. Pure.</summary>
/// <param name="Mention">The number.</param>
/// <param name="Wording">The words by which it is known again.</param>
/// <param name="May">The measures, the likeliest first; one where it is certain.</param>
/// <param name="Falls">True where the clause tells a fall: 下降5%.</param>
internal sealed record NumberReading(Mention Mention, string Wording, IReadOnlyList<FigureHeading> May, bool Falls)
{
    /// <summary>Of several measures, agreeing with one of them by chance is likely below this.</summary>
    private const decimal SmallestTelling = 10;

    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create("。！？!?\n");
    private static readonly string[] YearBefore = ["同比", "同期", "比上年", "比去年", "较上年", "较去年"];
    private static readonly string[] Averages = ["户均", "人均", "平均", "每户", "每人", "每名", "每个", "每期", "每场", "每次"];
    private static readonly string[] FallWords = ["下降", "减少", "降低", "下滑", "降幅"];

    /// <summary>True for a growth or fall against the year before.</summary>
    public bool IsChange => Mention.Kind == MentionKind.Change;

    /// <summary>False for what the books cannot know: targets, other people's figures, ages, places in a ranking.</summary>
    public bool IsComparable => Mention.Role == MentionRole.Result && (Mention.Kind is MentionKind.Count or MentionKind.Money or MentionKind.Rate or MentionKind.Change || May.Count > 0);

    /// <summary>Reads the numbers of a text, in their order.</summary>
    /// <param name="text">The text.</param>
    /// <param name="mentions">Its numbers.</param>
    /// <param name="meanings">What wordings were taught to mean.</param>
    /// <param name="headings">Everything that is counted, each measure followed by its options.</param>
    public static IReadOnlyList<NumberReading> Of(string text, IReadOnlyList<Mention> mentions, IReadOnlyDictionary<(string Wording, string Unit), FigureKey> meanings, IReadOnlyList<FigureHeading> headings)
    {
        var matcher = new MeasureMatcher(headings);
        var readings = new List<NumberReading>(mentions.Count);
        FigureHeading? named = null;
        var end = 0;
        for (var place = 0; place < mentions.Count; place++)
        {
            var mention = mentions[place];
            // 。其中家政服务168人次 goes on with what was named.
            var between = text.AsSpan(end, Math.Max(0, mention.Start - end));
            if (between.ContainsAny(SentenceEnds) && !between[(between.LastIndexOfAny(SentenceEnds) + 1)..].TrimStart().StartsWith("其中"))
                named = null;
            end = mention.End;
            var context = new MentionContext(text, mentions, place);
            IReadOnlyList<FigureHeading> may = meanings.TryGetValue((context.Wording, mention.Unit ?? ""), out var taught) && headings.FirstOrDefault(one => one.Key == taught) is { } meant
                ? [meant]
                : mention.Kind == MentionKind.Change
                    ? Growing(mention, context, named)
                    : [.. matcher.Match(mention, context, named).Select(match => match.Heading).Where(heading => !Has(context.Own, Averages) || heading.Name.Contains("平均", StringComparison.Ordinal))];
            readings.Add(new(mention, context.Wording, may, Has(context.Clause, FallWords)));
            if (mention.Kind != MentionKind.Change && may.DistinctBy(heading => heading.Key.Measure).Count() == 1)
                named = may[0];
        }
        return readings;
    }

    /// <summary>Holds the number against what the books say of the measures that it may state.</summary>
    public CheckedFigure Against(IReadOnlyList<LedgerFigure> books)
    {
        if (!IsComparable)
            return new(Mention, Wording, null, null, []);
        // 下降5%: the books are told as falls too.
        if (IsChange && Falls)
            books = [.. books.Select(figure => figure with { Value = -figure.Value })];
        var recorded = books.Where(figure => figure.Value is not null).ToList();
        if (recorded.Count == 0)
            return new(Mention, Wording, Verdict.None, books is [var nothing] ? nothing : null, books.Count > 1 ? books : []);
        var agreeing = recorded.Where(Says).ToList();
        if (books.Count > 1 && (agreeing is not [_] || Mention.Value < SmallestTelling))
            return new(Mention, Wording, Verdict.Ambiguous, null, books);
        var ledger = agreeing.Count > 0 ? agreeing[0] : recorded[0];
        return new(Mention, Wording, agreeing.Count > 0 ? Verdict.Agrees : Verdict.Differs, ledger, []);
    }

    private bool Says(LedgerFigure figure) =>
        Mention.Says(figure.Value!.Value) || (figure.Hedge is not null && Mention.Approximation is not null && Mention.Value == figure.Value);

    // 比上年同期增长15%: of what was named before it.
    private static IReadOnlyList<FigureHeading> Growing(Mention mention, MentionContext context, FigureHeading? named) =>
        named is not null && named.IsRatio == (mention.Unit == "个百分点") && Has(context.Clause, YearBefore) ? [named] : [];

    private static bool Has(string clause, string[] words) => Array.Exists(words, word => clause.Contains(word, StringComparison.Ordinal));
}
