using Jinguo.Core.Base.Forms;

namespace Jinguo.Core.Tests.Base.Forms;

public class RecordPostingsTests
{
    [Fact]
    public void Postings_OfAnEvent_CountOnItsLastDay()
    {
        var values = TestPacks.Values(TestPacks.Course, ("day", "2024-05-04至2024-05-06"), ("topic", "种植"), ("people", "50余"), ("category", "技能"), ("money", "近1.2万元"), ("hours", "1.5"), ("sessions", "3"));

        Assert.Equal(
            [
                new PostingLine("sample.people", "skills", new DateOnly(2024, 5, 6), 50, HedgeWord.Odd),
                new PostingLine("sample.money", null, new DateOnly(2024, 5, 6), 1_200_000, HedgeWord.Nearly),
                new PostingLine("sample.hours", null, new DateOnly(2024, 5, 6), 45, HedgeWord.None),
            ],
            RecordPostings.From(TestPacks.Course, values));
    }

    [Fact]
    public void Postings_KeepToTheirCondition_AndLeaveOutWhatIsEmptyOrZero()
    {
        var values = TestPacks.Values(TestPacks.Course, ("day", "2024-05-04"), ("topic", "种植"), ("people", "50"), ("category", "法律"), ("women", "1"), ("hours", "2"), ("checked", "是"));

        Assert.Equal([new PostingLine("sample.people", "law", new DateOnly(2024, 5, 4), 50, HedgeWord.None)], RecordPostings.From(TestPacks.Course, values));
    }

    [Fact]
    public void Postings_ReckonedFromAnApproximateNumber_AreAbout()
    {
        var values = TestPacks.Values(TestPacks.Course, ("day", "2024-05-04"), ("category", "法律"), ("women", "30余"));

        Assert.Equal([new PostingLine("sample.people", "law", new DateOnly(2024, 5, 4), 29, HedgeWord.About)], RecordPostings.From(TestPacks.Course, values));
    }

    [Fact]
    public void Postings_OfARegisterEntry_AreTakenBackWhenItEnds()
    {
        var lasting = TestPacks.Values(TestPacks.Venue, ("day", "2023-05-04"), ("name", "妇女之家"), ("rooms", "2"));
        var ended = lasting.With("until", new DaysValue(new DateOnly(2024, 3, 1)));

        Assert.Equal([new PostingLine("sample.venues", null, new DateOnly(2023, 5, 4), 2, HedgeWord.None)], RecordPostings.From(TestPacks.Venue, lasting));
        Assert.Equal(
            [new PostingLine("sample.venues", null, new DateOnly(2023, 5, 4), 2, HedgeWord.None), new PostingLine("sample.venues", null, new DateOnly(2024, 3, 1), -2, HedgeWord.None)],
            RecordPostings.From(TestPacks.Venue, ended));
    }

    [Fact]
    public void Postings_OfAnEmptyRecord_AreNone() => Assert.Empty(RecordPostings.From(TestPacks.Course, RecordValues.Empty));
}
