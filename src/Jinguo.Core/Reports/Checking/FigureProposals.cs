using System.Buffers;
using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Figures.Reading;
using Jinguo.Core.Reports.Writing;
using Jinguo.Office.Drafts;
using Jinguo.Office.Mentions;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Reports.Checking;

/// <summary>Reads an old document of a body and proposes which of its numbers are figures, and of what. Keeps nothing.</summary>
public sealed class FigureProposals(FigureBook figures, QuoteReader quotes, Visible visible, TaughtWords words)
{
    /// <summary>Longest sentence shown around a number, in letters.</summary>
    public const int LongestSentence = 300;

    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create("。！？!?；;\r\n");

    /// <summary>Proposes.</summary>
    /// <param name="draft">The document.</param>
    /// <param name="scope">Whose it is, and of which period.</param>
    /// <param name="cancel">Stops.</param>
    /// <returns>Its numbers; a problem where the body is out of reach.</returns>
    public async Task<Outcome<ProposedFigures>> ReadAsync(DraftText draft, CheckScope scope, CancellationToken cancel = default)
    {
        if (await visible.Organisations(Right.FigureRead).SingleOrDefaultAsync(one => one.Id == scope.OrganisationId, cancel) is not { } body)
            return Problem.NotFound("这个组织");
        var known = await words.ReadAsync(body.Path, cancel);
        var mentions = new MentionReader(known.Lexicon).ReadAll(draft.Text).Mentions;
        var headings = await figures.ListHeadingsAsync(withOptions: true, cancel);
        var readings = NumberReading.Of(draft.Text, mentions, known.Meanings, headings);
        var setting = await DraftSetting.ReadAsync(visible, scope, body, mentions, cancel);
        var books = await BookAnswers.AskAsync(quotes, scope, setting, DraftEvents.None, readings, cancel);
        if (!books.Done)
            return Outcome<ProposedFigures>.Refused(books.Problems);
        var (proposed, leftOut) = (new List<ProposedFigure>(), new List<LeftOutFigure>());
        foreach (var reading in readings)
        {
            var sentence = Around(draft.Text, reading.Mention);
            var others = headings.Where(heading => heading.OptionName is null && MayBeTaken(heading) && MeasureMatcher.Fits(reading.Mention, heading) && !reading.May.Contains(heading)).ToList();
            if (WhyNot(reading, setting.Of(reading.Mention), scope, others) is { } why)
                leftOut.Add(new(reading.Mention, sentence, why));
            else
                proposed.Add(Proposed(reading, sentence, others, setting, books.Value, proposed));
        }
        return new ProposedFigures(draft, proposed, leftOut);
    }

    private static ProposedFigure Proposed(NumberReading reading, SentenceAround sentence, List<FigureHeading> others, DraftSetting setting, BookAnswers books, List<ProposedFigure> before)
    {
        var (mention, longer) = (reading.Mention, setting.LongerOf(reading.Mention));
        List<FigureHeading> may = [.. reading.May.Where(MayBeTaken)];
        var told = books.Of(reading, setting.Of(mention)).Where(figure => figure.Value is not null).ToList();
        var figure = new ProposedFigure(mention, sentence, longer ?? setting.Of(mention)!.Value.Period, Approximation.Of(mention), may, others, told, may.Count == 0 && reading.May.Count > 0 ? Hindrance(reading.May[0]) : null);
        return figure with { IsProposed = may is [var only] && only.Holds(mention.Value) && longer is null && told.Count == 0 && !before.Any(other => (other.IsProposed || other.Books.Count > 0) && Same(other, figure)) };
    }

    // A number told twice is proposed once; a part beside its whole is another number. Where the books hold the year, its
    // half is in it.
    private static bool Same(ProposedFigure one, ProposedFigure other) =>
        one.May.Count > 0 && one.May[0].Key.Measure == other.May[0].Key.Measure && one.Period.First <= other.Period.Last && other.Period.First <= one.Period.Last
        && (one.May[0].Key.Option == other.May[0].Key.Option || ((one.May[0].Key.Option is null || other.May[0].Key.Option is null) && one.Period != other.Period));

    private static bool MayBeTaken(FigureHeading heading) => !heading.IsRatio && !heading.IsOfPersons;

    private static string Hindrance(FigureHeading heading) => heading.IsRatio
        ? $"{heading.Name}由别的数算出，请采用分子和分母的数。"
        : $"{heading.Name}数的是不同的人，材料里没有是哪些人，不能入账。";

    private static string? WhyNot(NumberReading reading, Asked? asked, CheckScope scope, List<FigureHeading> others) => reading.Mention switch
    {
        { Role: MentionRole.Target } => "是目标，不是做成的",
        { Role: MentionRole.Background } => "是背景或别人的数",
        { Kind: MentionKind.Change } => "是增减，不是数本身",
        { Kind: MentionKind.Rank } => "是名次",
        { Kind: MentionKind.Rate } when reading.May.Count == 0 => "是比率，由别的数算出",
        { Kind: MentionKind.Other } when reading.May.Count == 0 => "是年龄、时长一类的数",
        { Place.Text: var place } when asked is null => $"是“{place}”的数，不是本单位的",
        { Place.Text: var place } when asked.Value.OrganisationId != scope.OrganisationId => $"是“{place}”的数，含在本单位的数里；要入账请用它自己的材料",
        _ when reading.May.Count == 0 && others.Count == 0 => "没有用这个单位计的数据项",
        _ => null,
    };

    private static SentenceAround Around(string text, Mention mention)
    {
        var first = text.AsSpan(0, mention.Start).LastIndexOfAny(SentenceEnds) + 1;
        var length = text.AsSpan(mention.End).IndexOfAny(SentenceEnds);
        var last = length < 0 ? text.Length : Math.Min(text.Length, mention.End + length + 1);
        first = Math.Max(first, mention.End - LongestSentence * 2 / 3);
        while (first < mention.Start && (char.IsWhiteSpace(text[first]) || char.IsLowSurrogate(text[first])))
            first++;
        last = Math.Min(last, first + LongestSentence);
        if (char.IsHighSurrogate(text[last - 1]) && last > mention.End)
            last--;
        var before = CleanText.Of(text[first..mention.Start]);
        return new(before + mention.Text + CleanText.Of(text[mention.End..last]).TrimEnd(), before.Length);
    }
}
