using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Figures.Closing;
using Jinguo.Core.Figures.Reading;
using Jinguo.Web.Setup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Pages.Figures;

/// <summary>What changed between the books as they were known on a day and now: all figures of a body, or one of them by the bodies below.</summary>
[Needs(Right.FigureRead)]
public sealed class DifferencesModel(FigureDifferences differences, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int Organisation { get; set; }

    [BindProperty(SupportsGet = true, Name = "period")]
    public string PeriodCode { get; set; } = "";

    /// <summary>A day, of which the end is meant, or an instant.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Known { get; set; }

    /// <summary>Measure, or measure:option; empty for all that differ.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Figure { get; set; }

    public Period Asked { get; private set; }

    public DateTime Then { get; private set; }

    public DateOnly Today { get; } = time.Today();

    /// <summary>All that differ; null where one figure is asked for.</summary>
    public BodyDifferences? All { get; private set; }

    /// <summary>The one figure by body; null where all are listed.</summary>
    public FigureDifferencesBelow? Below { get; private set; }

    public FigureBody Body => All?.Body ?? Below!.Body;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!Period.TryParse(PeriodCode, out var period) || FigureView.Of(null, Known).KnownAt is not { } then)
            return NotFound();
        (Asked, Then) = (period, then);
        if (string.IsNullOrEmpty(Figure))
            All = (await differences.ListAsync(Organisation, period, then, later: null, cancel)).Value;
        else
            Below = (await differences.ListBelowAsync(Organisation, FigureKey.Parse(Figure), period, then, later: null, cancel)).Value;
        return All is null && Below is null ? NotFound() : Page();
    }
}
