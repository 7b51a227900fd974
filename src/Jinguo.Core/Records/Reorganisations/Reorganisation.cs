namespace Jinguo.Core.Records.Reorganisations;

/// <summary>What every reorganisation tells: 撤乡并镇, 村改居, 划转 (product.md, “as it was, and as it is”).</summary>
/// <param name="ClientKey">Key of the form: sent twice, it is done once.</param>
/// <param name="From">First day on which it holds; today or earlier.</param>
/// <param name="Document">Number of the document 文号, such as 云政发〔2026〕8号.</param>
/// <param name="Reason">A word more, or null.</param>
public sealed record ReorganisationOrder(Guid ClientKey, DateOnly From, string Document, string? Reason = null);

/// <summary>A body comes below another, with everything below it.</summary>
/// <param name="OrganisationId">The body.</param>
/// <param name="ParentId">Its new superior.</param>
public sealed record BodyMove(int OrganisationId, int ParentId);

/// <summary>Bodies go up in one: what hangs below them comes below it, and they end.</summary>
/// <param name="OrganisationIds">The bodies that end.</param>
/// <param name="IntoId">The body that goes on.</param>
public sealed record BodyMerger(IReadOnlyList<int> OrganisationIds, int IntoId);

/// <summary>Part of what hangs below a body comes below another one, made for it or there already.</summary>
/// <param name="OrganisationId">The body that is split; it goes on unless <paramref name="IsEnded"/>.</param>
/// <param name="Parts">Who of the bodies below it comes below whom.</param>
/// <param name="IsEnded">True where nothing of it is left.</param>
public sealed record BodySplit(int OrganisationId, IReadOnlyList<BodyMove> Parts, bool IsEnded = false);

/// <summary>What a reorganisation does, or would do.</summary>
/// <param name="Bodies">Bodies that hang elsewhere afterwards.</param>
/// <param name="Records">Their counted records, which the new superior sees and the old one no longer.</param>
/// <param name="Facts">Facts posted for days since, or stocks, that are restated.</param>
/// <param name="Accounts">Persons with a role on a body that ends: they need a role elsewhere.</param>
/// <param name="Posts">Posts held in a body that ends: its term ends with it.</param>
public sealed record ReorganisationEffect(int Bodies, int Records, int Facts, int Accounts = 0, int Posts = 0)
{
    /// <summary>What both do.</summary>
    public static ReorganisationEffect operator +(ReorganisationEffect left, ReorganisationEffect right) =>
        new(left.Bodies + right.Bodies, left.Records + right.Records, left.Facts + right.Facts, left.Accounts + right.Accounts, left.Posts + right.Posts);
}
