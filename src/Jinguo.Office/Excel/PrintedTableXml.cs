using System.Globalization;
using System.Xml;

namespace Jinguo.Office.Excel;

/// <summary>Writes a <see cref="PrintedTable"/> as the XML of its sheet.</summary>
internal static class PrintedTableXml
{
    internal static void Write(XmlWriter xml, PrintedTable table, bool isFirst)
    {
        xml.WriteStartElement("worksheet", "http://schemas.openxmlformats.org/spreadsheetml/2006/main");
        xml.WriteRaw("""<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>""");
        var corner = string.Create(CultureInfo.InvariantCulture, $"{ColumnLetter.Of(table.HeaderColumns + 1)}{table.LastHeaderRow + 1}");
        var (columns, pane) = table.HeaderColumns > 0 ? ($"xSplit=\"{table.HeaderColumns}\" ", "bottomRight") : ("", "bottomLeft");
        xml.WriteRaw(string.Create(
            CultureInfo.InvariantCulture,
            $"""<sheetViews><sheetView {(isFirst ? "tabSelected=\"1\" " : "")}showGridLines="0" workbookViewId="0"><pane {columns}ySplit="{table.LastHeaderRow}" topLeftCell="{corner}" activePane="{pane}" state="frozen"/></sheetView></sheetViews>"""));
        xml.WriteRaw("""<sheetFormatPr defaultRowHeight="18"/>""");
        WriteWidths(xml, table.Widths);
        WriteRows(xml, table);
        WriteMerged(xml, table);
        xml.WriteRaw("""<printOptions horizontalCentered="1"/><pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>""");
        xml.WriteRaw("""<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>""");
        xml.WriteRaw("<headerFooter><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter>");
        xml.WriteEndElement();
    }

    private static void WriteWidths(XmlWriter xml, IReadOnlyList<double> widths)
    {
        xml.WriteStartElement("cols");
        for (var i = 0; i < widths.Count; i++)
        {
            xml.WriteStartElement("col");
            xml.WriteAttributeString("min", Text(i + 1));
            xml.WriteAttributeString("max", Text(i + 1));
            xml.WriteAttributeString("width", widths[i].ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("customWidth", "1");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteRows(XmlWriter xml, PrintedTable table)
    {
        // A merged cell is drawn from all cells under it: each gets the borders.
        var cells = new SortedDictionary<(int Row, int Column), (PrintedCell Cell, bool IsFirst)>();
        foreach (var cell in table.Cells)
        {
            for (var row = cell.Row; row < cell.Row + cell.Rows; row++)
            {
                for (var column = cell.Column; column < cell.Column + cell.Columns; column++)
                {
                    cells.Add((row, column), (cell, row == cell.Row && column == cell.Column));
                }
            }
        }

        xml.WriteStartElement("sheetData");
        foreach (var row in cells.GroupBy(one => one.Key.Row))
        {
            xml.WriteStartElement("row");
            xml.WriteAttributeString("r", Text(row.Key));
            xml.WriteAttributeString("ht", Text(HeightOf(row.Select(one => one.Value.Cell), table)));
            xml.WriteAttributeString("customHeight", "1");
            foreach (var ((_, column), (cell, isFirst)) in row)
            {
                CellXml.Write(xml, row.Key, column, isFirst ? cell.Value : CellValue.None, WorkbookStyles.Printed(cell));
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    // Headings break into as many lines as their column is narrow.
    private static int HeightOf(IEnumerable<PrintedCell> cells, PrintedTable table)
    {
        var height = 18;
        foreach (var cell in cells)
        {
            var width = table.Widths.Skip(cell.Column - 1).Take(cell.Columns).Sum();
            var lines = cell.Value.ToString().Split('\n').Sum(line => (int)Math.Ceiling((line.Sum(letter => letter < 128 ? 1 : 2) + 1) / Math.Max(width, 1)));
            height = Math.Max(height, cell.Style == PrintedStyle.Title ? 34 : ((lines * 15) + 3) / cell.Rows);
        }

        return height;
    }

    private static void WriteMerged(XmlWriter xml, PrintedTable table)
    {
        var merged = table.Cells.Where(cell => cell.Rows > 1 || cell.Columns > 1).ToList();
        if (merged.Count == 0)
        {
            return;
        }

        xml.WriteStartElement("mergeCells");
        xml.WriteAttributeString("count", Text(merged.Count));
        foreach (var cell in merged)
        {
            xml.WriteStartElement("mergeCell");
            xml.WriteAttributeString("ref", string.Create(
                CultureInfo.InvariantCulture,
                $"{ColumnLetter.Of(cell.Column)}{cell.Row}:{ColumnLetter.Of(cell.Column + cell.Columns - 1)}{cell.Row + cell.Rows - 1}"));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
