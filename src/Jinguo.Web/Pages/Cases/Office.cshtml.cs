using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Cases;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Pages.Cases;

/// <summary>启用: since when the body handles its cases here, and how they are numbered.</summary>
[Needs(Right.CaseSupervise)]
public sealed class OfficeModel(CaseReader reader, CaseService service, TimeProvider time) : PageModel
{
    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public string? Prefix { get; set; }

    public CaseOffice? Office { get; private set; }

    public DateOnly Today { get; } = time.Today();

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Office = await reader.FindOfficeAsync(cancel);
        (From, Prefix) = (Office?.From ?? Today, Office?.Prefix);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Office = await reader.FindOfficeAsync(cancel);
        if (From is not { } from)
        {
            ModelState.Clear();
            ModelState.AddModelError(nameof(From), "请填从哪天起。");
            return Page();
        }
        var done = await service.SwitchOnAsync(from, Prefix ?? "", cancel);
        if (!done.Done)
        {
            ModelState.Add(done.Problems, prefix: "");
            return Page();
        }
        this.Tell(MessageKind.Ok, $"存好了。{Show.Day(from)}起的来信来访来电都在这里登记。");
        return LocalRedirect("/cases");
    }
}
