using System.Text;

namespace Jinguo.Office.Excel;

/// <summary>How header texts are compared: 捐款金额（万元）*, 捐款 金额 and 捐款金额 name the same column.</summary>
public static class HeaderText
{
    /// <summary>
    /// The bare name for comparing: without white space, marks of required columns, and notes in brackets at the end;
    /// full-width letters and digits as half-width, in lower case.
    /// </summary>
    public static string Key(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var key = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKC))
        {
            if (!char.IsWhiteSpace(c) && c is not ('*' or ':' or '★' or '\u200B' or '\uFEFF'))
            {
                key.Append(char.ToLowerInvariant(c));
            }
        }

        var bare = key.ToString();
        var bracket = bare.EndsWith(')') ? bare.LastIndexOf('(') : -1;
        return bracket > 0 ? bare[..bracket] : bare;
    }

    /// <summary>The note in brackets at the end of a header, usually its unit: 万元 in 捐款金额（万元）; null if there is none.</summary>
    public static string? Note(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var normal = text.Normalize(NormalizationForm.FormKC).Trim().TrimEnd('*', '★', ':', ' ');
        var bracket = normal.EndsWith(')') ? normal.LastIndexOf('(') : -1;
        return bracket > 0 ? normal[(bracket + 1)..^1].Trim() : null;
    }

    internal static string OneLine(string text) =>
        string.Concat(text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Trim();
}
