using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using FsCheck;
using FsCheck.Fluent;
using Jinguo.Office;
using Jinguo.Office.Documents;
using Jinguo.Office.Drafts;
using Jinguo.Office.Word;
using static Jinguo.Core.Tests.Office.Word.WordFiles;
using Comment = DocumentFormat.OpenXml.Wordprocessing.Comment;
using Document = Jinguo.Office.Documents.Document;
using PageBreak = Jinguo.Office.Documents.PageBreak;
using Paragraph = Jinguo.Office.Documents.Paragraph;
using Picture = Jinguo.Office.Documents.Picture;
using Run = DocumentFormat.OpenXml.Wordprocessing.Run;
using Table = Jinguo.Office.Documents.Table;

namespace Jinguo.Core.Tests.Office.Word;

/// <summary>A draft given back with comments at its figures: every letter in its look and place, and nothing else changed.</summary>
public sealed partial class WordReviewTests
{
    private static readonly DateTimeOffset Instant = new(2026, 11, 22, 16, 30, 0, TimeSpan.Zero);

    [Fact]
    public void ANumberSplitAcrossRuns_IsCommentedWhole_AndKeepsItsLooks()
    {
        var file = Of("""<w:p><w:r w:rsidR="00AB12CD"><w:rPr><w:rFonts w:eastAsia="仿宋"/></w:rPr><w:t>培训妇女12</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:rPr><w:b/></w:rPr><w:t>00余</w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>人次。 其余</w:t></w:r></w:p>""");

        var (reviewed, covered) = Review(file, new WordComment(1, 4, 11, "台账中为1180人次。"));

        Assert.Equal(["1200余人次"], covered);
        AssertUntouched(file, reviewed);
        Assert.Contains("<w:r w:rsidR=\"00AB12CD\"><w:rPr><w:rFonts w:eastAsia=\"仿宋\" /></w:rPr><w:t xml:space=\"preserve\">12</w:t></w:r>", BodyXml(reviewed), StringComparison.Ordinal);
    }

    [Fact]
    public void SeveralCommentsInOneRun_AreEachAtTheirWords_AndThoseOnTheSameWordsInOrder()
    {
        var file = Of(P("培训12期，1200人次，合计12期"));

        var (reviewed, covered) = Review(file, new(1, 2, 4, "一"), new(1, 6, 10, "二"), new(1, 0, 12, "三"), new(1, 6, 10, "四"), new(1, 15, 17, "五"));

        Assert.Equal(["12", "1200", "培训12期，1200人次", "1200", "12"], covered);
        Assert.Equal(["一", "二", "三", "四", "五"], Comments(reviewed).Select(c => c.InnerText));
        AssertUntouched(file, reviewed);
    }

    [Fact]
    public void ACommentSaysWhoAndWhenInChinasTime_AndHasItsLines()
    {
        var (reviewed, _) = Review(Of(P("培训12期")), new WordComment(1, 2, 4, "与台账不一致\n台账：11期\u0001"));

        var comment = Comments(reviewed).Single();
        Assert.Equal(("核稿", "核稿", "2026-11-23T00:30:00Z"), (comment.Author?.Value, comment.Initials?.Value, comment.Date?.InnerText));
        Assert.Equal(["与台账不一致", "台账：11期"], comment.Elements<DocumentFormat.OpenXml.Wordprocessing.Paragraph>().Select(p => p.InnerText));
    }

    [Fact]
    public void LinksFieldsBookmarksAndControls_Survive()
    {
        var file = Of("""
            <w:p><w:bookmarkStart w:id="7" w:name="数"/><w:r><w:t>共</w:t></w:r><w:hyperlink w:anchor="数"><w:r><w:rPr><w:u w:val="single"/></w:rPr><w:t>1200人次</w:t></w:r></w:hyperlink><w:bookmarkEnd w:id="7"/><w:r><w:t>，</w:t></w:r><w:fldSimple w:instr=" REF 数 "><w:r><w:t>380户</w:t></w:r></w:fldSimple></w:p>
            <w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> HYPERLINK "http://example.org/" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>投入48万元</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>等</w:t></w:r></w:p>
            <w:p><w:sdt><w:sdtPr><w:id w:val="5"/></w:sdtPr><w:sdtContent><w:r><w:t>走访30户</w:t></w:r></w:sdtContent></w:sdt><w:r><w:t>慰问50人</w:t></w:r></w:p>
            """);

        Assert.Equal("共1200人次，380户|投入48万元等|走访30户慰问50人", string.Join('|', Lines(file)));
        var (reviewed, covered) = Review(file, new(1, 1, 5, "链接"), new(1, 8, 11, "域"), new(2, 2, 5, "域"), new(3, 2, 4, "控件"), new(3, 0, 9, "跨越"));

        Assert.Equal(["1200", "380", "48万", "30", "走访30户慰问50"], covered);
        AssertUntouched(file, reviewed);
        Assert.All(References(reviewed), run => Assert.IsType<DocumentFormat.OpenXml.Wordprocessing.Paragraph>(run.Parent));
    }

    [Fact]
    public void WhatOldVersionsOfWordPutIntoSmartTags_IsReadAndCommented_AndTheTagsStay()
    {
        const string tag = "<w:smartTag w:uri=\"urn:schemas-microsoft-com:office:smarttags\" w:element=\"chmetcnv\">";
        var file = Of($"""<w:p><w:r><w:t>走访</w:t></w:r>{tag}<w:smartTagPr><w:attr w:name="UnitName" w:val="户"/></w:smartTagPr><w:r><w:t>3</w:t></w:r>{tag}<w:r><w:rPr><w:b/></w:rPr><w:t>00</w:t></w:r>{tag}<w:r><w:t>户</w:t></w:r></w:smartTag></w:smartTag></w:smartTag><w:r><w:t>。</w:t></w:r></w:p>""");

        var (reviewed, covered) = Review(file, new WordComment(1, 2, 5, "数"));

        Assert.Equal("走访300户。", Assert.Single(Lines(file)));
        Assert.Equal("走访300户。", Assert.Single(Lines(reviewed)));
        Assert.Equal(["300"], covered);
        Assert.Equal(Errors(file), Errors(reviewed));
        Assert.Equal(3, BodyXml(reviewed).Split("</w:smartTag>").Length - 1);
        Assert.Contains("w:val=\"户\"", BodyXml(reviewed), StringComparison.Ordinal);
    }

    [Fact]
    public void TrackedChanges_Survive()
    {
        var file = Of("""
            <w:p><w:r><w:t>培训</w:t></w:r><w:del w:id="1" w:author="张某某" w:date="2026-01-01T00:00:00Z"><w:r><w:delText>11</w:delText></w:r></w:del><w:ins w:id="2" w:author="张某某" w:date="2026-01-01T00:00:00Z"><w:r><w:t>12</w:t></w:r></w:ins><w:r><w:rPr><w:b/><w:rPrChange w:id="3" w:author="张某某" w:date="2026-01-01T00:00:00Z"><w:rPr/></w:rPrChange></w:rPr><w:t>00余人次</w:t></w:r></w:p>
            """);

        var (reviewed, covered) = Review(file, new(1, 3, 5, "数"), new(1, 2, 6, "全"));

        Assert.Equal(["20", "1200"], covered);
        AssertUntouched(file, reviewed);
    }

    [Fact]
    public void TabsBreaksAndPhoneticGuides_KeepTheirPlace()
    {
        var file = Of("""
            <w:p><w:r><w:rPr><w:b/></w:rPr><w:t>甲</w:t><w:tab/><w:t>12期</w:t><w:br/><w:t>乙30</w:t><w:noBreakHyphen/><w:t>40</w:t><w:br w:type="page"/></w:r><w:r><w:ruby><w:rubyPr><w:rubyAlign w:val="center"/><w:hps w:val="10"/><w:hpsRaise w:val="18"/><w:hpsBaseText w:val="21"/><w:lid w:val="zh-CN"/></w:rubyPr><w:rt><w:r><w:t>wu</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>五</w:t></w:r></w:rubyBase></w:ruby></w:r><w:r><w:t>人</w:t></w:r></w:p>
            """);

        var text = WordText.Read(Copy(file))[0].Text;
        Assert.Equal("甲\t12期\n乙30-40wu五人", text);
        var (reviewed, covered) = Review(file, new(1, 2, 4, "一"), new(1, 1, 2, "格"), new(1, 7, 12, "二"), new(1, 14, 16, "三"));

        Assert.Equal(["12", "", "3040", "wu五人"], covered);
        AssertUntouched(file, reviewed);
    }

    [Fact]
    public void CellsOfTables_AreCommented()
    {
        var file = Of("<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w=\"100\"/><w:gridCol w:w=\"100\"/></w:tblGrid><w:tr><w:tc><w:tcPr/>" + P("培训") + "</w:tc><w:tc><w:tcPr/>" + P("12期") + "</w:tc></w:tr></w:tbl>" + P("完"));

        var (reviewed, covered) = Review(file, new WordComment(2, 0, 2, "表"));

        Assert.Equal(["12"], covered);
        AssertUntouched(file, reviewed);
    }

    [Fact]
    public void FiguresInATextBox_AreCommentedAtTheBox()
    {
        const string box = """<w:p><w:r><w:t>图</w:t></w:r><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent><w:p><w:r><w:t>培训12期</w:t></w:r></w:p><w:p/></w:txbxContent></v:textbox></v:shape></w:pict></w:r><w:r><w:t>外面</w:t></w:r></w:p>""";
        var file = Of(box);

        var (reviewed, covered) = Review(file, new(2, 2, 4, "框"), new(3, 0, 0, "空"), new(1, 0, 1, "图"));

        Assert.Equal(["培训12期", "培训12期", "图"], covered.Order(StringComparer.Ordinal).Reverse().Order(Comparer<string>.Create((a, b) => b.Length - a.Length)));
        AssertUntouched(file, reviewed);
        using var package = WordprocessingDocument.Open(reviewed, isEditable: false);
        Assert.Empty(package.MainDocumentPart!.Document.Descendants<TextBoxContent>().SelectMany(b => b.Descendants<CommentRangeStart>()));
    }

    [Fact]
    public void CommentsThatWereThere_Stay()
    {
        var (first, _) = Review(Of(P("培训12期，走访30户")), new WordComment(1, 2, 4, "先前"));
        using (var package = WordprocessingDocument.Open(first, isEditable: true))
        {
            package.MainDocumentPart!.WordprocessingCommentsPart!.Comments.GetFirstChild<Comment>()!.Author = "李某某";
        }

        var (second, covered) = Review(first, new(1, 2, 9, "后来"), new(1, 3, 4, "里面"));

        Assert.Equal([("李某某", "先前"), ("核稿", "后来"), ("核稿", "里面")], Comments(second).Select(c => (c.Author?.Value, c.InnerText)));
        Assert.Equal(["12", "12期，走访3", "2"], covered);
        AssertUntouched(first, second);
    }

    [Fact]
    public void AnEmptyStretch_IsTheParagraphAsAWhole()
    {
        var file = Of("<w:p/>" + P("培训12期"));

        var (reviewed, covered) = Review(file, new(1, 0, 0, "空"), new(2, 3, 3, "段"));

        Assert.Equal(["", ""], covered);
        Assert.Equal(2, References(reviewed).Count);
        AssertUntouched(file, reviewed);
    }

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(2, 0, 1)]
    [InlineData(1, -1, 1)]
    [InlineData(1, 2, 1)]
    [InlineData(1, 0, 6)]
    public void AStretchOutsideTheText_IsRefused(int paragraph, int start, int end) =>
        Assert.Throws<ArgumentException>(() => Review(Of(P("培训12期")), new WordComment(paragraph, start, end, "x")));

    [Fact]
    public void PairsOfUnits_AreNotParted()
    {
        var file = Of(P("𠮷𠮷村12户"));

        var (reviewed, covered) = Review(file, new WordComment(1, 1, 3, "字"));

        Assert.Equal(["𠮷𠮷"], covered);
        AssertUntouched(file, reviewed);
    }

    [Fact]
    public async Task AReportOfOurs_IsGivenBackWithACommentAtEachFigure_AndASummaryBehindEverything()
    {
        var file = new MemoryStream();
        WordWriter.Write(
            new Document("东山镇妇联2009年工作总结",
            [
                new Heading(1, "主要工作"),
                new Paragraph(RichText.Of(new TextRun("举办培训"), new TextRun("12", new Uri("http://example.org/1")), new TextRun("期，培训1200余人次。"))),
                new Table([new("指标"), new("数值")], [["培训期数", "12期"]]),
                new PageBreak(),
                new Picture(QrCode.Png("http://example.org/"), 25, 25, "核验码"),
            ]),
            HouseStyle.Standard,
            file);
        var draft = await DraftReader.ReadAsync(Copy(file));
        var found = new[] { "12期，", "1200余人次", "12期" }.Select(word => (word, At: word == "12期" ? draft.Text.LastIndexOf(word, StringComparison.Ordinal) : draft.Text.IndexOf(word, StringComparison.Ordinal)));
        var places = found.Select(one => Assert.Single(draft.Locate(one.At, one.At + one.word.Length)));

        var (reviewed, covered) = ReviewWith(Summary(), file, [.. places.Select(place => new WordComment(place.Paragraph, place.Start, place.End, "已核"))]);

        Assert.Equal(["12期，", "1200余人次", "12期"], covered);
        AssertValid(reviewed);
        var before = WordText.Read(Copy(file));
        var after = WordText.Read(Copy(reviewed));
        Assert.Equal(before.Select(Told), after.Take(before.Count).Select(Told));
        Assert.Equal("|核稿结果|共核对3处数字。|一致2处，不一致1处。|原文|结论|12期|不一致：台账为11期|", string.Join('|', after.Skip(before.Count).Select(p => p.Text)));
        Assert.Equal("公文一级标题", after[before.Count + 1].Style);
        using var package = WordprocessingDocument.Open(reviewed, isEditable: false);
        Assert.IsType<SectionProperties>(package.MainDocumentPart!.Document.Body!.LastChild);
        Assert.Equal(2, package.MainDocumentPart.Document.Body.Descendants<Break>().Count(b => b.Type?.Value == BreakValues.Page));

        static string Told(WordParagraph p) => $"{p.Number} {p.Text} {p.Level} {p.Style} {p.Cell} {string.Join(',', p.Links)}";
    }

    [Fact]
    public void TheTableOfTheSummary_IsAsWideAsTheTextOfTheDraft()
    {
        var (reviewed, _) = ReviewWith(Summary(), Of(P("培训12期"), width: "16838"));

        using var package = WordprocessingDocument.Open(reviewed, isEditable: false);
        Assert.Equal("13777", package.MainDocumentPart!.Document.Body!.Descendants<TableWidth>().Single().Width?.Value);
        AssertValid(reviewed);
    }

    [Fact]
    public void AnyStretches_OfAnyRuns_AreCovered_AndNothingElseChanges()
    {
        var pieces = Gen.Elements("甲", "12", "，", "３万", "余", "x", " ");
        var sample = from words in pieces.NonEmptyListOf()
                     let text = string.Concat(words)
                     from cuts in Gen.Choose(0, 3).ListOf(text.Length)
                     from spans in Gen.Choose(0, text.Length).Two().ListOf()
                     select (Text: text, Cuts: cuts, Spans: spans.Select(s => (From: Math.Min(s.Item1, s.Item2), To: Math.Max(s.Item1, s.Item2))).ToList());
        Prop.ForAll(sample.ToArbitrary(), s =>
        {
            var runs = new StringBuilder("<w:p><w:r><w:t xml:space=\"preserve\">");
            for (var i = 0; i < s.Text.Length; i++)
            {
                runs.Append(s.Cuts[i] switch
                {
                    1 => "</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">",
                    2 => "</w:t><w:t xml:space=\"preserve\">",
                    3 => "</w:t></w:r><w:ins w:id=\"1\" w:author=\"a\"><w:r><w:t>插</w:t></w:r></w:ins><w:r><w:t xml:space=\"preserve\">",
                    _ => "",
                }).Append(s.Text[i]);
            }

            var file = Of(runs.Append("</w:t></w:r></w:p>").ToString());
            var text = WordText.Read(Copy(file))[0].Text;

            var (reviewed, covered) = Review(file, [.. s.Spans.Select(span => new WordComment(1, span.From, span.To, "x"))]);

            Assert.Equal(s.Spans.Select(span => text[span.From..span.To]), covered);
            AssertUntouched(file, reviewed);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void ALongDraftWithManyComments_IsGivenBack()
    {
        var file = Of(P(string.Concat(Enumerable.Repeat("培训12期，", 20_000))));

        var (reviewed, covered) = Review(file, [.. Enumerable.Range(0, WordReview.MostComments).Select(i => new WordComment(1, i * 24 + 2, i * 24 + 4, "x"))]);

        Assert.Equal(WordReview.MostComments, covered.Count(word => word == "12"));
        Assert.Throws<ArgumentException>(() => Review(file, [.. Enumerable.Range(0, WordReview.MostComments + 1).Select(_ => new WordComment(1, 0, 1, "x"))]));
        Assert.Equal(100_000 + 20_000, Lines(reviewed)[0].Length);
    }

    [Fact]
    public void OtherFiles_AreRefused() =>
        Assert.Contains("宏", Assert.Throws<OfficeFormatException>(() => Review(Zip("word/document.xml", "word/vbaProject.bin"))).Message, StringComparison.Ordinal);

    private static Block[] Summary() =>
    [
        new Heading(1, "核稿结果", IsNumbered: false),
        new Paragraph("共核对3处数字。"),
        new Paragraph("一致2处，不一致1处。"),
        new Table([new("原文"), new("结论", Share: 2)], [["12期", "不一致：台账为11期"]]),
    ];

    private static (MemoryStream Reviewed, IReadOnlyList<string> Covered) Review(MemoryStream file, params WordComment[] comments) => ReviewWith([], file, comments);

    private static (MemoryStream Reviewed, IReadOnlyList<string> Covered) ReviewWith(IReadOnlyList<Block> summary, MemoryStream file, params WordComment[] comments)
    {
        var reviewed = new MemoryStream();
        WordReview.Write(Copy(file), comments, "核稿", Instant, summary, HouseStyle.Standard, reviewed);
        reviewed.Position = 0;
        return (reviewed, Covered(reviewed));
    }

    private static MemoryStream Copy(MemoryStream file) => new(file.ToArray());

    /// <summary>The words that each comment stands at, in the order of the comments.</summary>
    private static IReadOnlyList<string> Covered(MemoryStream file)
    {
        // Read as XML: the library does not know what is inside smart tags.
        using var package = WordprocessingDocument.Open(Copy(file), isEditable: false);
        using var part = package.MainDocumentPart!.GetStream();
        var open = new Dictionary<string, StringBuilder>(StringComparer.Ordinal);
        var covered = new SortedDictionary<int, string>();
        var referred = new HashSet<string>(StringComparer.Ordinal);
        foreach (var element in XElement.Load(part).Descendants())
        {
            var id = element.Attributes().FirstOrDefault(a => a.Name.LocalName == "id")?.Value ?? "";
            switch (element.Name.LocalName)
            {
                case "commentRangeStart":
                    open.Add(id, new StringBuilder());
                    break;
                case "commentRangeEnd":
                    open.Remove(id, out var words);
                    covered.Add(int.Parse(id, CultureInfo.InvariantCulture), words!.ToString());
                    break;
                case "commentReference":
                    Assert.True(referred.Add(id));
                    break;
                case "t":
                    foreach (var one in open.Values)
                    {
                        one.Append(element.Value);
                    }

                    break;
            }
        }

        Assert.Empty(open);
        Assert.Equal(referred.Order(StringComparer.Ordinal), Comments(file).Select(c => c.Id!.Value!).Order(StringComparer.Ordinal));
        return [.. covered.Values];
    }

    private static List<Comment> Comments(MemoryStream file)
    {
        using var package = WordprocessingDocument.Open(Copy(file), isEditable: false);
        return [.. package.MainDocumentPart!.WordprocessingCommentsPart?.Comments.Elements<Comment>() ?? []];
    }

    private static List<Run> References(MemoryStream file)
    {
        using var package = WordprocessingDocument.Open(Copy(file), isEditable: false);
        return [.. package.MainDocumentPart!.Document.Descendants<CommentReference>().Select(reference => (Run)reference.Parent!)];
    }

    /// <summary>Every letter and mark stands in the same look within the same elements, and the validator finds nothing new.</summary>
    private static void AssertUntouched(MemoryStream before, MemoryStream after)
    {
        Assert.Equal(Leaves(before), Leaves(after));
        Assert.Equal(WordText.Read(Copy(before)).Select(p => p.Text), WordText.Read(Copy(after)).Select(p => p.Text));
        Assert.Equal(Errors(before), Errors(after));
    }

    private static List<string> Leaves(MemoryStream file)
    {
        using var package = WordprocessingDocument.Open(Copy(file), isEditable: false);
        var leaves = new List<string>();
        foreach (var element in package.MainDocumentPart!.Document.Descendants().Where(e => !e.HasChildren && e is not (CommentRangeStart or CommentRangeEnd or CommentReference or DocumentFormat.OpenXml.Wordprocessing.Paragraph)))
        {
            if (element.Ancestors<RunProperties>().Any())
            {
                continue;
            }

            var place = string.Join('/', element.Ancestors().Reverse().Select(a => a is Run run ? $"r{run.RsidRunAddition?.Value}[{Numbers().Replace(run.RunProperties?.OuterXml ?? "", "")}]" : a.LocalName + string.Concat(a.GetAttributes().Select(x => x.LocalName + x.Value))));
            var letters = element is Text or DeletedText ? element.InnerText.Select(letter => letter.ToString()) : [element.OuterXml];
            leaves.AddRange(letters.Select(letter => place + " " + letter));
        }

        return leaves;
    }

    // Tracked changes of looks are numbered anew where a run is cut.
    [GeneratedRegex("w:id=\"\\d+\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Numbers();

    private static List<string> Errors(MemoryStream file)
    {
        using var package = WordprocessingDocument.Open(Copy(file), isEditable: false);
        return [.. new DocumentFormat.OpenXml.Validation.OpenXmlValidator(FileFormatVersions.Office2019).Validate(package).Select(e => $"{e.Part?.Uri} {e.Path?.XPath} {e.Description}").Order(StringComparer.Ordinal)];
    }
}
