using Jinguo.Core.Base.Access;
using Jinguo.Core.Records.Cases.Reception;
using Jinguo.Web.Setup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Pages.Cases.Reception;

/// <summary>登记表 of a reception day, to be printed: the visitors of whom the reader may know, in full.</summary>
[Needs(Right.CaseHandle)]
public sealed class SheetModel(ReceptionReader reader) : PageModel
{
    public ReceptionDayView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(DateOnly day, CancellationToken cancel)
    {
        if (await reader.PrintAsync(day, cancel) is not { } view)
            return NotFound();
        View = view;
        return Page();
    }
}
