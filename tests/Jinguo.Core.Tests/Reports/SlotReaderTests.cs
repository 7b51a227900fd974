using Jinguo.Core.Reports.Templates;
using Jinguo.Office.Word;

namespace Jinguo.Core.Tests.Reports;

/// <summary>What may stand between the braces.</summary>
public sealed class SlotReaderTests : IAsyncLifetime
{
    private ReportOffice office = null!;
    private TemplateWords words = null!;

    public async Task InitializeAsync()
    {
        office = await ReportOffice.OpenAsync();
        words = await office.WordsAsync();
    }

    public Task DisposeAsync() => office.DisposeAsync().AsTask();

    [Theory]
    [InlineData("培训人次", "training.participants Now Exact")]
    [InlineData("受训妇女", "training.participants Now Exact")]
    [InlineData("training.participants", "training.participants Now Exact")]
    [InlineData(" Training.Participants ｜ 万 ", "training.participants Now Rounded")]
    [InlineData("培训人次/家政服务", "training.participants:housekeeping Now Exact")]
    [InlineData("培训人次（家政服务）|同比", "training.participants:housekeeping Change Exact")]
    [InlineData("training.participants/housekeeping|去年|数", "training.participants:housekeeping YearBefore Bare")]
    [InlineData("信访件次（按问题）/财产权益", "reception.matters:property Now Exact")]
    public void Figure_IsFoundByNameSynonymAndCode(string mark, string expected)
    {
        var slot = Assert.IsType<FigureSlot>(SlotReader.Read(mark, words).Value);
        Assert.Equal(expected, $"{slot.Heading.Key} {slot.Aspect} {slot.Style}");
    }

    [Fact]
    public void Breakdown_IsEveryOptionInTheOrderOfLists()
    {
        var slot = Assert.IsType<BreakdownSlot>(SlotReader.Read("培训人次|分类|万", words).Value);
        Assert.Equal(["技能培训", "种植养殖"], slot.Headings.Take(2).Select(option => option.OptionName));
        Assert.Equal(NumberStyle.Rounded, slot.Style);
    }

    [Theory]
    [InlineData("亮点", "", 5)]
    [InlineData("亮点:training,activity|3", "training,activity", 3)]
    [InlineData("亮点：妇女培训、妇女活动｜10条", "training,activity", 10)]
    public void Highlights_AreAskedForByRecordType(string mark, string topics, int most)
    {
        var slot = Assert.IsType<HighlightSlot>(SlotReader.Read(mark, words).Value);
        Assert.Equal((topics, most), (string.Join(',', slot.Topics), slot.Most));
    }

    [Fact]
    public void Table_ListsItsFigures() =>
        Assert.Equal(["培训期数", "培训人次（家政服务）"], Assert.IsType<TableSlot>(SlotReader.Read("表：培训期数，培训人次/家政服务", words).Value).Headings.Select(heading => heading.FullName));

    [Theory]
    [InlineData("单位", ReportWord.Body)]
    [InlineData("落 款", ReportWord.Signature)]
    [InlineData("下年", ReportWord.NextYear)]
    public void Word_IsKnown(string mark, ReportWord word) => Assert.Equal(new WordSlot(word), SlotReader.Read(mark, words).Value);

    [Theory]
    [InlineData("培训人数次", "培训人次")]
    [InlineData("培训人次/家政", "家政服务")]
    [InlineData("培训人次|环比", "同比、去年、分类、万、数")]
    [InlineData("培训人次/家政服务|分类", "没有分类")]
    [InlineData("合作社成员数|分类", "不认识")]
    [InlineData("培训人次|分类|同比", "请删去一个")]
    [InlineData("亮点:妇女培班", "妇女培训")]
    [InlineData("亮点|很多", "1到50")]
    [InlineData("表:", "{{表:培训期数,培训人次}}")]
    [InlineData("单位|万", "删去")]
    [InlineData("培训取证人数/家政", "没有分类")]
    public void UnknownMark_IsToldWithWhatMayBeMeant(string mark, string hint) =>
        Assert.Contains(hint, Assert.Single(SlotReader.Read(mark, words).Problems).Text, StringComparison.Ordinal);

    [Fact]
    public void Check_NamesParagraphAndText()
    {
        using var template = WordTemplate.Open(new MemoryStream(ReportOffice.Template("全年举办{{培训期数}}。", "帮助{{帮就业人数}}就业，{{没有收口。")));
        var problems = TemplateChecks.Check(template.Placeholders, words);
        Assert.Equal(2, problems.Count);
        Assert.All(problems, problem => Assert.StartsWith("正文第2段", problem.Text, StringComparison.Ordinal));
        Assert.Contains("帮助就业人数", problems[0].Text, StringComparison.Ordinal);
    }
}
