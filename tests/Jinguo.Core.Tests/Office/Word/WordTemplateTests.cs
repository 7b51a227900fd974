using System.Text;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Jinguo.Office;
using Jinguo.Office.Documents;
using Jinguo.Office.Word;
using static Jinguo.Core.Tests.Office.Word.WordFiles;

namespace Jinguo.Core.Tests.Office.Word;

public sealed class WordTemplateTests
{
    private static readonly Uri Figure = new("http://example.org/figures/7");

    [Fact]
    public void MarkSplitAcrossRuns_IsFound_AndKeepsTheLookOfItsFirstRun()
    {
        var template = Of("""
            <w:p><w:r><w:t xml:space="preserve">举办培训 {</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>{培训</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:rPr><w:i/></w:rPr><w:t>期数 }</w:t></w:r><w:r><w:t>}期，结束</w:t></w:r></w:p>
            """);

        var filled = Fill(template, p => p.Name == "培训期数" ? "12" : "?");

        Assert.Equal(["举办培训 12期，结束"], Lines(filled));
        Assert.Contains("<w:t xml:space=\"preserve\">12</w:t>", BodyXml(filled), StringComparison.Ordinal);
        Assert.DoesNotContain("<w:b", BodyXml(filled).Split("12</w:t>")[0].Split("举办培训")[1], StringComparison.Ordinal);
        AssertValid(filled);
    }

    [Fact]
    public void SeveralMarksInOneRun_AreFilledEach() => Assert.Equal(
        ["甲1乙22丙"],
        Lines(Fill(Of(P("甲{{a}}乙{{ b }}丙")), p => p.Name == "a" ? "1" : "22")));

    [Fact]
    public void Placeholders_TellWhereTheyStand_AlsoUnclosedOnes()
    {
        using var template = WordTemplate.Open(Of(
            P("第一段") + "<w:p/>" + P("全年｛｛培训人次｝｝人次") + "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w=\"100\"/></w:tblGrid><w:tr><w:tc><w:tcPr/>" + P("{{单元格}}") + "</w:tc></w:tr></w:tbl>" + P("忘了{{关上"),
            P("{{单位}}")));

        Assert.Equal(
            [
                new Placeholder("培训人次", "正文", 2, "全年｛｛培训人次｝｝人次") { Behind = "人次" },
                new Placeholder("单元格", "正文", 3, "{{单元格}}"),
                new Placeholder("关上", "正文", 4, "忘了{{关上") { IsClosed = false },
                new Placeholder("单位", "页眉", 1, "{{单位}}"),
            ],
            template.Placeholders);
    }

    [Fact]
    public void HeaderAndTextBoxes_AreFilled()
    {
        const string box = """<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent><w:p><w:r><w:t>{{框}}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r><w:r><w:t>外面{{外}}</w:t></w:r></w:p>""";
        var filled = Fill(Of(box, P("{{单位}}妇联")), p => "〔" + p.Name + "〕");

        Assert.Equal(["外面〔外〕", "〔框〕"], Lines(filled));
        using var package = DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Open(filled, isEditable: false);
        Assert.Equal("〔单位〕妇联", package.MainDocumentPart!.HeaderParts.Single().Header.InnerText);
    }

    [Fact]
    public void Links_LeadFromTheFigure_InBodyAndHeader()
    {
        var filled = Fill(Of(P("培训{{n}}期，共{{n}}期"), P("{{n}}")), _ => RichText.Of(new TextRun("12", Figure)));

        Assert.Equal(
            [new WordLink(2, "12", Figure.OriginalString), new WordLink(7, "12", Figure.OriginalString)],
            WordText.Read(filled).Single().Links);
        AssertValid(filled);
    }

    [Fact]
    public void UnknownMark_MayBeKept() => Assert.Equal(["{{不认识}}"], Lines(Fill(Of(P("{{不认识}}")), _ => Filling.Keep)));

    [Fact]
    public void Paragraphs_AreRepeatedInTheSameLook_AndNumbered()
    {
        var template = Of("""<w:p><w:pPr><w:jc w:val="right"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>1.{{亮点}}；</w:t></w:r></w:p>""" + P("2.固定的一项。") + P("结尾"));

        var filled = Fill(template, _ => Filling.Paragraphs(["甲", RichText.Of(new TextRun("乙", Figure)), "丙"]));

        Assert.Equal(["1.甲；", "2.乙；", "3.丙；", "4.固定的一项。", "结尾"], Lines(filled));
        Assert.Equal(3, BodyXml(filled).Split("<w:jc w:val=\"right\"").Length - 1);
        AssertValid(filled);
    }

    [Fact]
    public void ParagraphWithNothingToSay_IsRemoved_AndNumbersCloseUp()
    {
        var template = Of(
            P("一、主要工作") + P("（一）技能培训") + P("培训{{培训}}期。") + P("（二）反家暴") + P("接待{{家暴}}件。") + "<w:p/>" + P("（三）家庭教育") + P("讲座{{讲座}}场。")
            + P("二、荣誉") + P("（一）国家级") + P("获{{荣誉}}项。") + P("三、打算") + P("继续努力。"));

        var filled = Fill(template, p => p.Name is "家暴" or "荣誉" ? Filling.RemoveParagraph : "5");

        Assert.Equal(["一、主要工作", "（一）技能培训", "培训5期。", "（二）家庭教育", "讲座5场。", "二、打算", "继续努力。"], Lines(filled));
        AssertValid(filled);
    }

    [Fact]
    public void RunInNumbersAndOtherWritings_CloseUpToo()
    {
        var template = Of(P("1、培训。共{{a}}期。") + P("2、走访。共{{b}}户。") + P("3、慰问。共{{c}}人。") + P("(1) 甲{{b}}") + P("(2) 乙。其余照旧。"));

        var filled = Fill(template, p => p.Name == "b" ? Filling.RemoveParagraph : "5");

        Assert.Equal(["1、培训。共5期。", "2、慰问。共5人。", "(1) 乙。其余照旧。"], Lines(filled));
    }

    [Fact]
    public void HeadingThatWasEmptyBefore_AndGapsTheAuthorMade_Stay()
    {
        var template = Of(P("一、只有标题") + P("三、有内容") + P("{{a}}"));

        Assert.Equal(["一、只有标题", "三、有内容", "5"], Lines(Fill(template, _ => "5")));
    }

    [Fact]
    public void HeadingsByStyle_AreRemovedWhenEmpty()
    {
        const string heading = """<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:r><w:t>荣誉情况</w:t></w:r></w:p>""";

        Assert.Equal(["结尾标题", "完"], Lines(Fill(
            Of(heading + P("{{a}}") + heading.Replace("荣誉情况", "结尾标题", StringComparison.Ordinal) + P("完")), _ => Filling.RemoveParagraph)));
    }

    [Fact]
    public void ParagraphAloneInACell_IsEmptiedAndStays()
    {
        var filled = Fill(Of("<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w=\"100\"/></w:tblGrid><w:tr><w:tc><w:tcPr/>" + P("{{a}}") + "</w:tc></w:tr></w:tbl><w:p/>"), _ => Filling.RemoveParagraph);

        Assert.Empty(Lines(filled));
        AssertValid(filled);
    }

    [Fact]
    public void Table_TakesThePlaceOfItsParagraph()
    {
        var table = new Table([new TableColumn("指标"), new TableColumn("数值", Alignment.Right)], [["培训", "12"], ["走访"]]);

        var filled = Fill(Of(P("前") + P("{{表}}") + P("{{表}}") + P("后{{表}}")), _ => Filling.Of(table));

        Assert.Equal(3, WordText.Read(filled).Select(p => p.Cell?.Table).Where(t => t is not null).Distinct().Count());
        Assert.Equal("前|指标|数值|培训|12|走访", string.Join('|', Lines(filled).Take(6)));
        Assert.Equal("后", Lines(filled)[^1]);
        AssertValid(filled);
    }

    [Fact]
    public void Picture_AndAnnex_AreAdded()
    {
        var code = new Picture(QrCode.Png("http://example.org/check/1"), 25, 25, "核验码");

        var filled = Fill(Of(P("{{码}}") + P("正文"), P("{{码}}")), _ => Filling.Of(code), template =>
            template.Append([new PageBreak(), new Heading(1, "附件", IsNumbered: false), new Table([new("指标")], [["培训"]]), code], HouseStyle.Standard));

        Assert.Equal(["正文", "附件", "指标", "培训"], Lines(filled));
        AssertValid(filled);
    }

    [Fact]
    public void EverythingElse_StaysAsItWas()
    {
        const string body = """
            <w:p><w:pPr><w:pStyle w:val="a"/><w:spacing w:line="560" w:lineRule="exact"/></w:pPr><w:bookmarkStart w:id="1" w:name="x"/><w:r><w:rPr><w:rFonts w:eastAsia="仿宋"/></w:rPr><w:t>原文</w:t><w:tab/><w:t>不变</w:t></w:r><w:bookmarkEnd w:id="1"/></w:p>
            """;

        Assert.Equal(BodyXml(Of(body)), BodyXml(Fill(Of(body), _ => "x")));
    }

    [Fact]
    public void AnyMarks_AnyHowSplit_AreFilledAndNothingElseChanges()
    {
        var pieces = Gen.Elements("甲", "{{a}}", "，", "{{b}}", "{", "}", "x").ListOf();
        var sample = from words in pieces
                     from cuts in Gen.Choose(0, 1).ListOf(words.Sum(w => w.Length))
                     select (Text: string.Concat(words), Cuts: cuts);
        Prop.ForAll(sample.ToArbitrary(), s =>
        {
            var runs = new StringBuilder("<w:p><w:r><w:t xml:space=\"preserve\">");
            for (var i = 0; i < s.Text.Length; i++)
            {
                runs.Append(s.Cuts[i] == 1 ? "</w:t></w:r><w:r><w:t xml:space=\"preserve\">" : "").Append(s.Text[i]);
            }

            using var template = WordTemplate.Open(Of(runs.Append("</w:t></w:r></w:p>").ToString()));
            var names = template.Placeholders.Where(p => p.IsClosed).Select(p => p.Name).ToList();
            template.Fill(p => p.Name == "a" ? "一一" : "");
            var filled = new MemoryStream();
            template.Save(filled);

            var expected = Regex.Replace(s.Text, @"\{\{(?<name>[^{}]+)\}\}", m => m.Groups["name"].Value == "a" ? "一一" : "", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));
            Assert.Equal(expected, string.Concat(Lines(filled)));
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("旧格式", ".doc")]
    [InlineData("文本", "不是 Word 文件")]
    [InlineData("表格", "不是 Word 文件")]
    [InlineData("宏", "宏")]
    [InlineData("坏", "损坏")]
    public void OtherFiles_AreRefusedWithARemedy(string kind, string word)
    {
        var file = kind switch
        {
            "旧格式" => new MemoryStream([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
            "文本" => new MemoryStream("你好"u8.ToArray()),
            "表格" => Zip("xl/workbook.xml"),
            "宏" => Zip("word/document.xml", "word/vbaProject.bin"),
            _ => Zip("word/document.xml"),
        };

        var refusal = Assert.Throws<OfficeFormatException>(() => WordTemplate.Open(file));
        Assert.Contains(word, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("请", refusal.Message, StringComparison.Ordinal);
        file.Position = 0;
        Assert.Throws<OfficeFormatException>(() => WordText.Read(file));
    }

    [Fact]
    public void APageWhoseWidthIsNoNumber_IsFilledAllTheSame() => Assert.Equal(["x"], Lines(Fill(Of(P("{{a}}"), width: "1=906"), _ => "x")));

    [Fact]
    public void DamagedFiles_NeverThrowAnythingElse()
    {
        var whole = Of(P("{{a}}"), P("b")).ToArray();
        var damage = from position in Gen.Choose(0, whole.Length - 1)
                     from value in Gen.Choose(0, 255)
                     from cut in Gen.Frequency((3, Gen.Constant(whole.Length)), (1, Gen.Choose(0, whole.Length)))
                     select (position, value, cut);
        Prop.ForAll(damage.ToArbitrary(), d =>
        {
            var bytes = whole.ToArray();
            bytes[d.position] = (byte)d.value;
            try
            {
                Fill(new MemoryStream(bytes[..d.cut]), _ => "x");
                WordText.Read(new MemoryStream(bytes[..d.cut]));
            }
            catch (OfficeFormatException)
            {
                // The one way to refuse a file.
            }
        }).QuickCheckThrowOnFailure();
    }
}
