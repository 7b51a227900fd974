using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Records.Cases.Looking;
using Jinguo.Web.Setup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Pages.Cases;

/// <summary>谁看过: every look at a case, and every 调阅, for its handler and supervisor.</summary>
[Needs(Right.CaseHandle)]
public sealed class LooksModel(CaseLookReader looks, CaseOpeningReader openings) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public Guid Id { get; private set; }

    public PageOf<CaseLook> Looks { get; private set; } = new([], 0);

    public IReadOnlyList<OpeningLine> Openings { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        PageNumber = Math.Clamp(PageNumber, 1, int.MaxValue / CaseLookReader.PageSize);
        if (await looks.ListAsync(id, PageNumber, cancel) is not { } found)
            return NotFound();
        (Id, Looks, Openings) = (id, found, await openings.ListOfAsync(id, cancel));
        return Page();
    }
}
