using System.Globalization;
using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Cases;
using Jinguo.Core.Records.Cases.Sharing;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Pages.Cases;

/// <summary>A matter that waits to be accepted: what the sender chose to tell, masked until a reason is given; accepted it is a case of the own body.</summary>
[Needs(Right.CaseHandle)]
public sealed class ArrivedModel(CaseReferralReader reader, IncomingReferralService service, CaseWords words, RevealedPersons revealed, Actor actor, TimeProvider time) : PageModel
{
    public IncomingView View { get; private set; } = null!;

    /// <summary>The client key, of the case to be: it is accepted once, however often the button is pressed.</summary>
    public Guid Key { get; private set; }

    /// <summary>Until when (UTC) who she is is shown in full, or null.</summary>
    public DateTime? RevealedUntil { get; private set; }

    public CaseWords Words => words;

    public DateOnly Today { get; } = time.Today();

    /// <summary>True once it is known that a reason is needed.</summary>
    public bool NeedsReason => ModelState.ContainsKey(nameof(ReferralAcceptance.Reason));

    /// <summary>What is told at length.</summary>
    public static IReadOnlyList<CaseField> Narratives { get; } = [CaseField.Request, CaseField.Facts, CaseField.Evidence];

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => ShowAsync(id, Guid.CreateVersion7(time.GetUtcNow()), cancel);

    /// <summary>Shows who she is for some minutes; why is in the trail of the case from which it came.</summary>
    public async Task<IActionResult> OnPostRevealAsync(Guid id, [FromForm] string? purpose, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(purpose) || purpose.Length > CaseChecks.LongestLine)
        {
            ModelState.AddModelError(nameof(purpose), $"请写为什么要看，{CaseChecks.LongestLine}字以内。");
            return await ShowAsync(id, Guid.CreateVersion7(time.GetUtcNow()), cancel);
        }
        if (await reader.OpenIncomingAsync(id, purpose.Trim(), cancel) is null)
            return NotFound();
        revealed.Begin(HttpContext, actor, id);
        return LocalRedirect($"/cases/incoming/{id}");
    }

    public IActionResult OnPostMask(Guid id)
    {
        RevealedPersons.End(HttpContext);
        return LocalRedirect($"/cases/incoming/{id}");
    }

    /// <summary>接收.</summary>
    public async Task<IActionResult> OnPostAcceptAsync(Guid id, [FromForm] Guid key, [FromForm] string? nextStep, [FromForm] string? nextStepDue, [FromForm] string? reason, CancellationToken cancel)
    {
        key = key == Guid.Empty ? Guid.CreateVersion7(time.GetUtcNow()) : key;
        var due = DateOnly.TryParse(nextStepDue, CultureInfo.InvariantCulture, out var day) ? day : (DateOnly?)null;
        if (due is null && !string.IsNullOrWhiteSpace(nextStepDue))
        {
            ModelState.AddModelError(nameof(nextStepDue), "日期写成2026-11-21这样。");
            return await ShowAsync(id, key, cancel);
        }
        var accepted = await service.AcceptAsync(new(key, id, nextStep, due, string.IsNullOrWhiteSpace(reason) ? null : reason), cancel);
        if (accepted.Done)
        {
            this.Tell(MessageKind.Ok, "接收了，现在由您办理。");
            return LocalRedirect($"/cases/{accepted.Value.Id}");
        }
        return await RefusedAsync(id, key, accepted.Problems, cancel);
    }

    /// <summary>不接收.</summary>
    public async Task<IActionResult> OnPostRefuseAsync(Guid id, [FromForm] string? words, CancellationToken cancel)
    {
        var refused = await service.RefuseAsync(id, words ?? "", cancel);
        if (refused.Done)
        {
            this.Tell(MessageKind.Ok, "已退回，理由告诉了转来单位。");
            return LocalRedirect("/cases/incoming");
        }
        return await RefusedAsync(id, Guid.CreateVersion7(time.GetUtcNow()), refused.Problems, cancel);
    }

    private async Task<IActionResult> RefusedAsync(Guid id, Guid key, IReadOnlyList<Problem> problems, CancellationToken cancel)
    {
        if (problems.Any(problem => problem.Code == Problem.NotFoundCode))
            return NotFound();
        ModelState.Add(problems, prefix: "");
        return await ShowAsync(id, key, cancel);
    }

    private async Task<IActionResult> ShowAsync(Guid id, Guid key, CancellationToken cancel)
    {
        RevealedUntil = revealed.Until(HttpContext, actor, id);
        if (await reader.OpenIncomingAsync(id, RevealedUntil is null ? null : "说明理由后继续查看", cancel) is not { } view)
            return NotFound();
        (View, Key) = (view, key);
        return Page();
    }
}
