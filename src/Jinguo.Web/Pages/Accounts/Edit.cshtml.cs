using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Records.Cases;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Web.Pages.Accounts;

/// <summary>One account: name, roles, password, state, history.</summary>
[Needs(Right.AccountManage)]
public sealed class EditModel(Db db, AccountList accounts, AccountService service, Visible visible, OrganisationTree tree, CaseHandovers handovers, ChangeLog changes, Settings settings) : PageModel
{
    private const int EmptyLines = 2;
    private RoleRequest? newest;
    private List<RoleFields> asked = [];

    [BindProperty]
    public Form Input { get; set; } = new();

    public Account Account { get; private set; } = null!;

    public IReadOnlyList<RoleLine> Roles { get; private set; } = [];

    /// <summary>What waits for the security administrator, or null.</summary>
    public RoleRequest? Waiting => newest is { State: RequestState.Waiting } ? newest : null;

    /// <summary>What she refused last, until something else is asked for; or null.</summary>
    public RoleRequest? Refused => newest is { State: RequestState.Refused } ? newest : null;

    /// <summary>What waits, step by step.</summary>
    public IReadOnlyList<string> WaitingWords { get; private set; } = [];

    public IReadOnlyList<Change> History { get; private set; } = [];

    /// <summary>How much of 维权 she has in hand, which somebody takes over when she leaves.</summary>
    public CaseLoad InHand { get; private set; } = new(0, 0);

    public IssuedSheet? Issued { get; private set; }

    /// <summary>True when the version on the screen was old: what is stored now is shown beside what was typed.</summary>
    public bool IsStale { get; private set; }

    /// <summary>The fields of the form.</summary>
    public sealed class Form
    {
        public int Version { get; set; }

        public string? Name { get; set; }

        public List<RoleFields> Roles { get; set; } = [];
    }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is { } missing)
            return missing;
        Input = new()
        {
            Version = Account.Version,
            Name = Account.Name,
            Roles = RoleFields.Padded(Lines(), EmptyLines),
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is { } missing)
            return missing;
        var roles = await RoleFields.ReadAsync(Input.Roles, visible.Organisations(Right.AccountManage), tree, mayHaveEnded: [.. Roles.Select(role => role.Code), .. await handovers.ListUnfinishedAsync(cancel)], cancel);
        ModelState.Add(roles.Problems);
        if (!ModelState.IsValid)
            return Page();
        var outcome = await service.EditAsync(new(id, Input.Version, Input.Name ?? "", roles.Value!), cancel);
        var waits = outcome.Done && Waiting is null && await ApprovalService.FindNewestAsync(db, id, cancel) is { State: RequestState.Waiting };
        return Answer(outcome, waits ? "已提交，安全管理员批准后角色生效。" : "已存下。");
    }

    public async Task<IActionResult> OnPostResetAsync(Guid id, int version, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is { } missing)
            return missing;
        var outcome = await service.ResetPasswordAsync(id, version, cancel);
        if (outcome.Done)
            Issued = new([outcome.Value], settings.PublicAddress);
        return outcome.Done ? Page() : Refuse(outcome.Problems);
    }

    public async Task<IActionResult> OnPostStateAsync(Guid id, int version, bool disabled, string? reason, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is { } missing)
            return missing;
        var outcome = await service.DisableAsync(id, version, disabled, reason, cancel);
        return outcome.Done ? Answer(outcome, disabled ? "已停用，这个账号不能再登录。" : "已启用，可以登录了。") : Refuse(outcome.Problems);
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, int version, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is { } missing)
            return missing;
        var outcome = await service.WithdrawAsync(id, version, cancel);
        return outcome.Done ? Answer(outcome, "申请已撤回。") : Refuse(outcome.Problems);
    }

    private IActionResult Answer(Outcome<Account> outcome, string message)
    {
        if (outcome.Done)
        {
            this.Tell(MessageKind.Ok, message);
            return LocalRedirect($"/accounts/{outcome.Value.Id}");
        }
        IsStale = outcome.Problems.Any(problem => problem.Code == Problem.StaleCode);
        ModelState.Add(outcome.Problems);
        // Saved again, it is meant against the version now shown.
        ModelState.Remove("Input.Version");
        Input.Version = Account.Version;
        return Page();
    }

    private PageResult Refuse(IReadOnlyList<Problem> problems)
    {
        Input = new() { Version = Account.Version, Name = Account.Name, Roles = RoleFields.Padded(Lines(), EmptyLines) };
        ModelState.Clear();
        ModelState.Add(problems);
        return Page();
    }

    // Of an account that waits as a whole: what it is to have.
    private IEnumerable<RoleFields> Lines() => Account.Pending ? asked : Roles.Select(role => new RoleFields { Body = role.Code, BodyName = role.Organisation, Role = role.Role, Scope = role.Scope });

    private async Task<IActionResult?> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await accounts.FindAsync(id, cancel) is not { } found)
            return NotFound();
        (Account, Roles) = found;
        InHand = await handovers.CountAsync(id, cancel) ?? InHand;
        History = await changes.ListOfAccountAsync(id, cancel);
        newest = await ApprovalService.FindNewestAsync(db, id, cancel);
        if (newest is null)
            return null;
        var ids = newest.Steps.ConvertAll(step => step.OrganisationId);
        var bodies = await visible.Organisations(Right.AccountManage).Where(body => ids.Contains(body.Id)).ToDictionaryAsync(body => body.Id, cancel);
        var steps = newest.AsSteps.Where(step => bodies.ContainsKey(step.Role.OrganisationId)).ToList();
        WaitingWords = steps.ConvertAll(step => StepWords.Of(step, bodies[step.Role.OrganisationId].Name));
        asked = [.. steps.Where(step => step.Gives).Select(step => new RoleFields { Body = bodies[step.Role.OrganisationId].Code, BodyName = bodies[step.Role.OrganisationId].Name, Role = step.Role.Role, Scope = step.Role.Scope })];
        return null;
    }
}
