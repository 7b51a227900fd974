using System.Globalization;
using System.Xml;

namespace Jinguo.Office.Excel;

/// <summary>
/// Writes the rows of one sheet: title and header come by themselves before the first row, footer and print setup when it is disposed.
/// </summary>
public sealed class SheetWriter : IDisposable
{
    // Column widths stand before the rows in the file, so the first rows wait until the widths are known.
    private const int RowsMeasured = 100;

    private readonly XmlWriter _xml;
    private readonly SheetLayout _layout;
    private readonly ChoiceLists _choices;
    private readonly ColumnWidths _widths;
    private readonly List<(CellValue[] Cells, bool IsTotal)> _waiting = [];
    private readonly List<string> _merged = [];
    private readonly bool _isFirst;
    private bool _hasBegun;
    private bool _isClosed;
    private int _row;
    private int _lastTotal;

    internal SheetWriter(XmlWriter xml, SheetLayout layout, ChoiceLists choices, bool isFirst)
    {
        (_xml, _layout, _choices, _isFirst) = (xml, layout, choices, isFirst);
        _widths = new ColumnWidths(layout.Columns);
        HeaderRow = 1 + (layout.Title is null ? 0 : 1) + (layout.Subtitle is null ? 0 : 1);
    }

    internal int HeaderRow { get; }

    /// <summary>Told the last row of the table when the sheet is finished.</summary>
    internal Action<int>? Closed { get; set; }

    /// <summary>Writes a row.</summary>
    /// <param name="cells">At most one per column, in their order.</param>
    /// <exception cref="ArgumentException">More cells than columns.</exception>
    /// <exception cref="InvalidOperationException">The sheet is finished.</exception>
    public void Row(params ReadOnlySpan<CellValue> cells) => Add(cells, isTotal: false);

    /// <summary>Writes a row of totals in bold. Rows may follow.</summary>
    /// <inheritdoc cref="Row" />
    public void Total(params ReadOnlySpan<CellValue> cells) => Add(cells, isTotal: true);

    /// <inheritdoc />
    public void Dispose()
    {
        if (_isClosed)
        {
            return;
        }

        Begin();
        _isClosed = true;
        for (var i = 0; i < _layout.RowsToFill; i++)
        {
            WriteRow([], isTotal: false);
        }

        // Sorting and filtering must leave a total at the bottom alone.
        var lastRecord = Math.Max(_lastTotal > 0 && _lastTotal == _row ? _row - 1 : _row, HeaderRow);
        Closed?.Invoke(lastRecord);
        WriteFooter();
        _xml.WriteEndElement();
        SheetEnd.Write(_xml, _layout, HeaderRow, lastRecord, _merged, _choices);
        _xml.WriteEndElement();
        _xml.Dispose();
    }

    private void Add(ReadOnlySpan<CellValue> cells, bool isTotal)
    {
        ObjectDisposedException.ThrowIf(_isClosed, this);
        if (cells.Length > _layout.Columns.Count)
        {
            throw new ArgumentException("A row has more cells than the sheet has columns.", nameof(cells));
        }

        if (_hasBegun)
        {
            WriteRow(cells, isTotal);
            return;
        }

        _widths.Measure(cells);
        _waiting.Add((cells.ToArray(), isTotal));
        if (_waiting.Count == RowsMeasured)
        {
            Begin();
        }
    }

    private void Begin()
    {
        if (_hasBegun)
        {
            return;
        }

        _hasBegun = true;
        _xml.WriteStartElement("worksheet", "http://schemas.openxmlformats.org/spreadsheetml/2006/main");
        _xml.WriteRaw("""<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>""");
        var firstCell = string.Create(CultureInfo.InvariantCulture, $"A{HeaderRow + 1}");
        _xml.WriteRaw(string.Create(
            CultureInfo.InvariantCulture,
            $"""<sheetViews><sheetView {(_isFirst ? "tabSelected=\"1\" " : "")}workbookViewId="0"><pane ySplit="{HeaderRow}" topLeftCell="{firstCell}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="{firstCell}" sqref="{firstCell}"/></sheetView></sheetViews>"""));
        _xml.WriteRaw("""<sheetFormatPr defaultRowHeight="18" customHeight="1"/>""");
        _widths.Write(_xml);
        _xml.WriteStartElement("sheetData");
        WriteHead();
        foreach (var (cells, isTotal) in _waiting)
        {
            WriteRow(cells, isTotal);
        }

        _waiting.Clear();
    }

    private void WriteHead()
    {
        WriteMergedRow(_layout.Title, WorkbookStyles.Title, height: 36);
        WriteMergedRow(_layout.Subtitle, WorkbookStyles.Subtitle, height: 20);
        StartRow(height: 30);
        for (var i = 0; i < _layout.Columns.Count; i++)
        {
            var column = _layout.Columns[i];
            CellXml.Write(_xml, _row, i + 1, column.Header + (column.IsRequired ? "*" : ""), WorkbookStyles.Header);
        }

        _xml.WriteEndElement();
    }

    private void WriteMergedRow(string? text, int style, int height)
    {
        if (text is null)
        {
            return;
        }

        StartRow(height);
        CellXml.Write(_xml, _row, 1, text, style);
        _xml.WriteEndElement();
        if (_layout.Columns.Count > 1)
        {
            _merged.Add(string.Create(CultureInfo.InvariantCulture, $"A{_row}:{ColumnLetter.Of(_layout.Columns.Count)}{_row}"));
        }
    }

    private void WriteRow(ReadOnlySpan<CellValue> cells, bool isTotal)
    {
        var lines = _widths.LinesOf(cells);
        StartRow(height: lines == 1 ? null : lines * 15 + 3);
        _lastTotal = isTotal ? _row : _lastTotal;
        for (var i = 0; i < _layout.Columns.Count; i++)
        {
            var format = _layout.Columns[i].Format;
            var style = isTotal ? WorkbookStyles.Total(format) : WorkbookStyles.Body(format);
            CellXml.Write(_xml, _row, i + 1, i < cells.Length ? cells[i] : CellValue.None, style);
        }

        _xml.WriteEndElement();
    }

    private void WriteFooter()
    {
        if (_layout.Footer.Count == 0)
        {
            return;
        }

        StartRow(height: 30);
        CellXml.Write(_xml, _row, 1, string.Join("        ", _layout.Footer.Select(label => label + "：        ")), WorkbookStyles.Footer);
        _xml.WriteEndElement();
        if (_layout.Columns.Count > 1)
        {
            _merged.Add(string.Create(CultureInfo.InvariantCulture, $"A{_row}:{ColumnLetter.Of(_layout.Columns.Count)}{_row}"));
        }
    }

    private void StartRow(int? height)
    {
        _row++;
        _xml.WriteStartElement("row");
        _xml.WriteAttributeString("r", _row.ToString(CultureInfo.InvariantCulture));
        if (height is { } points)
        {
            _xml.WriteAttributeString("ht", points.ToString(CultureInfo.InvariantCulture));
        }
    }
}
