using System.Globalization;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Web.Ui;

/// <summary>The bodies that a page offers: her own, those directly below, and the one that was asked for.</summary>
public static class BodyChoices
{
    private const int Most = 300;

    /// <summary>Reads them; null where the one asked for is out of reach.</summary>
    /// <param name="visible">The reader's reach.</param>
    /// <param name="right">By which right.</param>
    /// <param name="asked">The body asked for; her own without one.</param>
    /// <param name="cancel">Stops.</param>
    public static async Task<(Organisation Chosen, IReadOnlyList<SelectListItem> Items)?> FindAsync(Visible visible, Right right, int? asked, CancellationToken cancel)
    {
        var own = visible.Actor.OrganisationId;
        var wanted = asked ?? own;
        var bodies = await visible.Organisations(right)
            .Where(body => body.Id == wanted || body.Id == own || body.ParentId == own)
            .OrderBy(body => body.Level).ThenBy(body => body.Order).ThenBy(body => body.Code).Take(Most).ToListAsync(cancel);
        return bodies.Find(body => body.Id == wanted) is { } chosen
            ? (chosen, [.. bodies.Select(body => new SelectListItem(body.Name, body.Id.ToString(CultureInfo.InvariantCulture), body.Id == wanted))])
            : null;
    }
}
