using Jinguo.Core.Base;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Cases.Sharing;

/// <summary>
/// The bodies to which something of a case can be told: anywhere on the platform, above, below or beside. That they are there and
/// handle cases is known to everybody; what they handle is not.
/// </summary>
public sealed class SharingBodies(Db db, OrganisationTree tree, CaseAccess access)
{
    /// <summary>Bodies offered at once.</summary>
    public const int Most = 20;

    /// <summary>Bodies whose name, code or initials hold the words.</summary>
    /// <param name="words">What was typed.</param>
    /// <param name="handlesCases">Only those that handle cases here: a referral must be accepted by somebody.</param>
    /// <param name="cancel">Stops.</param>
    public Task<IReadOnlyList<OrganisationChoice>> FindAsync(string words, bool handlesCases, CancellationToken cancel = default) => tree.OfferAmongAsync(Bodies(handlesCases), words, Most, cancel);

    /// <summary>The body that a name or code means, or why there is none.</summary>
    internal async Task<Outcome<Organisation>> ResolveAsync(string text, bool handlesCases, CancellationToken cancel)
    {
        var found = (await Bodies(handlesCases).ResolveAsync([text], cancel: cancel))[text];
        return found.Done ? found : new Problem("case.sharing.to", handlesCases
            ? $"平台上没有找到可以接收的“{text}”。请从列表里选；对方没有在这里办理信访的，请按平台以外的部门填。"
            : $"平台上没有找到“{text}”，请从列表里选。", "To");
    }

    private IQueryable<Organisation> Bodies(bool handlesCases)
    {
        var (own, offices) = (access.Actor.OrganisationId, db.CaseOffices);
        return db.Organisations.AsNoTracking().Where(body => body.Id != own && body.ValidTo == null && (!handlesCases || offices.Any(office => office.OrganisationId == body.Id)));
    }
}
