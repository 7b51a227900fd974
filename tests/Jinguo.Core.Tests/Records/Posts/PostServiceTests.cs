using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Records.Posts;
using Jinguo.Core.Tests.Records.Ledgers;
using Jinguo.Testing;
using Jinguo.Testing.Data;
using Microsoft.EntityFrameworkCore;
using static Jinguo.Core.Tests.Records.Posts.PostOffice;

namespace Jinguo.Core.Tests.Records.Posts;

/// <summary>A township keeps the terms and posts of its villages.</summary>
public sealed class PostServiceTests : IAsyncLifetime
{
    private PostOffice office = null!;

    private Organisation Village => office.City.Village;

    public async Task InitializeAsync() => office = await OpenAsync();

    public Task DisposeAsync() => office.DisposeAsync().AsTask();

    [Fact]
    public async Task ATerm_HasItsSeats_FillsThem_AndSaysWhatIsVacant()
    {
        var term = await office.BeginAsync(Term(Village));
        Assert.Equal((Day("2029-03-08"), 3, 11), (term.Due, term.LeadersVacant, term.ExecutivesVacant));

        await office.ElectAsync(term, "2024-03-08", Holder(), Holder("李某某", PostKind.PartTimeVice), Holder("王某某", PostKind.Executive));

        var sheet = (await office.ReadAsync(reader => reader.FindAsync(Village.Id)))!;
        Assert.Equal((1, 8), (sheet.Term!.LeadersVacant, sheet.Term.ExecutivesVacant));
        Assert.Equal([(PostKind.Chair, 0), (PostKind.PartTimeVice, 1), (PostKind.Executive, 8)], sheet.Seats.Select(line => (line.Kind, line.Vacant)));
        var page = await office.ReadAsync(reader => reader.ListAsync(sheet, hasLeft: false, 1));
        Assert.Equal(["张某某", "李某某", "王某某"], page.Lines.Select(line => line.Name));
    }

    [Fact]
    [Rule("ORG-13")]
    public async Task AnExecutiveCoOptedAsViceChair_LeavesTheOldPostOnThatDay_AndHoldsOne()
    {
        var term = await office.BeginAsync(Term(Village));
        await office.ElectAsync(term, "2024-03-08", Holder("李某某", PostKind.Executive));

        await office.ElectAsync(term, "2025-06-01", Holder("李某某", PostKind.PartTimeVice, PostEntry.CoOption));

        Assert.Equal(PostKind.PartTimeVice, (await office.PostAsync("李某某")).Kind);
        Assert.Equal(1, await office.CountAsync(PostFacts.Executives, Village));
        Assert.Equal((1, 0), (await office.CountAsync(PostFacts.Executives, Village, Day("2025-05-31"), "executive"), await office.CountAsync(PostFacts.Executives, Village, Day("2025-06-01"), "executive")));
        Assert.Equal(1, await office.CountAsync(PostFacts.Executives, Village, Day("2025-06-01"), "part-time"));
    }

    [Fact]
    [Rule("ORG-03")]
    public async Task ABody_HasOneChair_AndOnePersonHoldsOnePost()
    {
        var term = await office.BeginAsync(Term(Village));
        await office.ElectAsync(term, "2024-03-08", Holder(), Holder("李某某", PostKind.Executive));

        await RefusedAsync("post.chair.taken", term, "2025-01-01", Holder("王某某"));
        await RefusedAsync("post.held", term, "2025-01-01", Holder("李某某", PostKind.Executive));
        await RefusedAsync("post.held", term, "2024-03-08", Holder());
        await RefusedAsync("post.twice", term, "2025-01-01", Holder("赵某某", PostKind.Executive), Holder("赵某某", PostKind.PartTimeVice));
        await RefusedAsync("post.day.early", term, "2024-03-07", Holder("王某某", PostKind.Executive));
        // She becomes executive, another one chair, at one meeting.
        await office.ElectAsync(term, "2025-01-01", Holder("李某某", PostKind.Chair), Holder("张某某", PostKind.Executive));
        Assert.Equal(PostKind.Chair, (await office.PostAsync("李某某")).Kind);
        Assert.Equal(1, await office.CountAsync(PostFacts.VillageChairs, Village));
    }

    [Fact]
    public async Task TwoOfOneName_AreToldApartByTheirTelephones()
    {
        var term = await office.BeginAsync(Term(Village));

        await office.ElectAsync(term, "2024-03-08", Holder("李某某", PostKind.Executive) with { Phone = "13800001111" }, Holder("李某某", PostKind.Executive) with { Phone = "13800002222" });

        Assert.Equal(2, await office.CountAsync(PostFacts.Executives, Village));
    }

    [Fact]
    public async Task WhoLeaves_CountsNoLongerFromThatDay_AndALeavingIsTakenBack()
    {
        var term = await office.BeginAsync(Term(Village));
        await office.ElectAsync(term, "2024-03-08", Holder() with { IsInVillageCommittee = true });
        var chair = await office.PostAsync("张某某");

        Done(await LeaveAsync(chair, "2026-02-01", Departure.Transferred));
        Assert.Equal((1, 0), (await CommitteesAsync("2026-01-31"), await CommitteesAsync("2026-02-01")));
        Assert.Equal((0, 0), (await office.CountAsync(PostFacts.VillageChairs, Village), await office.CountAsync(PostFacts.Executives, office.City.Top)));
        Done(await office.ActAsync(service => service.RestoreAsync(chair.Id, Village.Id)));
        Assert.Equal((1, 1), (await CommitteesAsync("2026-02-01"), await office.CountAsync(PostFacts.Executives, office.City.Top)));

        Done(await LeaveAsync(chair, "2026-02-01", Departure.Retired));
        await office.ElectAsync(term, "2026-02-01", Holder("李某某"));
        Assert.Equal("post.restore", Assert.Single((await office.ActAsync(service => service.RestoreAsync(chair.Id, Village.Id))).Problems).Code);
        Assert.Equal("post.until.early", Assert.Single((await LeaveAsync(await office.PostAsync("李某某"), "2026-01-31", Departure.Died)).Problems).Code);
    }

    [Fact]
    public async Task AMistakenEntry_CountsNowhere_AndIsNotListed()
    {
        var term = await office.BeginAsync(Term(Village));
        await office.ElectAsync(term, "2024-03-08", Holder());

        Done(await LeaveAsync(await office.PostAsync("张某某"), "2026-01-01", Departure.Mistaken));

        Assert.Equal(0, await office.CountAsync(PostFacts.Executives, Village, Day("2025-01-01")));
        Assert.Empty((await office.ReadAsync(reader => reader.FindAsync(Village.Id)))!.Posts);
        await office.ElectAsync(term, "2024-03-08", Holder("李某某"));
    }

    [Fact]
    public async Task TheNextTerm_EndsTheOneBefore_WithAllItsPosts_AndTheBodyStaysFormed()
    {
        var first = await office.BeginAsync(Term(Village, "2021-01-10"));
        await office.ElectAsync(first, "2021-01-10", Holder(), Holder("李某某", PostKind.Executive));

        var second = await office.BeginAsync(Term(Village, "2026-01-12", number: 2));
        await office.ElectAsync(second, "2026-01-12", Holder("李某某"));

        Assert.Equal((1, 1), (await office.CountAsync(PostFacts.Bodies, office.City.Top, Day("2026-01-11")), await office.CountAsync(PostFacts.Bodies, office.City.Top, Day("2026-01-12"))));
        Assert.Equal((2, 1), (await office.CountAsync(PostFacts.Executives, Village, Day("2026-01-11")), await office.CountAsync(PostFacts.Executives, Village)));
        var former = (await office.ReadAsync(reader => reader.FindAsync(Village.Id, first.Id)))!;
        Assert.Equal(Day("2026-01-12"), former.Term!.Ended);
        Assert.All(former.Posts, post => Assert.Equal(Departure.TermEnded, post.Departure));
        var late = await office.ActAsync(service => service.EditAsync(second.Id, second.Version + 1, Term(Village, "2026-01-13", number: 2)));
        Assert.Equal("term.from.posts", Assert.Single(late.Problems).Code);
    }

    [Fact]
    public async Task EndedWithoutANextOne_NothingIsLeftStanding()
    {
        var term = await office.BeginAsync(Term(Village));
        await office.ElectAsync(term, "2024-03-08", Holder());

        Assert.Equal("term.ended", Assert.Single((await office.ActAsync(service => service.EndAsync(term.Id, Village.Id, Day("2024-03-07")))).Problems).Code);
        Done(await office.ActAsync(service => service.EndAsync(term.Id, Village.Id, Day("2026-11-01"), "撤村")));

        Assert.Equal((0, 0), (await office.CountAsync(PostFacts.Bodies, office.City.Top), await office.CountAsync(PostFacts.Executives, office.City.Top)));
        Assert.Null((await office.ReadAsync(reader => reader.FindAsync(Village.Id)))!.Term);
    }

    [Fact]
    public async Task SentTwice_ATermBeginsOnce_AndAMeetingElectsOnce()
    {
        var input = Term(Village);
        var term = await office.BeginAsync(input);
        Assert.Equal(term.Id, (await office.BeginAsync(input)).Id);
        var election = new ElectionInput(Guid.CreateVersion7(), term.Id, term.From, [Holder()]);
        Done(await office.ActAsync(service => service.ElectAsync(election, Village.Id)));
        Done(await office.ActAsync(service => service.ElectAsync(election, Village.Id)));

        Assert.Equal((1, 1), (await office.CountAsync(PostFacts.Bodies, Village), await office.CountAsync(PostFacts.Executives, Village)));
        Assert.Equal(Problem.KeyTakenCode, Assert.Single((await office.ActAsync(service => service.BeginAsync(input with { OrganisationId = office.City.Township.Id }))).Problems).Code);
        await using var db = office.Database.Open();
        Assert.Equal(["post.elected", "term.begun"], await db.Set<Core.Base.Changes.Change>().OrderBy(change => change.Act).Select(change => change.Act).ToListAsync());
    }

    [Fact]
    public async Task TwoAtOnce_BeginOneTerm_AndElectOneChair()
    {
        var begun = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => office.ActAsync(service => service.BeginAsync(Term(Village)))));
        Assert.Equal("term.number.order", Assert.Single(begun, one => !one.Done).Problems[0].Code);
        var term = begun.Single(one => one.Done).Value!;

        var elected = await Task.WhenAll(new[] { "张某某", "李某某" }.Select(name => office.TryElectAsync(term, "2024-03-08", Holder(name))));

        Assert.Equal("post.chair.taken", Assert.Single(elected, one => !one.Done).Problems[0].Code);
        Assert.Equal(1, await office.CountAsync(PostFacts.VillageChairs, office.City.Top));
    }

    [Fact]
    public async Task AStaleEdit_IsRefused_AndARightOneMovesTheTerm()
    {
        var term = await office.BeginAsync(Term(Village));

        Assert.Equal(Problem.StaleCode, Assert.Single((await office.ActAsync(service => service.EditAsync(term.Id, term.Version + 1, Term(Village)))).Problems).Code);
        var edited = Done(await office.ActAsync(service => service.EditAsync(term.Id, term.Version, Term(Village, "2024-05-04", years: 3, seats: new(13, 0, 1, 0, 2)))));

        Assert.Equal((Day("2027-05-04"), 13, 4), (edited.Due, edited.ExecutivesVacant, edited.LeadersVacant));
        Assert.Equal((0, 1), (await office.CountAsync(PostFacts.Bodies, Village, Day("2024-05-03")), await office.CountAsync(PostFacts.Bodies, Village)));
    }

    [Fact]
    public async Task BeyondHerReach_AndWithoutTheRight_NothingIsThere()
    {
        var term = await office.BeginAsync(Term(office.City.Stranger), Actor.CommandLine);
        var reviewer = Ledger.Chair(office.City.Township, Role.Reviewer);

        Assert.Null(await office.ReadAsync(reader => reader.FindAsync(office.City.Stranger.Id)));
        Assert.Null(await office.ReadAsync(reader => reader.FindTermAsync(term.Id)));
        Assert.Equal(Problem.NotFoundCode, Assert.Single((await office.ActAsync(service => service.BeginAsync(Term(office.City.Stranger, number: 2)))).Problems).Code);
        Assert.Equal(Problem.NotFoundCode, Assert.Single((await office.ActAsync(service => service.BeginAsync(Term(Village)), reviewer)).Problems).Code);
        Assert.NotNull(await office.ReadAsync(reader => reader.FindAsync(Village.Id), reviewer));
        Assert.Null(await office.ReadAsync(reader => reader.FindAsync(Village.Id), Ledger.Chair(office.City.Township, Role.SystemAdministrator)));
    }

    [Fact]
    public async Task InAClosedPeriod_AReasonIsAskedFor()
    {
        await using (var db = office.Database.Open())
        {
            db.Set<Core.Facts.Closing>().Add(new() { Region = Village.Region, Id = Guid.CreateVersion7(), OrganisationId = office.City.Township.Id, Through = Day("2026-09-30"), At = DateTime.UnixEpoch, ActorName = "张某某" });
            await db.SaveChangesAsync();
        }

        Assert.Equal(PostService.ClosedCode, Assert.Single((await office.ActAsync(service => service.BeginAsync(Term(Village)))).Problems).Code);
        await office.BeginAsync(Term(Village) with { Reason = "补记这一届" });
        Assert.Equal(1, await office.CountAsync(PostFacts.Bodies, Village));
    }

    [Fact]
    public async Task AThreeNewFederation_CountsWhatItCovers_ApartFromTheOthers()
    {
        await using var db = office.Database.Open();
        var park = await Tree.AddAsync(db, "990101000000-001", Level.Township, "高新园区妇联", office.City.County, OrganisationKind.NewField);
        var bureau = await Tree.AddAsync(db, "990101000000-002", Level.Township, "安和县教育局妇委会", office.City.County, OrganisationKind.Committee);

        var term = await office.BeginAsync(Term(park, seats: new(7, 0, 0, 0, 1)) with { Covers = 12 }, Actor.CommandLine);
        var second = await office.BeginAsync(Term(bureau, seats: new(5, 0, 0, 0, 1)), Actor.CommandLine);
        await office.ElectAsync(term, "2024-03-08", Holder());
        await office.ElectAsync(second, "2024-03-08", Holder("李某某"));

        Assert.Equal((1, 12), (await office.CountAsync(PostFacts.NewFieldBodies, office.City.County), await office.CountAsync(PostFacts.NewFieldCovered, office.City.County)));
        Assert.Equal((1, 1), (await office.CountAsync(PostFacts.Bodies, office.City.County), await office.CountAsync(PostFacts.Bodies, office.City.County, option: "office")));
        Assert.Equal((1, 0), (await office.CountAsync(PostFacts.Executives, office.City.County), await office.CountAsync(PostFacts.VillageChairs, office.City.County)));
    }

    [Fact]
    public async Task PostsGoAlongWithABodyThatMoves()
    {
        var (town, otherCounty) = (office.City.Township, office.City.All[8]);
        var term = await office.BeginAsync(Term(Village));
        await office.ElectAsync(term, "2024-03-08", Holder(), Holder("李某某", PostKind.Executive));

        await office.ReorganiseAsync("2026-07-01", (service, order) => service.MoveAsync(new(town.Id, otherCounty.Id), order));

        Assert.Equal((2, 0), (await office.CountAsync(PostFacts.Executives, office.City.County, Day("2026-06-30")), await office.CountAsync(PostFacts.Executives, office.City.County)));
        Assert.Equal((0, 2), (await office.CountAsync(PostFacts.Executives, otherCounty, Day("2026-06-30")), await office.CountAsync(PostFacts.Executives, otherCounty)));
    }

    [Theory]
    [InlineData("并入")]
    [InlineData("撤销")]
    public async Task TheTermOfABodyThatEnds_EndsWithIt_AndItsPosts(string act)
    {
        var (town, into) = (office.City.Township, office.City.All[4]);
        var term = await office.BeginAsync(Term(Village));
        await office.ElectAsync(term, "2024-03-08", Holder(), Holder("李某某", PostKind.Executive));

        var effect = await office.ReorganiseAsync("2026-08-01", (service, order) =>
            act == "并入" ? service.MergeAsync(new([Village.Id], into.Id), order) : service.AbolishAsync(Village.Id, order));

        Assert.Equal(2, effect.Posts);
        Assert.Equal("organisation.ended", Assert.Single((await office.ActAsync(service => service.BeginAsync(Term(Village, "2026-09-01")))).Problems).Code);
        Assert.Equal((2, 0), (await office.CountAsync(PostFacts.Executives, town, Day("2026-07-31")), await office.CountAsync(PostFacts.Executives, town)));
        Assert.Equal((1, 0), (await office.CountAsync(PostFacts.Bodies, town, Day("2026-07-31")), await office.CountAsync(PostFacts.Bodies, town)));
        Assert.Equal(0, await office.CountAsync(PostFacts.Executives, into));
        await using var db = office.Database.Open();
        Assert.Equal(Day("2026-08-01"), (await db.Terms.SingleAsync(one => one.Id == term.Id)).Ended);
        Assert.All(await db.Posts.Where(post => post.TermId == term.Id).ToListAsync(), post => Assert.Equal((Day("2026-08-01"), Departure.TermEnded), (post.Until, post.Departure)));
        Assert.True((await new Core.Facts.FactVerification(db).RunAsync()).IsClean);
    }

    [Fact]
    public async Task ASuperior_SeesWhoIsDue_WhoHasVacancies_AndWhoHasNoTerm()
    {
        var (first, second) = (office.City.All[3], office.City.All[4]);
        await office.BeginAsync(Term(first, "2021-01-10"));
        var full = await office.BeginAsync(Term(second, "2022-06-01", seats: new(1, 0, 0, 0, 0)));
        await office.ElectAsync(full, "2022-06-01", Holder());

        Assert.Equal(new TermCounts(2, 1, 1, 1, 0), await office.ListAsync(list => list.CountAsync(office.City.Township, null)));
        Assert.Equal([first.Id], (await office.ListAsync(list => list.ListAsync(office.City.Township, null, TermFilter.Overdue, 1))).Select(line => line.Id));
        Assert.Equal([second.Id], (await office.ListAsync(list => list.ListAsync(office.City.Township, Level.Village, TermFilter.Soon, 1))).Select(line => line.Id));
        var all = Ledger.Chair(office.City.County);
        Assert.Equal(new TermCounts(6, 1, 1, 1, 4), await office.ListAsync(list => list.CountAsync(office.City.County, null), all));
        Assert.Equal(4, (await office.ListAsync(list => list.ListAsync(office.City.County, null, TermFilter.None, 1), all)).Count);
        Assert.Equal([(1, 3, 11)], (await office.ListAsync(list => list.ListAsync(office.City.County, null, TermFilter.Vacant, 1), all)).Select(line => (line.Number!.Value, line.LeadersVacant, line.ExecutivesVacant)));
    }

    private Task<long> CommitteesAsync(string day) => office.CountAsync(PostFacts.VillageChairsInCommittees, office.City.County, Day(day));

    private Task<Outcome<Post>> LeaveAsync(Post post, string day, Departure departure) => office.ActAsync(service => service.LeaveAsync(post.Id, post.OrganisationId, Day(day), departure));

    private async Task RefusedAsync(string code, Term term, string day, params IReadOnlyList<NewHolder> holders) =>
        Assert.Equal(code, (await office.TryElectAsync(term, day, holders)).Problems[0].Code);
}
