using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Organisations;
using Jinguo.Web.Setup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Pages.Organisations;

/// <summary>A body with what hangs directly below it, or the bodies found by a search. Without a key: her own body.</summary>
[Needs(Right.Basic)]
public sealed class IndexModel(OrganisationTree tree, ChangeLog changes, Actor actor) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public Organisation Body { get; private set; } = null!;

    public IReadOnlyList<OrganisationStep> Steps { get; private set; } = [];

    public PageOf<OrganisationLine> Children { get; private set; } = new([], 0);

    /// <summary>What the search found; null without one.</summary>
    public IReadOnlyList<OrganisationLine>? Found { get; private set; }

    public IReadOnlyList<FormerName> FormerNames { get; private set; } = [];

    public IReadOnlyList<Change> History { get; private set; } = [];

    public bool MayManage => actor.May(Right.OrganisationManage, Body.Path);

    public bool MayReadPosts => actor.May(Right.PostRead, Body.Path);

    /// <summary>How many steps of the way from the top lie above what she may see.</summary>
    public int Above => OrganisationPath.Ids(actor.Path).Length - 1;

    public async Task<IActionResult> OnGetAsync(int? id, CancellationToken cancel)
    {
        if (await tree.FindAsync(id ?? actor.OrganisationId, cancel: cancel) is not { } body)
            return NotFound();
        Body = body;
        Steps = await tree.ListStepsAsync(body.Path, cancel);
        if (!string.IsNullOrWhiteSpace(Words))
        {
            Found = await tree.SearchAsync(Words, cancel: cancel);
            return Page();
        }
        FormerNames = await tree.ListFormerNamesAsync(body.Id, cancel);
        Children = await tree.ListChildrenAsync(body.Id, PageNumber, cancel);
        if (MayManage)
            History = await changes.ListAsync(OrganisationService.SubjectKind, $"{body.Id}", cancel);
        return Page();
    }
}
