using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Ledgers;
using Jinguo.Web.Setup;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Pages.Ledgers;

/// <summary>Register entries that must be visited soon.</summary>
[Needs(Right.LedgerRead)]
public sealed class RegistersModel(LedgerList list, TimeProvider time) : PageModel
{
    private const int DaysAhead = 60;
    private const int Most = 200;

    public IReadOnlyList<LedgerRow> Rows { get; private set; } = [];

    public DateOnly Today => time.Today();

    public async Task OnGetAsync(CancellationToken cancel) => Rows = await list.VisitsDueAsync(Today.AddDays(DaysAhead), Most, cancel);
}
