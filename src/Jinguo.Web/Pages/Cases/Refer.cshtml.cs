using System.Globalization;
using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Records.Cases;
using Jinguo.Core.Records.Cases.Sharing;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Jinguo.Web.Pages.Cases;

/// <summary>转交办: to whom a matter is handed, what for, which of its texts go along and on what ground. Nothing is ticked beforehand.</summary>
[Needs(Right.CaseHandle)]
public sealed class ReferModel(CaseReader reader, CaseReferralService service, SharingBodies bodies, Actor actor, TimeProvider time) : PageModel
{
    public CaseView View { get; private set; } = null!;

    /// <summary>The client key: it is sent once, however often the button is pressed.</summary>
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

    /// <summary>A department outside.</summary>
    [BindProperty]
    public string? Outside { get; set; }

    [BindProperty]
    public string? Asks { get; set; }

    [BindProperty]
    public string? AnswerBy { get; set; }

    [BindProperty]
    public List<CaseField> Fields { get; set; } = [];

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

    /// <summary>The texts of the case that may go along.</summary>
    public IEnumerable<CaseField> Sendable => SharingChecks.Sendable.Where(sendable => View[sendable] is not null);

    public static IEnumerable<SelectListItem> Grounds =>
        Enum.GetValues<SharingGround>().Select(ground => new SelectListItem(ground.IsConsent() ? ground.Name() : $"没有本人同意：{ground.Name()}", $"{ground}")).Prepend(new("请选择", ""));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
            return NotFound();
        if (CaseFlow.IsClosed(View.Case.Stage))
        {
            this.Tell(MessageKind.Info, $"这个事项{View.Case.Stage.Name()}，不再转送。要转就先“重新办理”。");
            return LocalRedirect($"/cases/{id}");
        }
        (Key, Version) = (Guid.CreateVersion7(time.GetUtcNow()), View.Case.Version);
        (At, AskedBy) = (CaseForm.Text(time.GetUtcNow().UtcDateTime), actor.Name);
        return Page();
    }

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

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        ModelState.Clear();
        if (!await LoadAsync(id, cancel))
            return NotFound();
        var answerBy = DateOnly.TryParse(AnswerBy, CultureInfo.InvariantCulture, out var day) ? day : (DateOnly?)null;
        if (answerBy is null && !string.IsNullOrWhiteSpace(AnswerBy))
            ModelState.AddModelError(nameof(AnswerBy), "日期写成2026-11-21这样。");
        if (CaseForm.Instant(At) is not { } at)
        {
            ModelState.AddModelError(nameof(At), "请填日期和时间。");
            at = default;
        }
        if (ModelState.IsValid)
        {
            var ground = Enum.TryParse<SharingGround>(Ground, out var named) && Enum.IsDefined(named) ? named : (SharingGround?)null;
            var sent = await service.SendAsync(new(Key, id, Version, To, Outside, Asks ?? "", answerBy, Fields, new(ground, at, AskedBy ?? "", Words ?? "")), cancel);
            if (sent.Done)
            {
                this.Tell(MessageKind.Ok, sent.Value.ToId is null ? $"转给{sent.Value.ToName}了，有了答复请在这里记下。" : $"转给{sent.Value.ToName}了；对方接收以前仍由您负责。");
                return LocalRedirect($"/cases/{id}");
            }
            if (sent.Problems.Any(problem => problem.Code == Problem.NotFoundCode))
                return NotFound();
            ModelState.Add(sent.Problems.Select(AtItsField), prefix: "");
            // She has read why: what she sends next builds on what stands now.
            if (sent.Problems.Any(problem => problem.Code == Problem.StaleCode))
                Version = View.Case.Version;
        }
        await FindAsync(cancel);
        return Page();
    }

    /// <summary>The body is looked for in one field and chosen in another, which may not be there yet.</summary>
    private static Problem AtItsField(Problem problem) => problem.Field == nameof(To) ? problem with { Field = nameof(Sought) } : problem;

    private async Task FindAsync(CancellationToken cancel)
    {
        if (!HasSought)
            return;
        Found = await bodies.FindAsync(Sought!, handlesCases: true, cancel);
        // Where only one is meant it need not be chosen.
        if (Found is [var only] && string.IsNullOrWhiteSpace(Outside))
            To = only.Code;
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        if (await reader.OpenAsync(id, fullFor: null, cancel) is not { MayAct: true, NeedsApproval: false } view)
            return false;
        View = view;
        return true;
    }
}
