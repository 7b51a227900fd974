using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Jinguo.Web.Pages.Organisations;

/// <summary>Adds a body below another.</summary>
[Needs(Right.OrganisationManage)]
public sealed class NewModel(OrganisationTree tree, OrganisationService service) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public Organisation Parent { get; private set; } = null!;

    public IEnumerable<SelectListItem> Kinds => OrganisationChecks.KindsBelow(Parent).Select(kind => new SelectListItem(kind.Name(), $"{kind}"));

    public IEnumerable<SelectListItem> Levels => OrganisationChecks.LevelsBelow(Parent).Select(level => new SelectListItem(level.Name(), $"{level}"));

    /// <summary>The fields of the form.</summary>
    public sealed class Form
    {
        public Guid Key { get; set; } = Guid.CreateVersion7();

        public OrganisationKind Kind { get; set; }

        public Level? Level { get; set; }

        public string? Name { get; set; }

        public string? Code { get; set; }

        public DateOnly? ValidFrom { get; set; }
    }

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is { } missing)
            return missing;
        if (OrganisationChecks.KindsBelow(Parent) is not [var first, ..])
            return NotFound();
        Input.Kind = first;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is { } missing)
            return missing;
        if (!ModelState.IsValid)
            return Page();
        var isDivision = Input.Kind == OrganisationKind.Federation;
        var outcome = await service.AddAsync(new(Input.Key, id, Input.Kind, Input.Name ?? "", isDivision ? Input.Level : null, Input.Code, Input.ValidFrom), cancel);
        if (!outcome.Done)
        {
            ModelState.Add(outcome.Problems);
            return Page();
        }
        if (outcome.Problems.Count > 0)
            this.Tell(MessageKind.Warn, $"已加{outcome.Value.Name}。{string.Concat(outcome.Problems.Select(problem => problem.Text))}");
        else
            this.Tell(MessageKind.Ok, $"已加{outcome.Value.Name}，代码{outcome.Value.Code}。", linkHref: $"/organisations/{id}/new", linkText: "再加一个");
        return LocalRedirect($"/organisations/{outcome.Value.Id}");
    }

    private async Task<IActionResult?> FindAsync(int id, CancellationToken cancel)
    {
        if (await tree.FindAsync(id, Right.OrganisationManage, cancel) is not { } parent)
            return NotFound();
        Parent = parent;
        return null;
    }
}
