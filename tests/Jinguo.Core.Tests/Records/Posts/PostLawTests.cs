using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Facts;
using Jinguo.Core.Records.Posts;
using Microsoft.EntityFrameworkCore;
using static Jinguo.Core.Tests.Records.Posts.PostOffice;

namespace Jinguo.Core.Tests.Records.Posts;

/// <summary>Whatever is entered in whatever order, the books say what a slow count of terms and posts says.</summary>
public sealed class PostLawTests
{
    private const int Acts = 60;

    private static readonly PostKind[] Kinds = [PostKind.Chair, PostKind.FullTimeVice, PostKind.PartTimeVice, PostKind.Executive, PostKind.Executive];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task AfterARandomHistory_FiguresAndVacancies_AreThoseOfASlowCount(int seed)
    {
        await using var office = await OpenAsync();
        var dice = new Random(seed);
        Organisation[] villages = [office.City.All[3], office.City.All[4], office.City.Stranger];
        var day = Day("2021-01-01");
        for (var act = 0; act < Acts; act++)
        {
            day = day.AddDays(dice.Next(60));
            await ActAsync(office, villages[dice.Next(villages.Length)], day < Day("2026-11-20") ? day : Day("2026-11-20"), dice);
        }

        await using var db = office.Database.Open();
        var (terms, posts) = (await db.Set<Term>().ToListAsync(), await db.Set<Post>().Where(post => post.Departure != Departure.Mistaken).ToListAsync());
        Assert.NotEmpty(posts);
        foreach (var body in villages.Append(office.City.Township).Append(office.City.Top))
            for (var at = Day("2021-01-31"); at < Day("2026-12-31"); at = at.AddMonths(5))
                await AssertCountedAsync(office, villages.Where(village => OrganisationPath.IsWithin(village.Path, body.Path)).Select(village => village.Id).ToList(), body, at, terms, posts);
        Assert.All(terms.Where(term => term.Ended is null), term => Assert.Equal(Vacant(term, posts), (term.LeadersVacant, term.ExecutivesVacant)));
        Assert.True((await new FactVerification(db).RunAsync()).IsClean);
    }

    private static async Task AssertCountedAsync(PostOffice office, List<int> within, Organisation body, DateOnly at, List<Term> terms, List<Post> posts)
    {
        var held = posts.FindAll(post => within.Contains(post.OrganisationId) && post.From <= at && (post.Until is null || post.Until > at));
        Assert.Equal(held.Count, await office.CountAsync(PostFacts.Executives, body, at));
        Assert.Equal(held.Count(post => post.Kind == PostKind.PartTimeVice), await office.CountAsync(PostFacts.Executives, body, at, "part-time"));
        Assert.Equal(held.Count(post => post.Kind == PostKind.Chair), await office.CountAsync(PostFacts.VillageChairs, body, at));
        Assert.Equal(held.Count(post => post is { Kind: PostKind.Chair, IsInVillageCommittee: true }), await office.CountAsync(PostFacts.VillageChairsInCommittees, body, at));
        Assert.Equal(terms.Count(term => within.Contains(term.OrganisationId) && term.From <= at && (term.Ended is null || term.Ended > at)), await office.CountAsync(PostFacts.Bodies, body, at));
    }

    private static (int Leaders, int Executives) Vacant(Term term, List<Post> posts)
    {
        var held = posts.FindAll(post => post.TermId == term.Id && post.Until is null);
        int Free(int seats, PostKind kind) => Math.Max(0, seats - held.Count(post => post.Kind == kind));
        return (Free(1, PostKind.Chair) + Free(term.Seats.FullTimeVices, PostKind.FullTimeVice) + Free(term.Seats.PartTimeVices, PostKind.PartTimeVice), Math.Max(0, term.Seats.Executives - held.Count));
    }

    // Acts that the rules refuse change nothing, which the count shows, too.
    private static async Task ActAsync(PostOffice office, Organisation body, DateOnly day, Random dice)
    {
        var actor = Actor.CommandLine;
        await using var db = office.Database.Open();
        var (terms, posts) = (db.Set<Term>(), db.Set<Post>());
        var term = await terms.AsNoTracking().SingleOrDefaultAsync(one => one.OrganisationId == body.Id && one.Ended == null);
        var choice = dice.Next(10);
        if (term is null || choice == 0)
        {
            var number = await terms.CountAsync(one => one.OrganisationId == body.Id) + 1;
            await office.ActAsync(service => service.BeginAsync(Term(body, $"{day:O}", number)), actor);
        }
        else if (choice <= 5)
        {
            var names = Enumerable.Range(0, 1 + dice.Next(3)).Select(_ => "甲乙丙丁戊己"[dice.Next(6)] + "某某").Distinct();
            await office.TryElectAsync(term, $"{day:O}", [.. names.Select(name => Holder(name, Kinds[dice.Next(Kinds.Length)], (PostEntry)(1 + dice.Next(4))) with { IsInVillageCommittee = dice.Next(2) == 0 })]);
        }
        else if (choice == 9 && dice.Next(4) == 0)
        {
            await office.ActAsync(service => service.EndAsync(term.Id, body.Id, day), actor);
        }
        else if (await posts.AsNoTracking().Where(post => post.TermId == term.Id).OrderBy(post => post.Id).ToListAsync() is { Count: > 0 } some)
        {
            var post = some[dice.Next(some.Count)];
            if (post.Until is null)
                await office.ActAsync(service => service.LeaveAsync(post.Id, body.Id, day, dice.Next(4) == 0 ? Departure.Mistaken : Departure.Transferred), actor);
            else
                await office.ActAsync(service => service.RestoreAsync(post.Id, body.Id), actor);
        }
    }
}
