using FsCheck;
using FsCheck.Fluent;
using Jinguo.Core.Base.Forms;

namespace Jinguo.Core.Tests.Base.Forms;

public class RecordInputTests
{
    [Theory]
    [InlineData("people", "５０余人", "50余")]
    [InlineData("people", "50人次", "50")]
    [InlineData("money", "1.2万元", "1.2")]
    [InlineData("money", "12000元", "1.2")]
    [InlineData("money", "1.2", "1.2")]
    [InlineData("money", "近1.2万", "近1.2")]
    [InlineData("category", "技能", "技能")]
    [InlineData("category", "skills", "技能")]
    [InlineData("means", "讲课，电影；讲课", "讲课、电影")]
    [InlineData("means", "film", "电影")]
    [InlineData("checked", "√", "是")]
    [InlineData("checked", "否", "否")]
    [InlineData("day", "5月4日至6日", "2024-05-04至2024-05-06")]
    [InlineData("visited", "2024.5.4", "2024-05-04")]
    [InlineData("notes", " 一行\r\n两行 ", "一行\n两行")]
    [InlineData("topic", "反家暴（第２期）", "反家暴（第２期）")]
    [InlineData("topic", "  ", "")]
    public void Input_ReadsWhatAPersonTypes(string code, string text, string plain)
    {
        var field = TestPacks.Course.FindField(code)!;
        var reading = FieldInput.Read(field, text, 2024);

        Assert.Null(reading.Problem);
        Assert.Equal(plain, FieldText.Plain(field, reading.Value));
    }

    [Theory]
    [InlineData("people", "很多", "record.number", "认不出是多少。请只填一个数，例如 30、约30 或 30余人次")]
    [InlineData("people", "三十来个吧", "record.number", "认不出是多少。请只填一个数，例如 30、约30 或 30余人次")]
    [InlineData("hours", "三节多一点", "record.number", "认不出是多少。请只填一个数，例如 30课时")]
    [InlineData("money", "三百来块吧", "record.money", "认不出是多少钱。请只填一个金额，例如 5000 或 1.2万元")]
    [InlineData("people", "50户", "record.unit", "单位应是“人次”")]
    [InlineData("money", "50户", "record.unit", "元或万元")]
    [InlineData("money", "0.001元", "record.money", "最多到分")]
    [InlineData("money", "9999999999999999999999999999", "record.money", "太大")]
    [InlineData("category", "武术", "record.option", "技能、法律")]
    [InlineData("means", "讲课、武术", "record.option", "讲课、电影")]
    [InlineData("checked", "也许", "record.flag", "“是”或“否”")]
    [InlineData("day", "春节", "record.day", "2009年5月4日")]
    [InlineData("visited", "2024年5月", "record.day", "具体的一天")]
    public void Input_WhatCannotBeRead_IsSaidWithFieldAndRow(string code, string text, string problemCode, string words)
    {
        var reading = RecordInput.Read(TestPacks.Course, new Dictionary<string, string> { [code] = text }, 2024, row: 7);

        var problem = Assert.Single(reading.Problems);
        Assert.Equal((problemCode, code, 7), (problem.Code, problem.Field, problem.Row));
        Assert.Contains(words, problem.Text, StringComparison.Ordinal);
        Assert.Null(reading.Values[code]);
    }

    [Fact]
    public void Input_AnEmptyFieldTakesItsDefault()
    {
        var values = TestPacks.Values(TestPacks.Course, ("topic", "种植"), ("sessions", ""));

        Assert.Equal(new NumberValue(new Quantity(1)), values["sessions"]);
    }

    [Fact]
    public void Input_WhateverIsTyped_GivesAValueOrOneProblem()
    {
        var letters = Gen.Elements("0123456789０９,.，。-—~至年月日号季度上下半全零一二十百千万亿余多约近以上左右元人次E+-%（）() 、;\u3000吨".ToCharArray());
        var texts = Gen.ArrayOf(letters).Select(text => new string(text));
        var law = Prop.ForAll(texts.ToArbitrary(), text => TestPacks.Course.Fields.All(field =>
        {
            var reading = FieldInput.Read(field, text, 2024);
            return reading.Value is null || reading.Problem is null;
        }));
        law.Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }
}
