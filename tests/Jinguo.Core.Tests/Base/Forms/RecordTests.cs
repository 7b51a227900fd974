using FsCheck;
using FsCheck.Fluent;
using Jinguo.Core.Base;
using Jinguo.Core.Base.Forms;
using Jinguo.Core.Base.Time;

namespace Jinguo.Core.Tests.Base.Forms;

public class RecordTests
{
    private static readonly DateOnly Today = new(2024, 11, 20);

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
    [InlineData("people", "很多", "record.number", "请只填一个数，例如 50 或 50余人次")]
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
        var values = Full().With("people", new TextValue("50")).With("category", new ChoiceValue("music"));

        Assert.Equal(["record.form", "record.option"], RecordChecks.Check(TestPacks.Course, values, Today).Select(problem => problem.Code));
    }

    [Fact]
    public void Checks_ARegisterEntry_DoesNotEndBeforeItBegins()
    {
        var values = TestPacks.Values(TestPacks.Venue, ("day", "2024-05-04"), ("until", "2024-05-03"), ("name", "妇女之家"));

        Assert.Equal("record.until", Assert.Single(RecordChecks.Check(TestPacks.Venue, values, Today)).Code);
    }

    [Fact]
    public void Postings_OfAnEvent_CountOnItsLastDay()
    {
        var values = TestPacks.Values(TestPacks.Course, ("day", "2024-05-04至2024-05-06"), ("topic", "种植"), ("people", "50余"), ("category", "技能"), ("money", "近1.2万元"), ("hours", "1.5"), ("sessions", "3"));

        Assert.Equal(
            [
                new PostingLine("sample.people", "skills", new DateOnly(2024, 5, 6), 50, HedgeWord.Odd),
                new PostingLine("sample.money", null, new DateOnly(2024, 5, 6), 1_200_000, HedgeWord.Nearly),
                new PostingLine("sample.hours", null, new DateOnly(2024, 5, 6), 45, HedgeWord.None),
            ],
            RecordPostings.From(TestPacks.Course, values));
    }

    [Fact]
    public void Postings_KeepToTheirCondition_AndLeaveOutWhatIsEmptyOrZero()
    {
        var values = TestPacks.Values(TestPacks.Course, ("day", "2024-05-04"), ("topic", "种植"), ("people", "50"), ("category", "法律"), ("women", "1"), ("hours", "2"), ("checked", "是"));

        Assert.Equal([new PostingLine("sample.people", "law", new DateOnly(2024, 5, 4), 50, HedgeWord.None)], RecordPostings.From(TestPacks.Course, values));
    }

    [Fact]
    public void Postings_ReckonedFromAnApproximateNumber_AreAbout()
    {
        var values = TestPacks.Values(TestPacks.Course, ("day", "2024-05-04"), ("category", "法律"), ("women", "30余"));

        Assert.Equal([new PostingLine("sample.people", "law", new DateOnly(2024, 5, 4), 29, HedgeWord.About)], RecordPostings.From(TestPacks.Course, values));
    }

    [Fact]
    public void Postings_OfARegisterEntry_AreTakenBackWhenItEnds()
    {
        var lasting = TestPacks.Values(TestPacks.Venue, ("day", "2023-05-04"), ("name", "妇女之家"), ("rooms", "2"));
        var ended = lasting.With("until", new DaysValue(new DateOnly(2024, 3, 1)));

        Assert.Equal([new PostingLine("sample.venues", null, new DateOnly(2023, 5, 4), 2, HedgeWord.None)], RecordPostings.From(TestPacks.Venue, lasting));
        Assert.Equal(
            [new PostingLine("sample.venues", null, new DateOnly(2023, 5, 4), 2, HedgeWord.None), new PostingLine("sample.venues", null, new DateOnly(2024, 3, 1), -2, HedgeWord.None)],
            RecordPostings.From(TestPacks.Venue, ended));
    }

    [Fact]
    public void Postings_OfAnEmptyRecord_AreNone() => Assert.Empty(RecordPostings.From(TestPacks.Course, RecordValues.Empty));

    [Theory]
    [InlineData("2024-05-03", false, null)]
    [InlineData("2024-05-04", true, "2024-08-04")]
    [InlineData("2024-10-31", true, "2024-08-04")]
    [InlineData("2024-11-01", false, null)]
    public void Register_AnEntryLastsFromItsDayUntilTheDayItEnds(string day, bool inForce, string? due)
    {
        var values = TestPacks.Values(TestPacks.Venue, ("day", "2024-05-04"), ("until", "2024-11-01"), ("name", "妇女之家"));
        var state = RegisterState.On(TestPacks.Venue, values, DateOnly.ParseExact(day, "yyyy-MM-dd"));

        Assert.Equal((inForce, due), (state.InForce, state.VisitDue is { } visit ? $"{visit:yyyy-MM-dd}" : null));
    }

    [Fact]
    public void Register_TheNextVisitIsReckonedFromTheLast()
    {
        var values = TestPacks.Values(TestPacks.Venue, ("day", "2024-01-31"), ("lastVisit", "2024-11-30"), ("name", "妇女之家"));

        Assert.Equal(new DateOnly(2025, 2, 28), RegisterState.On(TestPacks.Venue, values, Today).VisitDue);
    }

    [Theory]
    [InlineData("", "2024年5月4日在村委会举办种植讲座，50余人次参加，支出1.2万元。用了讲课、电影。")]
    [InlineData("place", "2024年5月4日举办种植讲座，50余人次参加，支出1.2万元。用了讲课、电影。")]
    [InlineData("money", "2024年5月4日在村委会举办种植讲座，50余人次参加。用了讲课、电影。")]
    [InlineData("people", "2024年5月4日在村委会举办种植讲座，支出1.2万元。用了讲课、电影。")]
    [InlineData("means", "2024年5月4日在村委会举办种植讲座，50余人次参加，支出1.2万元。")]
    [InlineData("topic", "用了讲课、电影。")]
    public void Sentences_LeaveOutClausesWhoseFieldsAreEmpty(string emptied, string expected) =>
        Assert.Equal(expected, Sentences.Of(TestPacks.Course, Full().With(emptied, null)));

    [Fact]
    public void Sentences_LeaveOutTheYearOfTheReport() =>
        Assert.StartsWith("5月4日在村委会", Sentences.Of(TestPacks.Course, Full(), 2024), StringComparison.Ordinal);

    [Theory]
    [InlineData("{topic}，{people}参加。", "种植，50余人次参加。")]
    [InlineData("{topic}，{people#}名妇女参加。", "种植，50余名妇女参加。")]
    [InlineData("{topic}，办了{sessions}。", "种植。")]
    [InlineData("{topic}[（{place}）]", "种植（村委会）")]
    public void Sentences_PrintNumbersWithOrWithoutUnit_AndNoZero(string text, string expected)
    {
        Assert.True(SentencePiece.TryParse(text, null, out var piece, out _));
        var values = Full().With("sessions", new NumberValue(new Quantity(0)));

        Assert.Equal(expected, Sentences.Of(TestPacks.Course with { Sentences = [piece] }, values));
    }

    [Fact]
    public void Title_NamesTheRecord_OrItsTypeWhereNothingIsFilled()
    {
        Assert.Equal("种植讲座", RecordTitle.Of(TestPacks.Course, Full()));
        Assert.Equal("讲座", RecordTitle.Of(TestPacks.Course, RecordValues.Empty));
    }

    [Fact]
    public void Differences_NameTheFieldsThatChanged()
    {
        var changed = Full().With("people", new NumberValue(new Quantity(60))).With("place", null).With("visited", new DaysValue(Today));

        Assert.Equal(["people", "place", "visited"], changed.DifferencesFrom(Full()));
        Assert.Equal(Full(), changed.With("people", Full()["people"]).With("place", Full()["place"]).With("visited", null));
    }

    [Theory]
    [InlineData("{", "record.json", null)]
    [InlineData("[]", "record.json", null)]
    [InlineData("{\"colour\":1}", "record.unknown", "colour")]
    [InlineData("{\"people\":\"50\"}", "record.json", "people")]
    [InlineData("{\"people\":{\"value\":50,\"hedge\":\"许\"}}", "record.json", "people")]
    [InlineData("{\"people\":{\"value\":50,\"unit\":\"人\"}}", "record.json", "people")]
    [InlineData("{\"money\":1.5}", "record.json", "money")]
    [InlineData("{\"money\":1e30}", "record.json", "money")]
    [InlineData("{\"day\":\"2024-02-30\"}", "record.json", "day")]
    [InlineData("{\"day\":{\"from\":\"2024-02-03\",\"to\":\"2024-02-01\"}}", "record.json", "day")]
    [InlineData("{\"means\":\"talk\"}", "record.json", "means")]
    [InlineData("{\"checked\":1}", "record.json", "checked")]
    [InlineData("{\"topic\":5}", "record.json", "topic")]
    public void Json_WhatIsOfTheWrongForm_IsAProblem(string json, string code, string? field)
    {
        var problem = Assert.Single(RecordJson.Read(TestPacks.Course, json).Problems);

        Assert.Equal((code, field), (problem.Code, problem.Field));
    }

    [Fact]
    public void Json_IsWrittenAsDocumented() =>
        Assert.Equal(
            """{"category":"skills","day":"2024-05-04","means":["talk","film"],"money":1200000,"people":{"value":50,"hedge":"余"},"place":"村委会","sessions":1,"topic":"种植"}""",
            RecordJson.Write(Full()));

    [Fact]
    public void Values_AreTheSameAfterPrintingAndReading()
    {
        var type = TestPacks.Course;
        var law = Prop.ForAll(Records().ToArbitrary(), values =>
        {
            var cells = type.Fields.ToDictionary(field => field.Code, field => FieldText.Plain(field, values[field.Code]), StringComparer.Ordinal);
            var typed = RecordInput.Read(type, cells, 2000);
            var stored = RecordJson.Read(type, RecordJson.Write(values));
            return typed.Problems.Count == 0 && typed.Values.Equals(values) &&
                stored.Problems.Count == 0 && stored.Values.Equals(values) && RecordJson.Write(stored.Values) == RecordJson.Write(values);
        });
        law.QuickCheckThrowOnFailure();
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

    [Fact]
    public void Checks_NumbersThatGrowBeyondMeasureWhenReckoned_AreRefused()
    {
        var values = Full().With("hours", new NumberValue(new Quantity(1_000_000_000))).With("sessions", new NumberValue(new Quantity(1_000_000_000)));

        Assert.Contains(RecordChecks.Check(TestPacks.Course, values, Today), problem => problem.Code == "record.toolarge");
    }

    private static RecordValues Full() => TestPacks.Values(
        TestPacks.Course,
        ("day", "2024-05-04"),
        ("topic", "种植"),
        ("people", "50余"),
        ("place", "村委会"),
        ("money", "1.2万元"),
        ("category", "技能"),
        ("means", "讲课、电影"));

    private static IReadOnlyList<Problem> Check(params (string Code, string Text)[] changes)
    {
        var values = changes.Aggregate(Full(), (record, change) =>
            record.With(change.Code, FieldInput.Read(TestPacks.Course.FindField(change.Code)!, change.Text, 2024).Value));
        return RecordChecks.Check(TestPacks.Course, values, Today);
    }

    private static Gen<RecordValues> Records() =>
        from quantity in QuantityTests.Quantities()
        from cents in Gen.Choose(0, 2_000_000_000)
        from hedge in Gen.Elements(Enum.GetValues<HedgeWord>())
        from start in Gen.Choose(700_000, 740_000)
        from length in Gen.Choose(0, 40)
        from list in Gen.Elements<string[]>(["talk"], ["film"], ["film", "talk"])
        from flag in Gen.Elements(true, false)
        from words in Gen.Elements("种植", "“双学双比”活动；第２期", "a b，c\nd")
        select RecordValues.Empty
            .With("day", new DaysValue(new Period(DateOnly.FromDayNumber(start), DateOnly.FromDayNumber(start + length))))
            .With("people", new NumberValue(quantity))
            .With("sessions", new NumberValue(new Quantity(1)))
            .With("money", new MoneyValue(cents, hedge))
            .With("means", new ListValue(list))
            .With("checked", new FlagValue(flag))
            .With("notes", new TextValue(words))
            .With("host", new TextValue("320981000000"))
            .With("photos", new ListValue(["a1", "b2"]))
            .With("category", new ChoiceValue("law"));
}
