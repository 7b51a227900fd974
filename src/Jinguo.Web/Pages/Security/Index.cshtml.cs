using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Web.Pages.Accounts;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Pages.Security;

/// <summary>What the system administrator asked for and the security administrator decides.</summary>
[Needs(Right.AccountApprove)]
public sealed class IndexModel(ApprovalService approvals, Separation separation, TimeProvider time) : PageModel
{
    /// <summary>Which list: what waits, or what was decided.</summary>
    [BindProperty(SupportsGet = true)]
    public string? List { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public PageOf<RoleRequestLine> Requests { get; private set; } = new([], 0);

    public bool IsDecided => List == "decided";

    public bool IsSeparated => separation.IsOn;

    public DateOnly Today { get; } = time.Today();

    /// <summary>The steps of a request in words.</summary>
    public static string Words(RoleRequestLine line) => string.Join("；", line.Request.AsSteps.Select(step => StepWords.Of(step, line.Bodies[step.Role.OrganisationId])));

    /// <summary>How it was decided.</summary>
    public static string StateWords(RequestState state) => state switch
    {
        RequestState.Approved => "已批准",
        RequestState.Refused => "不批准",
        RequestState.Withdrawn => "已撤回",
        _ => "待批准",
    };

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    public async Task<IActionResult> OnPostApproveAsync(Guid[] ids, CancellationToken cancel)
    {
        if (ids.Length is 0 or > ApprovalService.PageSize)
            ModelState.AddModelError("", "请先勾选要批准的。");
        else if (await approvals.ApproveAsync(ids, cancel) is { Done: false } refused)
            ModelState.Add(refused.Problems, prefix: "");
        if (!ModelState.IsValid)
        {
            await LoadAsync(cancel);
            return Page();
        }
        this.Tell(MessageKind.Ok, $"已批准{ids.Length}个，现在生效。");
        return LocalRedirect("/security");
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        PageNumber = Math.Max(1, PageNumber);
        Requests = await approvals.ListAsync(!IsDecided, PageNumber, cancel);
    }
}
