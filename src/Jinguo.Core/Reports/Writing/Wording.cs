using System.Globalization;
using Jinguo.Core.Reports.Templates;
using Jinguo.Office.Mentions;

namespace Jinguo.Core.Reports.Writing;

/// <summary>How numbers are written in the sentences of Chinese office texts.</summary>
public static class Wording
{
    /// <summary>A number in a sentence: 50余人次, 3.8万余人次, 增长12.9%, 持平.</summary>
    /// <param name="quote">The number.</param>
    /// <param name="style">How it is written.</param>
    /// <param name="behind">What the author typed behind the mark: a unit standing there is not printed twice.</param>
    public static string InSentence(Quote quote, NumberStyle style, string behind = "")
    {
        var value = quote.Value ?? 0;
        if (quote.Key.Aspect == FigureAspect.Change)
            return Change(value, quote.Unit);
        var hedge = quote.Hedge ?? "";
        var unit = style == NumberStyle.Bare || (quote.Unit.Length > 0 && behind.StartsWith(quote.Unit, StringComparison.Ordinal)) ? "" : quote.Unit;
        return style switch
        {
            NumberStyle.Rounded => FigureText.Rounded(value, hedge, unit),
            NumberStyle.Bare => Bare(value, hedge),
            _ => FigureText.InSentence(value, hedge, unit),
        };
    }

    /// <summary>A number in a table: 38,362余; — for nothing.</summary>
    public static string InTable(Quote quote) => quote.IsNothing
        ? quote.Words ?? Figures.Reading.FigureText.None
        : quote.Key.Aspect == FigureAspect.Change
            ? Change(quote.Value!.Value, quote.Unit)
            : Figures.Reading.FigureText.Value(quote.Value!.Value, quote.Decimals, quote.Hedge);

    private static string Bare(decimal value, string hedge)
    {
        var number = value.ToString("0.##########", CultureInfo.InvariantCulture);
        return HedgeWord.Find(hedge)?.Place == HedgePlace.BeforeNumber ? hedge + number : number + hedge;
    }

    /// <summary>A change against the year before: 增长12.9%, 下降3.7%, 提高2.5个百分点, 持平.</summary>
    /// <param name="change">In % or points, rounded to one digit.</param>
    /// <param name="unit">% of a change, else the points of a rate.</param>
    private static string Change(decimal change, string unit)
    {
        if (change == 0)
            return "持平";
        var word = (change > 0, unit == "%") switch
        {
            (true, true) => "增长",
            (true, false) => "提高",
            _ => "下降",
        };
        return word + Math.Abs(change).ToString("0.#", CultureInfo.InvariantCulture) + unit;
    }
}
