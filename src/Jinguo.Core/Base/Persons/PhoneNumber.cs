using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Jinguo.Core.Base.Persons;

/// <summary>A telephone number in its normal form: digits alone, without 86. A mobile number has 11 and begins with 1.</summary>
public sealed record PhoneNumber
{
    private PhoneNumber(string text) => Text = text;

    /// <summary>The digits.</summary>
    public string Text { get; }

    /// <summary>Reads a number as typed: blanks, hyphens, brackets and +86 fall away.</summary>
    public static bool TryParse(string typed, [NotNullWhen(true)] out PhoneNumber? number)
    {
        number = null;
        var text = new StringBuilder();
        foreach (var letter in typed.Normalize(NormalizationForm.FormKC))
        {
            if (char.IsAsciiDigit(letter))
                text.Append(letter);
            else if (!char.IsWhiteSpace(letter) && letter is not ('-' or '(' or ')' or '+' or '－' or '—'))
                return false;
        }
        var digits = text.ToString();
        if (digits.Length == 13 && digits.StartsWith("86", StringComparison.Ordinal))
            digits = digits[2..];
        var isMobile = digits.Length == 11 && digits[0] == '1' && digits[1] >= '3';
        // With its area code (010-12345678, 0371-66666666) or, within a county, without.
        var isFixed = digits.Length is >= 10 and <= 12 && digits[0] == '0' || digits.Length is 7 or 8 && digits[0] is not ('0' or '1');
        if (!isMobile && !isFixed)
            return false;
        number = new(digits);
        return true;
    }
}
