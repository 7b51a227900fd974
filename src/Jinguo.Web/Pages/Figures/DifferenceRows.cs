using Jinguo.Core.Base.Time;
using Jinguo.Core.Figures.Closing;
using Jinguo.Web.Ui;

namespace Jinguo.Web.Pages.Figures;

/// <summary>Figures that differ, as a table shows them.</summary>
/// <param name="Found">What differs.</param>
/// <param name="Span">The period.</param>
/// <param name="Known">The earlier instant (UTC).</param>
public sealed record DifferenceRows(BodyDifferences Found, Period Span, DateTime Known)
{
    /// <summary>+12, −3; 约数变了 where only the word of approximation differs.</summary>
    public static string Change(FigureDifference one)
    {
        var decimals = decimal.IsInteger(one.Change) ? 0 : one.Later.Heading.Decimals;
        return one.Change == 0 ? "约数变了" : (one.Change > 0 ? "+" : "") + Show.Number(one.Change, decimals);
    }
}
