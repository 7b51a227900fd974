using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using A = DocumentFormat.OpenXml.Drawing;
using Pic = DocumentFormat.OpenXml.Drawing.Pictures;
using Wp = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace Jinguo.Office.Word;

/// <summary>Places PNG pictures in a line of text.</summary>
internal static class PictureWriter
{
    private const double UnitsPerMillimetre = 36_000;

    /// <exception cref="NotSupportedException">The part is none that holds pictures.</exception>
    internal static Run Write(OpenXmlPart part, Documents.Picture picture)
    {
        var image = part switch
        {
            MainDocumentPart main => main.AddImagePart(ImagePartType.Png),
            HeaderPart header => header.AddImagePart(ImagePartType.Png),
            FooterPart footer => footer.AddImagePart(ImagePartType.Png),
            FootnotesPart notes => notes.AddImagePart(ImagePartType.Png),
            EndnotesPart notes => notes.AddImagePart(ImagePartType.Png),
            _ => throw new NotSupportedException(part.GetType().Name),
        };
        using (var content = new MemoryStream(picture.Png.ToArray()))
        {
            image.FeedData(content);
        }

        var (width, height) = ((long)(picture.WidthMillimetres * UnitsPerMillimetre), (long)(picture.HeightMillimetres * UnitsPerMillimetre));
        var number = part.RootElement!.Descendants<Wp.DocProperties>().Select(p => p.Id.OrNull() ?? 0).DefaultIfEmpty(0u).Max() + 1;
        var drawn = new Pic.Picture(
            new Pic.NonVisualPictureProperties(
                new Pic.NonVisualDrawingProperties { Id = number, Name = $"Picture {number}", Description = picture.Description },
                new Pic.NonVisualPictureDrawingProperties()),
            new Pic.BlipFill(new A.Blip { Embed = part.GetIdOfPart(image) }, new A.Stretch(new A.FillRectangle())),
            new Pic.ShapeProperties(
                new A.Transform2D(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = width, Cy = height }),
                new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle }));
        return new Run(new Drawing(new Wp.Inline(
            new Wp.Extent { Cx = width, Cy = height },
            new Wp.DocProperties { Id = number, Name = $"Picture {number}", Description = picture.Description },
            new Wp.NonVisualGraphicFrameDrawingProperties(new A.GraphicFrameLocks { NoChangeAspect = true }),
            new A.Graphic(new A.GraphicData(drawn) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture" }))
        { DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0 }));
    }
}
