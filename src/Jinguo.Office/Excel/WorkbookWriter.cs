using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Jinguo.Office.Excel;

/// <summary>
/// Writes an .xlsx sheet by sheet and row by row; memory does not grow with the number of rows.
/// Dispose finishes the file; the stream stays open.
/// </summary>
public sealed class WorkbookWriter : IDisposable
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/";

    private readonly ZipArchive _zip;
    private readonly List<SheetEntry> _sheets = [];
    private readonly ChoiceLists _choices = new();
    private SheetWriter? _open;
    private bool _isFinished;

    /// <summary>Starts a workbook.</summary>
    /// <param name="target">Where it is written; need not be seekable.</param>
    public WorkbookWriter(Stream target) => _zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);

    private sealed record SheetEntry(string Name, bool IsHidden)
    {
        internal string? PrintTitles { get; set; }

        internal string? Filter { get; set; }
    }

    /// <summary>Begins a sheet. Dispose it (or begin the next, or finish the workbook) when its rows are written.</summary>
    /// <exception cref="ArgumentException">The layout has no columns.</exception>
    public SheetWriter AddSheet(SheetLayout layout)
    {
        ArgumentNullException.ThrowIfNull(layout);
        if (layout.Columns.Count == 0)
        {
            throw new ArgumentException("A sheet needs at least one column.", nameof(layout));
        }

        CloseSheet();
        var entry = new SheetEntry(SheetNames.Fit(layout.Name, _sheets.Select(s => s.Name)), IsHidden: false);
        _sheets.Add(entry);
        _open = new SheetWriter(CreatePart($"xl/worksheets/sheet{_sheets.Count}.xml"), layout, _choices, isFirst: _sheets.Count == 1);
        var header = _open.HeaderRow;
        entry.PrintTitles = string.Create(CultureInfo.InvariantCulture, $"{SheetNames.Quote(entry.Name)}!${header}:${header}");
        _open.Closed = lastRow => entry.Filter = string.Create(
            CultureInfo.InvariantCulture,
            $"{SheetNames.Quote(entry.Name)}!$A${header}:${ColumnLetter.Of(layout.Columns.Count)}${lastRow}");
        return _open;
    }

    /// <summary>Adds a sheet that is laid out for print.</summary>
    public void AddPrinted(PrintedTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        CloseSheet();
        var entry = new SheetEntry(SheetNames.Fit(table.Name, _sheets.Select(s => s.Name)), IsHidden: false);
        _sheets.Add(entry);
        entry.PrintTitles = string.Create(CultureInfo.InvariantCulture, $"{SheetNames.Quote(entry.Name)}!${table.FirstHeaderRow}:${table.LastHeaderRow}");
        using var xml = CreatePart($"xl/worksheets/sheet{_sheets.Count}.xml");
        PrintedTableXml.Write(xml, table, isFirst: _sheets.Count == 1);
    }

    /// <summary>Adds a sheet of text that explains how to fill in or read the workbook.</summary>
    /// <param name="name">Tab name, such as 填表说明.</param>
    /// <param name="lines">One line per row.</param>
    public void AddNotes(string name, IEnumerable<string> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        CloseSheet();
        _sheets.Add(new SheetEntry(SheetNames.Fit(name, _sheets.Select(s => s.Name)), IsHidden: false));
        using var xml = CreatePart($"xl/worksheets/sheet{_sheets.Count}.xml");
        NotesSheet.Write(xml, lines);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (_isFinished)
        {
            return;
        }

        _isFinished = true;
        CloseSheet();
        if (_sheets.Count == 0)
        {
            AddNotes("Sheet1", []);
        }

        WriteChoices();
        using (var xml = CreatePart("xl/styles.xml"))
        {
            WorkbookStyles.Write(xml);
        }

        WriteWorkbook();
        WriteRelations();
        WriteContentTypes();
        _zip.Dispose();
    }

    private void CloseSheet()
    {
        _open?.Dispose();
        _open = null;
    }

    private XmlWriter CreatePart(string path) =>
        XmlWriter.Create(_zip.CreateEntry(path, CompressionLevel.Fastest).Open(), new XmlWriterSettings
        {
            CloseOutput = true,
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            NewLineHandling = NewLineHandling.Entitize,
        });

    private void WriteChoices()
    {
        if (_choices.IsEmpty)
        {
            return;
        }

        _sheets.Add(new SheetEntry(ChoiceLists.SheetName, IsHidden: true));
        using var xml = CreatePart($"xl/worksheets/sheet{_sheets.Count}.xml");
        _choices.Write(xml);
    }

    private void WriteWorkbook()
    {
        using var xml = CreatePart("xl/workbook.xml");
        xml.WriteStartElement("workbook", Main);
        xml.WriteAttributeString("xmlns", "r", null, Relations);
        xml.WriteStartElement("sheets", Main);
        for (var i = 0; i < _sheets.Count; i++)
        {
            xml.WriteStartElement("sheet", Main);
            xml.WriteAttributeString("name", _sheets[i].Name);
            xml.WriteAttributeString("sheetId", (i + 1).ToString(CultureInfo.InvariantCulture));
            if (_sheets[i].IsHidden)
            {
                xml.WriteAttributeString("state", "hidden");
            }

            xml.WriteAttributeString("id", Relations, string.Create(CultureInfo.InvariantCulture, $"rId{i + 1}"));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        WriteNames(xml);
        xml.WriteEndElement();
    }

    private void WriteNames(XmlWriter xml)
    {
        if (!_sheets.Exists(s => s.PrintTitles is not null))
        {
            return;
        }

        xml.WriteStartElement("definedNames", Main);
        for (var i = 0; i < _sheets.Count; i++)
        {
            WriteName(xml, "_xlnm._FilterDatabase", i, _sheets[i].Filter, isHidden: true);
            WriteName(xml, "_xlnm.Print_Titles", i, _sheets[i].PrintTitles, isHidden: false);
        }

        xml.WriteEndElement();
    }

    private static void WriteName(XmlWriter xml, string name, int sheet, string? range, bool isHidden)
    {
        if (range is null)
        {
            return;
        }

        xml.WriteStartElement("definedName", Main);
        xml.WriteAttributeString("name", name);
        xml.WriteAttributeString("localSheetId", sheet.ToString(CultureInfo.InvariantCulture));
        if (isHidden)
        {
            xml.WriteAttributeString("hidden", "1");
        }

        xml.WriteString(range);
        xml.WriteEndElement();
    }

    private void WriteRelations()
    {
        using (var xml = CreatePart("_rels/.rels"))
        {
            xml.WriteStartElement("Relationships", Package + "relationships");
            WriteRelation(xml, "rId1", "officeDocument", "xl/workbook.xml");
            xml.WriteEndElement();
        }

        using var parts = CreatePart("xl/_rels/workbook.xml.rels");
        parts.WriteStartElement("Relationships", Package + "relationships");
        for (var i = 1; i <= _sheets.Count; i++)
        {
            WriteRelation(parts, $"rId{i}", "worksheet", $"worksheets/sheet{i}.xml");
        }

        WriteRelation(parts, $"rId{_sheets.Count + 1}", "styles", "styles.xml");
        parts.WriteEndElement();
    }

    private static void WriteRelation(XmlWriter xml, string id, string kind, string target)
    {
        xml.WriteStartElement("Relationship", Package + "relationships");
        xml.WriteAttributeString("Id", id);
        xml.WriteAttributeString("Type", Relations + "/" + kind);
        xml.WriteAttributeString("Target", target);
        xml.WriteEndElement();
    }

    private void WriteContentTypes()
    {
        const string type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        using var xml = CreatePart("[Content_Types].xml");
        xml.WriteStartElement("Types", Package + "content-types");
        WriteType("Default", "Extension", "rels", "application/vnd.openxmlformats-package.relationships+xml");
        WriteType("Default", "Extension", "xml", "application/xml");
        WriteType("Override", "PartName", "/xl/workbook.xml", type + "sheet.main+xml");
        WriteType("Override", "PartName", "/xl/styles.xml", type + "styles+xml");
        for (var i = 1; i <= _sheets.Count; i++)
        {
            WriteType("Override", "PartName", $"/xl/worksheets/sheet{i}.xml", type + "worksheet+xml");
        }

        xml.WriteEndElement();

        void WriteType(string element, string key, string of, string contentType)
        {
            xml.WriteStartElement(element, Package + "content-types");
            xml.WriteAttributeString(key, of);
            xml.WriteAttributeString("ContentType", contentType);
            xml.WriteEndElement();
        }
    }
}
