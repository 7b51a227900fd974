using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Jinguo.Office.Word;

namespace Jinguo.Office.Drafts;

/// <summary>
/// Puts the lines of a PDF together to paragraphs, so that no figure is cut from its unit at the end of a line: a PDF knows only
/// lines. A line that fills the page and ends no sentence goes on in the next.
/// </summary>
internal static partial class PdfLines
{
    /// <summary>In widths of a digit: a word or number that does not fit leaves so much room at the end of a full line.</summary>
    private const int LeftRoom = 12;

    private const double LeastShare = 0.7;
    private const int LinesPerOutlier = 20;

    /// <param name="pages">Lines as they stand on the pages, each page ended by a form feed.</param>
    /// <returns>Paragraphs divided by line feeds, without page numbers.</returns>
    internal static string Join(string pages)
    {
        var lines = pages.Split('\f').Index().SelectMany(page => Lines(page.Item, page.Index + 1)).ToList();
        // A table or drawing may stick out of the text; of the widest lines one in twenty does not count.
        var full = lines.Select(Width).OrderDescending().ElementAtOrDefault(lines.Count / LinesPerOutlier);
        var text = new StringBuilder(pages.Length);
        var last = "";
        foreach (var line in lines)
        {
            if (text.Length > 0)
            {
                text.Append(!GoesOn(last, line, full) ? "\n" : char.IsAscii(last[^1]) && char.IsAscii(line[0]) ? " " : "");
            }

            text.Append(line);
            last = line;
        }

        return text.ToString();
    }

    private static List<string> Lines(string page, int number)
    {
        var lines = page.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0).ToList();
        foreach (var edge in (int[])[lines.Count - 1, 0])
        {
            if (edge >= 0 && edge < lines.Count && IsPageNumber(lines[edge], number))
            {
                lines.RemoveAt(edge);
            }
        }

        return lines;
    }

    // A bare number may as well be the last cell of a table.
    private static bool IsPageNumber(string line, int number) =>
        PageNumber().IsMatch(line) || line.Trim() == number.ToString(CultureInfo.InvariantCulture);

    private static bool GoesOn(string line, string next, int full)
    {
        var width = Width(line);
        return width >= full * LeastShare && width >= full - LeftRoom
            && !EndsSentence(line)
            && !char.IsWhiteSpace(next[0])
            && TypedNumber.Find(next) is null
            // Numbers are never broken at the end of a line; these are cells of a table.
            && !(char.IsAsciiDigit(line[^1]) && char.IsAsciiDigit(next[0]));
    }

    private static bool EndsSentence(string line) =>
        line.AsSpan().TrimEnd("”’）)》") is [.., '。' or '！' or '？' or '；' or '：' or '!' or '?' or ';' or ':'];

    private static int Width(string line) => line.Sum(letter => letter < '\u2000' ? 1 : 2);

    [GeneratedRegex(@"^\s*([—–－―-]+\s*\d{1,4}\s*[—–－―-]+|第\s*\d{1,4}\s*页.{0,12})\s*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PageNumber();
}
