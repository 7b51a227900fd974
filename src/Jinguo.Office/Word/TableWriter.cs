using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;
using Jinguo.Office.Documents;

namespace Jinguo.Office.Word;

/// <summary>Writes tables: thin lines, bold header repeated on every page, rows never cut in two.</summary>
internal static class TableWriter
{
    /// <param name="table">The table.</param>
    /// <param name="widthPoints">Its width: that of the text.</param>
    /// <param name="runs">Writes the texts.</param>
    /// <param name="look">Look of the cells, or null for our table style.</param>
    internal static DocumentFormat.OpenXml.Wordprocessing.Table Write(
        Documents.Table table, double widthPoints, RunWriter runs, RunProperties? look = null)
    {
        var sum = table.Columns.Sum(c => c.Share);
        var widths = table.Columns.Select(c => Twips(widthPoints * c.Share / sum)).ToList();
        // Centred at full width: an indent would be taken differently by Word, older files and WPS.
        var written = new DocumentFormat.OpenXml.Wordprocessing.Table(
            new TableProperties(
                new TableWidth { Width = Twips(widthPoints), Type = TableWidthUnitValues.Dxa },
                new TableJustification { Val = TableRowAlignmentValues.Center },
                new TableBorders(
                    Line<TopBorder>(), Line<LeftBorder>(), Line<BottomBorder>(), Line<RightBorder>(), Line<InsideHorizontalBorder>(), Line<InsideVerticalBorder>()),
                new TableLayout { Type = TableLayoutValues.Fixed }),
            new TableGrid(widths.Select(w => new GridColumn { Width = w })));
        written.Append(Row([.. table.Columns.Select(c => (RichText)new TextRun(c.Header, IsBold: true))], isHeader: true));
        foreach (var row in table.Rows)
        {
            written.Append(Row(row, isHeader: false));
        }

        return written;

        TableRow Row(IReadOnlyList<RichText> cells, bool isHeader)
        {
            var properties = new TableRowProperties(new CantSplit());
            if (isHeader)
            {
                properties.Append(new TableHeader());
            }

            var line = new TableRow(properties);
            for (var i = 0; i < table.Columns.Count; i++)
            {
                var align = isHeader ? Alignment.Center : table.Columns[i].Alignment;
                line.Append(new TableCell(
                    new TableCellProperties(
                        new TableCellWidth { Width = widths[i], Type = TableWidthUnitValues.Dxa },
                        new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center }),
                    Cell(i < cells.Count ? cells[i] : RichText.Empty, align)));
            }

            return line;
        }

        DocumentFormat.OpenXml.Wordprocessing.Paragraph Cell(RichText text, Alignment align)
        {
            var properties = new ParagraphProperties();
            if (look is null)
            {
                properties.ParagraphStyleId = new ParagraphStyleId { Val = WordStyles.Cell };
            }
            else
            {
                properties.Indentation = new Indentation { FirstLine = "0", FirstLineChars = 0 };
            }

            properties.Justification = new Justification { Val = BlockWriter.Justify(align, JustificationValues.Left) };
            var paragraph = new DocumentFormat.OpenXml.Wordprocessing.Paragraph(properties);
            paragraph.Append(runs.Write(text, look));
            return paragraph;
        }
    }

    private static T Line<T>() where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Space = 0, Color = "auto" };

    private static string Twips(double points) => Math.Round(points * 20).ToString(CultureInfo.InvariantCulture);
}
