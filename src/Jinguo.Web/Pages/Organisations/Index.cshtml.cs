using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Organisations;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
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

    /// <summary>All acts on the body for whoever keeps it, what makes its story for the others; the newest first.</summary>
    public IReadOnlyList<Change> History { get; private set; } = [];

    /// <summary>What became of a body that has ended: 2026年7月1日起并入福坝镇妇联; null while it stands.</summary>
    public string? Fate => Body.ValidTo is not { } last ? null
        // A merged body stands below the one that took it in, which is of its own level.
        : $"{Show.Day(last.AddDays(1))}起" + (Steps.Count > 1 && Steps[^2].Level == Body.Level ? $"并入{Steps[^2].Name}" : "撤销");

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
        var all = await changes.ListAsync(OrganisationService.SubjectKind, $"{body.Id}", cancel);
        History = MayManage ? all : all.FindAll(OrganisationHistory.IsStory);
        return Page();
    }
}
