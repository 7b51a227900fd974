using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Web.Setup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Jinguo.Web.Pages.Security;

/// <summary>The accounts that the security administrator guards: locked, waiting, with or without one-time codes.</summary>
[Needs(Right.AccountApprove)]
public sealed class AccountsModel(SecurityDesk desk, TimeProvider time) : PageModel
{
    private const string LockedState = "locked";

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true, Name = "state")]
    public string? Wanted { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public PageOf<Account> Accounts { get; private set; } = new([], 0);

    public bool IsLocked => Wanted == LockedState;

    public DateOnly Today { get; } = time.Today();

    public static IEnumerable<SelectListItem> States => [new("全部", ""), new("已锁定", LockedState)];

    public string State(Account account) => SecurityWords.State(account, time.Instant());

    public async Task OnGetAsync(CancellationToken cancel)
    {
        PageNumber = Math.Max(1, PageNumber);
        Accounts = await desk.ListAsync(new(Words, IsLocked, PageNumber), cancel);
    }
}
