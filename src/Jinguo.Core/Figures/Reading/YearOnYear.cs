using System.Globalization;

namespace Jinguo.Core.Figures.Reading;

/// <summary>同比: a figure against the same period of the year before.</summary>
public static class YearOnYear
{
    /// <summary>
    /// 增13.0%, 减3.7%, 持平; a percentage moves in points (增2.5个百分点); — where either side has nothing, because a change
    /// from nothing is no percentage.
    /// </summary>
    public static string Text(Figure now, Figure before)
    {
        if (now.IsNone || before.IsNone || now.Value is not { } value || before.Value is not { } old)
            return FigureText.None;
        if (value == old)
            return "持平";
        var word = value > old ? "增" : "减";
        if (now.Heading is { IsRatio: true, Unit: "%" })
            return $"{word}{Round(Math.Abs(value - old))}个百分点";
        return old <= 0 ? FigureText.None : $"{word}{Round(Math.Abs(value - old) / old * 100)}%";
    }

    private static string Round(decimal number) =>
        Math.Round(number, 1, MidpointRounding.AwayFromZero).ToString("#,##0.0", CultureInfo.InvariantCulture);
}
