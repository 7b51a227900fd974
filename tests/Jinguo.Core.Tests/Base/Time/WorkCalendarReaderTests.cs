using System.Text.Json.Nodes;
using Jinguo.Core.Base.Time;
using Jinguo.Testing;

namespace Jinguo.Core.Tests.Base.Time;

public sealed class WorkCalendarReaderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("jinguo-calendar-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("", "不是完好的 JSON（第1行）")]
    [InlineData("[]", "节假日表应是一组名称和值")]
    [InlineData("""{ "years": { } }""", "years 里一年也没有")]
    [InlineData("""{ "source": "某处" }""", "缺少 years")]
    [InlineData("""{ "years": [] }""", "years应是一组名称和值")]
    [InlineData("""{ "source": 3, "years": { "2026": { "rest": { "元旦": ["01-01"] }, "work": {} } } }""", "source 应是一段文字")]
    [InlineData("""{ "holidays": {}, "years": { "2026": { "rest": { "元旦": ["01-01"] }, "work": {} } } }""", "不认识的“holidays”")]
    [InlineData("""{ "years": { "26": { "rest": { "元旦": ["01-01"] }, "work": {} } } }""", "“26”不是年份")]
    [InlineData("""{ "years": { "2026": { "rest": { "元旦": ["01-01"] } } } }""", "2026年缺少 work")]
    [InlineData("""{ "years": { "2026": { "rest": {}, "work": {} } } }""", "2026年 rest 里没有放假的日子")]
    [InlineData("""{ "years": { "2026": { "rest": { "元旦": [] }, "work": {} } } }""", "2026年元旦应是日期的列表")]
    [InlineData("""{ "years": { "2026": { "rest": { "元旦": "01-01" }, "work": {} } } }""", "2026年元旦应是日期的列表")]
    [InlineData("""{ "years": { "2026": { "rest": { " ": ["01-01"] }, "work": {} } } }""", "2026年 rest 里有一个节日没有名称")]
    [InlineData("""{ "years": { "2026": { "rest": { "元旦": ["1-1"] }, "work": {} } } }""", "2026年元旦的“1-1”不是日期")]
    [InlineData("""{ "years": { "2026": { "rest": { "春节": ["02-29"] }, "work": {} } } }""", "2026年春节的“02-29”不是日期")]
    [InlineData("""{ "years": { "2026": { "rest": { "元旦": [101] }, "work": {} } } }""", "2026年元旦的“101”不是日期")]
    [InlineData("""{ "years": { "2026": { "rest": { "元旦": ["01-01", "01-01"] }, "work": {} } } }""", "2026年1月1日在 rest 里写了两次")]
    [InlineData("""{ "years": { "2026": { "rest": { "元旦": ["01-01"], "春节": ["01-01"] }, "work": {} } } }""", "2026年1月1日在 rest 里写了两次")]
    [InlineData("""{ "years": { "2026": { "rest": { "元旦": ["01-01"], "元旦": ["01-02"] }, "work": {} } } }""", "不是完好的 JSON")]
    [InlineData("""{ "years": { "2026": { "rest": { "元旦": ["01-03"] }, "work": {} } } }""", "2026年1月3日是星期六，本来就休息")]
    [InlineData("""{ "years": { "2026": { "rest": { "元旦": ["01-01"] }, "work": { "元旦": ["01-05"] } } } }""", "2026年1月5日是星期一，本来就上班")]
    [InlineData("""{ "years": { "2026": { "rest": { "元旦": ["01-01"] }, "work": {}, "off": {} } } }""", "2026年里有不认识的“off”")]
    [InlineData("""{ "years": { "2026": { "rest": { "元旦": ["01-01"] }, "work": {} }, "2028": { "rest": { "元旦": ["01-03"] }, "work": {} } } }""", "缺少2027年")]
    public void AWrongTable_IsTold_WithYearAndDay(string json, string expected) =>
        Assert.Contains(expected, Assert.Throws<FormatException>(() => WorkCalendarReader.Read(json)).Message, StringComparison.Ordinal);

    [Fact]
    public void TheTableThatKnowsTheLatestYear_IsTaken_OfEqualsTheFirst()
    {
        var (old, plain, same, missing) = (Table("old", 2025), Table("plain", 2025, 2026), Table("same", 2024, 2025, 2026), Path.Combine(_folder, "missing.json"));

        Assert.Equal(2026, WorkCalendarReader.ReadLatest(missing, old, plain).AnnouncedYears?.Last);
        Assert.Equal((2025, 2026), WorkCalendarReader.ReadLatest(plain, same).AnnouncedYears);
        Assert.Equal((2024, 2026), WorkCalendarReader.ReadLatest(same, plain).AnnouncedYears);
    }

    [Fact]
    public void AWrongFile_IsNamed_AndNoFileToo()
    {
        var (plain, wrong) = (Table("plain", 2026), Path.Combine(_folder, "wrong.json"));
        File.WriteAllText(wrong, "{}");

        Assert.Contains("wrong.json 有误：缺少 years", Assert.Throws<FormatException>(() => WorkCalendarReader.ReadLatest(wrong, plain)).Message, StringComparison.Ordinal);
        Assert.Contains("没有找到节假日表", Assert.Throws<FormatException>(() => WorkCalendarReader.ReadLatest(Path.Combine(_folder, "none.json"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TheSchema_KnowsWhatTheReaderReads()
    {
        var schema = JsonNode.Parse(File.ReadAllText(RepositoryFolder.At("packs", "calendar", "schema.json")))!;

        Assert.Equal(["$schema", "source", "years"], schema["properties"]!.AsObject().Select(property => property.Key));
        Assert.Equal(["rest", "work"], schema["$defs"]!["year"]!["properties"]!.AsObject().Select(property => property.Key));
    }

    private string Table(string name, params int[] years)
    {
        var path = Path.Combine(_folder, $"{name}.json");
        var lines = years.Select(year => $$"""  "{{year}}": { "rest": { "劳动节": ["05-0{{(new DateOnly(year, 5, 1).DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 4 : 1)}}"] }, "work": {} }""");
        File.WriteAllText(path, $$"""{ "years": { {{string.Join(",\n", lines)}} } }""");
        return path;
    }
}
