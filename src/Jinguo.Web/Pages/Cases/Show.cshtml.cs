using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Cases;
using Jinguo.Core.Records.Cases.Archive;
using Jinguo.Core.Records.Cases.Clocks;
using Jinguo.Core.Records.Cases.Looking;
using Jinguo.Core.Records.Cases.Sharing;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Jinguo.Web.Pages.Cases;

/// <summary>A case: safe contact above all, its clocks, its course, one next step. Who she is stays masked until a reason is given.</summary>
[Needs(Right.CaseHandle)]
public sealed partial class ShowModel(CaseReader reader, CaseReferralReader referrals, CaseService service, CaseOpeningService openings, CaseWords words, WorkCalendar calendar, RevealedPersons revealed, Actor actor, TimeProvider time) : PageModel
{
    public CaseView View { get; private set; } = null!;

    public IReadOnlyList<ClockRow> Clocks { get; private set; } = [];

    public Timeline Timeline { get; private set; } = null!;

    /// <summary>Until when (UTC) who she is is shown in full, or null.</summary>
    public DateTime? RevealedUntil { get; private set; }

    public CaseWords Words => words;

    public DateOnly Today { get; } = time.Today();

    public Case Case => View.Case;

    /// <summary>What presses of what the office must do, the nearest first.</summary>
    public IReadOnlyList<ClockRow> Pressing { get; private set; } = [];

    public NextDuty Duty => NextDuty.Of(Pressing is [var first, ..] ? first.Clock.Rule : null, Case.Stage);

    /// <summary>The acts that fit its stage.</summary>
    public IEnumerable<CaseAct> Acts => CaseFlow.ActsAt(Case.Stage).Where(act => act != CaseAct.Object || words.Channel(Case.Channel) is { IsSent: true });

    /// <summary>True where she reads and cannot act: for a review, in an emergency, or because an approval is missing.</summary>
    public bool MayAct => View.MayAct && !View.NeedsApproval;

    public bool IsArchived => Case.Stage == CaseStage.Archived;

    /// <summary>How long an archived case is kept.</summary>
    public string Kept => Case.Retention is not { } term ? "已归档封存。" : Case.KeepUntil is { } until ? $"已归档封存，保管{term.Name()}，到{Show.Day(until)}。" : "已归档封存，永久保管。";

    /// <summary>True where she may read who looked.</summary>
    public bool IsInCharge => View.MayAct && (IsHandler || actor.Has(Right.CaseSupervise));

    public bool IsHandler => Case.Handler == actor.AccountId;

    public bool MayTakeOver => View.MayAct && !IsHandler && (Case.OfferedTo == actor.AccountId || actor.Has(Right.CaseSupervise));

    public bool MayRecuse => View.MayAct && actor.Has(Right.CaseSupervise);

    /// <summary>Before a telephone is used it must be known whether it is safe (DV).</summary>
    public bool LacksSafeContact => View[CaseField.SafeContact] is null && View[CaseField.Phone] is not null && CaseChoices.Level(words, Case) == Ui.TagHelpers.RiskLevel.Red;

    public IEnumerable<SelectListItem> Colleagues(Guid except) => View.Colleagues.Where(one => one.Id != except).Select(one => new SelectListItem(one.Name, $"{one.Id}"));

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => ShowAsync(id, cancel);

    /// <summary>Shows who she is for some minutes; why is in the trail.</summary>
    public async Task<IActionResult> OnPostRevealAsync(Guid id, [FromForm] string? purpose, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(purpose) || purpose.Length > CaseChecks.LongestLine)
        {
            ModelState.AddModelError(nameof(purpose), $"请写为什么要看，{CaseChecks.LongestLine}字以内。");
            return await ShowAsync(id, cancel);
        }
        if (await reader.OpenAsync(id, purpose.Trim(), cancel) is null)
            return NotFound();
        revealed.Begin(HttpContext, actor, id);
        return LocalRedirect($"/cases/{id}");
    }

    public IActionResult OnPostMask(Guid id)
    {
        RevealedPersons.End(HttpContext);
        return LocalRedirect($"/cases/{id}");
    }

    /// <summary>申请调阅: asks a supervisor to let her read what is about a minor.</summary>
    public async Task<IActionResult> OnPostAskAsync(Guid id, [FromForm] Guid key, [FromForm] string? reason, [FromForm] DateOnly? until, CancellationToken cancel)
    {
        ModelState.Clear();
        var asked = await openings.AskAsync(key, id, reason ?? "", until ?? default, cancel);
        if (asked.Problems.Any(problem => problem.Code == Problem.NotFoundCode))
            return NotFound();
        if (asked.Done)
        {
            this.Tell(MessageKind.Ok, "已申请调阅，等负责人批准。");
            return LocalRedirect($"/cases/{id}");
        }
        ModelState.Add(asked.Problems, prefix: "");
        return await ShowAsync(id, cancel);
    }

    public Task<IActionResult> OnPostStrikeAsync(Guid id, [FromForm] Guid entry, [FromForm] string? reason, CancellationToken cancel) =>
        DoneAsync(id, service.StrikeOutAsync(id, entry, reason ?? "", cancel), "这一条划去了，内容和原因都还留着。", cancel);

    public Task<IActionResult> OnPostOfferAsync(Guid id, [FromForm] Guid to, CancellationToken cancel) =>
        DoneAsync(id, service.OfferAsync(id, to, cancel), "已请她接手；她接手以前仍由原经办人负责。", cancel);

    public Task<IActionResult> OnPostTakeAsync(Guid id, CancellationToken cancel) =>
        DoneAsync(id, service.TakeOverAsync(id, cancel), "由您接手办理了。", cancel);

    public Task<IActionResult> OnPostRecuseAsync(Guid id, [FromForm] Guid who, CancellationToken cancel) =>
        DoneAsync(id, service.RecuseAsync(id, who, cancel), "已定回避，她不再看得到这个事项。", cancel);

    private async Task<IActionResult> DoneAsync<T>(Guid id, Task<Outcome<T>> act, string message, CancellationToken cancel, string prefix = "")
    {
        var done = await act;
        if (done.Problems.Any(problem => problem.Code == Problem.NotFoundCode))
            return NotFound();
        if (done.Done)
        {
            this.Tell(MessageKind.Ok, message);
            return LocalRedirect($"/cases/{id}");
        }
        ModelState.Add(done.Problems, prefix);
        return await ShowAsync(id, cancel);
    }

    /// <summary>The client key of what is asked on this page.</summary>
    public Guid NewKey { get; } = Guid.CreateVersion7(time.GetUtcNow());

    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken cancel)
    {
        RevealedUntil = revealed.Until(HttpContext, actor, id);
        if (await reader.OpenAsync(id, RevealedUntil is null ? null : "说明理由后继续查看", cancel) is not { } view)
            return NotFound();
        View = view;
        var clocks = CaseClocks.Of(view.Case, view.Course.Select(line => line.Entry), [.. view.Changes.Select(change => change.Change)], view.Limits, words);
        Clocks = ClockRow.Of(clocks, calendar, time.GetUtcNow().UtcDateTime);
        Timeline = new(Clocks, Today);
        Pressing = IsArchived ? [] : [.. Clocks.Where(row => row.Clock.DoneAt is null && (row.Clock.Rule.Bearer == ClockBearer.Federation || row.Clock.Rule == ClockRules.OrderInForce))];
        await LoadReferralsAsync(cancel);
        return Page();
    }
}
