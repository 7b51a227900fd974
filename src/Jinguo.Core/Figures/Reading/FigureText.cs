using System.Globalization;

namespace Jinguo.Core.Figures.Reading;

/// <summary>Numbers as they are printed.</summary>
public static class FigureText
{
    /// <summary>Nothing was recorded.</summary>
    public const string None = "—";

    /// <summary>
    /// A value with thousands separators, its word of approximation where that word stands in Chinese (近50户, 50余户,
    /// 50户左右), and its unit. Decimals are printed all or, where the value is whole, not at all.
    /// </summary>
    /// <param name="value">The value.</param>
    /// <param name="decimals">Digits after the point.</param>
    /// <param name="hedge">Word of approximation, or null.</param>
    /// <param name="unit">Unit, or empty.</param>
    public static string Value(decimal value, int decimals, string? hedge = null, string unit = "")
    {
        var number = Number(value, decimals);
        return hedge switch
        {
            null or "" => number + unit,
            "余" or "多" => number + hedge + unit,
            "以上" or "左右" => number + unit + hedge,
            _ => hedge + number + unit,
        };
    }

    /// <summary>A number with thousands separators.</summary>
    /// <param name="value">The number.</param>
    /// <param name="decimals">Digits after the point, left out where the number is whole.</param>
    public static string Number(decimal value, int decimals) =>
        value.ToString(decimal.IsInteger(value) ? "#,##0" : $"N{decimals}", CultureInfo.InvariantCulture);
}
