using System.Globalization;
using System.Xml;

namespace Jinguo.Office.Excel;

/// <summary>
/// Walks through a sheet's XML beside the library that reads it, and finds formulas stored without a value, and errors.
/// </summary>
internal sealed class XlsxHiddenCells : HiddenCells
{
    private readonly XmlReader _xml;
    private readonly List<SheetCell> _cells = [];
    private int _row;
    private bool _atEnd;

    internal XlsxHiddenCells(Stream sheetPart) =>
        _xml = XmlReader.Create(sheetPart, new XmlReaderSettings
        {
            CloseInput = true,
            DtdProcessing = DtdProcessing.Prohibit,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        });

    internal override IReadOnlyList<SheetCell> InRow(int row)
    {
        while (_row < row && !_atEnd)
        {
            ReadNextRow();
        }

        return _row == row ? _cells : [];
    }

    public override void Dispose() => _xml.Dispose();

    private void ReadNextRow()
    {
        _cells.Clear();
        while (_xml.Read())
        {
            if (_xml.NodeType == XmlNodeType.Element && _xml.LocalName == "row")
            {
                _row = int.TryParse(_xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : _row + 1;
                if (!_xml.IsEmptyElement)
                {
                    ReadCells();
                }

                return;
            }
        }

        _atEnd = true;
        _row = int.MaxValue;
    }

    private void ReadCells()
    {
        var column = 0;
        while (_xml.Read() && !(_xml.NodeType == XmlNodeType.EndElement && _xml.LocalName == "row"))
        {
            if (_xml.NodeType != XmlNodeType.Element || _xml.LocalName != "c")
            {
                continue;
            }

            column = ColumnLetter.ColumnOf(_xml.GetAttribute("r")) is > 0 and var c ? c : column + 1;
            if (!_xml.IsEmptyElement && ReadHidden(column, _xml.GetAttribute("t")) is { } hidden)
            {
                _cells.Add(hidden);
            }
        }
    }

    private SheetCell? ReadHidden(int column, string? type)
    {
        var (hasFormula, hasValue, inValue, value) = (false, false, false, "");
        while (_xml.Read() && !(_xml.NodeType == XmlNodeType.EndElement && _xml.LocalName == "c"))
        {
            if (_xml.NodeType == XmlNodeType.Element)
            {
                hasFormula |= _xml.LocalName == "f";
                inValue = _xml.LocalName == "v";
                // A formula whose result is the empty text has <v></v>; other programs write that for "not computed".
                hasValue |= _xml.LocalName == "is" || (inValue && type == "str");
            }
            else if (inValue && _xml.NodeType is (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace))
            {
                hasValue = true;
                value = _xml.Value;
            }
            else if (_xml.NodeType == XmlNodeType.EndElement)
            {
                inValue = false;
            }
        }

        return type == "e" && hasValue ? new SheetCell(column, CellKind.Error, value)
            : hasFormula && !hasValue ? new SheetCell(column, CellKind.FormulaWithoutValue, "")
            : null;
    }
}
