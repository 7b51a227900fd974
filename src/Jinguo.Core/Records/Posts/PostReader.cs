using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Persons;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Posts;

/// <summary>A post with the name of who holds it.</summary>
public sealed record HeldPost(Post Post, string Name);

/// <summary>A term opened.</summary>
/// <param name="Body">The body.</param>
/// <param name="Term">The term; null where none is recorded, or none stands.</param>
/// <param name="Posts">All its posts in short, mistaken ones left out.</param>
/// <param name="Terms">All terms of the body, the newest first, at most <see cref="PostReader.MostTerms"/>.</param>
public sealed record TermSheet(Organisation Body, Term? Term, IReadOnlyList<PostOfTerm> Posts, IReadOnlyList<Term> Terms)
{
    /// <summary>The seats by kind.</summary>
    public IReadOnlyList<SeatLine> Seats => Term?.Seats.Lines([.. Posts.Where(post => post.Departure is null).Select(post => post.Kind)]) ?? [];

    /// <summary>What deserves a second look; only of the term that stands.</summary>
    public IReadOnlyList<Base.Problem> Remarks => Term is { Ended: null } term ? PostRemarks.Of(Body, term, Posts) : [];
}

/// <summary>A post of one person.</summary>
/// <param name="Post">The post.</param>
/// <param name="Body">Its body.</param>
public sealed record PersonPost(Post Post, Organisation Body);

/// <summary>Reads terms and posts in the reader's reach. Of a holder only the name is read (see <see cref="Post"/>).</summary>
public sealed class PostReader(Db db, Visible visible)
{
    /// <summary>Posts on a page.</summary>
    public const int PageSize = 100;

    /// <summary>Most terms listed of a body: a century.</summary>
    public const int MostTerms = 30;

    /// <summary>A body with its standing term, or another one of its terms; null where the body is out of reach or the term is not its.</summary>
    public async Task<TermSheet?> FindAsync(int organisationId, Guid? termId = null, CancellationToken cancel = default)
    {
        if (await visible.Organisations(Right.PostRead).SingleOrDefaultAsync(one => one.Id == organisationId, cancel) is not { } body)
            return null;
        var terms = await db.Terms.AsNoTracking().Where(one => one.OrganisationId == body.Id).OrderByDescending(one => one.From).ThenByDescending(one => one.Number).Take(MostTerms).ToListAsync(cancel);
        var term = terms.Find(one => termId is null ? one.Ended is null : one.Id == termId);
        if (termId is not null && term is null)
            return null;
        return new(body, term, term is null ? [] : await InShortAsync(term.Id, cancel), terms);
    }

    /// <summary>Who holds posts of a term, or who left them: by rank, then by day.</summary>
    /// <param name="sheet">The term opened.</param>
    /// <param name="hasLeft">True for those who left before the term ended.</param>
    /// <param name="page">From 1.</param>
    /// <param name="size">Posts on a page.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<PageOf<HeldPost>> ListAsync(TermSheet sheet, bool hasLeft, int page, int size = PageSize, CancellationToken cancel = default)
    {
        if (sheet.Term is not { } term)
            return new([], 0);
        var total = sheet.Posts.Count(post => post.Departure is not (null or Departure.TermEnded) == hasLeft);
        var held = db.Posts.AsNoTracking().Where(post => post.TermId == term.Id && post.Departure != Departure.Mistaken && (post.Departure != null && post.Departure != Departure.TermEnded) == hasLeft);
        var rows = total == 0 ? [] : await Named(held).OrderBy(row => row.Post.Kind).ThenBy(row => row.Post.From).ThenBy(row => row.Post.Id)
            .Skip((Math.Max(page, 1) - 1) * size).Take(size).ToListAsync(cancel);
        return new([.. rows.Select(row => new HeldPost(row.Post, row.Name))], total);
    }

    /// <summary>A term opened by its own key; null where there is none in reach.</summary>
    public async Task<TermSheet?> FindTermAsync(Guid id, CancellationToken cancel = default) =>
        await visible.Of<Term>(Right.PostRead).AsNoTracking().Where(one => one.Id == id).Select(one => (int?)one.OrganisationId).SingleOrDefaultAsync(cancel) is { } body
            ? await FindAsync(body, id, cancel)
            : null;

    /// <summary>One post; null where there is none in reach.</summary>
    public async Task<HeldPost?> FindPostAsync(Guid id, CancellationToken cancel = default) =>
        await Named(visible.Of<Post>(Right.PostRead).AsNoTracking().Where(post => post.Id == id)).SingleOrDefaultAsync(cancel) is { } row
            ? new(row.Post, row.Name)
            : null;

    /// <summary>The posts of a person in the reader's reach, the newest first, at most <see cref="PageSize"/>; mistaken ones left out.</summary>
    public async Task<IReadOnlyList<PersonPost>> ListOfPersonAsync(Guid person, CancellationToken cancel = default)
    {
        var rows = await visible.Of<Post>(Right.PostRead).AsNoTracking().Where(post => post.PersonId == person && post.Departure != Departure.Mistaken)
            .Join(db.Organisations, post => post.OrganisationId, body => body.Id, (post, body) => new { Post = post, Body = body })
            .OrderByDescending(row => row.Post.From).ThenBy(row => row.Post.Id).Take(PageSize).ToListAsync(cancel);
        return [.. rows.Select(row => new PersonPost(row.Post, row.Body))];
    }

    private async Task<IReadOnlyList<PostOfTerm>> InShortAsync(Guid term, CancellationToken cancel)
    {
        var groups = await db.Posts.Where(post => post.TermId == term && post.Departure != Departure.Mistaken)
            .GroupBy(post => new { post.Kind, post.Entry, post.Departure })
            .Select(group => new { group.Key, Count = group.Count() })
            .ToListAsync(cancel);
        return [.. groups.SelectMany(group => Enumerable.Repeat(new PostOfTerm(group.Key.Kind, group.Key.Entry, group.Key.Departure), group.Count))];
    }

    private IQueryable<NamedRow> Named(IQueryable<Post> posts) =>
        posts.Join(db.Persons, post => post.PersonId, person => person.Id, (post, person) => new NamedRow { Post = post, Name = person.Name });

    private sealed class NamedRow
    {
        public required Post Post { get; init; }

        public required string Name { get; init; }
    }
}
