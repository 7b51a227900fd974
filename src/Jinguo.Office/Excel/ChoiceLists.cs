using System.Globalization;
using System.Xml;

namespace Jinguo.Office.Excel;

/// <summary>
/// The lists of allowed values, kept in a hidden sheet with one column per list:
/// written into the rule itself they may have 255 characters at most and no comma.
/// </summary>
internal sealed class ChoiceLists
{
    internal const string SheetName = "选项";

    private readonly List<IReadOnlyList<string>> _lists = [];

    internal bool IsEmpty => _lists.Count == 0;

    /// <summary>Keeps a list and returns the formula that refers to it.</summary>
    internal string Add(IReadOnlyList<string> choices)
    {
        var at = _lists.FindIndex(l => l.SequenceEqual(choices, StringComparer.Ordinal));
        if (at < 0)
        {
            at = _lists.Count;
            _lists.Add(choices);
        }

        var column = ColumnLetter.Of(at + 1);
        return string.Create(CultureInfo.InvariantCulture, $"{SheetNames.Quote(SheetName)}!${column}$1:${column}${choices.Count}");
    }

    internal void Write(XmlWriter xml)
    {
        xml.WriteStartElement("worksheet", "http://schemas.openxmlformats.org/spreadsheetml/2006/main");
        xml.WriteStartElement("sheetData");
        for (var row = 0; row < _lists.Max(l => l.Count); row++)
        {
            xml.WriteStartElement("row");
            xml.WriteAttributeString("r", (row + 1).ToString(CultureInfo.InvariantCulture));
            for (var column = 0; column < _lists.Count; column++)
            {
                if (row < _lists[column].Count)
                {
                    CellXml.Write(xml, row + 1, column + 1, _lists[column][row], WorkbookStyles.Plain);
                }
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }
}
