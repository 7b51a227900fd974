using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Pages.Security;

/// <summary>Who is signed in now, on what, from where; each can be made to sign out.</summary>
[Needs(Right.AccountApprove)]
public sealed class SessionsModel(SecurityDesk desk, Settings settings, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public PageOf<OpenSession> Sessions { get; private set; } = new([], 0);

    /// <summary>The session of this browser.</summary>
    public Guid? OwnSession => SignedIn.SessionOf(User);

    public DateOnly Today { get; } = time.Today();

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    public async Task<IActionResult> OnPostEndAsync(Guid session, CancellationToken cancel)
    {
        var outcome = await desk.EndSessionAsync(session, cancel);
        ModelState.Add(outcome.Problems, prefix: "");
        if (!outcome.Done)
        {
            await LoadAsync(cancel);
            return Page();
        }
        this.Tell(MessageKind.Ok, "已让她退出。");
        return LocalRedirect("/security/sessions");
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        PageNumber = Math.Max(1, PageNumber);
        Sessions = await desk.ListSessionsAsync(settings.Protection.Idle, PageNumber, account: null, cancel);
    }
}
