using System.Text;

namespace Jinguo.Core.Base.Forms;

/// <summary>Typed text as it arrives from keyboards, phones and cells, made even before it is read.</summary>
internal static class WrittenText
{
    /// <summary>Nobody writes a number or a day with more letters; it bounds the work that a cell can cause.</summary>
    public const int LongestNumberOrDay = 100;

    /// <summary>Full-width letters, digits and signs become half-width; spaces of any kind at the ends go.</summary>
    public static string Even(string text)
    {
        var even = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            even.Append(letter switch
            {
                '\u3000' or '\u00A0' => ' ',
                >= '\uFF01' and <= '\uFF5E' => (char)(letter - 0xFEE0),
                _ => letter,
            });
        }

        return even.ToString().Trim();
    }

    /// <summary>Even text without any blank inside: for numbers and days.</summary>
    public static string Tight(string text) => string.Concat(Even(text).Where(letter => !char.IsWhiteSpace(letter)));
}
