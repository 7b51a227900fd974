using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Organisations;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Jinguo.Web.Pages.Organisations;

/// <summary>Changes name, place and kind of a body. Where somebody else was faster, both versions are shown.</summary>
[Needs(Right.OrganisationManage)]
public sealed class EditModel(OrganisationTree tree, OrganisationService service, ChangeLog changes) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public Organisation Body { get; private set; } = null!;

    /// <summary>Who was faster, when the version on the screen was old: the newer one is shown beside what was typed.</summary>
    public Change? Meanwhile { get; private set; }

    /// <summary>True where a new name came without a word on whether it is a renaming: past periods depend on it.</summary>
    public bool AsksWhy { get; private set; }

    public IEnumerable<SelectListItem> Kinds => OrganisationChecks.KindsInstead(Body).Select(kind => new SelectListItem(kind.Name(), $"{kind}"));

    /// <summary>The fields of the form.</summary>
    public sealed class Form
    {
        public int Version { get; set; }

        public string? Name { get; set; }

        public int Order { get; set; }

        public OrganisationKind Kind { get; set; }

        /// <summary>First day of the new name; empty where only a mistake is mended.</summary>
        public DateOnly? From { get; set; }

        public string? Document { get; set; }

        /// <summary>True where a wrong letter is put right: past periods show the new name, too.</summary>
        public bool IsMistake { get; set; }

        public Renaming? Renaming => From is { } day ? new(day, Document ?? "") : null;
    }

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is { } missing)
            return missing;
        Input = new() { Version = Body.Version, Name = Body.Name, Order = Body.Order, Kind = Body.Kind };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is { } missing)
            return missing;
        if (!ModelState.IsValid)
            return Page();
        if (OrganisationChecks.Clean(Input.Name) != Body.Name && Input is { Renaming: null, IsMistake: false })
        {
            AsksWhy = true;
            ModelState.Add([new("organisation.rename.why", "全称改了：更名的，请填更名日期和文号；只是改正写错的字，请勾选“只是改正写错的字”。", nameof(Input.Name))]);
            return Page();
        }
        var outcome = await service.EditAsync(new(id, Input.Version, Input.Name ?? "", Input.Order, Input.Kind, Input.Renaming), cancel);
        if (!outcome.Done)
        {
            if (outcome.Problems.Any(problem => problem.Code == Problem.StaleCode))
                Meanwhile = (await changes.ListAsync(OrganisationService.SubjectKind, $"{id}", cancel)).FirstOrDefault();
            ModelState.Add(outcome.Problems);
            // Saved again, it is meant against the version now shown.
            ModelState.Remove("Input.Version");
            Input.Version = Body.Version;
            return Page();
        }
        this.Tell(MessageKind.Ok, "已存下。");
        return LocalRedirect($"/organisations/{id}");
    }

    private async Task<IActionResult?> FindAsync(int id, CancellationToken cancel)
    {
        if (await tree.FindAsync(id, Right.OrganisationManage, cancel) is not { } body)
            return NotFound();
        Body = body;
        return null;
    }
}
