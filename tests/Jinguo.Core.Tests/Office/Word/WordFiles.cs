using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Jinguo.Office.Word;

namespace Jinguo.Core.Tests.Office.Word;

/// <summary>Word files for the tests, made of raw WordprocessingML as Word and WPS write it.</summary>
internal static class WordFiles
{
    private const string Namespaces = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    /// <summary>A plain paragraph.</summary>
    internal static string P(string text) => $"<w:p><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>";

    internal static MemoryStream Of(string bodyXml, string? headerXml = null, string width = "11906")
    {
        var file = new MemoryStream();
        using (var package = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            var main = package.AddMainDocumentPart();
            var section = $"<w:pgSz w:w=\"{width}\" w:h=\"16838\"/><w:pgMar w:top=\"2098\" w:right=\"1474\" w:bottom=\"1984\" w:left=\"1587\" w:header=\"851\" w:footer=\"992\" w:gutter=\"0\"/>";
            if (headerXml is not null)
            {
                var header = main.AddNewPart<HeaderPart>();
                header.Header = new Header($"<w:hdr {Namespaces}>{headerXml}</w:hdr>");
                section = $"<w:headerReference xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" w:type=\"default\" r:id=\"{main.GetIdOfPart(header)}\"/>" + section;
            }

            main.Document = new Document($"<w:document {Namespaces}><w:body>{bodyXml}<w:sectPr>{section}</w:sectPr></w:body></w:document>");
        }

        file.Position = 0;
        return file;
    }

    /// <summary>A zip with empty entries of these names.</summary>
    internal static MemoryStream Zip(params string[] entries) => Zip([.. entries.Select(entry => (entry, ""))]);

    /// <summary>A zip with these entries.</summary>
    internal static MemoryStream Zip(params (string Name, string Text)[] entries)
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        file.Position = 0;
        return file;
    }

    /// <summary>A Word file whose document.xml is given whole, as no library would write it.</summary>
    internal static MemoryStream OfDocumentXml(string xml, string ending = "xml") => Zip(
        ("[Content_Types].xml", $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="{ending}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""),
        ("_rels/.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.{ending}"/></Relationships>"""),
        ($"word/document.{ending}", xml));

    /// <summary>A document.xml around a body.</summary>
    internal static string DocumentXml(string bodyXml, string before = "") => $"{before}<w:document {Namespaces}><w:body>{bodyXml}</w:body></w:document>";

    internal static MemoryStream Fill(MemoryStream template, Func<Placeholder, Filling> answer, Action<WordTemplate>? more = null)
    {
        using var opened = WordTemplate.Open(template);
        opened.Fill(answer);
        more?.Invoke(opened);
        var filled = new MemoryStream();
        opened.Save(filled);
        filled.Position = 0;
        return filled;
    }

    /// <summary>The text of the body, one line per paragraph, blank ones left out.</summary>
    internal static string[] Lines(MemoryStream file)
    {
        file.Position = 0;
        return [.. WordText.Read(file).Select(p => p.Text).Where(t => t.Length > 0)];
    }

    internal static string BodyXml(MemoryStream file)
    {
        using var package = WordprocessingDocument.Open(file, isEditable: false);
        return package.MainDocumentPart!.Document.Body!.InnerXml;
    }

    internal static void AssertValid(MemoryStream file)
    {
        using var package = WordprocessingDocument.Open(file, isEditable: false);
        var errors = new OpenXmlValidator(FileFormatVersions.Office2019).Validate(package).ToList();
        Assert.True(errors.Count == 0, string.Join(Environment.NewLine, errors.Select(e => $"{e.Part?.Uri} {e.Path?.XPath} {e.Description}")));
    }
}
