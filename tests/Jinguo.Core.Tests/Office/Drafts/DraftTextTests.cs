using Jinguo.Office.Drafts;

namespace Jinguo.Core.Tests.Office.Drafts;

public sealed class DraftTextTests
{
    [Fact]
    public void PlainText_StaysAsItWas_WhateverEndsItsLines()
    {
        var draft = DraftText.Of("标题\r\n培训12期\n\n走访3户\r完");

        Assert.Equal("标题\r\n培训12期\n\n走访3户\r完", draft.Text);
        Assert.Equal(["标题", "培训12期", "", "走访3户", "完"], draft.Paragraphs.Select(p => draft.Text[p.Start..p.End]));
        Assert.Equal([1, 2, 3, 4, 5], draft.Paragraphs.Select(p => p.Number));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(2, 1)]
    [InlineData(3, 1)]
    [InlineData(4, 2)]
    [InlineData(10, 3)]
    [InlineData(11, 4)]
    [InlineData(14, 4)]
    public void APlace_BelongsToTheParagraphOrTheLineEndBehindIt(int place, int paragraph) =>
        Assert.Equal(paragraph, DraftText.Of("标题\r\n培训12期\n\n走访。").ParagraphAt(place).Number);

    [Theory]
    [InlineData(6, 8, "2:2-4")]
    [InlineData(0, 9, "1:0-2 2:0-5")]
    [InlineData(1, 13, "1:1-2 2:0-5 4:0-2")]
    [InlineData(2, 4, "1:2-2")]
    [InlineData(10, 10, "3:0-0")]
    [InlineData(14, 14, "4:3-3")]
    public void AStretch_IsFoundInItsParagraphs(int start, int end, string expected) =>
        Assert.Equal(expected, string.Join(' ', DraftText.Of("标题\r\n培训12期\n\n走访。").Locate(start, end).Select(s => $"{s.Paragraph}:{s.Start}-{s.End}")));

    [Fact]
    public void APlaceOutsideTheText_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => DraftText.Of("一").ParagraphAt(2));
        Assert.Throws<ArgumentOutOfRangeException>(() => DraftText.Of("一").Locate(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => DraftText.Of("一").Locate(0, 2));
    }
}
