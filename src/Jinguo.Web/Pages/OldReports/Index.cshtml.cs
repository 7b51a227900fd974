using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.OldReports;
using Jinguo.Web.Setup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Pages.OldReports;

/// <summary>Old documents of the body and those below, with how many figures were taken from each.</summary>
[Needs(Right.LedgerRead)]
public sealed class IndexModel(OldReportReader reader, Actor actor, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public PageOf<OldReportLine> Reports { get; private set; } = new([], 0);

    public DateOnly Today { get; } = time.Today();

    public bool MayWrite => actor.Has(Right.LedgerWrite);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        PageNumber = Math.Max(1, PageNumber);
        Reports = await reader.ListAsync(PageNumber, cancel: cancel);
    }
}
