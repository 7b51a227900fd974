using System.Globalization;
using System.Xml;

namespace Jinguo.Office.Excel;

/// <summary>The cell styles of all workbooks we write, and their numbers in styles.xml.</summary>
internal static class WorkbookStyles
{
    internal const int Plain = 0;
    internal const int Title = 1;
    internal const int Subtitle = 2;
    internal const int Header = 3;
    internal const int Note = 4;
    internal const int Footer = 5;
    private const int FirstBody = 6;

    // In the order of ColumnFormat. 49 and 3, 4 are Excel's built-in numbers for text, #,##0 and #,##0.00; ours begin at 164.
    private static readonly int[] NumberFormats = [49, 3, 165, 166, 164, 167];

    private static readonly (int Id, string Code)[] OwnFormats =
        [(164, "yyyy\\-mm\\-dd"), (165, "#,##0.00"), (166, "0.0%"), (167, "yyyy\\-mm\\-dd\\ hh:mm")];

    internal static int Body(ColumnFormat format) => FirstBody + (int)format;

    internal static int Total(ColumnFormat format) => FirstBody + NumberFormats.Length + (int)format;

    // After the bodies and totals: words and bold words of printed tables, then their numbers by digits and marks.
    private static readonly int FirstPrinted = FirstBody + (2 * NumberFormats.Length);
    private const int FirstPrintedFormat = 170;
    private const int Decimals = 3;
    private const int Marks = 8;

    internal static int Printed(PrintedCell cell) => cell.Style switch
    {
        PrintedStyle.Title => Title,
        PrintedStyle.Note => Note,
        PrintedStyle.Heading => Header,
        PrintedStyle.Words => FirstPrinted + (cell.Marks.HasFlag(PrintedMarks.Total) ? 1 : 0),
        _ => FirstPrinted + 2 + (Math.Clamp(cell.Decimals, 0, Decimals - 1) * Marks) + (int)cell.Marks,
    };

    private static string PrintedFormat(int decimals, PrintedMarks marks) =>
        (marks.HasFlag(PrintedMarks.Approximate) ? "\"约\"" : "")
        + "#,##0" + (decimals == 0 ? "" : "." + new string('0', decimals))
        + (marks.HasFlag(PrintedMarks.ByHand) ? "\"※\"" : "");

    private static IEnumerable<(int Id, string Code)> PrintedFormats() =>
        from decimals in Enumerable.Range(0, Decimals)
        from marks in Enumerable.Range(0, Marks)
        select (FirstPrintedFormat + (decimals * Marks) + marks, PrintedFormat(decimals, (PrintedMarks)marks));

    internal static void Write(XmlWriter xml)
    {
        xml.WriteStartElement("styleSheet", "http://schemas.openxmlformats.org/spreadsheetml/2006/main");
        xml.WriteStartElement("numFmts");
        (int Id, string Code)[] formats = [.. OwnFormats, .. PrintedFormats()];
        xml.WriteAttributeString("count", Text(formats.Length));
        foreach (var (id, code) in formats)
        {
            xml.WriteStartElement("numFmt");
            xml.WriteAttributeString("numFmtId", Text(id));
            xml.WriteAttributeString("formatCode", code);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteRaw("""
            <fonts count="4"><font><sz val="11"/><name val="宋体"/><charset val="134"/></font><font><b/><sz val="18"/><name val="宋体"/><charset val="134"/></font><font><b/><sz val="11"/><name val="宋体"/><charset val="134"/></font><font><sz val="10"/><color rgb="FF595959"/><name val="宋体"/><charset val="134"/></font></fonts>
            <fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFF2F2F2"/><bgColor indexed="64"/></patternFill></fill></fills>
            <borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style="thin"><color auto="1"/></left><right style="thin"><color auto="1"/></right><top style="thin"><color auto="1"/></top><bottom style="thin"><color auto="1"/></bottom><diagonal/></border></borders>
            <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
            """);
        WriteFormats(xml);
        xml.WriteRaw("""<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles>""");
        xml.WriteEndElement();
    }

    private static void WriteFormats(XmlWriter xml)
    {
        xml.WriteStartElement("cellXfs");
        xml.WriteAttributeString("count", Text(FirstPrinted + 2 + (Decimals * Marks)));
        WriteFormat(xml, 0, font: 0, fill: 0, border: 0, null, wrap: false);
        WriteFormat(xml, 0, font: 1, fill: 0, border: 0, "center", wrap: true);
        WriteFormat(xml, 0, font: 3, fill: 0, border: 0, "left", wrap: true);
        WriteFormat(xml, 49, font: 2, fill: 2, border: 1, "center", wrap: true);
        WriteFormat(xml, 49, font: 0, fill: 0, border: 0, "left", wrap: true);
        WriteFormat(xml, 0, font: 0, fill: 0, border: 0, "left", wrap: false);
        foreach (var font in (ReadOnlySpan<int>)[0, 2])
        {
            for (var i = 0; i < NumberFormats.Length; i++)
            {
                var align = (ColumnFormat)i switch
                {
                    ColumnFormat.Text => "left",
                    ColumnFormat.Date or ColumnFormat.DateTime => "center",
                    _ => "right",
                };
                WriteFormat(xml, NumberFormats[i], font, fill: 0, border: 1, align, wrap: i == (int)ColumnFormat.Text);
            }
        }

        WriteFormat(xml, 49, font: 0, fill: 0, border: 1, "left", wrap: true);
        WriteFormat(xml, 49, font: 2, fill: 0, border: 1, "left", wrap: true);
        foreach (var (id, _) in PrintedFormats())
        {
            var isTotal = ((PrintedMarks)((id - FirstPrintedFormat) % Marks)).HasFlag(PrintedMarks.Total);
            WriteFormat(xml, id, font: isTotal ? 2 : 0, fill: 0, border: 1, "right", wrap: false);
        }

        xml.WriteEndElement();
    }

    private static void WriteFormat(XmlWriter xml, int number, int font, int fill, int border, string? align, bool wrap)
    {
        xml.WriteStartElement("xf");
        xml.WriteAttributeString("numFmtId", Text(number));
        xml.WriteAttributeString("fontId", Text(font));
        xml.WriteAttributeString("fillId", Text(fill));
        xml.WriteAttributeString("borderId", Text(border));
        xml.WriteAttributeString("xfId", "0");
        xml.WriteAttributeString("applyNumberFormat", number == 0 ? "0" : "1");
        xml.WriteAttributeString("applyFont", "1");
        xml.WriteAttributeString("applyFill", "1");
        xml.WriteAttributeString("applyBorder", "1");
        if (align is not null)
        {
            xml.WriteAttributeString("applyAlignment", "1");
            xml.WriteStartElement("alignment");
            xml.WriteAttributeString("horizontal", align);
            xml.WriteAttributeString("vertical", "center");
            if (wrap)
            {
                xml.WriteAttributeString("wrapText", "1");
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
