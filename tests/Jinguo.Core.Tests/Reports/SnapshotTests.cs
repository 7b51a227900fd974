using Jinguo.Core.Reports.Writing;

namespace Jinguo.Core.Tests.Reports;

/// <summary>The same figures always give the same hash, and other figures another.</summary>
public class SnapshotTests
{
    private static readonly Guid Report = new("01890000-0000-7000-8000-000000000001");

    [Fact]
    public void Hash_IsTheSameWhenReadAndWrittenAgain()
    {
        var json = Of("12.90").ToJson();
        Assert.Equal(json, Snapshot.Parse(json).ToJson());
        Assert.Equal(Snapshot.HashOf(json), Snapshot.HashOf(Of("12.9").ToJson()));
    }

    [Fact]
    public void Hash_OfAnOldReport_StaysWhatWasPrinted() =>
        Assert.StartsWith("9aef8e4751bd57dae082fed06838789c83f8dae60", Snapshot.HashOf(Of("12.9").ToJson()), StringComparison.Ordinal);

    [Fact]
    public void Hash_ChangesWithAnyNumber() =>
        Assert.NotEqual(Snapshot.HashOf(Of("12.9").ToJson()), Snapshot.HashOf(Of("12.8").ToJson()));

    [Fact]
    public void Code_CarriesIssuerAndHash_AndNothingElse()
    {
        var hash = Snapshot.HashOf(Of("1").ToJson());
        var code = new CheckCode("990101000000-001", hash);
        Assert.Equal(code, CheckCode.Parse(code.ToString()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("990101000000")]
    [InlineData("990101000000.abc")]
    [InlineData("990101000000.!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!")]
    public void Code_ThatIsNone_IsRefused(string? text) => Assert.Null(CheckCode.Parse(text));

    private static Snapshot Of(string value) => new(Report, 1, "990101000000", "安和县妇联", "2026", "年度工作总结", new(2026, 11, 20, 1, 42, 0, DateTimeKind.Utc),
        [new(1, "12.9人次", WordingTests.Quote(value, "人次"))], []);
}
