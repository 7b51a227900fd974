using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Web.Pages.SignIn;

/// <summary>Ends the sign-in of this browser.</summary>
[AllowAnonymous]
public sealed class SignOutModel(Db db, CurrentActor current, SignInTrail trail) : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (current.Actor.AccountId is { } id)
        {
            await using var write = await db.BeginWriteAsync(cancel);
            await trail.AddAsync(await db.Accounts.AsNoTracking().SingleAsync(account => account.Id == id, cancel), SignInTrail.SignedOutAct, cancel);
            await write.CommitAsync(cancel);
        }
        await HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        this.Tell(MessageKind.Ok, "已退出登录。");
        return LocalRedirect("/sign-in");
    }
}
