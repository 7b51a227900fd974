using Jinguo.Core.Base;
using Jinguo.Core.Reports.Templates;
using Jinguo.Core.Reports.Writing;

namespace Jinguo.Core.Reports.Checking;

/// <summary>What the books say of the numbers of a draft: one question for each body and period that it names.</summary>
internal sealed class BookAnswers
{
    /// <summary>A draft names its own body and period nearly always; further ones cost a question each.</summary>
    private const int MostSettings = 24;

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
            .GroupBy(one => one.Setting!.Value, one => one.Reading).OrderByDescending(group => group.Count()).Take(MostSettings);
        foreach (var group in asked)
        {
            var keys = group.SelectMany(reading => reading.May).Select(heading => heading.Key);
            var read = await reader.ReadAsync(group.Key.OrganisationId, group.Key.Period, scope.Tree, keys, withBodies: false, cancel);
            if (!read.Done)
                return Outcome<BookAnswers>.Refused(read.Problems);
            answers.Add(group.Key, read.Value);
        }
        return new BookAnswers(scope, setting, answers);
    }

    /// <summary>What the books say of the measures that a number may state; nothing where it is another body's.</summary>
    public IReadOnlyList<LedgerFigure> Of(NumberReading reading) => reading.IsComparable && setting.Of(reading.Mention) is { } asked && books.TryGetValue(asked, out var book)
        ? [.. reading.May.Select(heading => LedgerFigure.Of(book.Find(heading.QuotedOf(asked.OrganisationId, reading.IsChange ? FigureAspect.Change : FigureAspect.Now))!) with { Tree = scope.Tree })]
        : [];
}
