using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Files;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Ledgers;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Pages.Ledgers;

/// <summary>A record with its history, its facts and what can be done with it.</summary>
[Needs(Right.LedgerRead)]
public sealed class ShowModel(RecordReader reader, LedgerService ledgers, RevealedPersons revealed, Actor actor, TimeProvider time) : PageModel
{
    public RecordView View { get; private set; } = null!;

    public IReadOnlyList<RecordFact> Facts { get; private set; } = [];

    public IReadOnlyList<RecordChange> History { get; private set; } = [];

    public IReadOnlyList<StoredFile> Files { get; private set; } = [];

    public DateOnly Today => time.Today();

    public bool MayWrite => actor.May(Right.LedgerWrite, View.Body.Path);

    public bool MayReview => !View.Record.Withdrawn && View.Record.Review != ReviewState.NotNeeded && ReviewRules.MayReview(actor, View.Body.Id, View.Body.Path);

    /// <summary>Until when (UTC) persons are shown in full, or null.</summary>
    public DateTime? RevealedUntil { get; private set; }

    public bool MayReveal => View.IsMasked && actor.May(Right.PersonReveal, View.Body.Path);

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => ShowAsync(id, cancel);

    public Task<IActionResult> OnPostWithdrawAsync(Guid id, string? reason, CancellationToken cancel) =>
        DoneAsync(id, ledgers.WithdrawAsync(id, reason, actor, cancel), "已撤回，不再计入。", undo: "restore", cancel);

    /// <summary>The 撤回 of the message after saving.</summary>
    public Task<IActionResult> OnPostUndoAsync(Guid id, CancellationToken cancel) =>
        DoneAsync(id, ledgers.WithdrawAsync(id, "刚存下就撤回", actor, cancel), "已撤回，不再计入。", undo: "restore", cancel);

    public Task<IActionResult> OnPostRestoreAsync(Guid id, CancellationToken cancel) =>
        DoneAsync(id, ledgers.RestoreAsync(id, null, actor, cancel), "已恢复。", undo: null, cancel);

    public Task<IActionResult> OnPostHighlightAsync(Guid id, string? highlight, CancellationToken cancel) =>
        DoneAsync(id, ledgers.MarkHighlightAsync(id, highlight, actor, cancel), "亮点已存下，写总结时可以引用。", undo: "unmark", cancel);

    public Task<IActionResult> OnPostUnmarkAsync(Guid id, CancellationToken cancel) =>
        DoneAsync(id, ledgers.MarkHighlightAsync(id, null, actor, cancel), "不再作亮点。", undo: null, cancel);

    public Task<IActionResult> OnPostVisitAsync(Guid id, DateOnly day, string? reason, CancellationToken cancel) =>
        DoneAsync(id, ledgers.VisitAsync(id, day, reason, actor, cancel), "走访已登记。", undo: null, cancel);

    public Task<IActionResult> OnPostEndAsync(Guid id, DateOnly day, string? reason, CancellationToken cancel) =>
        DoneAsync(id, ledgers.EndAsync(id, day, reason, actor, cancel), "已登记终止，从那天起不再计数。要改回，请点“修改”清空终止日期。", undo: null, cancel);

    public async Task<IActionResult> OnPostRevealAsync(Guid id, string? purpose, CancellationToken cancel)
    {
        if (!actor.Has(Right.PersonReveal))
            return Forbid();
        var outcome = await ledgers.UnmaskAsync(id, purpose, actor, cancel);
        if (!outcome.Done)
        {
            // The page asks for reasons of several acts; each stands at its own field.
            this.Show(outcome.Problems.Select(problem => problem.Field == "reason" ? problem with { Field = nameof(purpose) } : problem));
            return await ShowAsync(id, cancel);
        }
        revealed.Begin(HttpContext, actor, id);
        return LocalRedirect($"/ledgers/{id}");
    }

    public IActionResult OnPostMask(Guid id)
    {
        RevealedPersons.End(HttpContext);
        return LocalRedirect($"/ledgers/{id}");
    }

    private async Task<IActionResult> DoneAsync(Guid id, Task<Outcome<SavedRecord>> act, string message, string? undo, CancellationToken cancel)
    {
        var outcome = await act;
        if (!outcome.Done)
        {
            this.Show(outcome.Problems);
            return await ShowAsync(id, cancel);
        }
        if (outcome.Value.Changed)
            this.Tell(MessageKind.Ok, message, undo is null ? null : $"/ledgers/{id}?handler={undo}");
        return LocalRedirect($"/ledgers/{id}");
    }

    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken cancel)
    {
        RevealedUntil = revealed.Until(HttpContext, actor, id);
        if (await reader.FindAsync(id, RevealedUntil is not null, cancel) is not { } view)
            return NotFound();
        View = view;
        Facts = [.. (await reader.FactsAsync([id], cancel))[id]];
        History = await reader.HistoryAsync(view, cancel);
        Files = await reader.FilesAsync(view, cancel);
        return Page();
    }
}
