using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Figures.Tables.Definitions;
using Jinguo.Core.Figures.Tables.Filing;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Jinguo.Web.Pages.Tables.Requests;

/// <summary>布置报表: sends a table down to the bodies of a level.</summary>
[Needs(Right.TableWrite)]
public sealed class NewModel(TableLibrary library, TableRequestService requests, OrganisationTree tree, Actor actor, TimeProvider time) : PageModel
{
    public Organisation Body { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Definitions { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Periods { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Levels { get; private set; } = [];

    public string? Reason { get; private set; }

    /// <summary>The client key: it is sent once, however often the form is.</summary>
    public Guid Key { get; } = Guid.CreateVersion7(time.GetUtcNow());

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(null, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync([FromForm] Guid key, [FromForm] string? definition, [FromForm] string? period, [FromForm] Level? level, [FromForm] DateOnly? due, [FromForm] string? reason, CancellationToken cancel)
    {
        Reason = reason;
        var sent = await requests.SendAsync(new(key, definition ?? "", period ?? "", level, due, reason), actor, cancel);
        if (sent.Done)
        {
            this.Tell(MessageKind.Ok, "布置好了，下级打开报表就能看到。");
            return LocalRedirect($"/tables/requests/{sent.Value.Id}");
        }
        foreach (var problem in sent.Problems)
            ModelState.AddModelError(problem.Field ?? "", problem.Text);
        return await LoadAsync(level, cancel) ? Page() : NotFound();
    }

    private async Task<bool> LoadAsync(Level? level, CancellationToken cancel)
    {
        if (await tree.FindAsync(actor.OrganisationId, Right.TableWrite, cancel) is not { } body)
            return false;
        Body = body;
        var today = time.Today();
        var all = (await library.ListAsync(cancel)).Where(line => line.Definition.MissingMarks.Count == 0 && line.Definition.ValidTo >= today).ToList();
        Definitions = [.. all.Select(line => new SelectListItem($"{line.Definition.Name}（{line.Definition.Number}，{line.Definition.Period.Name()}）", $"{line.Kept.Id}"))];
        // Every kind of period that one of them is filed for.
        Periods = [.. all.DistinctBy(line => line.Definition.Period).SelectMany(line => TableWords.Periods(line.Definition, null, today))];
        Levels = TableWords.LevelsBelow(body.Level, level);
        return true;
    }
}
