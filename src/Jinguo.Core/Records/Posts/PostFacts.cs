using Jinguo.Core.Base;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Facts;

namespace Jinguo.Core.Records.Posts;

/// <summary>The pure way from terms and posts to their facts. Their measures are declared in packs/posts.json.</summary>
public static class PostFacts
{
    /// <summary>已建妇联组织数: bodies whose term stands.</summary>
    public const string Bodies = "posts.bodies";

    /// <summary>三新妇联数.</summary>
    public const string NewFieldBodies = "posts.newfield.bodies";

    /// <summary>Organisations that 三新 federations cover.</summary>
    public const string NewFieldCovered = "posts.newfield.covered";

    /// <summary>执委数, by post.</summary>
    public const string Executives = "posts.executives";

    /// <summary>Chairs of village federations.</summary>
    public const string VillageChairs = "posts.chairs.village";

    /// <summary>Of these, members of one of the 村两委.</summary>
    public const string VillageChairsInCommittees = "posts.chairs.committees";

    /// <summary>What a term stands for: its body is formed, and what a 三新 federation covers is covered.</summary>
    public static IReadOnlyList<FactDraft> From(Term term, Organisation body) => body.Kind == OrganisationKind.NewField
        ? [.. Standing(NewFieldBodies, null, 1, term.From, term.Ended), .. Standing(NewFieldCovered, null, term.Covers ?? 1, term.From, term.Ended)]
        : [.. Standing(Bodies, Part(body), 1, term.From, term.Ended)];

    /// <summary>What a post stands for while it is held: an executive; in a village its chair, and whether she is in the 村两委.</summary>
    public static IReadOnlyList<FactDraft> From(Post post, Organisation body)
    {
        if (post.Departure == Departure.Mistaken || !body.IsWomensFederation)
            return [];
        var facts = new List<FactDraft>(Standing(Executives, Part(post.Kind), 1, post.From, post.Until));
        if (post.Kind != PostKind.Chair || !body.IsOfVillage)
            return facts;
        facts.AddRange(Standing(VillageChairs, null, 1, post.From, post.Until));
        if (post.IsInPartyCommittee || post.IsInVillageCommittee)
            facts.AddRange(Standing(VillageChairsInCommittees, null, 1, post.From, post.Until));
        return facts;
    }

    /// <summary>What the books are to say of a term.</summary>
    public static Posting Posting(Term term, Organisation body, string? reason, bool isNew = false) =>
        new(new(RecordRef.Term, term.Id), body.Id, From(term, body), isNew, reason);

    /// <summary>What the books are to say of a post.</summary>
    public static Posting Posting(Post post, Organisation body, string? reason, bool isNew = false) =>
        new(new(RecordRef.Post, post.Id), body.Id, From(post, body), isNew, reason);

    // A stock, as registers post it: counted from its first day, taken back on the day on which it ends.
    private static IEnumerable<FactDraft> Standing(string measure, string? option, long value, DateOnly from, DateOnly? until)
    {
        yield return new(measure, option, from, value);
        if (until is { } day)
            yield return new(measure, option, day, -value);
    }

    private static string Part(Organisation body) => body switch
    {
        { Kind: not OrganisationKind.Federation } => "office",
        { Level: Level.Village } => "village",
        { Level: Level.Township } => "township",
        _ => "upper",
    };

    private static string Part(PostKind kind) => kind switch
    {
        PostKind.Chair => "chair",
        PostKind.FullTimeVice => "full-time",
        PostKind.SecondedVice => "seconded",
        PostKind.PartTimeVice => "part-time",
        PostKind.Standing => "standing",
        PostKind.Executive => "executive",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
