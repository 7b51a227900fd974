using Jinguo.Core.Base;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Facts;

namespace Jinguo.Core.Records.OldReports;

/// <summary>The pure way from the figures of old documents to their facts.</summary>
public static class OldFigureFacts
{
    /// <summary>What the books are to say of figures of one body, measure and period: nothing of those struck out.</summary>
    /// <param name="figures">The whole and its parts, as far as the document tells them.</param>
    /// <param name="measure">What they count.</param>
    /// <param name="body">The body.</param>
    /// <param name="reason">Why; needed where days are closed.</param>
    /// <param name="isNew">True when they have posted nothing yet.</param>
    public static IEnumerable<Posting> Postings(IReadOnlyCollection<OldFigure> figures, Measure measure, Organisation body, string? reason, bool isNew = false)
    {
        var parts = figures.Where(figure => figure is { Option: not 0, StruckAt: null }).ToList();
        return figures.Select(figure => new Posting(new(RecordRef.OldFigure, figure.Id), body.Id, From(figure, figure.Option == 0 ? parts : [], measure, body), isNew, reason));
    }

    /// <summary>
    /// What a figure stands for. What an option has counts in the whole, too: beside its parts (其中) the whole posts the
    /// rest alone. A flow or an observation counts on the last day of its period. A stock is there from the first day on
    /// and gone on the day after the last: the document says nothing of later days.
    /// </summary>
    private static IReadOnlyList<FactDraft> From(OldFigure figure, List<OldFigure> parts, Measure measure, Organisation body)
    {
        if (figure.StruckAt is not null)
            return [];
        // Parts of 1300余 may be more than 1300.
        var value = measure.Kind == MeasureKind.Observed ? figure.Value : Math.Max(0, figure.Value - parts.Sum(part => part.Value));
        if (value == 0 && parts.Count > 0)
            return [];
        var option = figure.Option == 0 ? null : measure.Options.Find(one => one.Number == figure.Option)!.Code;
        if (measure.Kind != MeasureKind.Stock)
            return [new(measure.Code, option, figure.To, value, figure.Hedge)];
        var first = figure.From < body.ValidFrom ? body.ValidFrom : figure.From;
        return [new(measure.Code, option, first, value, figure.Hedge), new(measure.Code, option, figure.To.AddDays(1), -value, figure.Hedge)];
    }
}
