using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Facts;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Posts;

/// <summary>A term ends, and with it every post that is held: at 换届, when nobody follows, or when its body ends.</summary>
internal static class TermEnding
{
    /// <summary>Ends a term within the act's transaction and writes it into the history; saves nothing.</summary>
    /// <param name="db">The database.</param>
    /// <param name="changes">The history.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="term">The term, tracked.</param>
    /// <param name="body">Its body.</param>
    /// <param name="day">The first day on which nobody holds its posts.</param>
    /// <param name="reason">Why, or null.</param>
    /// <param name="cancel">Stops.</param>
    /// <returns>What the books are to say: of the term, then of each post.</returns>
    public static async Task<IReadOnlyList<Posting>> EndAsync(Db db, ChangeLog changes, Actor actor, Term term, Organisation body, DateOnly day, string? reason, CancellationToken cancel)
    {
        var held = await db.Posts.Where(post => post.TermId == term.Id && post.Departure != Departure.Mistaken && post.Until == null).OrderBy(post => post.Id).ToListAsync(cancel);
        foreach (var post in held)
            (post.Until, post.Departure) = (day, Departure.TermEnded);
        (term.Ended, term.LeadersVacant, term.ExecutivesVacant, term.Version) = (day, 0, 0, term.Version + 1);
        changes.Add(actor, body.Region, body.Id, "term.ended", PostService.SubjectKind, $"{term.Id}", reason, [new("ended", null, $"{day:O}"), new("posts", null, $"{held.Count}")]);
        return [PostFacts.Posting(term, body, reason), .. held.Select(post => PostFacts.Posting(post, body, reason))];
    }
}
