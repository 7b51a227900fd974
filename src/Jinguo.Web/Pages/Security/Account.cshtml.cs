using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Time;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Pages.Security;

/// <summary>One account as the security administrator guards it: open sign-ins, lock, one-time codes, history.</summary>
[Needs(Right.AccountApprove)]
public sealed class AccountModel(SecurityDesk desk, ChangeLog changes, Settings settings, TimeProvider time) : PageModel
{
    public Account Account { get; private set; } = null!;

    public IReadOnlyList<OpenSession> Sessions { get; private set; } = [];

    public IReadOnlyList<Change> History { get; private set; } = [];

    public string State => SecurityWords.State(Account, time.Instant());

    public bool IsLocked => Account.LockedUntil > time.Instant();

    public DateOnly Today { get; } = time.Today();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await FindAsync(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostEndAsync(Guid id, Guid session, CancellationToken cancel) =>
        await FindAsync(id, cancel) ? Answer(await desk.EndSessionAsync(session, cancel), "已让她退出。") : NotFound();

    public async Task<IActionResult> OnPostUnlockAsync(Guid id, CancellationToken cancel) =>
        await FindAsync(id, cancel) ? Answer(await desk.UnlockAsync(id, cancel), "已解锁，她可以再登录。") : NotFound();

    public async Task<IActionResult> OnPostCodeAsync(Guid id, string? reason, CancellationToken cancel) =>
        await FindAsync(id, cancel) ? Answer(await desk.RemoveCodeAsync(id, reason, cancel), "动态口令已解除，她登录后可以重新启用。") : NotFound();

    private IActionResult Answer<T>(Outcome<T> outcome, string message)
    {
        ModelState.Add(outcome.Problems, prefix: "");
        if (!outcome.Done)
            return Page();
        this.Tell(MessageKind.Ok, message);
        return LocalRedirect($"/security/accounts/{Account.Id}");
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await desk.FindAsync(id, cancel) is not { } found)
            return false;
        Account = found;
        Sessions = (await desk.ListSessionsAsync(settings.Protection.Idle, 1, id, cancel)).Lines;
        History = await changes.ListOfAccountAsync(id, cancel);
        return true;
    }
}
