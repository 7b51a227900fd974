using Jinguo.Core.Base;
using Jinguo.Core.Reports.Templates;
using Jinguo.Core.Reports.Writing;

namespace Jinguo.Core.Reports.Checking;

/// <summary>What the books say of the numbers of a draft: one question for all of them.</summary>
internal sealed class BookAnswers
{
    private readonly CheckScope scope;
    private readonly QuoteBook quotes;

    private BookAnswers(CheckScope scope, QuoteBook quotes) => (this.scope, this.quotes) = (scope, quotes);

    /// <summary>Asks for everything that the numbers may state.</summary>
    public static async Task<Outcome<BookAnswers>> AskAsync(QuoteReader reader, CheckScope scope, IReadOnlyList<NumberReading> readings, CancellationToken cancel)
    {
        var keys = readings.Where(reading => reading.IsComparable).SelectMany(reading => reading.May).Select(heading => heading.Key);
        var read = await reader.ReadAsync(scope.OrganisationId, scope.Period, scope.Tree, keys, withBodies: false, cancel);
        return read.Done ? new BookAnswers(scope, read.Value) : Outcome<BookAnswers>.Refused(read.Problems);
    }

    /// <summary>What the books say of the measures that a number may state.</summary>
    public IReadOnlyList<LedgerFigure> Of(NumberReading reading) => !reading.IsComparable
        ? []
        : [.. reading.May.Select(heading => LedgerFigure.Of(quotes.Find(heading.QuotedOf(scope.OrganisationId, reading.IsChange ? FigureAspect.Change : FigureAspect.Now))!) with { Tree = scope.Tree })];
}
