using Jinguo.Core.Base.Access;
using Jinguo.Core.Records.OldReports;
using Jinguo.Web.Setup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Pages.OldReports;

/// <summary>Leads from a fact to the document from which it was taken, at its sentence.</summary>
[Needs(Right.LedgerRead)]
public sealed class FigureModel(OldReportReader reader) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) =>
        await reader.FindFigureAsync(id, cancel) is var (report, page)
            ? LocalRedirect($"/old-reports/{report}{(page > 1 ? $"?p={page}" : "")}#f-{id}")
            : NotFound();
}
