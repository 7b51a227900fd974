using Jinguo.Core.Base;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Records.Posts;
using Jinguo.Testing;

namespace Jinguo.Core.Tests.Records.Posts;

/// <summary>What the rules of domain-rules §1.2 say of terms and elections. Today is 20 November 2026.</summary>
public class TermRulesTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    private static readonly Organisation Village = Body(Level.Village);

    [Theory]
    [Rule("ORG-01"), Rule("ORG-04"), Rule("ORG-05"), Rule("ORG-06")]
    [InlineData(Level.Nation, 5, true)]
    [InlineData(Level.County, 5, true)]
    [InlineData(Level.County, 3, false)]
    [InlineData(Level.Township, 3, true)]
    [InlineData(Level.Village, 3, true)]
    [InlineData(Level.Village, 6, false)]
    public void ATerm_LastsFiveYears_BelowTheCountyThreeToFive(Level level, int years, bool isRight) =>
        Assert.Equal(isRight, !Codes(New() with { Years = years }, Body(level)).Contains("term.years"));

    [Theory]
    [Rule("ORG-03")]
    [InlineData(Level.County, OrganisationKind.Federation, true)]
    [InlineData(Level.Township, OrganisationKind.Federation, false)]
    [InlineData(Level.Village, OrganisationKind.Federation, false)]
    [InlineData(Level.County, OrganisationKind.NewField, false)]
    public void AStandingCommittee_IsThereOnlyAtTheCountyAndAbove(Level level, OrganisationKind kind, bool isRight)
    {
        Assert.Equal(isRight, !Codes(New() with { Seats = new(25, 9, 1, 0, 2) }, Body(level, kind)).Contains("term.seats.standing"));
        Assert.Equal(isRight, !Codes(Elected(PostOffice.Holder(kind: PostKind.Standing)), Body(level, kind)).Contains("post.kind.standing"));
    }

    [Fact]
    public void TheCommittees_HoldTheLeadersToo()
    {
        Assert.Contains("term.seats.leaders", Codes(New() with { Seats = new(35, 3, 2, 0, 1) }, Body(Level.County)));
        Assert.Contains("term.seats.executives", Codes(New() with { Seats = new(2, 0, 0, 0, 2) }, Village));
        PostKind[] held = [PostKind.Chair, PostKind.PartTimeVice, PostKind.Standing, PostKind.Executive, PostKind.Executive];

        Assert.Equal(
            [new(PostKind.Chair, 1, 1), new(PostKind.FullTimeVice, 1, 0), new(PostKind.PartTimeVice, 1, 1), new(PostKind.Standing, 5, 3), new SeatLine(PostKind.Executive, 7, 5)],
            new Seats(7, 5, 1, 0, 1).Lines(held));
    }

    [Fact]
    public void ATerm_FollowsTheOneBeforeIt()
    {
        var before = new Term { Number = 3, From = new(2021, 1, 5), Seats = new(11, 0, 0, 0, 2) };

        Assert.Contains("term.number.order", Codes(New() with { Number = 3 }, Village, before));
        Assert.Contains("term.from.early", Codes(New() with { Number = 4, From = new(2021, 1, 5) }, Village, before));
        Assert.Contains("term.from.future", Codes(New() with { From = new(2026, 11, 21) }, Village));
        Assert.Contains("term.from.body", Codes(New() with { From = new(1949, 1, 1) }, Village));
        Assert.Equal(["term.kind"], Codes(New(), Body(Level.Group, OrganisationKind.MicroHome)));
        Assert.Empty(Codes(New() with { Number = 4 }, Village, before));
    }

    [Theory]
    [Rule("ORG-07")]
    [InlineData(60, 40, false)]
    [InlineData(60, 41, true)]
    public void AnElection_NeedsMoreThanTwoThirdsOfThoseWhoShouldAttend(int expected, int present, bool isValid) =>
        Assert.Equal(isValid, !Codes(Elected(PostOffice.Holder()) with { Expected = expected, Present = present }).Contains("post.meeting.quorum"));

    [Theory]
    [Rule("ORG-08")]
    [InlineData(50, 51, false)]
    [InlineData(50, 50, true)]
    [InlineData(50, 49, true)]
    public void AnElection_IsVoidWhereMoreBallotsComeBackThanWereIssued(int issued, int returned, bool isValid) =>
        Assert.Equal(isValid, !Codes(Elected(PostOffice.Holder()) with { Issued = issued, Returned = returned }).Contains("post.meeting.ballots"));

    [Theory]
    [Rule("ORG-09")]
    [InlineData(30, false)]
    [InlineData(31, true)]
    public void WhoIsElected_HasMoreThanHalfOfThoseWhoShouldAttend_NotOfThosePresent(int votes, bool isElected) =>
        Assert.Equal(isElected, !Codes(Elected(PostOffice.Holder() with { Votes = votes }) with { Expected = 60, Present = 45 }).Contains("post.votes.few"));

    [Fact]
    public void VotesWithoutThoseWhoShouldAttend_AreAskedFor_AndTooManyAreRefused()
    {
        Assert.Equal(["post.votes.expected"], Codes(Elected(PostOffice.Holder() with { Votes = 40 })));
        Assert.Equal(["post.votes.many"], Codes(Elected(PostOffice.Holder() with { Votes = 46 }) with { Expected = 60, Present = 45 }));
    }

    [Fact]
    [Rule("ORG-13"), Rule("ORG-14")]
    public void LocalRules_AreRemarks_AndRefuseNothing()
    {
        var term = new Term { Number = 1, Seats = new(10, 0, 0, 0, 2) };
        PostOfTerm[] posts = [new(PostKind.Executive, PostEntry.Substitution, null), new(PostKind.PartTimeVice, PostEntry.Addition, null), new(PostKind.Executive, PostEntry.CoOption, null)];

        Assert.Equal(
            ["term.remark.executives", "term.remark.odd", "term.remark.substitutes", "term.remark.additions", "term.remark.co-option"],
            PostRemarks.Of(Village, term, posts).Select(remark => remark.Code));
        Assert.All(PostRemarks.Of(Village, term, posts), remark => Assert.Equal(ProblemLevel.Warning, remark.Level));
        Assert.Empty(PostRemarks.Of(Village, new() { Seats = new(11, 0, 0, 0, 2) }, [new(PostKind.Executive, PostEntry.Substitution, null), new(PostKind.Executive, PostEntry.Election, Departure.Transferred)]));
    }

    [Fact]
    public void ATownshipWithFewViceChairs_AndMoreHoldersThanSeats_AreRemarkedOn()
    {
        var term = new Term { Seats = new(25, 0, 1, 0, 1) };

        Assert.Equal(["term.remark.vices"], PostRemarks.Of(Body(Level.Township), term, []).Select(remark => remark.Code));
        Assert.Contains("term.remark.over", PostRemarks.Of(Body(Level.Township), term, [new(PostKind.PartTimeVice, PostEntry.Election, null), new(PostKind.PartTimeVice, PostEntry.Election, null)]).Select(remark => remark.Code));
    }

    [Theory]
    [InlineData("2026-11-19", TermState.Overdue)]
    [InlineData("2026-11-20", TermState.Soon)]
    [InlineData("2027-11-20", TermState.Soon)]
    [InlineData("2027-11-21", TermState.Standing)]
    public void ATerm_IsDueWithinAYear_ThenOverdue(string due, TermState state) => Assert.Equal(state, Term.StateOf(PostOffice.Day(due), Today));

    private static TermInput New() => PostOffice.Term(Village);

    private static ElectionInput Elected(NewHolder holder) => new(Guid.CreateVersion7(), Guid.CreateVersion7(), new(2026, 3, 8), [holder]);

    private static IReadOnlyList<string> Codes(TermInput input, Organisation body, Term? before = null) => [.. TermChecks.Check(input, body, before, Today).Select(problem => problem.Code)];

    private static IReadOnlyList<string> Codes(ElectionInput input, Organisation? body = null) =>
        [.. PostChecks.Check(input, body ?? Village, new Term { Number = 1, From = new(2026, 1, 1), Seats = new(11, 0, 0, 0, 2) }, Today).Select(problem => problem.Code)];

    private static Organisation Body(Level level, OrganisationKind kind = OrganisationKind.Federation) =>
        new() { Code = "1", Name = "东山镇妇联", Initials = "dszfl", Path = "/1/", Level = level, Kind = kind, ValidFrom = new(1949, 10, 1) };
}
