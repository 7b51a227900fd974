using Jinguo.Core.Base.Access;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Pages.SignIn;

/// <summary>User name and password, then the one-time code of those who have one. Carries along a form that was sent when the sign-in had run out.</summary>
[AllowAnonymous]
public sealed class SignInModel(PasswordCheck passwords, CodeTickets tickets, SignInDesk desk, KeptForms forms) : PageModel
{
    /// <summary>Where to go afterwards.</summary>
    [BindProperty]
    public string? From { get; set; }

    /// <summary>The form kept, encrypted.</summary>
    [BindProperty]
    public string? Kept { get; set; }

    [BindProperty]
    public string? UserName { get; set; }

    /// <summary>Says, encrypted, that the password was right; the one-time code is wanted now.</summary>
    public string? Ticket { get; private set; }

    public KeptForm? KeptForm { get; private set; }

    public IActionResult OnGet(string? from)
    {
        From = from;
        KeptForm = KeptForms.Of(HttpContext);
        Kept = KeptForm is null ? null : forms.Protect(KeptForm);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? password, CancellationToken cancel)
    {
        KeptForm = forms.Unprotect(Kept);
        var outcome = await passwords.CheckAsync(UserName, password, cancel);
        if (!outcome.Done)
        {
            foreach (var problem in outcome.Problems)
                ModelState.AddModelError("", problem.Text);
            return Page();
        }
        if (outcome.Value.CodeSecret is null)
            return await EnterAsync(outcome.Value, cancel);
        Ticket = tickets.ForPassword(outcome.Value);
        return Page();
    }

    public async Task<IActionResult> OnPostCodeAsync(string? ticket, string? code, CancellationToken cancel)
    {
        KeptForm = forms.Unprotect(Kept);
        if (tickets.ReadPassword(ticket) is not { } proved)
        {
            ModelState.AddModelError("", "停留太久，请重新登录。");
            return Page();
        }
        var outcome = await passwords.CheckCodeAsync(proved.Account, proved.Stamp, code, cancel);
        if (outcome.Done)
            return await EnterAsync(outcome.Value, cancel);
        foreach (var problem in outcome.Problems)
            ModelState.AddModelError("", problem.Text);
        Ticket = ticket;
        return Page();
    }

    private async Task<IActionResult> EnterAsync(Account account, CancellationToken cancel)
    {
        await desk.EnterAsync(HttpContext, account.Id, cancel);
        if (KeptForm is not null && (KeptForm.AccountId is null || KeptForm.AccountId == account.Id))
        {
            KeptForms.ShowOn(HttpContext, "/kept", KeptForm);
            return new EmptyResult();
        }
        if (KeptForm is not null)
            this.Tell(MessageKind.Warn, "刚才填写的内容属于另一位用户，没有带过来。");
        else if (account.InitialPassword)
            this.Tell(MessageKind.Warn, "您用的还是初始密码，请换成自己的。", linkHref: "/account", linkText: "去换密码");
        return LocalRedirect(Url.IsLocalUrl(From) ? From : "/");
    }
}
