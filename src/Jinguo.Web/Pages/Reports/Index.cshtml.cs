using System.Globalization;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Reports.Writing;
using Jinguo.Web.Setup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Jinguo.Web.Pages.Reports;

/// <summary>总结: the reports of the bodies in reach.</summary>
[Needs(Right.ReportRead)]
public sealed class IndexModel(ReportReader reader, Actor actor, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int? Organisation { get; set; }

    [BindProperty(SupportsGet = true, Name = "period")]
    public string? PeriodCode { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Template { get; set; }

    public PageOf<ReportLine> Reports { get; private set; } = new([], 0);

    public IReadOnlyList<SelectListItem> Bodies { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Periods { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Templates { get; private set; } = [];

    public int PageNumber { get; private set; } = 1;

    public DateOnly Today => time.Today();

    public bool MayWrite => actor.Has(Right.ReportWrite);

    public bool IsFiltered => Organisation is not null || !string.IsNullOrEmpty(PeriodCode) || !string.IsNullOrEmpty(Template);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        _ = int.TryParse(Request.Query["p"], out var page);
        PageNumber = Math.Max(1, page);
        Reports = await reader.ListAsync(new(Organisation, PeriodCode, Template, PageNumber), cancel);
        var kinds = await reader.ListKindsAsync(cancel);
        var own = Organisation?.ToString(CultureInfo.InvariantCulture);
        Bodies = Items("全部单位", kinds.Select(kind => (kind.Body, kind.OrganisationId.ToString(CultureInfo.InvariantCulture))), own);
        Periods = Items("全部期间", kinds.Select(kind => (Name(kind.Period), kind.Period)).OrderByDescending(one => one.Period, StringComparer.Ordinal), PeriodCode);
        Templates = Items("全部模板", kinds.Select(kind => (kind.Template, kind.Template)), Template);
    }

    internal static string Name(string code) => Period.TryParse(code, out var period) ? period.Name : code;

    private static List<SelectListItem> Items(string all, IEnumerable<(string Text, string Value)> items, string? chosen) =>
        [new(all, ""), .. items.Distinct().Select(one => new SelectListItem(one.Text, one.Value, one.Value == chosen))];
}
