using FsCheck;
using FsCheck.Fluent;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Facts;

namespace Jinguo.Core.Tests.Figures;

/// <summary>What somebody does to the books: posts a record, corrects it, or (with no facts left) withdraws it.</summary>
/// <param name="Record">Which record, by a small number.</param>
/// <param name="Body">Which body, by its place in the city; a record keeps the body of its first act.</param>
/// <param name="Facts">What the record stands for from now on.</param>
/// <param name="MinutesLater">Time that passes before the act.</param>
internal sealed record Act(int Record, int Body, IReadOnlyList<FactDraft> Facts, int MinutesLater)
{
    public override string ToString() => $"record {Record} of body {Body} after {MinutesLater} min: {string.Join("; ", Facts)}";
}

/// <summary>A question about the books.</summary>
/// <param name="Body">Which body.</param>
/// <param name="Span">The period.</param>
/// <param name="KnownAfterActs">As known after so many acts, or null for now.</param>
internal sealed record Asked(int Body, Period Span, int? KnownAfterActs);

/// <summary>Acts, then questions.</summary>
internal sealed record History(IReadOnlyList<Act> Acts, IReadOnlyList<Asked> Questions)
{
    public override string ToString() => string.Join('\n', Acts) + "\n" + string.Join('\n', Questions);
}

/// <summary>Random histories: few bodies, records and days, so that things meet.</summary>
internal static class Histories
{
    private static readonly (string Measure, string?[] Options)[] Counted =
    [
        (Books.Participants, [null, "skills", "law"]),
        (Books.Money, [null]),
        (Books.Homes, [null, "village"]),
        (Books.Received, [null]),
        (Books.Replied, [null]),
        (Books.Mortality, [null]),
    ];

    private static readonly string[] HedgeWords = ["", "", "", .. Hedge.Words.Keys];

    // Few days, on both sides of the middle and the ends of months, so that most questions cut through records. Some lie
    // after the tests' today: days to come must not count.
    private static readonly Gen<DateOnly> Days =
        from month in Gen.Elements(202501, 202502, 202511, 202601, 202610, 202611, 202612)
        from day in Gen.Elements(1, 5, 14, 15, 16, 20, 21, 28)
        select new DateOnly(month / 100, month % 100, day);

    // The city, a county, its township and two of its villages, a village elsewhere.
    private static readonly Gen<int> Writing = Gen.Elements(0, 1, 2, 3, 4, 14);

    private static readonly Gen<int> Reading = Gen.Elements(0, 0, 1, 2, 3);

    private static readonly Gen<FactDraft> Drafts =
        from counted in Gen.Elements(Counted)
        from option in Gen.Elements(counted.Options)
        from day in Days
        from value in Gen.Choose(-3, 60)
        from hedge in Gen.Elements(HedgeWords)
        select new FactDraft(counted.Measure, option, day, value, hedge);

    private static readonly Gen<Act> Acts =
        from record in Gen.Choose(0, 7)
        from body in Writing
        from count in Gen.Choose(0, 6)
        from facts in Drafts.ArrayOf(count)
        from minutes in Gen.Choose(0, 300)
        select new Act(record, body, facts, minutes);

    private static readonly Gen<Period> Spans = Gen.OneOf(
        Gen.Choose(2024, 2026).Select(Period.Year),
        Gen.Choose(1, 12).Select(month => Period.OfMonth(2026, month)),
        Gen.Choose(1, 4).Select(quarter => Period.Quarter(2026, quarter)),
        from one in Days
        from other in Days
        select one < other ? new Period(one, other) : new Period(other, one));

    private static readonly Gen<History> All =
        from count in Gen.Choose(0, 25)
        from acts in Acts.ArrayOf(count)
        from questions in (
            from body in Reading
            from span in Spans
            from known in Gen.Frequency((2, Gen.Constant<int?>(null)), (1, Gen.Choose(0, count).Select(number => (int?)number)))
            select new Asked(body, span, known)).ArrayOf(6)
        select new History(acts, questions);

    /// <summary>Histories that shrink by leaving out acts, then questions.</summary>
    public static Arbitrary<History> Arbitrary { get; } = Arb.From(All, Smaller);

    private static IEnumerable<History> Smaller(History history)
    {
        if (history.Questions.Count > 1)
            foreach (var question in history.Questions)
                yield return history with { Questions = [question] };
        for (var act = 0; act < history.Acts.Count; act++)
            yield return history with { Acts = [.. history.Acts.Take(act), .. history.Acts.Skip(act + 1)] };
    }
}
