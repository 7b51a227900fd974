using System.Globalization;
using System.Xml;

namespace Jinguo.Office.Excel;

/// <summary>Widths that show the content: a Chinese character takes two half-width ones.</summary>
internal sealed class ColumnWidths
{
    private const double Narrowest = 8;
    private const double Widest = 42;
    // Excel allows rows of 409 points.
    private const int MostLines = 27;

    private readonly IReadOnlyList<SheetColumn> _columns;
    private readonly double[] _widths;

    internal ColumnWidths(IReadOnlyList<SheetColumn> columns)
    {
        _columns = columns;
        _widths = [.. columns.Select(c => Math.Max(Least(c.Format), WidthOf(c.Header) + (c.IsRequired ? 4 : 3)))];
    }

    internal void Measure(ReadOnlySpan<CellValue> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            // Room for separators and decimals of the format.
            var room = _columns[i].Format is ColumnFormat.Integer or ColumnFormat.Money ? 1.4 : 1.1;
            _widths[i] = Math.Max(_widths[i], WidthOf(cells[i].ToString()) * room + 2);
        }
    }

    internal void Write(XmlWriter xml)
    {
        xml.WriteStartElement("cols");
        for (var i = 0; i < _widths.Length; i++)
        {
            var number = (i + 1).ToString(CultureInfo.InvariantCulture);
            xml.WriteStartElement("col");
            xml.WriteAttributeString("min", number);
            xml.WriteAttributeString("max", number);
            xml.WriteAttributeString("width", Final(i).ToString("0.##", CultureInfo.InvariantCulture));
            xml.WriteAttributeString("customWidth", "1");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    /// <summary>How many lines the texts of a row take at most when they are wrapped.</summary>
    internal int LinesOf(ReadOnlySpan<CellValue> cells)
    {
        var most = 1;
        for (var i = 0; i < cells.Length; i++)
        {
            if (cells[i].Text is { } text && _columns[i].Format == ColumnFormat.Text)
            {
                var room = Final(i) - 1;
                most = Math.Max(most, text.Split('\n').Sum(line => Math.Max(1, (int)Math.Ceiling(WidthOf(line) / room))));
            }
        }

        return Math.Min(most, MostLines);
    }

    private double Final(int column) => _columns[column].Width ?? Math.Clamp(_widths[column], Narrowest, Widest);

    private static double Least(ColumnFormat format) => format switch
    {
        ColumnFormat.Date => 12,
        ColumnFormat.DateTime => 18,
        ColumnFormat.Money => 12,
        _ => Narrowest,
    };

    private static int WidthOf(string text) => text.Split('\n').Max(line => line.Sum(c => c < 0x2E80 ? 1 : 2));
}
