using System.Globalization;
using System.Xml;

namespace Jinguo.Office.Excel;

/// <summary>A sheet of explanations: one wide column, one line per row.</summary>
internal static class NotesSheet
{
    internal static void Write(XmlWriter xml, IEnumerable<string> lines)
    {
        xml.WriteStartElement("worksheet", "http://schemas.openxmlformats.org/spreadsheetml/2006/main");
        xml.WriteRaw("""<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><cols><col min="1" max="1" width="100" customWidth="1"/></cols>""");
        xml.WriteStartElement("sheetData");
        var row = 0;
        foreach (var line in lines)
        {
            row++;
            xml.WriteStartElement("row");
            xml.WriteAttributeString("r", row.ToString(CultureInfo.InvariantCulture));
            CellXml.Write(xml, row, 1, line, WorkbookStyles.Note);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteRaw("""<pageSetup paperSize="9" orientation="portrait" fitToHeight="0"/>""");
        xml.WriteEndElement();
    }
}
