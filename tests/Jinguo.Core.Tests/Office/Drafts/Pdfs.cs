using System.Globalization;
using System.Text;

namespace Jinguo.Core.Tests.Office.Drafts;

/// <summary>Small PDF files written by hand: lines of Chinese text on pages, no fonts inside, all that pdftotext needs.</summary>
internal static class Pdfs
{
    /// <summary>A file with a page for each list of lines.</summary>
    internal static byte[] Of(params string[][] pages) => Write(pages, encrypt: "");

    /// <summary>A file that nobody can open without its password.</summary>
    internal static byte[] Encrypted() => Write(
        [["12"]],
        $"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{string.Concat(Enumerable.Repeat("AB", 32))}> /U <{string.Concat(Enumerable.Repeat("CD", 32))}> >> /ID [<00><00>]");

    private static byte[] Write(string[][] pages, string encrypt)
    {
        // 1 catalogue, 2 pages, 3 font, 4 its letters, 5 their code, then a page and its content by turns.
        var letters = pages.SelectMany(lines => lines).SelectMany(line => line).Distinct().ToList();
        var code = new StringBuilder("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def 1 begincodespacerange <0000> <FFFF> endcodespacerange\n");
        foreach (var some in letters.Chunk(100))
        {
            code.Append(CultureInfo.InvariantCulture, $"{some.Length} beginbfchar\n{string.Concat(some.Select(letter => $"<{(int)letter:X4}> <{(int)letter:X4}>\n"))}endbfchar\n");
        }

        var objects = new List<string>
        {
            "<< /Type /Catalog /Pages 2 0 R >>",
            $"<< /Type /Pages /Count {pages.Length} /Kids [{string.Join(' ', pages.Index().Select(page => $"{6 + 2 * page.Index} 0 R"))}] >>",
            "<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
            "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /DW 1000 /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor << /Type /FontDescriptor /FontName /A /Flags 4 /ItalicAngle 0 /Ascent 900 /Descent -100 /CapHeight 900 /StemV 80 /FontBBox [0 -100 1000 900] >> >>",
            Stream(code.Append("endcmap end end").ToString()),
        };
        foreach (var (index, lines) in pages.Index())
        {
            objects.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents {7 + 2 * index} 0 R >>");
            var shown = lines.Select(line => $"<{string.Concat(line.Select(letter => ((int)letter).ToString("X4", CultureInfo.InvariantCulture)))}> Tj 0 -20 Td\n");
            objects.Add(Stream(lines.Length == 0 ? "" : $"BT /F 14 Tf 80 760 Td {string.Concat(shown)}ET"));
        }

        var file = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        foreach (var (index, one) in objects.Index())
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{index + 1} 0 obj\n{one}\nendobj\n");
        }

        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n{string.Concat(places.Select(place => $"{place:D10} 00000 n \n"))}");
        file.Append(CultureInfo.InvariantCulture, $"trailer << /Size {objects.Count + 1} /Root 1 0 R {encrypt} >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(file.ToString());
    }

    private static string Stream(string content) => $"<< /Length {content.Length} >>\nstream\n{content}\nendstream";
}
