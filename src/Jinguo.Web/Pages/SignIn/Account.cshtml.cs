using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Web.Pages.SignIn;

/// <summary>Her own account: name, roles, password, open sign-ins.</summary>
[Needs(Right.Basic)]
public sealed class AccountModel(Db db, CurrentActor current, OwnAccount own, PasswordRules rules, SignInDesk desk, SessionService sessions, TokenService tokens, Settings settings, TimeProvider time) : PageModel
{
    public Account Account { get; private set; } = null!;

    public IReadOnlyList<RoleLine> Roles { get; private set; } = [];

    public IReadOnlyList<Session> Sessions { get; private set; } = [];

    /// <summary>Tokens by which programs act in her name.</summary>
    public int Tokens { get; private set; }

    /// <summary>The session of this browser.</summary>
    public Guid? OwnSession => SignedIn.SessionOf(User);

    public OwnDuty Duty => current.Duty;

    public string PasswordWords => rules.Words(Roles.Any(role => role.Role.IsAdministrator()));

    public DateOnly Today => time.Today();

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    public async Task<IActionResult> OnPostAsync(string? passwordNow, string? passwordWanted, string? passwordAgain, bool revokeTokens, CancellationToken cancel)
    {
        var outcome = await own.ChangePasswordAsync(passwordNow, passwordWanted, passwordAgain, revokeTokens, cancel);
        if (!outcome.Done)
        {
            foreach (var problem in outcome.Problems)
                ModelState.AddModelError(Field(problem.Field), problem.Text);
            await LoadAsync(cancel);
            return Page();
        }
        await desk.GoOnAsync(HttpContext, outcome.Value.Id, current.Actor.OrganisationId, cancel);
        this.Tell(MessageKind.Ok, revokeTokens ? "密码已换好，接口令牌已作废。下次登录请用新密码。" : "密码已换好，下次登录请用新密码。");
        return LocalRedirect("/account");
    }

    public async Task<IActionResult> OnPostEndAsync(Guid session, CancellationToken cancel)
    {
        await sessions.EndOwnAsync(session, current.Actor, cancel);
        this.Tell(MessageKind.Ok, "那边的登录已退出。");
        return LocalRedirect("/account");
    }

    private static string Field(string? field) => field switch { "now" => "passwordNow", "wanted" => "passwordWanted", "again" => "passwordAgain", _ => "" };

    private async Task LoadAsync(CancellationToken cancel)
    {
        var id = current.Actor.AccountId;
        Account = await db.Accounts.AsNoTracking().SingleAsync(account => account.Id == id, cancel);
        Tokens = await tokens.CountAsync(Account.Id, cancel);
        Sessions = await sessions.ListAsync(Account.Id, settings.Protection.Idle, cancel);
        Roles = await (
            from role in db.RoleAssignments
            where role.AccountId == id
            join body in db.Organisations on role.OrganisationId equals body.Id
            orderby body.Path, role.Role
            select new RoleLine(body.Id, body.Name, body.Code, role.Role, role.Scope)).ToListAsync(cancel);
    }
}
