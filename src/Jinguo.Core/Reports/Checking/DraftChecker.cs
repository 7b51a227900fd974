using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Search;
using Jinguo.Core.Figures.Reading;
using Jinguo.Core.Reports.Writing;
using Jinguo.Office.Drafts;
using Jinguo.Office.Mentions;
using Jinguo.Office.Mentions.Arithmetic;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Reports.Checking;

/// <summary>核稿: reads every number of a draft, reckons them against each other, and holds them against the books. Keeps nothing.</summary>
public sealed class DraftChecker(FigureBook figures, QuoteReader quotes, Visible visible, TaughtWords words, FrozenFigures frozen, SearchReader search)
{
    /// <summary>Checks a draft. The numbers of a report made here are held against its frozen figures, to which they still lead.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="scope">Whose draft it is, of which period; null to read and reckon only.</param>
    /// <param name="cancel">Stops.</param>
    /// <returns>The numbers; a problem where the body is out of reach.</returns>
    public async Task<Outcome<CheckedDraft>> CheckAsync(DraftText draft, CheckScope? scope, CancellationToken cancel = default)
    {
        if (scope is null)
            return Read(draft, (await words.ReadAsync(visible.Actor.Path, cancel)).Lexicon);
        if (await visible.Organisations(Right.FigureRead).SingleOrDefaultAsync(one => one.Id == scope.OrganisationId, cancel) is not { } body)
            return Problem.NotFound("这个组织");
        var known = await words.ReadAsync(body.Path, cancel);
        var links = DraftLink.Of(draft);
        draft = links.Count > 0 ? WithoutAnnex(draft) : draft;
        var text = draft.Text;
        var (mentions, skipped) = new MentionReader(known.Lexicon).ReadAll(text);
        var readings = NumberReading.Of(text, mentions, known.Meanings, await figures.ListHeadingsAsync(withOptions: true, cancel));
        var frozenOnes = await frozen.FindAsync(links, mentions, cancel);
        var setting = await DraftSetting.ReadAsync(visible, scope, body, mentions, cancel);
        var events = await DraftEvents.ReadAsync(search, scope, body.Path, text, mentions, cancel);
        var books = await BookAnswers.AskAsync(quotes, scope, setting, events, readings, cancel);
        if (!books.Done)
            return Outcome<CheckedDraft>.Refused(books.Problems);
        return new CheckedDraft(
            draft,
            [.. readings.Select(reading => frozenOnes.TryGetValue(reading.Mention, out var quote) ? reading.Against([quote]) : books.Value.Judge(reading))],
            RelationFinder.Find(text, mentions))
        {
            Skipped = skipped,
        };
    }

    /// <summary>Reads and reckons the numbers of a draft with the shipped words; the books are not asked.</summary>
    public static CheckedDraft Read(DraftText draft, ShippedLexicon shipped) => Read(draft, MentionLexicon.Read(shipped.Json));

    // The annex tells every figure again as it was frozen.
    private static DraftText WithoutAnnex(DraftText draft) =>
        draft.Paragraphs.FirstOrDefault(paragraph => paragraph.Number > 1 && draft.Text.AsSpan(paragraph.Start, paragraph.Length).Trim().SequenceEqual(Annex.Title)) is { } annex ? draft.Before(annex.Number) : draft;

    private static CheckedDraft Read(DraftText draft, MentionLexicon lexicon)
    {
        var text = draft.Text;
        var (mentions, skipped) = new MentionReader(lexicon).ReadAll(text);
        return new(draft, [.. mentions.Select((mention, place) => new CheckedFigure(mention, new MentionContext(text, mentions, place).Wording, null, null, []))], RelationFinder.Find(text, mentions)) { Skipped = skipped };
    }
}
