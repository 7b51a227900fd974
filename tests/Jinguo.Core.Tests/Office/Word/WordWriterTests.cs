using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Jinguo.Office.Documents;
using Jinguo.Office.Word;
using Document = Jinguo.Office.Documents.Document;
using Paragraph = Jinguo.Office.Documents.Paragraph;
using Picture = Jinguo.Office.Documents.Picture;
using Table = Jinguo.Office.Documents.Table;

namespace Jinguo.Core.Tests.Office.Word;

public sealed class WordWriterTests
{
    private static readonly Uri Figure = new("http://example.org/figures/1?a=b&c=d");

    [Fact]
    public void WholeDocument_IsValid() => WordFiles.AssertValid(Write());

    [Fact]
    public void Headings_AreNumberedByLevel_AndCountAnewUnderEachOther() => Assert.Equal(
        ["东山镇妇联2009年工作总结", "一、主要工作", "（一）技能培训", "（二）维权服务", "1.来信来访", "（1）来信", "二、存在问题", "（一）人手不足", "附件"],
        Read().Where(p => p.Level > 0 || p.Style == "公文标题").Select(p => p.Text));

    [Fact]
    public void FigureLinks_KeepTextAndTarget_AndPrintLikeTheTextAroundThem()
    {
        var paragraph = Read().First(p => p.Links.Count > 0);

        Assert.Equal("全年举办培训12期，培训妇女1200余人次。", paragraph.Text);
        Assert.Equal([new WordLink(6, "12", Figure.OriginalString), new WordLink(14, "1200余", Figure.OriginalString)], paragraph.Links);
        using var package = WordprocessingDocument.Open(Write(), isEditable: false);
        var style = package.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<Style>().Single(s => s.StyleId == "JinguoFigure");
        Assert.Equal(("auto", UnderlineValues.None), (style.StyleRunProperties?.Color?.Val?.Value, style.StyleRunProperties?.Underline?.Val?.Value));
    }

    [Fact]
    public void Page_IsThatOfTheStandard()
    {
        using var package = WordprocessingDocument.Open(Write(), isEditable: false);
        var section = package.MainDocumentPart!.Document.Body!.Elements<SectionProperties>().Single();
        var margin = section.GetFirstChild<PageMargin>();
        var size = section.GetFirstChild<PageSize>();

        // 156 × 225 mm in twentieths of a point.
        Assert.Equal(8844, (int)size!.Width!.Value - (int)margin!.Left!.Value - (int)margin.Right!.Value, tolerance: 2);
        Assert.Equal(12756, (int)size.Height!.Value - margin.Top!.Value - margin.Bottom!.Value, tolerance: 2);
        Assert.Equal(2, section.Elements<FooterReference>().Count());
        Assert.Contains(package.MainDocumentPart.FooterParts, f => f.Footer.InnerText == "—  PAGE 1 —" && f.Footer.Descendants<Justification>().Single().Val?.Value == JustificationValues.Left);
    }

    [Fact]
    public void Tables_AreReadBackCellByCell()
    {
        var cells = Read().Where(p => p.Cell is not null).ToList();

        Assert.Equal("指标|数值|培训期数|12|培训人次|1200余", string.Join('|', cells.Select(c => c.Text)));
        Assert.Equal(new WordCell(1, 3, 2), cells[^1].Cell);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public void HeadingLevels_AreOneToFour(int level) =>
        Assert.Throws<ArgumentException>(() => WordWriter.Write(new Document("", [new Heading(level, "x")]), HouseStyle.Standard, new MemoryStream()));

    [Fact]
    public void HouseStyle_IsData()
    {
        var file = new MemoryStream();
        WordWriter.Write(new Document("标题", [new Paragraph("正文")]), new HouseStyle { LineSpacing = 28, Title = new FontChoice("华文中宋", 20) }, file);

        using var package = WordprocessingDocument.Open(file, isEditable: false);
        var styles = package.MainDocumentPart!.StyleDefinitionsPart!.Styles!.OuterXml;
        Assert.Contains("w:line=\"560\"", styles, StringComparison.Ordinal);
        Assert.Contains("华文中宋", styles, StringComparison.Ordinal);
    }

    [Fact]
    public void QrCode_IsAPng() =>
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], QrCode.Png("http://example.org/核验", 4)[..4]);

    [Fact]
    public void QrCode_OfTooLongText_IsRefused() =>
        Assert.Throws<ArgumentException>(() => QrCode.Png(new string('长', 3_000)));

    private static IReadOnlyList<WordParagraph> Read() => WordText.Read(Write());

    private static MemoryStream Write()
    {
        var file = new MemoryStream();
        WordWriter.Write(
            new Document("东山镇妇联2009年工作总结",
            [
                new Paragraph("2009年，镇妇联围绕中心工作，服务妇女儿童，较好地完成了全年任务。"),
                new Heading(1, "主要工作"),
                new Heading(2, "技能培训"),
                new Paragraph(RichText.Of(new TextRun("全年举办培训"), new TextRun("12", Figure), new TextRun("期，培训妇女"), new TextRun("1200余", Figure), new TextRun("人次。"))),
                new Heading(2, "维权服务"),
                new Heading(3, "来信来访"),
                new Heading(4, "来信"),
                new TextList(["第一项", "第二项"], IsNumbered: true),
                new TextList(["要点"]),
                new Heading(1, "存在问题"),
                new Heading(2, "人手不足"),
                new Paragraph("东山镇妇联") { Alignment = Alignment.Right },
                new PageBreak(),
                new Heading(1, "附件", IsNumbered: false),
                new Table([new TableColumn("指标", Share: 2), new TableColumn("数值", Alignment.Right)], [["培训期数", "12"], ["培训人次", new TextRun("1200余", Figure)]]),
                new Picture(QrCode.Png("http://example.org/check/abc"), 25, 25, "核验码"),
                new Paragraph("控制符\u0001与\n换行"),
            ])
            { Author = "东山镇妇联" },
            HouseStyle.Standard,
            file);
        file.Position = 0;
        return file;
    }
}
