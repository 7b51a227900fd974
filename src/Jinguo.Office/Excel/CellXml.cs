using System.Globalization;
using System.Xml;

namespace Jinguo.Office.Excel;

/// <summary>Writes one cell. Every cell carries its reference (A1): some readers skip cells without it.</summary>
internal static class CellXml
{
    private static readonly DateTime FirstDay = new(1900, 3, 1);

    internal static void Write(XmlWriter xml, int row, int column, CellValue value, int style)
    {
        xml.WriteStartElement("c");
        xml.WriteAttributeString("r", string.Create(CultureInfo.InvariantCulture, $"{ColumnLetter.Of(column)}{row}"));
        if (style != WorkbookStyles.Plain)
        {
            xml.WriteAttributeString("s", style.ToString(CultureInfo.InvariantCulture));
        }

        if (value.Number is { } number)
        {
            xml.WriteElementString("v", number.ToString(CultureInfo.InvariantCulture));
        }
        else if (value.Date is { } date && date >= FirstDay)
        {
            xml.WriteElementString("v", date.ToOADate().ToString("R", CultureInfo.InvariantCulture));
        }
        else if (value.ToString() is { Length: > 0 } text)
        {
            // Also days before Excel's calendar.
            xml.WriteAttributeString("t", "inlineStr");
            xml.WriteStartElement("is");
            XlsxText.WriteTextElement(xml, text);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}
