using Jinguo.Core.Base;
using Jinguo.Core.Base.Organisations;

namespace Jinguo.Core.Records.Posts;

/// <summary>
/// What deserves a second look about a term that stands: local rules that differ from place to place (domain-rules ORG-13,
/// ORG-14). Shown with the term as long as it holds; nothing is refused for it. Pure.
/// </summary>
public static class PostRemarks
{
    private const int UsualVicesOfTownship = 3;

    /// <summary>The remarks.</summary>
    /// <param name="body">The body.</param>
    /// <param name="term">Its term.</param>
    /// <param name="posts">Posts of the term, those that have ended included, without mistaken ones.</param>
    public static IReadOnlyList<Problem> Of(Organisation body, Term term, IReadOnlyCollection<PostOfTerm> posts)
    {
        var remarks = new List<Problem>();
        AddSeats(remarks, body, term.Seats);
        AddHeld(remarks, body, term.Seats, posts);
        AddEntries(remarks, posts);
        return remarks;
    }

    private static void AddSeats(List<Problem> remarks, Organisation body, Seats seats)
    {
        if (body.UsualExecutives is { } usual && (seats.Executives < usual.Least || seats.Executives > usual.Most))
            remarks.Add(Remark("term.remark.executives", $"执委{seats.Executives}名，各地一般为{usual.Least}名{(usual.Most == int.MaxValue ? "以上" : $"到{usual.Most}名")}，请对照本地规定。"));
        if (body.IsWomensFederation && seats.Executives % 2 == 0)
            remarks.Add(Remark("term.remark.odd", $"执委{seats.Executives}名是双数，有的地方要求单数，请对照本地规定。"));
        if (body is { Kind: OrganisationKind.Federation, Level: Level.Township } && seats.Leaders - 1 < UsualVicesOfTownship)
            remarks.Add(Remark("term.remark.vices", $"副主席{seats.Leaders - 1}名，有的地方要求专职兼职副主席{UsualVicesOfTownship}名以上，请对照本地规定。"));
    }

    private static void AddHeld(List<Problem> remarks, Organisation body, Seats seats, IReadOnlyCollection<PostOfTerm> posts)
    {
        foreach (var line in seats.Lines([.. posts.Where(post => post.Departure is null).Select(post => post.Kind)]).Where(line => line.Held > line.Count))
            remarks.Add(Remark("term.remark.over", $"{line.Kind.Name(body.Kind)}在任{line.Held}名，超过职数{line.Count}名，请核对职数。"));
    }

    // ORG-13: substitutes take seats of those who left, additions add executives, co-option raises executives.
    private static void AddEntries(List<Problem> remarks, IReadOnlyCollection<PostOfTerm> posts)
    {
        var substitutes = posts.Count(post => post.Entry == PostEntry.Substitution);
        var left = posts.Count(post => post.Departure is not (null or Departure.Changed));
        if (substitutes > left)
            remarks.Add(Remark("term.remark.substitutes", $"替补{substitutes}名，而这一届离任{left}名。替补是补离任的人，新添的人用增补，请核对。"));
        if (posts.Any(post => post.Kind != PostKind.Executive && post.Entry is PostEntry.Substitution or PostEntry.Addition))
            remarks.Add(Remark("term.remark.additions", "主席、副主席、常委一般由执委会增选，替补、增补用于执委，请核对产生方式。"));
        if (posts.Any(post => post is { Kind: PostKind.Executive, Entry: PostEntry.CoOption }))
            remarks.Add(Remark("term.remark.co-option", "增选用于执委进常委会或任副主席，新添的执委用增补，请核对产生方式。"));
    }

    private static Problem Remark(string code, string text) => new(code, text, Level: ProblemLevel.Warning);
}

/// <summary>What seats and remarks ask of a post.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Entry">How its holder came to it.</param>
/// <param name="Departure">Why she left it; null while she holds it.</param>
public sealed record PostOfTerm(PostKind Kind, PostEntry Entry, Departure? Departure);
