using Jinguo.Core.Base.Access;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Pages.SignIn;

/// <summary>User name and password. Carries along a form that was sent when the sign-in had run out.</summary>
[AllowAnonymous]
public sealed class SignInModel(PasswordCheck passwords, KeptForms forms) : PageModel
{
    /// <summary>Where to go afterwards.</summary>
    [BindProperty]
    public string? From { get; set; }

    /// <summary>The form kept, encrypted.</summary>
    [BindProperty]
    public string? Kept { get; set; }

    [BindProperty]
    public string? UserName { get; set; }

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
        var account = outcome.Value;
        await EnterAsync(account);
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

    private async Task EnterAsync(Account account)
    {
        var principal = SignedIn.Principal(account, organisationId: null);
        await HttpContext.SignInAsync(IdentityConstants.ApplicationScheme, principal);
        // Marks of forms in this answer belong to the person now signed in.
        HttpContext.User = principal;
    }
}
