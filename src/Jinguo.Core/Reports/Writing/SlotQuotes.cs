using Jinguo.Core.Figures.Reading;
using Jinguo.Core.Reports.Templates;

namespace Jinguo.Core.Reports.Writing;

/// <summary>The numbers that marks of a template quote in sentences.</summary>
internal static class SlotQuotes
{
    public static IEnumerable<QuoteKey> QuotedOf(this Slot slot, int body) => slot switch
    {
        FigureSlot figure => [figure.Heading.QuotedOf(body, figure.Aspect)],
        BreakdownSlot breakdown => breakdown.Headings.Select(option => option.QuotedOf(body, FigureAspect.Now)),
        _ => [],
    };

    public static QuoteKey QuotedOf(this FigureHeading heading, int body, FigureAspect aspect) => new(body, heading.Key.ToString(), aspect);
}
