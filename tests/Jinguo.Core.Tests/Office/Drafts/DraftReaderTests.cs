using System.Text;
using Jinguo.Office;
using Jinguo.Office.Documents;
using Jinguo.Office.Drafts;
using Jinguo.Office.Word;
using static Jinguo.Core.Tests.Office.Word.WordFiles;
using Table = Jinguo.Office.Documents.Table;

namespace Jinguo.Core.Tests.Office.Drafts;

/// <summary>What a cadre may drop to have it checked: text in any encoding of the offices, Word files; and what is refused.</summary>
public sealed class DraftReaderTests
{
    private const string Sample = "全年举办妇女培训班12期，培训妇女１２００余人次。\r\n走访慰问困难妇女儿童三百户，发放慰问金4.8万元。";

    static DraftReaderTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("GBK", false)]
    [InlineData("GB18030", false)]
    public async Task PlainText_IsReadInTheEncodingsOfTheOffices(string encoding, bool mark)
    {
        var written = Encoding.GetEncoding(encoding);

        var draft = await ReadAsync([.. mark ? written.GetPreamble() : [], .. written.GetBytes(Sample)]);

        Assert.Equal((DraftKind.Text, Sample), (draft.Kind, draft.Text));
        Assert.Equal(2, draft.Paragraphs.Count);
    }

    [Fact]
    public async Task RareLettersOfGb18030_AreRead() =>
        Assert.Equal("𠮷某某等3人", (await ReadAsync(Encoding.GetEncoding("GB18030").GetBytes("𠮷某某等3人"))).Text);

    [Fact]
    public async Task LinesOfSeveralEncodings_AreReadEachInItsOwn()
    {
        var gbk = Encoding.GetEncoding("GBK");

        var draft = await ReadAsync([.. Encoding.UTF8.GetBytes("东山镇：培训12期。\n"), .. gbk.GetBytes("西山镇：培训8期。\r\n谢谢\n"), .. "total 20\n"u8, .. Encoding.UTF8.GetBytes("合计20期。")]);

        Assert.Equal("东山镇：培训12期。\n西山镇：培训8期。\r\n谢谢\ntotal 20\n合计20期。", draft.Text);
    }

    [Fact]
    public async Task SeveralEncodingsInOneLine_AreToldInsteadOfReadWrong() => Assert.Contains(
        "编码",
        await RefusalAsync([.. Encoding.GetEncoding("GBK").GetBytes("西山镇培训妇女"), .. Encoding.UTF8.GetBytes("一百二十人次"), .. Encoding.GetEncoding("GBK").GetBytes("，走访三户。")]),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("", "空的")]
    [InlineData("  \r\n　\n", "没有文字")]
    [InlineData("<html><body>培训12期</body></html>", "网页")]
    [InlineData("{\\rtf1 hello}", "RTF")]
    [InlineData("Rar!\u001a\u0007", "压缩包")]
    [InlineData("a\0b\0c", "认不出")]
    [InlineData("\u0001\u0002\u0003\u0004\u0005", "不像是文字")]
    public async Task OtherFiles_AreRefusedWithARemedy(string content, string word) =>
        Assert.Contains(word, await RefusalAsync(Encoding.UTF8.GetBytes(content)), StringComparison.Ordinal);

    [Fact]
    public async Task APicture_AndBytesOfNoKind_AreRefused()
    {
        Assert.Contains("图片", await RefusalAsync([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]), StringComparison.Ordinal);
        var random = new byte[4096];
        new Random(7).NextBytes(random);
        Assert.Contains("认不出", await RefusalAsync(random), StringComparison.Ordinal);
        Assert.Contains("不像是文字", await RefusalAsync([0xFF, 0xFE, .. random]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("旧格式", ".doc")]
    [InlineData("表格", "不是 Word 文件")]
    [InlineData("宏", "宏")]
    [InlineData("坏", "损坏")]
    [InlineData("实体", "损坏")]
    [InlineData("外部实体", "损坏")]
    [InlineData("炸弹", "太大")]
    [InlineData("嵌套", "太大")]
    [InlineData("长段", "太大")]
    [InlineData("属性", "太大")]
    [InlineData("别名", "损坏")]
    [InlineData("空白", "没有文字")]
    public async Task HostileWordFiles_AreRefusedWithARemedy(string kind, string word)
    {
        var file = kind switch
        {
            "旧格式" => new MemoryStream([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
            "表格" => Zip("xl/workbook.xml"),
            "宏" => Zip("word/document.xml", "word/vbaProject.bin"),
            "坏" => Zip("word/document.xml"),
            "实体" => OfDocumentXml(DocumentXml("<w:p><w:r><w:t>&a;</w:t></w:r></w:p>", "<!DOCTYPE a [<!ENTITY a \"12\">]>")),
            "外部实体" => OfDocumentXml(DocumentXml("<w:p><w:r><w:t>&a;</w:t></w:r></w:p>", "<!DOCTYPE a [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>")),
            "炸弹" => OfDocumentXml(DocumentXml(string.Concat(Enumerable.Repeat("<w:p/>", 1_500_001)))),
            "嵌套" => OfDocumentXml(DocumentXml(string.Concat(Enumerable.Repeat("<w:smartTag>", 1000)) + string.Concat(Enumerable.Repeat("</w:smartTag>", 1000)))),
            "长段" => OfDocumentXml(DocumentXml(P(new string('1', 20 << 20)))),
            "别名" => OfDocumentXml(DocumentXml(P("12")), ending: "dat"),
            "属性" => OfDocumentXml(DocumentXml($"<w:p {string.Join(' ', Enumerable.Range(0, 1001).Select(i => $"w:a{i}=\"\""))}/>")),
            _ => OfDocumentXml(DocumentXml("<w:p/><w:p/>")),
        };

        Assert.Contains(word, await RefusalAsync(file.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TooLargeAFile_AndTooLongAText_AreRefused()
    {
        Assert.Contains("20 MB", await RefusalAsync(new byte[(20 << 20) + 1]), StringComparison.Ordinal);
        Assert.Contains("100 万字", await RefusalAsync(Encoding.UTF8.GetBytes(new string('妇', 1_000_001))), StringComparison.Ordinal);
        Assert.Equal(1_000_000, (await ReadAsync(Encoding.UTF8.GetBytes(new string('妇', 1_000_000)))).Text.Length);
        var word = OfDocumentXml(DocumentXml(P(new string('妇', 900)) + P(new string('女', 100)))).ToArray();
        await Assert.ThrowsAsync<OfficeFormatException>(() => DraftReader.ReadAsync(new MemoryStream(word), new DraftLimits(Letters: 1000)));
        Assert.Equal(1001, (await DraftReader.ReadAsync(new MemoryStream(word), new DraftLimits(Letters: 1001))).Text.Length);
    }

    [Fact]
    public async Task AWordFile_LeadsFromTheTextBackToItsParagraphs()
    {
        var file = new MemoryStream();
        WordWriter.Write(
            new Document("东山镇妇联2009年工作总结",
            [
                new Heading(1, "主要工作"),
                new Paragraph(RichText.Of(new TextRun("举办培训"), new TextRun("12", new Uri("http://example.org/1")), new TextRun("期。"))),
                new Table([new("指标"), new("数值")], [["培训期数", "12"], ["培训人次", "1200"]]),
                new Paragraph("第一行\n第二行"),
            ]),
            HouseStyle.Standard,
            file);

        var draft = await ReadAsync(file.ToArray());

        Assert.Equal(DraftKind.Word, draft.Kind);
        Assert.Equal("东山镇妇联2009年工作总结\n\n一、主要工作\n举办培训12期。\n指标\n数值\n培训期数\n12\n培训人次\n1200\n\n第一行\n第二行", draft.Text);
        var paragraph = draft.ParagraphAt(draft.Text.IndexOf("12期", StringComparison.Ordinal));
        Assert.Equal(4, paragraph.Number);
        Assert.Equal([new WordLink(4, "12", "http://example.org/1")], paragraph.Word!.Links);
        Assert.Equal(1, draft.ParagraphAt(draft.Text.IndexOf("主要工作", StringComparison.Ordinal)).Word!.Level);
        Assert.Equal(new WordCell(1, 3, 2), draft.ParagraphAt(draft.Text.IndexOf("1200", StringComparison.Ordinal)).Word!.Cell);
        var second = draft.Text.IndexOf("第二行", StringComparison.Ordinal);
        Assert.Equal([new DraftStretch(12, 4, 7)], draft.Locate(second, second + 3));
    }

    [Fact]
    public async Task WhatAWordFileRefersToOutside_IsLeftAlone()
    {
        var file = Of(P("培训12期"));
        using (var package = DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Open(file, isEditable: true))
        {
            // Nobody answers there: whoever asks, fails.
            package.MainDocumentPart!.AddExternalRelationship("http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate", new Uri("http://127.0.0.1:1/a.dotm"));
            package.MainDocumentPart.AddExternalRelationship("http://schemas.openxmlformats.org/officeDocument/2006/relationships/image", new Uri("http://127.0.0.1:1/a.png"));
        }

        Assert.Equal("培训12期", (await ReadAsync(file.ToArray())).Text);
    }

    [Fact]
    public async Task TheStream_NeedNotBeSeekable()
    {
        using var content = new System.IO.Compression.GZipStream(new MemoryStream(Zipped()), System.IO.Compression.CompressionMode.Decompress);

        Assert.Equal(Sample, (await DraftReader.ReadAsync(content)).Text);

        static byte[] Zipped()
        {
            var zipped = new MemoryStream();
            using (var zip = new System.IO.Compression.GZipStream(zipped, System.IO.Compression.CompressionLevel.Fastest))
            {
                zip.Write(Encoding.UTF8.GetBytes(Sample));
            }

            return zipped.ToArray();
        }
    }

    private static Task<DraftText> ReadAsync(byte[] file) => DraftReader.ReadAsync(new MemoryStream(file));

    private static async Task<string> RefusalAsync(byte[] file)
    {
        var message = (await Assert.ThrowsAsync<OfficeFormatException>(() => ReadAsync(file))).Message;
        Assert.Contains("请", message, StringComparison.Ordinal);
        return message;
    }
}
