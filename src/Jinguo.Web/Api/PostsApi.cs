using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Records.Posts;
using Jinguo.Web.Setup;

namespace Jinguo.Web.Api;

/// <summary>Terms and posts of bodies for programs. Of a holder only the name is told.</summary>
public static class PostsApi
{
    /// <summary>The term of a body that stands.</summary>
    /// <param name="Id">Its key.</param>
    /// <param name="Number">第几届.</param>
    /// <param name="From">First day.</param>
    /// <param name="Due">The day on which 换届 is due.</param>
    /// <param name="Years">Years it lasts.</param>
    /// <param name="Congress">The congress that elected it, or null.</param>
    /// <param name="Seats">Seats by kind of post.</param>
    /// <param name="Version">Counts acts on it and on its posts; also the entity tag.</param>
    public sealed record TermAnswer(Guid Id, int Number, DateOnly From, DateOnly Due, int Years, string? Congress, IReadOnlyList<SeatAnswer> Seats, int Version);

    /// <summary>The seats of a kind.</summary>
    /// <param name="Kind">The kind; the two committees count higher posts, too.</param>
    /// <param name="Count">How many there are.</param>
    /// <param name="Held">How many are held.</param>
    /// <param name="Vacant">How many are not.</param>
    public sealed record SeatAnswer(PostKind Kind, int Count, int Held, int Vacant);

    /// <summary>A post held now.</summary>
    /// <param name="Id">Its key.</param>
    /// <param name="Name">Who holds it.</param>
    /// <param name="Kind">What it is.</param>
    /// <param name="Entry">How she came to it.</param>
    /// <param name="From">Since when.</param>
    /// <param name="IsInPartyCommittee">True for a member of the Party organisation's committee of the level.</param>
    /// <param name="IsInVillageCommittee">True for a member of the village or residents' committee.</param>
    public sealed record PostAnswer(Guid Id, string Name, PostKind Kind, PostEntry Entry, DateOnly From, bool IsInPartyCommittee, bool IsInVillageCommittee);

    public static void MapPostsApi(this WebApplication app)
    {
        var posts = app.MapApiGroup("/organisations/{key}", "Posts");
        posts.MapGet("/term", [Needs(Right.PostRead)] async (string key, HttpContext context, Visible visible, PostReader reader, CancellationToken cancel) =>
            await FindAsync(key, visible, reader, cancel) is not { } sheet ? NotFound("这个组织")
            : sheet.Term is not { } term ? NotFound("现任的这一届")
            : Versions.Answer(context, term.Version, () => Answer(term, sheet)))
            .Answers<TermAnswer>("GetTerm", "The term of a body that stands: days, seats, vacancies", 404);
        posts.MapGet("/posts", [Needs(Right.PostRead)] async (string key, [AsParameters] PageWish wish, HttpContext context, Visible visible, PostReader reader, CancellationToken cancel) =>
        {
            if (wish.Problem is { } problem)
                return ProblemAnswers.Answer([problem]);
            if (await FindAsync(key, visible, reader, cancel) is not { } sheet)
                return NotFound("这个组织");
            var page = await reader.ListAsync(sheet, hasLeft: false, wish.Number, wish.Size, cancel);
            return wish.Answer(context, [.. page.Lines.Select(line => Answer(line))], page.Total);
        })
            .Answers<PageAnswer<PostAnswer>>("ListPosts", "Who holds the posts of a body now, by rank", 404, 422);
    }

    private static async Task<TermSheet?> FindAsync(string key, Visible visible, PostReader reader, CancellationToken cancel) =>
        await OrganisationsApi.FindAsync(visible, Right.PostRead, key, cancel) is { } body ? await reader.FindAsync(body.Id, cancel: cancel) : null;

    private static TermAnswer Answer(Term term, TermSheet sheet) => new(
        term.Id, term.Number, term.From, term.Due, term.Years, term.Congress,
        [.. sheet.Seats.Select(line => new SeatAnswer(line.Kind, line.Count, line.Held, line.Vacant))], term.Version);

    private static PostAnswer Answer(HeldPost line) =>
        new(line.Post.Id, line.Name, line.Post.Kind, line.Post.Entry, line.Post.From, line.Post.IsInPartyCommittee, line.Post.IsInVillageCommittee);

    private static IResult NotFound(string what) => ProblemAnswers.Answer([Problem.NotFound(what)]);
}
