using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Figures.Tables.Filing;
using Jinguo.Web.Setup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Jinguo.Web.Pages.Tables;

/// <summary>报表: what is asked for, and the tables of the bodies in reach.</summary>
[Needs(Right.TableRead)]
public sealed class IndexModel(TableReader reader, TableRequestService requests, Actor actor, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "period")]
    public string? PeriodCode { get; set; }

    [BindProperty(SupportsGet = true)]
    public TableState? State { get; set; }

    /// <summary><c>own</c> for her own body's alone.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Scope { get; set; }

    public IReadOnlyList<RequestLine> Asked { get; private set; } = [];

    public IReadOnlyList<TableRequest> Sent { get; private set; } = [];

    public PageOf<TableLineOfList> Tables { get; private set; } = new([], 0);

    public IReadOnlyList<SelectListItem> Periods { get; private set; } = [];

    public IReadOnlyList<SelectListItem> States => [new("全部状态", ""), .. Enum.GetValues<TableState>().Select(state => new SelectListItem(state.Name(), state.ToString(), state == State))];

    public IReadOnlyList<SelectListItem> Scopes => [new("本单位和下级", ""), new("本单位", "own", Scope == "own")];

    public int PageNumber { get; private set; } = 1;

    public DateOnly Today => time.Today();

    public bool MayWrite => actor.Has(Right.TableWrite);

    public bool IsFiltered => !string.IsNullOrEmpty(PeriodCode) || State is not null || Scope == "own";

    public async Task OnGetAsync(CancellationToken cancel)
    {
        _ = int.TryParse(Request.Query["p"], out var page);
        PageNumber = Math.Max(1, page);
        Asked = await requests.ListAskedAsync(cancel);
        Sent = await requests.ListSentAsync(cancel);
        Tables = await reader.ListAsync(new(Scope == "own" ? actor.OrganisationId : null, PeriodCode, State, PageNumber), cancel);
        Periods = [new("全部期间", ""), .. (await reader.ListPeriodsAsync(cancel)).Select(code => new SelectListItem(TableWords.Period(code), code, code == PeriodCode))];
    }
}
