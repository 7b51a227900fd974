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
    private readonly Dictionary<Asked, QuoteBook> books;

    private BookAnswers(CheckScope scope, DraftSetting setting, Dictionary<Asked, QuoteBook> books) => (this.scope, this.setting, this.books) = (scope, setting, books);

    /// <summary>Asks for everything that the numbers may state.</summary>
    public static async Task<Outcome<BookAnswers>> AskAsync(QuoteReader reader, CheckScope scope, DraftSetting setting, IReadOnlyList<NumberReading> readings, CancellationToken cancel)
    {
        var answers = new Dictionary<Asked, QuoteBook>();
        var asked = readings.Where(reading => reading.IsComparable && reading.May.Count > 0)
            .Select(reading => (Reading: reading, Setting: setting.Of(reading.Mention))).Where(one => one.Setting is not null)
            .GroupBy(one => one.Setting!.Value.OrganisationId).OrderByDescending(group => group.Count()).Take(MostBodies);
        foreach (var group in asked)
        {
            var periods = group.CountBy(one => one.Setting!.Value.Period).OrderByDescending(period => period.Value).Take(MostPeriods).Select(period => period.Key).ToList();
            var read = await reader.ReadAsync(group.Key, periods, scope.Tree, group.SelectMany(one => one.Reading.May).Select(heading => heading.Key), cancel);
            if (!read.Done)
                return Outcome<BookAnswers>.Refused(read.Problems);
            foreach (var (period, book) in read.Value)
                answers.Add(new(group.Key, period), book);
        }
        return new BookAnswers(scope, setting, answers);
    }

    /// <summary>True where the number is of a place that is none of the body's.</summary>
    public bool IsElsewhere(NumberReading reading) => setting.Of(reading.Mention) is null;

    /// <summary>What the books say of the measures that a number may state; nothing where it is another body's.</summary>
    public IReadOnlyList<LedgerFigure> Of(NumberReading reading) => reading.IsComparable && setting.Of(reading.Mention) is { } asked && books.TryGetValue(asked, out var book)
        ? [.. reading.May.Select(heading => LedgerFigure.Of(book.Find(heading.QuotedOf(asked.OrganisationId, reading.IsChange ? FigureAspect.Change : FigureAspect.Now))!) with { Tree = scope.Tree })]
        : [];
}
