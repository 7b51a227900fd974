using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Figures.Reading;
using Jinguo.Core.Reports.Writing;
using Jinguo.Office.Mentions;
using Jinguo.Office.Mentions.Arithmetic;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Reports.Checking;

/// <summary>核稿: reads every number of a draft, reckons them against each other, and holds them against the books. Keeps nothing.</summary>
public sealed class DraftChecker(FigureBook figures, QuoteReader quotes, Visible visible, TaughtWords words, FrozenFigures frozen)
{
    /// <summary>Checks a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="links">Its links, where it came from Word: those of a report made here lead to its frozen figures.</param>
    /// <param name="scope">Whose draft it is, of which period; null to read and reckon only.</param>
    /// <param name="cancel">Stops.</param>
    /// <returns>The numbers; a problem where the body is out of reach.</returns>
    public async Task<Outcome<CheckedDraft>> CheckAsync(string text, IReadOnlyList<DraftLink> links, CheckScope? scope, CancellationToken cancel = default)
    {
        if (scope is null)
            return Read(text, (await words.ReadAsync("/", cancel)).Lexicon);
        if (await visible.Organisations(Right.FigureRead).Where(body => body.Id == scope.OrganisationId).Select(body => body.Path).SingleOrDefaultAsync(cancel) is not { } path)
            return Problem.NotFound("这个组织");
        var known = await words.ReadAsync(path, cancel);
        var mentions = new MentionReader(known.Lexicon).Read(text);
        var readings = NumberReading.Of(text, mentions, known.Meanings, await figures.ListHeadingsAsync(withOptions: true, cancel));
        var frozenOnes = await frozen.FindAsync(links, mentions, cancel);
        var books = await BookAnswers.AskAsync(quotes, scope, readings, cancel);
        if (!books.Done)
            return Outcome<CheckedDraft>.Refused(books.Problems);
        return new CheckedDraft(
            text,
            [.. readings.Select(reading => frozenOnes.TryGetValue(reading.Mention, out var quote) ? reading.Against([quote]) : reading.Against(books.Value.Of(reading)))],
            RelationFinder.Find(text, mentions));
    }

    private static CheckedDraft Read(string text, MentionLexicon lexicon)
    {
        var mentions = new MentionReader(lexicon).Read(text);
        return new(text, [.. mentions.Select((mention, place) => new CheckedFigure(mention, new MentionContext(text, mentions, place).Wording, null, null, []))], RelationFinder.Find(text, mentions));
    }
}
