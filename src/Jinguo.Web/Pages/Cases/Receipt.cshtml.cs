using Jinguo.Core.Base.Access;
using Jinguo.Core.Records.Cases;
using Jinguo.Web.Setup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Pages.Cases;

/// <summary>回执: what the petitioner takes along, without a word on why she came.</summary>
[Needs(Right.CaseHandle)]
public sealed class ReceiptModel(CasePapers papers) : PageModel
{
    public CaseReceipt Receipt { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await papers.PrintReceiptAsync(id, cancel) is not { } receipt)
            return NotFound();
        Receipt = receipt;
        return Page();
    }
}
