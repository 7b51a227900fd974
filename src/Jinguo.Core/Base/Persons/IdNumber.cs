using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Jinguo.Core.Base.Persons;

/// <summary>Sex as an ID number tells it.</summary>
public enum Sex
{
    /// <summary>女.</summary>
    Female = 1,

    /// <summary>男.</summary>
    Male = 2,
}

/// <summary>居民身份证号: 18 places, the last a check digit (GB 11643-1999). Only numbers that are right in themselves can be made.</summary>
public sealed record IdNumber
{
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    private IdNumber(string text, DateOnly born) => (Text, BirthDate) = (text, born);

    /// <summary>18 places, the last a digit or X.</summary>
    public string Text { get; }

    /// <summary>Day of birth.</summary>
    public DateOnly BirthDate { get; }

    /// <summary>Sex: the 17th digit, odd for men.</summary>
    public Sex Sex => (Text[16] - '0') % 2 == 0 ? Sex.Female : Sex.Male;

    /// <summary>Reads a number as typed: blanks within it, a small x and full-width digits are even.</summary>
    /// <param name="typed">The text.</param>
    /// <param name="number">The number.</param>
    /// <param name="problem">What is wrong with it, as the end of a sentence; the number itself is never repeated.</param>
    public static bool TryParse(string typed, [NotNullWhen(true)] out IdNumber? number, out string problem)
    {
        number = null;
        var text = string.Concat(typed.Normalize(System.Text.NormalizationForm.FormKC).Where(letter => !char.IsWhiteSpace(letter))).ToUpperInvariant();
        if (text.Length != 18 || text.Take(17).Any(letter => !char.IsAsciiDigit(letter)) || !(char.IsAsciiDigit(text[17]) || text[17] == 'X'))
            problem = "应是18位（最后一位可以是X），请对照证件核对。";
        else if (text[17] != CheckDigit(text))
            problem = "最后一位校验不符，多半有一位写错了，请对照证件核对。";
        else if (!DateOnly.TryParseExact(text.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var born) || born.Year < 1880)
            problem = "里面的出生日期不对，请对照证件核对。";
        else
        {
            (number, problem) = (new(text, born), "");
            return true;
        }
        return false;
    }

    /// <summary>The check digit of the first 17.</summary>
    /// <param name="digits">At least 17 digits.</param>
    public static char CheckDigit(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var at = 0; at < Weights.Length; at++)
            sum += (digits[at] - '0') * Weights[at];
        return "10X98765432"[sum % 11];
    }
}
