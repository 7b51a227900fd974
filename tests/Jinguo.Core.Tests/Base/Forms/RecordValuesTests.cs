using FsCheck;
using FsCheck.Fluent;
using Jinguo.Core.Base.Forms;
using Jinguo.Core.Base.Time;

namespace Jinguo.Core.Tests.Base.Forms;

public class RecordValuesTests
{
    private static readonly DateOnly Today = new(2024, 11, 20);

    [Fact]
    public void Differences_NameTheFieldsThatChanged()
    {
        var changed = TestPacks.FullCourse().With("people", new NumberValue(new Quantity(60))).With("place", null).With("visited", new DaysValue(Today));

        Assert.Equal(["people", "place", "visited"], changed.DifferencesFrom(TestPacks.FullCourse()));
        Assert.Equal(TestPacks.FullCourse(), changed.With("people", TestPacks.FullCourse()["people"]).With("place", TestPacks.FullCourse()["place"]).With("visited", null));
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
    [InlineData("{\"topic\":\"种植\\uDE00\"}", "record.json", null)]
    [InlineData("{\"people\":{\"value\":1,\"\\uD83D\":2}}", "record.json", null)]
    public void Json_WhatIsOfTheWrongForm_IsAProblem(string json, string code, string? field)
    {
        var problem = Assert.Single(RecordJson.Read(TestPacks.Course, json).Problems);

        Assert.Equal((code, field), (problem.Code, problem.Field));
    }

    [Fact]
    public void Json_IsWrittenAsDocumented() =>
        Assert.Equal(
            """{"category":"skills","day":"2024-05-04","means":["talk","film"],"money":1200000,"people":{"value":50,"hedge":"余"},"place":"村委会","sessions":1,"topic":"种植"}""",
            RecordJson.Write(TestPacks.FullCourse()));

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
