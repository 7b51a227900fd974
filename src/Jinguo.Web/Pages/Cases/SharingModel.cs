using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Cases;
using Jinguo.Core.Records.Cases.Sharing;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Jinguo.Web.Pages.Cases;

/// <summary>What the pages share that tell another office something of a case: to which body, and on what ground.</summary>
public abstract class SharingModel(CaseReader reader, SharingBodies bodies, Actor actor, TimeProvider time, bool handlesCases) : PageModel
{
    public CaseView View { get; private set; } = null!;

    /// <summary>The client key: it is done once, however often the button is pressed.</summary>
    [BindProperty]
    public Guid Key { get; set; }

    /// <summary>The case's version as she saw it.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>What is looked for among the bodies of the platform.</summary>
    [BindProperty]
    public string? Sought { get; set; }

    /// <summary>Code of the body chosen of those found.</summary>
    [BindProperty]
    public string? To { get; set; }

    /// <summary>A <see cref="SharingGround"/> by name.</summary>
    [BindProperty]
    public string? Ground { get; set; }

    [BindProperty]
    public string? At { get; set; }

    [BindProperty]
    public string? AskedBy { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    public IReadOnlyList<OrganisationChoice> Found { get; private set; } = [];

    public bool HasSought => !string.IsNullOrWhiteSpace(Sought);

    public DateOnly Today { get; } = time.Today();

    public static IEnumerable<SelectListItem> Grounds =>
        Enum.GetValues<SharingGround>().Select(ground => new SelectListItem(ground.IsConsent() ? ground.Name() : $"没有本人同意：{ground.Name()}", $"{ground}")).Prepend(new("请选择", ""));

    /// <summary>Where the page is: its forms post there.</summary>
    public string Address => HttpContext.Request.Path;

    /// <summary>True where nothing needs to be chosen, because something else says to whom.</summary>
    protected virtual bool IsToldOtherwise => false;

    /// <summary>Looks for bodies; what was typed stays.</summary>
    public async Task<IActionResult> OnPostSearchAsync(Guid id, CancellationToken cancel)
    {
        ModelState.Clear();
        if (!await LoadAsync(id, cancel))
            return NotFound();
        if (!HasSought)
            ModelState.AddModelError(nameof(Sought), "请写对方的名称、代码或拼音首字母。");
        await FindAsync(cancel);
        return Page();
    }

    /// <summary>Begins an empty form.</summary>
    protected void Begin()
    {
        (Key, Version) = (Guid.CreateVersion7(time.GetUtcNow()), View.Case.Version);
        (At, AskedBy) = (CaseForm.Text(time.GetUtcNow().UtcDateTime), actor.Name);
    }

    /// <summary>Reads the ground as it was typed; a moment that cannot be read is told at its field.</summary>
    protected ConsentInput ReadConsent()
    {
        if (CaseForm.Instant(At) is not { } at)
        {
            ModelState.AddModelError(nameof(At), "请填日期和时间。");
            at = default;
        }
        var ground = Enum.TryParse<SharingGround>(Ground, out var named) && Enum.IsDefined(named) ? named : (SharingGround?)null;
        return new(ground, at, AskedBy ?? "", Words ?? "");
    }

    /// <summary>Says at their fields what is wrong. She has read why: what she sends next builds on what stands now.</summary>
    protected void Refuse(IReadOnlyList<Problem> problems)
    {
        // The body is looked for in one field and chosen in another, which may not be there yet.
        ModelState.Add(problems.Select(problem => problem.Field == nameof(To) ? problem with { Field = nameof(Sought) } : problem), prefix: "");
        if (problems.Any(problem => problem.Code == Problem.StaleCode))
            Version = View.Case.Version;
    }

    protected async Task FindAsync(CancellationToken cancel)
    {
        if (!HasSought)
            return;
        Found = await bodies.FindAsync(Sought!, handlesCases, cancel);
        // Where only one is meant it need not be chosen.
        if (Found is [var only] && !IsToldOtherwise)
            To = only.Code;
    }

    /// <summary>Opens the case; false where she may not act on what it says.</summary>
    protected virtual async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        if (await reader.OpenAsync(id, fullFor: null, cancel) is not { MayAct: true, NeedsApproval: false } view)
            return false;
        View = view;
        return true;
    }
}
