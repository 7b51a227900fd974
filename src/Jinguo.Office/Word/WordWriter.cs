using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Jinguo.Office.Word;

/// <summary>Writes a document as .docx in the layout of Chinese official documents.</summary>
public static class WordWriter
{
    /// <summary>Writes the whole file.</summary>
    /// <param name="document">The document.</param>
    /// <param name="house">The look; <see cref="HouseStyle.Standard"/> is GB/T 9704.</param>
    /// <param name="target">Where it is written; need not be seekable, stays open.</param>
    /// <exception cref="ArgumentException">A heading's level is not 1 to 4.</exception>
    public static void Write(Documents.Document document, HouseStyle house, Stream target)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(house);
        ArgumentNullException.ThrowIfNull(target);
        using var file = new MemoryStream();
        using (var package = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            package.PackageProperties.Title = document.Title;
            package.PackageProperties.Creator = document.Author;
            var main = package.AddMainDocumentPart();
            var body = new Body();
            main.Document = new Document(body);
            var blocks = new BlockWriter(main, house);
            if (document.Title.Length > 0)
            {
                body.Append(blocks.Title(document.Title));
            }

            body.Append(blocks.Write(document.Blocks));
            WordPage.EvenAndOdd(main);
            body.Append(WordPage.Section(main, house));
        }

        file.Position = 0;
        file.CopyTo(target);
    }
}
