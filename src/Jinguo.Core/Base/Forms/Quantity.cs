using System.Globalization;

namespace Jinguo.Core.Base.Forms;

/// <summary>
/// A number with its hedge, as it stands in a form or a cell: 50余, 1.2万, 近200. The unit belongs to the field.
/// </summary>
/// <param name="Value">The number in the field's unit.</param>
/// <param name="Hedge">How it is approximate.</param>
public readonly record struct Quantity(decimal Value, HedgeWord Hedge = HedgeWord.None)
{
    /// <summary>From here on a round number is written with 万.</summary>
    private const decimal Wan = 10_000;

    private const decimal Yi = 100_000_000;

    /// <summary>
    /// Reads a number as people write it in a cell: full-width digits, 1,200, 50余人次, 1.2万元, 3万5千余元, 上千人.
    /// </summary>
    /// <param name="text">The cell's text.</param>
    /// <param name="quantity">The number, scaled (1.2万 is 12000).</param>
    /// <param name="unit">What follows the number, such as 人次; empty where nothing follows.</param>
    /// <returns>False where the text is not one number with at most one unit.</returns>
    public static bool TryParse(string text, out Quantity quantity, out string unit) =>
        QuantityReader.TryRead(text, out quantity, out unit);

    /// <summary>For a cell or an input: digits without separators, with the hedge: 1200余.</summary>
    public override string ToString() => Hedge.Place(Digits(Value), "");

    /// <summary>
    /// For a sentence: 50余人次, 4万余元, 1200余人, 12,345人. Numbers below 10,000 carry no separators
    /// (GB/T 15835-2011 allows it for four digits); a number that is round in 万 or 亿 is written so.
    /// </summary>
    /// <param name="unit">The unit, such as 人次.</param>
    public string InSentence(string unit)
    {
        var size = Math.Abs(Value);
        if (Hedge == HedgeWord.UpOver && Value is (100 or 1000 or Wan))
            return Hedge.Place(Value switch { 100 => "百", 1000 => "千", _ => "万" }, unit);
        if (size >= Yi && IsRound(Value / Yi))
            return Hedge.Place(Digits(Value / Yi) + "亿", unit);
        if (size >= Wan && IsRound(Value / Wan))
            return Hedge.Place(Digits(Value / Wan) + "万", unit);
        var format = size >= Wan ? "#,##0.######" : "0.######";
        return Hedge.Place(Value.ToString(format, CultureInfo.InvariantCulture), unit);
    }

    private static bool IsRound(decimal value) => decimal.Round(value, 2) == value;

    private static string Digits(decimal value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
