using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Forms;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Records.Ledgers;
using Record = Jinguo.Core.Records.Ledgers.Record;

namespace Jinguo.Core.Tests.Records.Ledgers;

public sealed class LedgerRulesTests
{
    private static readonly PackSet Packs = PackReader.Read([new("work.json", Ledger.Pack)]).Packs;
    private static readonly DateOnly Today = new(2026, 11, 20);

    private static readonly Organisation Village = new()
    {
        Id = 4,
        Code = "4",
        Name = "芙蓉村妇联",
        Initials = "",
        Path = "/1/2/4/",
        ParentId = 2,
        ValidFrom = new(2010, 1, 1),
        ValidTo = new(2026, 6, 30),
    };

    [Theory]
    [InlineData("day=2026-05-04 topic=刺绣 participants=50余", "")]
    [InlineData("day=2026-05-04 topic=刺绣 participants=50 women=60", "record.check women")]
    [InlineData("day=2026-05-04 participants=50", "record.required topic")]
    [InlineData("topic=刺绣 participants=50", "record.required day")]
    [InlineData("day=2009-12-31 topic=刺绣", "ledger.day.early day")]
    [InlineData("day=2026-07-01 topic=刺绣", "ledger.day.late day")]
    [InlineData("day=2026-12-01 topic=刺绣", "record.future day|ledger.day.late day")]
    [InlineData("day=2026-05-04 topic=刺绣 women=50余", "record.hedge women")]
    [InlineData("day=2026-05-04 topic=刺绣 participants=100001", "record.max participants")]
    public void Check_NamesEveryFieldThatIsWrong(string typed, string expected)
    {
        var problems = LedgerChecks.Check(Packs.GetType("training"), Values("training", typed), Village, Today, row: 7);
        Assert.Equal(expected, string.Join('|', problems.Select(problem => $"{problem.Code} {problem.Field}")));
        Assert.All(problems, problem => Assert.Equal(7, problem.Row));
    }

    [Theory]
    [InlineData("training", "day=2026-05-04至2026-05-06 topic=刺绣 participants=50余 category=skills cost=1200.5", "training.participants skills 2026-05-06 50 余|training.cost  2026-05-06 120050 ")]
    [InlineData("training", "day=2026-05-04 topic=刺绣", "")]
    [InlineData("training", "day=2026-05-04 topic=刺绣 participants=约30", "training.participants  2026-05-04 30 约")]
    [InlineData("venue", "day=2025-03-01 name=妇女之家 until=2026-05-01", "venue.count  2025-03-01 1 |venue.count  2026-05-01 -1 ")]
    public void Facts_FollowFromTheValues(string type, string typed, string expected)
    {
        var facts = LedgerFacts.From(Packs.GetType(type), Values(type, typed), []);
        Assert.Equal(expected, string.Join('|', facts.Select(fact => $"{fact.Measure} {fact.Option} {fact.Day:yyyy-MM-dd} {fact.Value} {fact.Hedge}")));
    }

    [Theory]
    [InlineData(CountsWhen.Saved, ReviewState.Waiting, true)]
    [InlineData(CountsWhen.Saved, ReviewState.Accepted, true)]
    [InlineData(CountsWhen.Saved, ReviewState.NotNeeded, true)]
    [InlineData(CountsWhen.Saved, ReviewState.Returned, false)]
    [InlineData(CountsWhen.Accepted, ReviewState.Waiting, false)]
    [InlineData(CountsWhen.Accepted, ReviewState.Accepted, true)]
    [InlineData(CountsWhen.Accepted, ReviewState.NotNeeded, true)]
    [InlineData(CountsWhen.Accepted, ReviewState.Returned, false)]
    public void Counts_ByTypeAndReview_AndNeverWhenWithdrawn(CountsWhen when, ReviewState review, bool counts)
    {
        Assert.Equal(counts, ReviewRules.Counts(when, review, withdrawn: false));
        Assert.False(ReviewRules.Counts(when, review, withdrawn: true));
    }

    [Theory]
    [InlineData(4, 2, ReviewState.Waiting)]
    [InlineData(2, 2, ReviewState.Accepted)]
    [InlineData(4, null, ReviewState.NotNeeded)]
    public void AfterWriting_TheBodysOwnWorkWaitsWhereSomebodyIsAbove(int actorBody, int? parent, ReviewState expected)
    {
        var actor = new Actor(Guid.CreateVersion7(), "张某某", actorBody, 0, "/1/2/", [new(Role.Chair, RoleScope.Subtree)]);
        Assert.Equal(expected, ReviewRules.AfterWriting(actor, 4, parent));
        Assert.Equal(parent is null ? ReviewState.NotNeeded : ReviewState.Accepted, ReviewRules.AfterWriting(Actor.CommandLine, 4, parent));
    }

    [Theory]
    [InlineData("topic=刺绣 place=村小学 participants=32", "topic=普法 place=村小学 participants=32", "地点相同,人数相同")]
    [InlineData("topic=刺绣", "topic=刺绣 place=村小学", "名称相同")]
    [InlineData("topic=刺绣 place=村小学 participants=32", "topic=普法 place=村小学 participants=30", null)]
    [InlineData("topic=刺绣 place=村小学 participants=1", "topic=普法 place=妇女之家 participants=1", null)]
    [InlineData("topic=刺绣 participants=32", "topic=普法 participants=32", null)]
    public void Doubles_AreAlikeInNameOrInPlaceAndPeople(string one, string other, string? alike)
    {
        var found = Doubles.Find(Entry(one), [Entry(other)]);
        Assert.Equal(alike, found.Count == 0 ? null : string.Join(',', found[0].Alike));
    }

    private static RecordValues Values(string type, string typed) => RecordInput.Read(Packs.GetType(type), Ledger.Typed(typed), 2026).Values;

    private static LedgerEntry Entry(string typed)
    {
        var type = Packs.GetType("training");
        var values = Values("training", typed);
        return new(
            new Record { Id = Guid.CreateVersion7(), TypeCode = "training", Title = RecordTitle.Of(type, values), Values = "", SearchText = "", PersonalText = "", CreatedByName = "张某某" },
            type,
            values);
    }
}
