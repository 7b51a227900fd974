using System.Globalization;
using System.Text.Json.Nodes;
using Jinguo.Core.Base.Forms;
using Jinguo.Testing;

namespace Jinguo.Core.Tests.Base.Forms;

public class PackReaderTests
{
    [Fact]
    public void Read_EveryPropertyOfTheFormat_IsUnderstood()
    {
        var reading = PackReader.Read([new PackFile("sample.json", TestPacks.Everything)]);

        Assert.Empty(reading.Problems);
        var pack = Assert.Single(reading.Packs.Packs);
        Assert.Equal(("sample", 2, "某市妇联", new DateOnly(2024, 1, 1)), (pack.Code, pack.Version, pack.Issuer, pack.ValidFrom));
        var people = reading.Packs.FindMeasure("sample.people")!;
        Assert.Equal(["skills", "law"], people.Breakdown!.Options.Select(option => option.Code));
        Assert.Equal(new DateOnly(2023, 12, 31), people.Definitions[0].ValidTo);
        Assert.Equal(CountsWhen.Accepted, TestPacks.Course.Counts);
        Assert.Equal(CountsWhen.Saved, TestPacks.Venue.Counts);
        Assert.Equal(["law"], TestPacks.Course.Posts.Select(post => post.BreakdownOption).OfType<string>());
    }

    [Theory]
    [InlineData("/pack", "\"Sample 1\"", "pack", "小写字母")]
    [InlineData("/name", "\"\"", "name", "必须填写")]
    [InlineData("/version", "0", "version", "整数")]
    [InlineData("/validFrom", "\"2024年\"", "validFrom", "日期")]
    [InlineData("/colour", "1", "colour", "没有这个属性")]
    [InlineData("/measures/0/kind", "\"sum\"", "measures[0].kind", "flow")]
    [InlineData("/measures/0/kind", "\"Flow\"", "measures[0].kind", "flow")]
    [InlineData("/measures/0/code", "\"Sample.People\"", "measures[0].code", "小写字母")]
    [InlineData("/measures/0/synonyms", "\"a\"", "measures[0].synonyms", "列表")]
    [InlineData("/measures/0/definitions", "[]", "measures[0].definitions", "至少")]
    [InlineData("/measures/0/definitions/1/validFrom", "\"2024-02-01\"", "measures[0].definitions[1]", "次日")]
    [InlineData("/measures/0/breakdown/options/1/code", "\"skills\"", "measures[0].breakdown.options", "重复")]
    [InlineData("/measures/1/code", "\"sample.people\"", "measures[1].code", "已经声明过")]
    [InlineData("/measures/1/decimals", "0", "measures[1].decimals", "2位")]
    [InlineData("/measures/1/formula", "\"1\"", "measures[1].formula", "只有比率")]
    [InlineData("/measures/3/formula", "\"sample.money / sample.nothing\"", "measures[3].formula", "没有“sample.nothing”")]
    [InlineData("/measures/3/formula", "\"sample.money / \"", "measures[3].formula", "没有写完")]
    [InlineData("/recordTypes/0/code", "\"venue\"", "recordTypes[1].code", "已经声明过")]
    [InlineData("/recordTypes/0/entry", "[\"day\",\"topic\",\"people\",\"women\",\"hours\",\"money\",\"place\"]", "recordTypes[0].entry", "1到6项")]
    [InlineData("/recordTypes/0/entry", "[\"day\",\"topic\"]", "recordTypes[0].entry", "要放进记一笔")]
    [InlineData("/recordTypes/0/entry/1", "\"subject\"", "recordTypes[0].entry", "没有“subject”")]
    [InlineData("/recordTypes/0/title", "\"{subject}讲座\"", "recordTypes[0].title", "没有“subject”")]
    [InlineData("/recordTypes/0/title", "\"{topic讲座\"", "recordTypes[0].title", "配对")]
    [InlineData("/recordTypes/0/fields/0/required", "false", "recordTypes[0].fields", "day")]
    [InlineData("/recordTypes/0/fields/1/type", "\"words\"", "recordTypes[0].fields[1].type", "text")]
    [InlineData("/recordTypes/0/fields/1/code", "\"and\"", "recordTypes[0].fields[1].code", "字段代码")]
    [InlineData("/recordTypes/0/fields/1/unit", "\"个\"", "recordTypes[0].fields[1]", "只用于数")]
    [InlineData("/recordTypes/0/fields/1/colour", "\"red\"", "recordTypes[0].fields[1].colour", "没有这个属性")]
    [InlineData("/recordTypes/0/fields/2/min", "\"1\"", "recordTypes[0].fields[2].min", "一个数")]
    [InlineData("/recordTypes/0/fields/2/max", "0", "recordTypes[0].fields[2].max", "不能小于")]
    [InlineData("/recordTypes/0/fields/2/unit", "\"\"", "recordTypes[0].fields[2].unit", "单位")]
    [InlineData("/recordTypes/0/fields/3/name", "\"参加人数\"", "recordTypes[0].fields[3].name", "分不清")]
    [InlineData("/recordTypes/0/fields/4/default", "\"若干\"", "recordTypes[0].fields[4].default", "请只填一个数")]
    [InlineData("/recordTypes/0/fields/7/options", "[]", "recordTypes[0].fields[7].options", "至少")]
    [InlineData("/recordTypes/0/fields/8/options/0/name", "\"讲课、座谈\"", "recordTypes[0].fields[8].options", "顿号")]
    [InlineData("/recordTypes/0/checks/0/test", "\"women <= peoples\"", "recordTypes[0].checks[0].test", "没有“peoples”")]
    [InlineData("/recordTypes/0/checks/0/test", "\"women\"", "recordTypes[0].checks[0].test", "是或否")]
    [InlineData("/recordTypes/0/checks/0/field", "\"peoples\"", "recordTypes[0].checks[0].field", "没有“peoples”")]
    [InlineData("/recordTypes/0/checks/0/message", "\"\"", "recordTypes[0].checks[0].message", "必须填写")]
    [InlineData("/recordTypes/0/posts/0/measure", "\"sample.nothing\"", "recordTypes[0].posts[0].measure", "没有哪个包声明")]
    [InlineData("/recordTypes/0/posts/0/measure", "\"sample.rate\"", "recordTypes[0].posts[0].measure", "不能由台账入账")]
    [InlineData("/recordTypes/0/posts/0/breakdown", "\"\"", "recordTypes[0].posts[0].breakdown", "按类别分类")]
    [InlineData("/recordTypes/0/posts/0/breakdown", "\"means\"", "recordTypes[0].posts[0].breakdown", "单选")]
    [InlineData("/recordTypes/0/posts/3/breakdown", "\"'film'\"", "recordTypes[0].posts[3].breakdown", "没有“film”")]
    [InlineData("/recordTypes/0/posts/3/when", "\"category = 'film'\"", "recordTypes[0].posts[3].when", "没有“film”")]
    [InlineData("/recordTypes/0/posts/1/breakdown", "\"category\"", "recordTypes[0].posts[1].breakdown", "没有分类")]
    [InlineData("/recordTypes/0/posts/2/value", "\"money\"", "recordTypes[0].posts[2].value", "金额")]
    [InlineData("/recordTypes/0/posts/1/measure", "\"sample.venues\"", "recordTypes[0].posts[1].measure", "名册")]
    [InlineData("/recordTypes/0/sentences/0/text", "\"{teacher}讲课。\"", "recordTypes[0].sentences[0].text", "个人信息")]
    [InlineData("/recordTypes/0/sentences/0/text", "\"一句。又一句。\"", "recordTypes[0].sentences[0].text", "句号")]
    [InlineData("/recordTypes/0/visitEveryMonths", "3", "recordTypes[0].visitEveryMonths", "名册")]
    [InlineData("/recordTypes/1/fields/0/type", "\"dateRange\"", "recordTypes[1].fields", "date")]
    public void Read_WhatIsWrong_IsReportedWithFileAndPlace(string pointer, string value, string path, string words)
    {
        var problems = PackReader.Read([new PackFile("sample.json", Changed(pointer, value))]).Problems;

        Assert.Contains(problems, problem => problem.File == "sample.json" && problem.Path == path && problem.Text.Contains(words, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "JSON")]
    [InlineData("{ \"pack\": \"a\", }", "JSON")]
    [InlineData("{ \"pack\": \"a\", \"pack\": \"b\" }", "JSON")]
    [InlineData("[]", "一个对象")]
    [InlineData("{ \"measures\": [1] }", "一个对象")]
    public void Read_ABrokenFile_IsReportedAndNotThrown(string text, string words) =>
        Assert.Contains(PackReader.Read([new PackFile("broken.json", text)]).Problems, problem => problem.Text.Contains(words, StringComparison.Ordinal));

    [Fact]
    public void Read_TwoPacksOfOneCode_AreReported()
    {
        var problems = PackReader.Read([new PackFile("a.json", TestPacks.Everything), new PackFile("b.json", TestPacks.Everything)]).Problems;

        Assert.Contains(problems, problem => problem.File == "b.json" && problem.Path == "pack");
        Assert.DoesNotContain(problems, problem => problem.File == "a.json");
    }

    [Fact]
    public void Schema_KnowsTheSamePropertiesAsTheReader()
    {
        var schema = JsonNode.Parse(File.ReadAllText(RepositoryFolder.At("packs", "schema.json")))!;
        var used = JsonNode.Parse(TestPacks.Everything)!;

        AssertSame(schema, used, "pack");
        AssertSame(schema["$defs"]!["measure"]!, Merged(used["measures"]!), "measure");
        AssertSame(schema["$defs"]!["definition"]!, Merged(used["measures"]![0]!["definitions"]!), "definition");
        AssertSame(schema["$defs"]!["recordType"]!, Merged(used["recordTypes"]!), "recordType");
        AssertSame(schema["$defs"]!["field"]!, Merged(used["recordTypes"]![0]!["fields"]!), "field");
        AssertSame(schema["$defs"]!["check"]!, Merged(used["recordTypes"]![0]!["checks"]!), "check");
        AssertSame(schema["$defs"]!["post"]!, Merged(used["recordTypes"]![0]!["posts"]!), "post");
        AssertSame(schema["$defs"]!["sentence"]!, Merged(used["recordTypes"]![0]!["sentences"]!), "sentence");
        Assert.Equal(
            Enum.GetNames<FieldType>().Select(name => char.ToLowerInvariant(name[0]) + name[1..]),
            schema["$defs"]!["field"]!["properties"]!["type"]!["enum"]!.AsArray().Select(name => (string)name!));
    }

    private static void AssertSame(JsonNode schema, JsonNode used, string what)
    {
        var known = schema["properties"]!.AsObject().Select(property => property.Key).Order(StringComparer.Ordinal);
        var shown = used.AsObject().Select(property => property.Key).Order(StringComparer.Ordinal);
        Assert.True(known.SequenceEqual(shown, StringComparer.Ordinal), $"{what}: {string.Join(' ', known)} / {string.Join(' ', shown)}");
    }

    private static JsonObject Merged(JsonNode list)
    {
        var all = new JsonObject();
        foreach (var key in list.AsArray().SelectMany(item => item!.AsObject()).Select(property => property.Key).Distinct(StringComparer.Ordinal))
        {
            all[key] = true;
        }

        return all;
    }

    private static string Changed(string pointer, string value)
    {
        var root = JsonNode.Parse(TestPacks.Everything)!;
        var steps = pointer.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var node = root;
        foreach (var step in steps.SkipLast(1))
        {
            node = node is JsonArray list ? list[Index(step)]! : node[step]!;
        }

        if (node is JsonArray array)
            array[Index(steps[^1])] = JsonNode.Parse(value);
        else
            node[steps[^1]] = JsonNode.Parse(value);
        return root.ToJsonString();
    }

    private static int Index(string step) => int.Parse(step, CultureInfo.InvariantCulture);
}
