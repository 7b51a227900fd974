using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Figures.Tables.Definitions;
using Jinguo.Core.Figures.Tables.Filing;
using Jinguo.Web.Setup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Jinguo.Web.Pages.Tables;

/// <summary>填报表: choose table and period; the table opens filled.</summary>
[Needs(Right.TableWrite)]
public sealed class NewModel(TableLibrary library, TableService tables, OrganisationTree tree, Actor actor, TimeProvider time) : PageModel
{
    /// <summary>The body; her own where none is named.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Organisation { get; set; }

    /// <summary>Key or code of the definition; the first where none is named.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Definition { get; set; }

    [BindProperty(SupportsGet = true, Name = "period")]
    public string? PeriodCode { get; set; }

    public Organisation Body { get; private set; } = null!;

    public DefinitionLine? Chosen { get; private set; }

    public IReadOnlyList<SelectListItem> Definitions { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Periods { get; private set; } = [];

    /// <summary>The client key: the table is made once, however often the form is sent.</summary>
    public Guid Key { get; } = Guid.CreateVersion7(time.GetUtcNow());

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync([FromForm] Guid key, CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
            return NotFound();
        var made = await tables.MakeAsync(new(key, Body.Id, Definition ?? "", PeriodCode ?? ""), actor, cancel);
        if (made.Done)
            return LocalRedirect($"/tables/{made.Value.Id}");
        foreach (var problem in made.Problems)
            ModelState.AddModelError("", problem.Text);
        return Page();
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await tree.FindAsync(Organisation ?? actor.OrganisationId, Right.TableWrite, cancel) is not { } body)
            return false;
        Body = body;
        var all = await library.ListAsync(cancel);
        // What was asked for may be an earlier version than the newest.
        Chosen = all.FirstOrDefault(line => $"{line.Kept.Id}" == Definition) ?? (string.IsNullOrEmpty(Definition) ? null : await library.FindAsync(Definition, cancel)) ?? (all.Count > 0 ? all[0] : null);
        Definitions = [.. all.Select(line => new SelectListItem(line.Body is null ? line.Definition.Name : $"{line.Definition.Name}（{line.Body}）", $"{line.Kept.Id}", line.Kept.Id == Chosen?.Kept.Id))];
        if (Chosen is null)
            return true;
        Periods = TableWords.Periods(Chosen.Definition, PeriodCode, time.Today());
        PeriodCode = Periods.FirstOrDefault(item => item.Selected)?.Value ?? PeriodCode;
        return true;
    }
}
