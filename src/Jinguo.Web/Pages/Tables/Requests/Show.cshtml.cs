using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Figures.Tables.Filing;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Pages.Tables.Requests;

/// <summary>A table that was sent down: who has filed it, in the tree's order.</summary>
[Needs(Right.TableRead)]
public sealed class ShowModel(TableRequestService requests, Actor actor) : PageModel
{
    public TableRequest Asked { get; private set; } = null!;

    public PageOf<AskedBody> Bodies { get; private set; } = new([], 0);

    public int Filed { get; private set; }

    public int PageNumber { get; private set; } = 1;

    public bool MayWithdraw => actor.Has(Right.TableWrite) && Asked.OrganisationId == actor.OrganisationId && !Asked.IsWithdrawn;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await requests.FindAsync(id, cancel) is not { } request)
            return NotFound();
        Asked = request;
        _ = int.TryParse(Request.Query["p"], out var page);
        PageNumber = Math.Max(1, page);
        (Bodies, Filed) = await requests.ListBodiesAsync(request, PageNumber, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        var done = await requests.WithdrawAsync(id, actor, cancel);
        if (!done.Done)
            return NotFound();
        this.Tell(MessageKind.Ok, "收回了。");
        return LocalRedirect("/tables");
    }
}
