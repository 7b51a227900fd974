using System.Text.Json.Nodes;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Figures.Tables.Definitions;
using Jinguo.Testing;

namespace Jinguo.Core.Tests.Figures.Tables;

public sealed class TableReadingTests
{
    [Theory]
    [MemberData(nameof(TestTables.Shipped), MemberType = typeof(TestTables))]
    public void AShippedTable_LoadsWithoutAnyProblem_AndIsNamedLikeItsFile(string file)
    {
        var reading = TestTables.ReadShipped(file);

        Assert.Empty(reading.Problems.Select(problem => problem.ToString()));
        Assert.Equal(Path.GetFileNameWithoutExtension(file), reading.Definition!.Code);
        Assert.NotEmpty(reading.Definition.Rules);
        Assert.NotEmpty(reading.Definition.Figures);
    }

    [Theory]
    [InlineData("\"table\": \"x\"", "\"table\": \"甲\"", "代码用小写字母")]
    [InlineData("\"figure\": \"training.sessions\"", "\"figure\": \"training.unknown\"", "没有数据项“training.unknown”")]
    [InlineData("\"figure\": \"training.sessions\"", "\"figure\": \"training.sessions:unknown\"", "没有分类“unknown”")]
    [InlineData("\"figure\": \"training.sessions\"", "\"figre\": \"training.sessions\"", "没有这个属性")]
    [InlineData("\"figure\": \"training.sessions\"", "\"unit\": \"期\"", "第1行第1栏：行和栏要有一边、也只有一边写 figure 或 manual")]
    [InlineData("\"figure\": \"training.sessions\"", "\"figure\": \"training.sessions\", \"manual\": \"a\"", "只写一个")]
    [InlineData("\"formula\": \"c1 * 2\"", "\"formula\": \"c9 * 2\"", "没有“c9”这个代码")]
    [InlineData("\"formula\": \"c1 * 2\"", "\"formula\": \"c2 * 2\"", "不能引用另一个公式")]
    [InlineData("\"formula\": \"c1 * 2\"", "\"formula\": \"c1 *\"", "公式没有写完")]
    [InlineData("\"figure\": \"training.sessions\"", "\"text\": \"remarks\"", "不能引用另一个公式或文字")]
    [InlineData("\"figure\": \"training.sessions\"", "\"text\": \"remarks\"", "勾稽关系“1<=2”里的1是文字，不能参加计算")]
    [InlineData("\"figure\": \"training.sessions\"", "\"figure\": \"training.sessions\", \"text\": \"remarks\"", "只写一个")]
    [InlineData("\"of\": \"total\"", "\"of\": \"group\"", "名称的结尾")]
    [InlineData("\"of\": \"total\"", "\"of\": \"everybody\"", "可以是 total、children、group、own")]
    [InlineData("\"columns\": \"1<=2\"", "\"columns\": \"1<=3\"", "勾稽关系“1<=3”有误，第4个字符处：没有第3栏（行），一共2")]
    [InlineData("\"columns\": \"1<=2\"", "\"level\": \"warning\"", "写 columns（栏间关系）或 rows（行间关系）中的一个")]
    [InlineData("\"period\": \"year\"", "\"period\": \"week\"", "可以是 month、quarter、half、year")]
    [InlineData("\"rows\": [", "\"rows\": [], \"extra\": [", "至少要有一行")]
    public void AFileThatDoesNotFit_IsRefusedWithPlaceAndReason(string from, string to, string expected)
    {
        const string Sound = """
            { "table": "x", "name": "表", "version": 1, "validFrom": "2020-01-01", "period": "year", "rows": [{ "name": "合计", "of": "total" }],
              "columns": [{ "name": "期数", "figure": "training.sessions" }, { "name": "两倍", "formula": "c1 * 2" }], "checks": [{ "columns": "1<=2" }] }
            """;
        Assert.Empty(TestTables.Read(Sound).Problems);

        Assert.Contains(TestTables.Read(Sound.Replace(from, to, StringComparison.Ordinal)).Problems, problem => problem.ToString().Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void NoJson_IsRefused() => Assert.NotEmpty(TestTables.Read("[]").Problems);

    [Theory]
    [InlineData(TablePeriod.Month, "2026-05")]
    [InlineData(TablePeriod.Quarter, "2026Q2")]
    [InlineData(TablePeriod.Half, "2026H1")]
    [InlineData(TablePeriod.Year, "2026")]
    public void ATable_IsForPeriodsOfItsKind(TablePeriod kind, string code)
    {
        var table = TestTables.ByHand(1, "") with { Period = kind };
        string[] all = ["2026-05", "2026Q2", "2026H1", "2026", "2026-01-02..2026-01-09"];

        Assert.Equal([code], all.Where(one => Period.TryParse(one, out var period) && table.IsFor(period)));
    }

    [Fact]
    public void TheSchema_KnowsWhatTheReaderReads()
    {
        var schema = JsonNode.Parse(File.ReadAllText(RepositoryFolder.At("packs", "tables", "schema.json")))!;
        var line = schema["$defs"]!["line"]!["properties"]!.AsObject().Select(property => property.Key);

        Assert.Equal(["name", "unit", "of", "endings", "figure", "period", "formula", "manual", "text", "decimals", "columns"], line);
        foreach (var file in Directory.GetFiles(RepositoryFolder.At("packs", "tables"), "*.json").Where(file => Path.GetFileName(file) != "schema.json"))
        {
            var table = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
            Assert.All(table, property => Assert.True(schema["properties"]!.AsObject().ContainsKey(property.Key), property.Key));
        }
    }
}
