using System.Text.Json.Nodes;
using Jinguo.Core.Base.Forms;

namespace Jinguo.Core.Tests.Base.Forms;

public class TypeAdditionTests
{
    private const string Extra = """
        { "pack": "extra", "name": "补充", "version": 1, "validFrom": "2026-01-01", "validTo": "2026-12-31", "measures": [],
          "additions": [ { "to": "course", "fields": [ { "code": "guests", "name": "来宾", "type": "number", "unit": "人" } ],
            "checks": [ { "test": "guests <= 10", "message": "来宾不能多于10人。", "field": "guests" } ], "sentences": [ { "text": "{guests}来宾到场。" } ] } ] }
        """;

    private static readonly PackSet Among = PackReader.Read([new("sample.json", TestPacks.Everything)]).Packs;

    [Fact]
    public void AnAddition_ComesLast_WithItsChecksAndSentences()
    {
        var reading = Read(Extra);
        Assert.Empty(reading.Problems);
        var type = TestPacks.Course.With(Assert.Single(reading.Pack!.Additions));
        Assert.Equal("guests", type.Fields[^1].Code);
        Assert.Equal(TestPacks.Course.Checks.Count + 1, type.Checks.Count);
        Assert.Equal("{guests}来宾到场。", type.Sentences[^1].Text);
        Assert.Equal(Math.Min(RecordType.MostEntryFields, TestPacks.Course.Entry.Count + 1), type.Entry.Count);
    }

    [Theory]
    [InlineData("\"to\": \"course\"", "\"to\": \"courses\"", "additions[0].to", "没有哪个别的包")]
    [InlineData("\"code\": \"guests\"", "\"code\": \"day\"", "additions[0].fields[0].code", "已经有代码")]
    [InlineData("\"unit\": \"人\"", "\"unit\": \"人\", \"required\": true", "additions[0].fields[0].required", "不能必填")]
    [InlineData("\"unit\": \"人\"", "\"unit\": \"\"", "additions[0].fields[0].unit", "单位")]
    [InlineData("guests <= 10", "guest <= 10", "additions[0].checks[0].test", "公式有误")]
    [InlineData("2026-12-31", "2025-12-31", "validTo", "失效")]
    public void AWrongAddition_IsReportedWithItsPlace(string old, string changed, string path, string words) =>
        Assert.Contains(Read(Extra.Replace(old, changed, StringComparison.Ordinal)).Problems, problem => problem.Path == path && problem.Text.Contains(words, StringComparison.Ordinal));

    [Fact]
    public void TwoPacks_DoNotAddTheSameField()
    {
        var first = Read(Extra);
        var second = JsonNode.Parse(Extra)!;
        second["pack"] = "more";
        Assert.Contains(PackReader.Read(new("more.json", second.ToJsonString()), first.All).Problems, problem => problem.Path == "additions[0].fields[0].code");
    }

    [Fact]
    public void AFieldThatTheTypeHasMeanwhile_IsLeftOut() =>
        Assert.Equal(TestPacks.Course.Fields.Count, TestPacks.Course.With(new("course", [new("day", "日子", FieldType.Date)], [], [], [])).Fields.Count);

    private static OnePackReading Read(string text) => PackReader.Read(new("extra.json", text), Among);
}
