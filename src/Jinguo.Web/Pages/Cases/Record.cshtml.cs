using Jinguo.Core.Base.Access;
using Jinguo.Core.Records.Cases;
using Jinguo.Web.Setup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Pages.Cases;

/// <summary>来访登记表, to be printed and signed: evidence before a court, with time stamp and hash.</summary>
[Needs(Right.CaseHandle)]
public sealed class RecordModel(CasePapers papers, CaseWords words) : PageModel
{
    public CaseRecordPaper Paper { get; private set; } = null!;

    public CaseWords Words => words;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await papers.PrintRecordAsync(id, cancel) is not { } paper)
            return NotFound();
        Paper = paper;
        return Page();
    }
}
