using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Ledgers;
using Jinguo.Web.Setup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Pages.Persons;

/// <summary>人员: the persons in the ledgers of the reader's own body, masked; found by whole name, or by a whole number that stands in no address.</summary>
[Needs(Right.LedgerRead)]
public sealed class IndexModel(LedgerPersons persons, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Name { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public PageOf<LedgerPerson> Persons { get; private set; } = new([], 0);

    public DateOnly Today { get; } = time.Today();

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    public async Task<IActionResult> OnPostFindAsync(string? number, CancellationToken cancel)
    {
        if (await persons.FindByNumberAsync(number, cancel) is { } found)
            return LocalRedirect($"/persons/{found}");
        ModelState.AddModelError("number", "本单位台账里没有这个号码的人。请核对号码，要写全。");
        await LoadAsync(cancel);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        PageNumber = Math.Max(1, PageNumber);
        Persons = await persons.ListAsync(Name, PageNumber, cancel);
    }
}
