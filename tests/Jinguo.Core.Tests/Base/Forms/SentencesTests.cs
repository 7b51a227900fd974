using Jinguo.Core.Base.Forms;

namespace Jinguo.Core.Tests.Base.Forms;

public class SentencesTests
{
    [Theory]
    [InlineData("", "2024年5月4日在村委会举办种植讲座，50余人次参加，支出1.2万元。用了讲课、电影。")]
    [InlineData("place", "2024年5月4日举办种植讲座，50余人次参加，支出1.2万元。用了讲课、电影。")]
    [InlineData("money", "2024年5月4日在村委会举办种植讲座，50余人次参加。用了讲课、电影。")]
    [InlineData("people", "2024年5月4日在村委会举办种植讲座，支出1.2万元。用了讲课、电影。")]
    [InlineData("means", "2024年5月4日在村委会举办种植讲座，50余人次参加，支出1.2万元。")]
    [InlineData("topic", "用了讲课、电影。")]
    public void Sentences_LeaveOutClausesWhoseFieldsAreEmpty(string emptied, string expected) =>
        Assert.Equal(expected, Sentences.Of(TestPacks.Course, TestPacks.FullCourse().With(emptied, null)));

    [Fact]
    public void Sentences_LeaveOutTheYearOfTheReport() =>
        Assert.StartsWith("5月4日在村委会", Sentences.Of(TestPacks.Course, TestPacks.FullCourse(), 2024), StringComparison.Ordinal);

    [Theory]
    [InlineData("{topic}，{people}参加。", "种植，50余人次参加。")]
    [InlineData("{topic}，{people#}名妇女参加。", "种植，50余名妇女参加。")]
    [InlineData("{topic}，办了{sessions}。", "种植。")]
    [InlineData("{topic}[（{place}）]", "种植（村委会）")]
    public void Sentences_PrintNumbersWithOrWithoutUnit_AndNoZero(string text, string expected)
    {
        Assert.True(SentencePiece.TryParse(text, null, out var piece, out _));
        var values = TestPacks.FullCourse().With("sessions", new NumberValue(new Quantity(0)));

        Assert.Equal(expected, Sentences.Of(TestPacks.Course with { Sentences = [piece] }, values));
    }

    [Fact]
    public void Title_NamesTheRecord_OrItsTypeWhereNothingIsFilled()
    {
        Assert.Equal("种植讲座", RecordTitle.Of(TestPacks.Course, TestPacks.FullCourse()));
        Assert.Equal("讲座", RecordTitle.Of(TestPacks.Course, RecordValues.Empty));
    }
}
