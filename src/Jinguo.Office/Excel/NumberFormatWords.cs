using System.Globalization;
using System.Text;

namespace Jinguo.Office.Excel;

/// <summary>
/// The words a number format puts around a number: 0"余人" shows 50 as 50余人, and 余 says that it is a lower bound.
/// Digits are always given in full; rounding, 万 scaling and separators of the format are not repeated.
/// </summary>
internal static class NumberFormatWords
{
    internal static string Show(decimal number, string? format)
    {
        var plain = number.ToString("0.############################", CultureInfo.InvariantCulture);
        if (format is null)
        {
            return plain;
        }

        var (before, after) = Split(format);
        if (before.Contains('%', StringComparison.Ordinal) || after.Contains('%', StringComparison.Ordinal))
        {
            plain = (number * 100).ToString("0.############################", CultureInfo.InvariantCulture);
        }

        return before + plain + after;
    }

    private static (string Before, string After) Split(string format)
    {
        var before = new StringBuilder();
        var after = new StringBuilder();
        var seenDigit = false;
        for (var i = 0; i < format.Length && format[i] != ';'; i++)
        {
            var words = seenDigit ? after : before;
            switch (format[i])
            {
                case '"':
                    var end = format.IndexOf('"', i + 1);
                    end = end < 0 ? format.Length : end;
                    words.Append(format, i + 1, end - i - 1);
                    i = end;
                    break;
                case '[':
                    i = Math.Max(format.IndexOf(']', i), i);
                    break;
                case '_' or '*':
                    i++;
                    break;
                case '\\' or '!' when i + 1 < format.Length:
                    words.Append(format[++i]);
                    break;
                case '0' or '#' or '?':
                    // Words between the digits scale (0!.0,"万") or split (000-0000) the number: show it bare.
                    if (after.Length > 0)
                    {
                        return ("", "");
                    }

                    seenDigit = true;
                    break;
                case ',' when seenDigit && i + 1 < format.Length && format[i + 1] is not ('0' or '#' or '?'):
                    return ("", "");
                case '%' or > '\u007F':
                    words.Append(format[i]);
                    break;
            }
        }

        return seenDigit ? (before.ToString().Trim(), after.ToString().Trim()) : ("", "");
    }
}
