using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Jinguo.Office.Word;

/// <summary>The page of GB/T 9704: A4, 版心, and page numbers — 1 — outside at the foot.</summary>
internal static class WordPage
{
    private const double A4Width = 210;
    private const double A4Height = 297;
    private const double PointsPerMillimetre = 72 / 25.4;

    internal static double TextWidthPoints(HouseStyle house) => (A4Width - house.LeftMargin - house.RightMargin) * PointsPerMillimetre;

    /// <summary>Between the margins of a document's last section; of the standard where it does not tell.</summary>
    internal static double TextWidthPoints(MainDocumentPart main)
    {
        var section = main.Document.Body!.Descendants<SectionProperties>().LastOrDefault();
        var margin = section?.GetFirstChild<PageMargin>();
        return section?.GetFirstChild<PageSize>()?.Width.OrNull() is { } page && margin?.Left.OrNull() is { } left && margin.Right.OrNull() is { } right
            ? Math.Max(72, ((double)page - left - right) / 20)
            : TextWidthPoints(HouseStyle.Standard);
    }

    internal static SectionProperties Section(MainDocumentPart main, HouseStyle house)
    {
        return new SectionProperties(
            new FooterReference { Type = HeaderFooterValues.Default, Id = Footer(main, house, JustificationValues.Right) },
            new FooterReference { Type = HeaderFooterValues.Even, Id = Footer(main, house, JustificationValues.Left) },
            new PageSize { Width = Twips(A4Width), Height = Twips(A4Height) },
            new PageMargin
            {
                Top = (int)Twips(house.TopMargin).Value,
                Bottom = (int)Twips(house.BottomMargin).Value,
                Left = Twips(house.LeftMargin),
                Right = Twips(house.RightMargin),
                Header = Twips(15),
                // The number stands 7 mm under 版心.
                Footer = Twips(house.BottomMargin - 12),
                Gutter = 0,
            },
            new DocGrid
            {
                Type = DocGridValues.Lines,
                LinePitch = (int)Math.Round(house.LineSpacing * 20),
            });
    }

    internal static void EvenAndOdd(MainDocumentPart main)
    {
        var part = main.DocumentSettingsPart ?? main.AddNewPart<DocumentSettingsPart>();
        part.Settings = new Settings(
            new EvenAndOddHeaders(),
            new CharacterSpacingControl { Val = CharacterSpacingValues.CompressPunctuation },
            new Compatibility(new CompatibilitySetting
            {
                Name = CompatSettingNameValues.CompatibilityMode,
                Uri = "http://schemas.microsoft.com/office/word",
                Val = "15",
            }));
    }

    private static UInt32Value Twips(double millimetres) => (uint)Math.Round(millimetres * PointsPerMillimetre * 20);

    private static string Footer(MainDocumentPart main, HouseStyle house, JustificationValues side)
    {
        var part = main.AddNewPart<FooterPart>();
        // 空一字: one character in from the edge. Word takes the characters, other programs the length.
        var character = WordStyles.Twentieth(house.PageNumber.Size);
        var edge = side == JustificationValues.Left
            ? new Indentation { LeftChars = 100, Left = character }
            : new Indentation { RightChars = 100, Right = character };
        part.Footer = new Footer(new Paragraph(
            new ParagraphProperties(new SnapToGrid { Val = false }, edge, new Justification { Val = side }),
            Run(house, new Text("— ") { Space = SpaceProcessingModeValues.Preserve }),
            Run(house, new FieldChar { FieldCharType = FieldCharValues.Begin }),
            Run(house, new FieldCode(" PAGE ") { Space = SpaceProcessingModeValues.Preserve }),
            Run(house, new FieldChar { FieldCharType = FieldCharValues.Separate }),
            Run(house, new Text("1")),
            Run(house, new FieldChar { FieldCharType = FieldCharValues.End }),
            Run(house, new Text(" —") { Space = SpaceProcessingModeValues.Preserve })));
        return main.GetIdOfPart(part);
    }

    private static Run Run(HouseStyle house, OpenXmlElement content)
    {
        var font = house.PageNumber;
        return new Run(
            new RunProperties(
                new RunFonts { Ascii = font.Name, HighAnsi = font.Name, EastAsia = font.Name },
                new FontSize { Val = WordStyles.Half(font.Size) }),
            content);
    }
}
