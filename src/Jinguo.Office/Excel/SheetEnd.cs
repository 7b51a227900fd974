using System.Globalization;
using System.Xml;

namespace Jinguo.Office.Excel;

/// <summary>What follows the rows in a sheet's XML, in the order the format demands.</summary>
internal static class SheetEnd
{
    // So many rows of a sheet for filling in keep their lists and prompts even if more rows are used than were prepared.
    private const int RowsWithRules = 5_000;

    internal static void Write(XmlWriter xml, SheetLayout layout, int headerRow, int lastRecord, List<string> merged, ChoiceLists choices)
    {
        var lastColumn = ColumnLetter.Of(layout.Columns.Count);
        xml.WriteStartElement("autoFilter");
        xml.WriteAttributeString("ref", string.Create(CultureInfo.InvariantCulture, $"A{headerRow}:{lastColumn}{lastRecord}"));
        xml.WriteEndElement();
        if (merged.Count > 0)
        {
            xml.WriteStartElement("mergeCells");
            xml.WriteAttributeString("count", merged.Count.ToString(CultureInfo.InvariantCulture));
            foreach (var range in merged)
            {
                xml.WriteStartElement("mergeCell");
                xml.WriteAttributeString("ref", range);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        WriteRules(xml, layout, headerRow, lastRecord, choices);
        xml.WriteRaw("""<printOptions horizontalCentered="1"/><pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>""");
        xml.WriteRaw($"""<pageSetup paperSize="9" orientation="{(layout.IsPortrait ? "portrait" : "landscape")}" fitToHeight="0"/>""");
        xml.WriteRaw("<headerFooter><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter>");
    }

    private static void WriteRules(XmlWriter xml, SheetLayout layout, int headerRow, int lastRecord, ChoiceLists choices)
    {
        var ruled = layout.Columns.Index().Where(c => c.Item.Choices.Count > 0 || c.Item.Prompt is not null).ToList();
        if (ruled.Count == 0)
        {
            return;
        }

        var lastRow = layout.RowsToFill > 0 ? Math.Max(headerRow + RowsWithRules, lastRecord) : Math.Max(lastRecord, headerRow + 1);
        xml.WriteStartElement("dataValidations");
        xml.WriteAttributeString("count", ruled.Count.ToString(CultureInfo.InvariantCulture));
        foreach (var (i, column) in ruled)
        {
            xml.WriteStartElement("dataValidation");
            if (column.Choices.Count > 0)
            {
                xml.WriteAttributeString("type", "list");
            }

            xml.WriteAttributeString("allowBlank", "1");
            xml.WriteAttributeString("showInputMessage", "1");
            xml.WriteAttributeString("showErrorMessage", "1");
            if (column.Choices.Count > 0)
            {
                xml.WriteAttributeString("errorTitle", "请从列表中选择");
                xml.WriteAttributeString("error", Cut($"“{column.Header}”只能填列表中的内容，请点单元格右边的箭头选择。", 225));
            }

            if (column.Prompt is { } prompt)
            {
                xml.WriteAttributeString("promptTitle", Cut(column.Header, 32));
                xml.WriteAttributeString("prompt", Cut(prompt, 255));
            }

            var letter = ColumnLetter.Of(i + 1);
            xml.WriteAttributeString("sqref", string.Create(CultureInfo.InvariantCulture, $"{letter}{headerRow + 1}:{letter}{lastRow}"));
            if (column.Choices.Count > 0)
            {
                xml.WriteElementString("formula1", choices.Add(column.Choices));
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static string Cut(string text, int longest) => text.Length <= longest ? text : text[..(longest - 1)] + "…";
}
