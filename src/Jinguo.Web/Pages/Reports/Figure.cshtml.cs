using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Figures.Reading;
using Jinguo.Core.Reports.Writing;
using Jinguo.Web.Pages.Figures;
using Jinguo.Web.Setup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Pages.Reports;

/// <summary>Where a number of a printed report leads: the page that explains it as it was known when it was frozen, for readers who may see it.</summary>
[Needs(Right.ReportRead)]
public sealed class FigureModel(ReportReader reader) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, int snapshot, int number, CancellationToken cancel)
    {
        if (await reader.FindSnapshotAsync(id, snapshot, cancel) is not { } found
            || found.Snapshot.Figures.FirstOrDefault(figure => figure.Number == number) is not { } figure
            || !Period.TryParse(figure.Quote.Period, out var period))
            return NotFound();
        return LocalRedirect(FigureAddress.Explain(figure.Quote.Key.OrganisationId, FigureKey.Parse(figure.Quote.Key.Figure), period, new(found.Snapshot.Tree, figure.Quote.TakenAt ?? found.Snapshot.TakenAt)));
    }
}
