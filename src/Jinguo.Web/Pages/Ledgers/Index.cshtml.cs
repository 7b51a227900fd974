using System.Globalization;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Ledgers;
using Jinguo.Web.Setup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Web.Pages.Ledgers;

/// <summary>All ledgers of a body with what was written in a year.</summary>
[Needs(Right.LedgerRead)]
public sealed class IndexModel(LedgerList list, ReviewQueue queue, Visible visible, Actor actor, TimeProvider time) : PageModel
{
    private const int YearsOffered = 6;

    [BindProperty(SupportsGet = true, Name = "year")]
    public int? AskedYear { get; set; }

    public int Year => AskedYear is >= 1949 and <= 2100 ? AskedYear.Value : Today.Year;

    public DateOnly Today => time.Today();

    public IReadOnlyList<LedgerOverviewRow> Rows { get; private set; } = [];

    public string BodyName { get; private set; } = "";

    public int Waiting { get; private set; }

    public bool MayWrite => actor.Has(Right.LedgerWrite);

    public bool MayReview => HasBelow && actor.Reach(Right.LedgerReview) == RoleScope.Subtree;

    /// <summary>True when bodies below her are hers to see.</summary>
    public bool HasBelow { get; private set; }

    public IEnumerable<SelectListItem> Years => Enumerable.Range(0, YearsOffered).Select(back => Today.Year - back).Append(Year).Distinct()
        .Select(year => new SelectListItem($"{year}年", year.ToString(CultureInfo.InvariantCulture), year == Year));

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Rows = await list.OverviewAsync(path: null, Period.Year(Year), cancel);
        var own = await visible.Organisations(Right.LedgerRead)
            .Where(body => body.Id == actor.OrganisationId || body.ParentId == actor.OrganisationId)
            .OrderBy(body => body.Path).Select(body => body.Name).Take(2).ToListAsync(cancel);
        BodyName = own.FirstOrDefault() ?? "";
        HasBelow = own.Count > 1;
        if (MayReview)
            Waiting = await queue.CountAsync(cancel);
    }
}
