using Jinguo.Web.Ui;

namespace Jinguo.Web.Tests.Ui;

public sealed class ShowTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    [Theory]
    [InlineData("1386", "1204", "增15.1%")]
    [InlineData("5822", "6046", "减3.7%")]
    [InlineData("38", "38", "持平")]
    [InlineData("100001", "100000", "基本持平")]
    [InlineData("12", "0", "—")]
    [InlineData("12", null, "—")]
    [InlineData(null, "12", "—")]
    [InlineData("0", "12", "减100.0%")]
    [InlineData("2.05", "2", "增2.5%")]
    public void Change_IsAWord(string? now, string? before, string words) =>
        Assert.Equal(words, Show.Change(Decimal(now), Decimal(before)));

    [Theory]
    [InlineData("2026-11-20T01:42:00", "今天 09:42")]
    [InlineData("2026-11-19T15:59:00", "11月19日")]
    [InlineData("2026-11-19T16:00:00", "今天 00:00")]
    [InlineData("2025-12-31T15:00:00", "2025年12月31日")]
    public void Moment_IsTheClockInChina(string utc, string words) =>
        Assert.Equal(words, Show.Moment(DateTime.Parse(utc, System.Globalization.CultureInfo.InvariantCulture), Today));

    [Theory]
    [InlineData("38412", 0, "38,412")]
    [InlineData("1866.2", 1, "1,866.2")]
    [InlineData("-3", 0, "−3")]
    [InlineData("0", 0, "0")]
    public void Number_HasThousandsSeparators(string value, int decimals, string words) =>
        Assert.Equal(words, Show.Number(Decimal(value)!.Value, decimals));

    [Theory]
    [InlineData(12_350_000, "12.4", "123,500元")]
    [InlineData(1_050, "0.0", "10.50元")]
    public void Money_IsInWanInTablesAndInYuanOnRecords(long fen, string wan, string yuan)
    {
        Assert.Equal(wan, Show.Wan(fen));
        Assert.Equal(yuan, Show.Yuan(fen));
    }

    [Fact]
    public void DayAndWeekday_NamesBoth() => Assert.Equal("2026年11月20日 星期五", Show.DayAndWeekday(Today));

    private static decimal? Decimal(string? text) =>
        text is null ? null : decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
