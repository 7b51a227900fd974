using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Web.Pages.SignIn;

/// <summary>Her own account: name, roles, password.</summary>
[Needs(Right.Basic)]
public sealed class AccountModel(Db db, CurrentActor current, OwnAccount own) : PageModel
{
    public Account Account { get; private set; } = null!;

    public IReadOnlyList<RoleLine> Roles { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    public async Task<IActionResult> OnPostAsync(string? passwordNow, string? passwordWanted, string? passwordAgain, CancellationToken cancel)
    {
        var outcome = await own.ChangePasswordAsync(passwordNow, passwordWanted, passwordAgain, cancel);
        if (!outcome.Done)
        {
            foreach (var problem in outcome.Problems)
                ModelState.AddModelError(Field(problem.Field), problem.Text);
            await LoadAsync(cancel);
            return Page();
        }
        await HttpContext.SignInAsync(IdentityConstants.ApplicationScheme, SignedIn.Principal(outcome.Value, current.Actor.OrganisationId));
        this.Tell(MessageKind.Ok, "密码已换好，下次登录请用新密码。");
        return LocalRedirect("/account");
    }

    private static string Field(string? field) => field switch { "now" => "passwordNow", "wanted" => "passwordWanted", "again" => "passwordAgain", _ => "" };

    private async Task LoadAsync(CancellationToken cancel)
    {
        var id = current.Actor.AccountId;
        Account = await db.Accounts.AsNoTracking().SingleAsync(account => account.Id == id, cancel);
        Roles = await (
            from role in db.RoleAssignments
            where role.AccountId == id
            join body in db.Organisations on role.OrganisationId equals body.Id
            orderby body.Path, role.Role
            select new RoleLine(body.Id, body.Name, body.Code, role.Role, role.Scope)).ToListAsync(cancel);
    }
}
