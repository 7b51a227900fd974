using Jinguo.Core.Base;
using Jinguo.Core.Base.Forms;

namespace Jinguo.Core.Tests.Base.Forms;

public class RecordChecksTests
{
    private static readonly DateOnly Today = new(2024, 11, 20);

    [Fact]
    public void Checks_AFullRecord_HasNoProblem() => Assert.Empty(Check());

    [Theory]
    [InlineData("topic", "", "record.required", "请填“主题”")]
    [InlineData("people", "0", "record.min", "不能少于1人次")]
    [InlineData("people", "1001", "record.max", "不能多于1,000人次")]
    [InlineData("people", "5.5", "record.decimals", "要填整数")]
    [InlineData("hours", "5.25", "record.decimals", "最多1位小数")]
    [InlineData("hours", "5余", "record.hedge", "请去掉“余”")]
    [InlineData("hours", "-1", "record.min", "不能少于0课时")]
    [InlineData("women", "51", "record.check", "不能多于人次")]
    [InlineData("day", "2024年11月21日", "record.future", "还没有到")]
    public void Checks_WhatDoesNotFit_IsOneErrorBesideItsField(string code, string text, string problemCode, string words)
    {
        var problem = Assert.Single(Check((code, text)), problem => problem.Level == ProblemLevel.Error);

        Assert.Equal((problemCode, code), (problem.Code, problem.Field));
        Assert.Contains(words, problem.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Checks_AWarning_DoesNotStop() => Assert.Equal(ProblemLevel.Warning, Assert.Single(Check(("people", "501"))).Level);

    [Fact]
    public void Checks_ALongText_IsRefused() => Assert.Equal("record.length", Assert.Single(Check(("topic", new string('长', 201)))).Code);

    [Fact]
    public void Checks_ValuesOfAnotherForm_AreRefused()
    {
        var values = TestPacks.FullCourse().With("people", new TextValue("50")).With("category", new ChoiceValue("music"));

        Assert.Equal(["record.form", "record.option"], RecordChecks.Check(TestPacks.Course, values, Today).Select(problem => problem.Code));
    }

    [Fact]
    public void Checks_ARegisterEntry_DoesNotEndBeforeItBegins()
    {
        var values = TestPacks.Values(TestPacks.Venue, ("day", "2024-05-04"), ("until", "2024-05-03"), ("name", "妇女之家"));

        Assert.Equal("record.until", Assert.Single(RecordChecks.Check(TestPacks.Venue, values, Today)).Code);
    }

    [Fact]
    public void Checks_NumbersThatGrowBeyondMeasureWhenReckoned_AreRefused()
    {
        var values = TestPacks.FullCourse().With("hours", new NumberValue(new Quantity(1_000_000_000))).With("sessions", new NumberValue(new Quantity(1_000_000_000)));

        Assert.Contains(RecordChecks.Check(TestPacks.Course, values, Today), problem => problem.Code == "record.toolarge");
    }

    private static IReadOnlyList<Problem> Check(params (string Code, string Text)[] changes)
    {
        var values = changes.Aggregate(TestPacks.FullCourse(), (record, change) =>
            record.With(change.Code, FieldInput.Read(TestPacks.Course.FindField(change.Code)!, change.Text, 2024).Value));
        return RecordChecks.Check(TestPacks.Course, values, Today);
    }
}
