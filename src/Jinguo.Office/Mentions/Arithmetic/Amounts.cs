using System.Globalization;

namespace Jinguo.Office.Mentions.Arithmetic;

/// <summary>Comparing numbers as exactly as they are written, and printing them.</summary>
internal static class Amounts
{
    /// <summary>True where two numbers may be added: the same unit, or units of one kind.</summary>
    public static bool MayAdd(Mention one, Mention other) =>
        UnitKinds.AreAlike(one.Unit, other.Unit);

    /// <summary>True where one counts persons and the other person-times.</summary>
    public static bool MixPersonsAndTimes(Mention one, Mention other) =>
        (UnitKinds.Of(one.Unit), UnitKinds.Of(other.Unit)) is (UnitKind.Persons, UnitKind.PersonTimes) or (UnitKind.PersonTimes, UnitKind.Persons);

    /// <summary>True for a number of persons, not of times.</summary>
    public static bool IsPersons(Mention mention) => UnitKinds.Of(mention.Unit) == UnitKind.Persons;

    /// <summary>The digits as they are written, without 万 or 亿: 0.94 for 0.94万元.</summary>
    public static decimal? Bare(Mention mention)
    {
        var at = 0;
        while (at < mention.Text.Length && !char.IsAsciiDigit(mention.Text[at]))
            at++;
        var end = at;
        while (end < mention.Text.Length && (char.IsAsciiDigit(mention.Text[end]) || mention.Text[end] == '.'))
            end++;
        return decimal.TryParse(mention.Text.AsSpan(at, end - at), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var bare) ? bare : null;
    }

    /// <summary>A number as it is printed in a line of arithmetic: 1.59万元.</summary>
    public static string Show(Mention mention) => Number(mention.Value) + mention.Unit;

    /// <summary>The same for a reckoned value.</summary>
    public static string Show(decimal value, Mention like) => Number(value) + like.Unit;

    /// <summary>A plain number with up to four digits behind the point.</summary>
    public static string Number(decimal value) => Math.Abs(value) >= 10_000 ? FigureText.Exact(decimal.Round(value, 2)) : value.ToString("0.####", CultureInfo.InvariantCulture);

    /// <summary>A percentage with one digit behind the point, or two where the text has them.</summary>
    public static string Percent(decimal value, decimal step = 0.1m) => value.ToString(step < 0.1m ? "0.00" : "0.0", CultureInfo.InvariantCulture) + "%";
}
