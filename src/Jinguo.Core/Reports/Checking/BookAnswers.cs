using Jinguo.Core.Base;
using Jinguo.Core.Reports.Templates;
using Jinguo.Core.Reports.Writing;

namespace Jinguo.Core.Reports.Checking;

/// <summary>What the books say of the numbers of a draft: one question for each body that it names, whatever the periods.</summary>
internal sealed class BookAnswers
{
    /// <summary>A draft names its own body nearly always; further ones cost a question each.</summary>
    private const int MostBodies = 8;

    /// <summary>More periods of one body than this are not asked for: the most frequent are.</summary>
    private const int MostPeriods = 24;

    private readonly CheckScope scope;
    private readonly DraftSetting setting;
    private readonly DraftEvents events;
    private readonly Dictionary<Asked, QuoteBook> books;

    private BookAnswers(CheckScope scope, DraftSetting setting, DraftEvents events, Dictionary<Asked, QuoteBook> books) => (this.scope, this.setting, this.events, this.books) = (scope, setting, events, books);

    /// <summary>Asks for everything that the numbers may state.</summary>
    public static async Task<Outcome<BookAnswers>> AskAsync(QuoteReader reader, CheckScope scope, DraftSetting setting, DraftEvents events, IReadOnlyList<NumberReading> readings, CancellationToken cancel)
    {
        var answers = new Dictionary<Asked, QuoteBook>();
        var asked = readings.Where(reading => reading.IsComparable && reading.May.Count > 0)
            .SelectMany(reading => new[] { setting.Of(reading.Mention), events.Of(reading.Mention) }.OfType<Asked>().Select(asked => (Reading: reading, Asked: asked)))
            .GroupBy(one => one.Asked.OrganisationId).OrderByDescending(group => group.Count()).Take(MostBodies);
        foreach (var group in asked)
        {
            var periods = group.CountBy(one => one.Asked.Period).OrderByDescending(period => period.Value).Take(MostPeriods).Select(period => period.Key).ToList();
            var read = await reader.ReadAsync(group.Key, periods, scope.Tree, group.SelectMany(one => one.Reading.May).Select(heading => heading.Key), cancel);
            if (!read.Done)
                return Outcome<BookAnswers>.Refused(read.Problems);
            foreach (var (period, book) in read.Value)
                answers.Add(new(group.Key, period), book);
        }
        return new BookAnswers(scope, setting, events, answers);
    }

    /// <summary>Holds a number against the books: that of a named event against its record or the whole period, whichever it says.</summary>
    public CheckedFigure Judge(NumberReading reading)
    {
        var asked = setting.Of(reading.Mention);
        var inPeriod = reading.Against(Of(reading, asked)) with { IsElsewhere = asked is null };
        if (inPeriod.Verdict == Verdict.Agrees || events.Of(reading.Mention) is not { } named)
            return inPeriod;
        var ofEvent = reading.Against(Of(reading, named));
        return ofEvent.Verdict is Verdict.Agrees or Verdict.Differs ? ofEvent : inPeriod;
    }

    /// <summary>What the books say of the measures that a number may state, of a body and period; nothing where it is another body's.</summary>
    public IReadOnlyList<LedgerFigure> Of(NumberReading reading, Asked? asked) => reading.IsComparable && asked is { } where && books.TryGetValue(where, out var book)
        ? [.. reading.May.Select(heading => LedgerFigure.Of(book.Find(heading.QuotedOf(where.OrganisationId, reading.IsChange ? FigureAspect.Change : FigureAspect.Now))!) with { Tree = scope.Tree })]
        : [];
}
