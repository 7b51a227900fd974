using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Files;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Cases.Letters;
using Jinguo.Web.Setup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Pages.Cases;

/// <summary>文书: the letters of a case, each made from its template as a Word file to be completed and sealed by hand.</summary>
[Needs(Right.CaseHandle)]
public sealed class LettersModel(CaseLetters letters, TimeProvider time) : PageModel
{
    public LettersView View { get; private set; } = null!;

    public DateOnly Today { get; } = time.Today();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await letters.ListAsync(id, cancel) is not { } view)
            return NotFound();
        View = view;
        return Page();
    }

    public async Task<IActionResult> OnGetWordAsync(Guid id, string letter, Guid? referral, LetterOpinion? opinion, CancellationToken cancel)
    {
        if (await letters.MakeAsync(id, new(letter, referral, opinion), cancel) is not { } made)
            return NotFound();
        CaseDownloads.Guard(Response);
        return File(made.Content, MediaTypes.Word, made.Name);
    }
}
