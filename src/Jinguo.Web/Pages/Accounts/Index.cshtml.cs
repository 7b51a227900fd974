using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Jinguo.Web.Setup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Jinguo.Web.Pages.Accounts;

/// <summary>The accounts that the system administrator keeps.</summary>
[Needs(Right.AccountManage)]
public sealed class IndexModel(AccountList accounts, Visible visible, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true, Name = "role")]
    public Role? Role { get; set; }

    [BindProperty(SupportsGet = true, Name = "body")]
    public string? Body { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public PageOf<AccountLine> Accounts { get; private set; } = new([], 0);

    public DateOnly Today => Core.Base.Time.China.Today(time);

    public IEnumerable<SelectListItem> Roles =>
        [new("全部角色", ""), .. Enum.GetValues<Role>().Select(role => new SelectListItem(role.Name(), $"{role}", role == Role))];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        string? within = null;
        if (!string.IsNullOrWhiteSpace(Body))
        {
            var found = (await visible.Organisations(Right.AccountManage).ResolveAsync([Body], cancel: cancel))[Body];
            foreach (var problem in found.Problems)
                ModelState.AddModelError("", problem.Text);
            if (!found.Done)
                return;
            within = found.Value.Path;
        }
        Accounts = await accounts.ListAsync(new(Words, Role, within, PageNumber), cancel);
    }
}
