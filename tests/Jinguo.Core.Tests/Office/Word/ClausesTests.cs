using Jinguo.Office.Documents;
using Jinguo.Office.Word;

namespace Jinguo.Core.Tests.Office.Word;

/// <summary>What has nothing to say falls away: item, clause, sentence, paragraph. A mark {{0}} is a value that is nothing.</summary>
public class ClausesTests
{
    [Theory]
    [InlineData("举办培训{{9}}，就业{{0}}。", "举办培训9。")]
    [InlineData("举办培训{{0}}，就业{{5}}。", "就业5。")]
    [InlineData("举办培训{{0}}，就业{{0}}。", null)]
    [InlineData("一年来，举办培训{{0}}，就业{{0}}。走访{{3}}。", "走访3。")]
    [InlineData("走访{{3}}；慰问{{0}}。", "走访3。")]
    [InlineData("走访{{3}}；慰问{{0}}；发放{{0}}。", "走访3。")]
    [InlineData("有妇女之家{{0}}、儿童之家{{2}}、家长学校{{0}}，投入{{8}}。", "儿童之家2，投入8。")]
    [InlineData("（一）抓培训。举办{{0}}。走访{{3}}。", "（一）抓培训。走访3。")]
    [InlineData("1.举办{{0}}，走访{{3}}。", "1.走访3。")]
    [InlineData("　　举办{{0}}，走访{{3}}。", "　　走访3。")]
    [InlineData("举办{{9}}（其中妇女{{0}}，儿童{{2}}），很好。", "举办9（其中妇女0，儿童2），很好。")]
    [InlineData("村（社区）{{0}}，参加{{3}}和{{0}}。", "参加3和0。")]
    [InlineData("举办培训{{9}}，就业{{5}}。", "举办培训9，就业5。")]
    [InlineData("现有{{9}}，其中示范{{0}}、精品{{2}}。", "现有9，其中精品2。")]
    [InlineData("其中国家级{{0}}，省级{{2}}。", "其中省级2。")]
    [InlineData("现有{{9}}，其中示范{{0}}、精品{{0}}。", "现有9。")]
    [InlineData("没有数的话。", "没有数的话。")]
    public void Paragraph_KeepsWhatHasSomethingToSay(string template, string? expected)
    {
        Assert.Equal(expected is null ? [] : [expected], Fill(template));
    }

    [Fact]
    public void Fill_SaysWhichMarksStandInTheText()
    {
        using var opened = WordTemplate.Open(Docx("举办{{9}}，就业{{0}}，走访{{3}}。"));
        Assert.Equal(["9", "3"], opened.Fill(Answer).Select(mark => mark.Name));
    }

    private static List<string> Fill(string template)
    {
        using var opened = WordTemplate.Open(Docx(template));
        opened.Fill(Answer);
        using var saved = new MemoryStream();
        opened.Save(saved);
        saved.Position = 0;
        return [.. WordText.Read(saved).Select(paragraph => paragraph.Text)];
    }

    private static Filling Answer(Placeholder mark) => Filling.Value(new TextRun(mark.Name, new Uri("https://example.cn/" + mark.Name)), mark.Name == "0");

    private static MemoryStream Docx(string text)
    {
        var docx = new MemoryStream();
        WordWriter.Write(new Document("", [new Paragraph(text)]), HouseStyle.Standard, docx);
        docx.Position = 0;
        return docx;
    }
}
