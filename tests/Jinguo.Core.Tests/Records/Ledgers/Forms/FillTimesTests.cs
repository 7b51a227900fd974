using Jinguo.Core.Base.Forms;
using Jinguo.Core.Records.Ledgers.Forms;

namespace Jinguo.Core.Tests.Records.Ledgers.Forms;

public class FillTimesTests
{
    private static readonly FillTimes Times = new();

    [Fact]
    public void EveryKindOfField_HasASetTime() =>
        Assert.All(Enum.GetValues<FieldType>(), type => Assert.InRange(Times.SecondsOf(new Field("a", "甲", type)), 1, 120));

    [Theory]
    [InlineData(60, 52, 1)]
    [InlineData(156, 12, 0.6)]
    [InlineData(0, 366, 0)]
    public void MinutesAWeek_AreSecondsByTimesAYear_OverTheWeeks(int seconds, int times, double minutes) =>
        Assert.Equal((decimal)minutes, FillTimes.MinutesAWeek(seconds, times));

    [Fact]
    public void ARecord_TakesItsOpeningAndItsFields()
    {
        var type = PackReader.Read([new("work.json", Ledger.Pack)]).Packs.GetType("hearing");
        Assert.Equal(Times.Opening + Times.Day + Times.Text, Times.SecondsOf(type));
    }
}
