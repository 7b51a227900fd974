using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Figures.Reading;
using Jinguo.Core.Records.OldReports;
using Jinguo.Web.Pages.Figures;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Pages.OldReports;

/// <summary>An old document: its file, the figures taken from it, what records tell of the same since, and striking figures out.</summary>
[Needs(Right.LedgerRead)]
public sealed class ShowModel(OldReportReader reader, OldReportService service, Actor actor, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public OpenedOldReport Opened { get; private set; } = null!;

    public DateOnly Today { get; } = time.Today();

    public bool MayWrite => actor.Has(Right.LedgerWrite) && Opened.Line.Standing > 0;

    /// <summary>Where the books explain a figure.</summary>
    public static string Explain(OldFigureLine line) => FigureAddress.Explain(line.Figure.OrganisationId, new FigureKey(line.Measure.Code, line.Option?.Code), line.Figure.Period);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await LoadAsync(id, cancel) ? Page() : NotFound();

    /// <summary>Takes one figure, or all, out of the books.</summary>
    public async Task<IActionResult> OnPostStrikeAsync(Guid id, [FromForm] Guid? figure, [FromForm] string? reason, CancellationToken cancel)
    {
        var struck = await service.StrikeAsync(id, figure, reason, cancel);
        if (struck.Problems.Any(problem => problem.Code == Problem.NotFoundCode))
            return NotFound();
        if (struck.Done)
        {
            this.Tell(MessageKind.Ok, figure is null ? "这份材料的数都撤销了，不再计入。" : "这个数撤销了，不再计入。");
            return LocalRedirect($"/old-reports/{id}{(PageNumber > 1 ? $"?p={PageNumber}" : "")}");
        }
        if (!await LoadAsync(id, cancel))
            return NotFound();
        ModelState.Add(struck.Problems, prefix: "");
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        PageNumber = Math.Max(1, PageNumber);
        if (await reader.FindAsync(id, PageNumber, cancel) is not { } opened)
            return false;
        Opened = opened;
        return true;
    }
}
