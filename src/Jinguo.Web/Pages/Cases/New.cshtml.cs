using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Cases;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Pages.Cases;

/// <summary>登记: receives a case while its petitioner speaks. What is typed is kept on the server every few seconds.</summary>
[Needs(Right.CaseHandle)]
public sealed class NewModel(CaseReader reader, CaseService service, CaseDrafts drafts, CaseDuplicates duplicates, CaseWords words, TimeProvider time) : PageModel
{
    /// <summary>The client key: the case is received once, however often the form is sent.</summary>
    public Guid Key { get; private set; }

    public CaseForm Form { get; private set; } = null!;

    /// <summary>Earlier cases that she may see with the same ID number or telephone.</summary>
    public IReadOnlyList<CaseDuplicate> Known { get; private set; } = [];

    public CaseFieldsOf Fields => new(Form, words, ModelState, time.Today(), IsNew: true);

    public async Task<IActionResult> OnGetAsync(Guid? draft, CancellationToken cancel)
    {
        if (await reader.FindOfficeAsync(cancel) is null)
            return LocalRedirect("/cases");
        if (draft is { } id && await drafts.FindAsync(id, cancel) is { } kept)
            (Key, Form) = (id, new(kept));
        else
            (Key, Form) = (Guid.CreateVersion7(time.GetUtcNow()), CaseForm.Empty(time.GetUtcNow().UtcDateTime));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm] Guid key, [FromForm] bool seen, CancellationToken cancel)
    {
        ModelState.Clear();
        (Key, Form) = (key, CaseForm.Sent(Request.Form));
        var input = Form.Input(key, ModelState.AddModelError);
        // Told before it is received, once: without script it was not told while she typed.
        Known = [.. (await KnownAsync(cancel)).Where(known => known.Id != key)];
        if (!ModelState.IsValid || (Known.Count > 0 && !seen && !input.IsRepeat))
            return Page();
        var received = await service.ReceiveAsync(input, cancel);
        if (received.Problems.Any(problem => problem.Code == Problem.NotFoundCode))
            return NotFound();
        if (!received.Done)
        {
            ModelState.Add(received.Problems, prefix: "");
            return Page();
        }
        this.Tell(MessageKind.Ok, "登记好了，您是首问责任人，有人接手以前由您办。", linkHref: $"/cases/{received.Value.Id}/receipt", linkText: "打印回执");
        return LocalRedirect($"/cases/{received.Value.Id}");
    }

    /// <summary>Keeps what is typed so far, and tells which cases she may see came before; called by Scripts/keep.js.</summary>
    public async Task<IActionResult> OnPostKeepAsync([FromForm] Guid key, CancellationToken cancel)
    {
        Form = CaseForm.Sent(Request.Form);
        var kept = await drafts.KeepAsync(key, Form.Values, cancel);
        return kept.Done ? Partial("_Known", await KnownAsync(cancel)) : new StatusCodeResult(StatusCodes.Status409Conflict);
    }

    private Task<IReadOnlyList<CaseDuplicate>> KnownAsync(CancellationToken cancel) => duplicates.FindAsync(Form[nameof(CaseField.IdNumber)], Form[nameof(CaseField.Phone)], cancel);
}
