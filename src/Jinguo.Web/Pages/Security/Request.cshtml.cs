using Jinguo.Core.Base.Access;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Pages.Security;

/// <summary>Refuses a request that waits, with a reason.</summary>
[Needs(Right.AccountApprove)]
public sealed class RequestModel(ApprovalService approvals) : PageModel
{
    public RoleRequestLine Line { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await FindAsync(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, string? reason, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
            return NotFound();
        var outcome = await approvals.RefuseAsync(id, reason, cancel);
        ModelState.Add(outcome.Problems, prefix: "");
        if (!outcome.Done)
            return Page();
        this.Tell(MessageKind.Ok, $"没有批准{Line.Name}的申请，原因已告诉系统管理员。");
        return LocalRedirect("/security");
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await approvals.FindAsync(id, cancel) is not { } found)
            return false;
        Line = found;
        return true;
    }
}
