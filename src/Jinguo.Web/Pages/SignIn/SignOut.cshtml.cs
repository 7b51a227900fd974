using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Pages.SignIn;

/// <summary>Ends the sign-in of this browser.</summary>
[AllowAnonymous]
public sealed class SignOutModel(CurrentActor current, SignInDesk desk) : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await desk.LeaveAsync(HttpContext, current.Actor, cancel);
        this.Tell(MessageKind.Ok, "已退出登录。");
        return LocalRedirect("/sign-in");
    }
}
