using System.Globalization;
using System.Text;
using System.Xml;

namespace Jinguo.Office.Excel;

/// <summary>Text as the XML of a workbook can hold it.</summary>
internal static class XlsxText
{
    /// <summary>Excel's limit for one cell; a longer text makes it "repair" the file.</summary>
    private const int Longest = 32_767;

    /// <summary>
    /// Control characters as _xHHHH_, Excel's own way, and texts that look like that escaped;
    /// cut at 32,767 characters.
    /// </summary>
    internal static string Escape(string text)
    {
        var cut = text.Length <= Longest ? text : text[..(Longest - 1)] + "…";
        var clean = Clean(cut);
        if (!clean.Any(c => c < ' ') && !clean.Contains("_x", StringComparison.Ordinal))
        {
            return clean;
        }

        var escaped = new StringBuilder(clean.Length + 16);
        for (var i = 0; i < clean.Length; i++)
        {
            var c = clean[i];
            if (c is < ' ' and not '\t' and not '\n' || (c == '_' && LooksEscaped(clean, i)))
            {
                escaped.Append(CultureInfo.InvariantCulture, $"_x{(int)c:X4}_");
            }
            else
            {
                escaped.Append(c);
            }
        }

        return escaped.ToString();
    }

    /// <summary>Half surrogate pairs and U+FFFE, U+FFFF, which no file can hold, as the replacement character.</summary>
    internal static string Clean(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]) || text[i] >= '\uFFFE')
            {
                return string.Concat(text.EnumerateRunes()).Replace('\uFFFE', '\uFFFD').Replace('\uFFFF', '\uFFFD');
            }
        }

        return text;
    }

    internal static void WriteTextElement(XmlWriter xml, string text)
    {
        var escaped = Escape(text);
        xml.WriteStartElement("t");
        if (escaped.Length > 0 && (char.IsWhiteSpace(escaped[0]) || char.IsWhiteSpace(escaped[^1]) || escaped.Contains('\n', StringComparison.Ordinal)))
        {
            xml.WriteAttributeString("xml", "space", null, "preserve");
        }

        xml.WriteString(escaped);
        xml.WriteEndElement();
    }

    private static bool LooksEscaped(string text, int at) =>
        at + 6 < text.Length && text[at + 1] == 'x' && text[at + 6] == '_'
        && text.AsSpan(at + 2, 4).IndexOfAnyExceptInRange('0', 'f') < 0;
}
