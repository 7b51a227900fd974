using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Forms;
using Jinguo.Core.Base.Organisations;

namespace Jinguo.Core.Records.Ledgers;

/// <summary>The rules of 审核 and 入账, as pure functions.</summary>
public static class ReviewRules
{
    /// <summary>
    /// Where a record stands after it was written or corrected: the body's own work waits for the body above; what a
    /// superior or the command line wrote is accepted; without a body above nothing needs acceptance.
    /// </summary>
    public static ReviewState AfterWriting(Actor actor, int organisationId, int? parentId) =>
        parentId is null ? ReviewState.NotNeeded
        : actor.AccountId is null || actor.OrganisationId != organisationId ? ReviewState.Accepted
        : ReviewState.Waiting;

    /// <summary>True when a record in this state has its facts in the books.</summary>
    public static bool Counts(CountsWhen when, ReviewState review, bool withdrawn) => !withdrawn && review switch
    {
        ReviewState.NotNeeded or ReviewState.Accepted => true,
        ReviewState.Waiting => when == CountsWhen.Saved,
        _ => false,
    };

    /// <summary>True when the actor reviews this body: from above, never her own work.</summary>
    public static bool MayReview(Actor actor, int organisationId, string path) =>
        actor.OrganisationId != organisationId && actor.May(Right.LedgerReview, path);

    /// <summary>
    /// True when the actor may read fields that tell about persons: names stay with the body that handles them, and with
    /// the superior that entered them for it (product.md, principle 5).
    /// </summary>
    public static bool MaySeePersons(Actor actor, int organisationId, int? enteredBy) =>
        actor.AccountId is null || actor.OrganisationId == organisationId || actor.OrganisationId == enteredBy;

    /// <summary>The superior body that records for another (代录), or null.</summary>
    public static int? EnteredBy(Actor actor, Organisation body) =>
        actor.AccountId is null || actor.OrganisationId == body.Id ? null : actor.OrganisationId;
}
