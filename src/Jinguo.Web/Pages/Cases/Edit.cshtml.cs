using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Cases;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Pages.Cases;

/// <summary>补充、更正登记: open only while who she is is shown in full, for masked words must not be saved.</summary>
[Needs(Right.CaseHandle)]
public sealed class EditModel(CaseReader reader, CaseService service, CaseWords words, RevealedPersons revealed, Actor actor, TimeProvider time) : PageModel
{
    public CaseView View { get; private set; } = null!;

    [BindProperty]
    public int Version { get; set; }

    public CaseForm Form { get; private set; } = null!;

    public CaseFieldsOf Fields => new(Form, words, ModelState, time.Today(), IsNew: false);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
            return NotFound();
        if (revealed.Until(HttpContext, actor, id) is null)
        {
            this.Tell(MessageKind.Info, "补充、更正登记要看到完整信息，请先写明为什么。");
            return LocalRedirect($"/cases/{id}");
        }
        (Version, Form) = (View.Case.Version, CaseForm.Of(View));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        ModelState.Clear();
        Form = CaseForm.Sent(Request.Form);
        var input = Form.Input(id, ModelState.AddModelError);
        if (ModelState.IsValid)
        {
            var completed = await service.CompleteAsync(input, Version, cancel);
            if (completed.Problems.Any(problem => problem.Code == Problem.NotFoundCode))
                return NotFound();
            if (completed.Done)
            {
                this.Tell(MessageKind.Ok, "登记补充好了。");
                return LocalRedirect($"/cases/{id}");
            }
            ModelState.Add(completed.Problems, prefix: "");
        }
        return await LoadAsync(id, cancel) ? Page() : NotFound();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        var isFull = revealed.Until(HttpContext, actor, id) is not null;
        if (await reader.OpenAsync(id, isFull ? "补充、更正登记" : null, cancel) is not { MayAct: true, NeedsApproval: false } view)
            return false;
        View = view;
        return true;
    }
}
