using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Cases;
using Jinguo.Core.Records.Cases.Sharing;
using Jinguo.Web.Setup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Pages.Cases;

/// <summary>转来的事项: what waits for the own body to be accepted, the nearest day first. Nobody's name is in it.</summary>
[Needs(Right.CaseHandle)]
public sealed class IncomingModel(CaseReferralReader referrals, CaseWords words, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public PageOf<IncomingLine> Waiting { get; private set; } = new([], 0);

    public CaseWords Words => words;

    public DateOnly Today { get; } = time.Today();

    public async Task OnGetAsync(CancellationToken cancel)
    {
        PageNumber = Math.Clamp(PageNumber, 1, int.MaxValue / CaseReferralReader.PageSize);
        Waiting = await referrals.ListIncomingAsync(PageNumber, cancel);
    }
}
