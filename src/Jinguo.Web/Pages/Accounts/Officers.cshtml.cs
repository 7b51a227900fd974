using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Web.Pages.FirstRun;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Pages.Accounts;

/// <summary>The three administrators over the actor's body; those who are missing are made here, once.</summary>
[Needs(Right.AccountManage)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class OfficersModel(FirstOfficers officers, PasswordRules rules, Separation separation, Actor actor) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<KnownOfficer> Known { get; private set; } = [];

    public bool IsSeparated => separation.IsOn;

    /// <summary>True where she may be security administrator, too.</summary>
    public bool MayTakeOn => !separation.IsOn && Input.Officers.Exists(one => one.Role == Role.SecurityAdministrator);

    /// <summary>The fields of the form.</summary>
    public sealed class Form
    {
        public List<OfficerFields> Officers { get; set; } = [];
    }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        Input = new() { Officers = [.. FirstOfficers.All.Where(role => Known.All(one => one.Role != role)).Select(OfficerFields.For)] };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        ModelState.Add(OfficerFields.CheckPasswords(Input.Officers, rules));
        if (ModelState.IsValid)
            return await AnswerAsync(await officers.AppointAsync(actor, [.. Input.Officers.Select(one => one.With(one.Role))], cancel), cancel);
        await LoadAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostTakeOnAsync(CancellationToken cancel) => await AnswerAsync(await officers.TakeOnAsync(actor, cancel), cancel);

    private async Task<IActionResult> AnswerAsync(Outcome<int> outcome, CancellationToken cancel)
    {
        ModelState.Add(outcome.Problems);
        if (outcome.Done)
        {
            this.Tell(MessageKind.Ok, "三员已建好。请把账号和初始密码分别交给本人，第一次登录要换成自己的密码。");
            return LocalRedirect("/accounts/officers");
        }
        await LoadAsync(cancel);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancel) => Known = await officers.ListAsync(actor.Path, cancel);
}
