using System.Globalization;

namespace Jinguo.Office.Mentions;

/// <summary>Prints numbers as Chinese office texts do.</summary>
public static class FigureText
{
    private static readonly (decimal Value, string Name)[] Scales = [(100_000_000m, "亿"), (10_000m, "万")];

    /// <summary>For tables: thousands separators, all digits. 38,362</summary>
    /// <param name="value">The number.</param>
    /// <param name="decimals">Digits after the point, 0–6.</param>
    public static string InTable(decimal value, int decimals = 0) =>
        value.ToString("#,##0" + (decimals > 0 ? "." + new string('0', decimals) : ""), CultureInfo.InvariantCulture);

    /// <summary>
    /// For sentences, exact: 38362 stays 38362, 12000 is 1.2万, 150000000 is 1.5亿: 万 and 亿 only where at most two digits follow the point.
    /// </summary>
    public static string Exact(decimal value)
    {
        foreach (var (scale, name) in Scales)
        {
            var scaled = value / scale;
            if (Math.Abs(scaled) >= 1 && decimal.Round(scaled, 2) == scaled)
            {
                return Digits(scaled) + name;
            }
        }

        return Digits(value);
    }

    /// <summary>A number in a sentence with its word of approximation and unit, each in its place: 50余人次, 近1.2万元, 263人次左右, 上千人.</summary>
    /// <param name="value">The number.</param>
    /// <param name="hedge">A word of <see cref="HedgeWord.All"/>, or empty.</param>
    /// <param name="unit">The unit, or empty.</param>
    /// <exception cref="ArgumentException">The word is none of the list.</exception>
    public static string InSentence(decimal value, string hedge = "", string unit = "") => Place(value, Exact(value), hedge, unit);

    /// <summary>
    /// A number in a sentence rounded for reading: down to one digit after the point of 万 or 亿, below 10,000 to two leading digits,
    /// with 余 where something was cut off: 3.8万余人次 for 38,362. Numbers below 100 stay exact, and so do those that
    /// carry a word of approximation other than 余 already, because they were round when they were written.
    /// </summary>
    /// <inheritdoc cref="InSentence" />
    public static string Rounded(decimal value, string hedge = "", string unit = "")
    {
        if (value < 100 || hedge is not ("" or "余" or "多"))
        {
            return InSentence(value, hedge, unit);
        }

        var step = value switch
        {
            >= 100_000_000m => 10_000_000m,
            >= 10_000m => 1_000m,
            >= 1_000m => 100m,
            _ => 10m,
        };
        var down = decimal.Floor(value / step) * step;
        return InSentence(down, down < value && hedge.Length == 0 ? "余" : hedge, unit);
    }

    private static string Place(decimal value, string number, string hedge, string unit)
    {
        if (hedge.Length == 0)
        {
            return number + unit;
        }

        var word = HedgeWord.Find(hedge) ?? throw new ArgumentException($"No word of approximation: {hedge}", nameof(hedge));
        if (hedge == "上")
        {
            // 上 goes with 百, 千 and 万 only.
            return value switch
            {
                100 => "上百" + unit,
                1_000 => "上千" + unit,
                10_000 => "上万" + unit,
                _ => "达" + number + unit,
            };
        }

        return word.Place switch
        {
            HedgePlace.BeforeNumber => hedge + number + unit,
            HedgePlace.BeforeUnit => number + hedge + unit,
            _ => number + unit + hedge,
        };
    }

    private static string Digits(decimal value) => value.ToString("0.##########", CultureInfo.InvariantCulture);
}
