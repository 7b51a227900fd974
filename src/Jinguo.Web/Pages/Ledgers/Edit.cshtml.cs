using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Forms;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Ledgers;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Pages.Ledgers;

/// <summary>The form of a record that is there. Where somebody else changed it meanwhile both versions are shown.</summary>
[Needs(Right.LedgerWrite)]
public sealed class EditModel(RecordReader reader, RecentValues recent, RecordPhotos photos, LedgerService ledgers, RevealedPersons revealed, Actor actor, TimeProvider time) : PageModel
{
    public RecordView View { get; private set; } = null!;

    public RecordForm Form { get; private set; } = null!;

    /// <summary>The version that the form will replace: the one its reader has seen.</summary>
    public int Version { get; private set; }

    public string? Reason { get; private set; }

    public IReadOnlyList<Problem> Warnings { get; private set; } = [];

    /// <summary>Stored and typed values where they differ, after a stale edit.</summary>
    public IReadOnlyList<FieldChange> Differences { get; private set; } = [];

    /// <summary>Who was faster, after a stale edit.</summary>
    public Change? Meanwhile { get; private set; }

    public DateOnly Today => time.Today();

    private bool SeesPersons => ReviewRules.MaySeePersons(actor, View.Record.OrganisationId, View.Record.EnteredByOrganisationId);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { } view)
            return NotFound();
        View = view;
        Version = view.Record.Version;
        Form = RecordForm.Of(view.Type, view.Values);
        Form.HidePersons = !SeesPersons;
        await photos.FindAsync(Form, view.Body, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, [FromForm] int version, [FromForm] bool confirmed, [FromForm] string? reason, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { } view)
            return NotFound();
        ModelState.Clear();
        (View, Version, Reason) = (view, version, reason);
        Form = RecordForm.Sent(view.Type, Request.Form, await recent.ListAsync(view.Form, view.Body.Id, cancel));
        Form.HidePersons = !SeesPersons;
        var problems = new List<Problem>(await photos.KeepAsync(Form, Request.Form, view.Body, cancel));
        problems.AddRange(await photos.FindAsync(Form, view.Body, cancel));
        var reading = Form.Read(Today);
        problems.AddRange(reading.Problems);
        if (problems.Count > 0)
            return Again(problems);
        var outcome = await ledgers.CorrectAsync(new(id, version, reading.Values, confirmed, reason), actor, cancel);
        if (!outcome.Done)
            return await RefusedAsync(outcome.Problems, reading.Values, cancel);
        this.Tell(
            outcome.Value.Changed ? MessageKind.Ok : MessageKind.Info,
            !outcome.Value.Changed ? "没有改动，不用存。"
            : view.Record.HighlightText is null ? "已存下，各级数字跟着改了。"
            : "已存下，各级数字跟着改了。亮点的句子没有跟着改，请核对。");
        return LocalRedirect($"/ledgers/{id}");
    }

    private PageResult Again(IReadOnlyList<Problem> problems)
    {
        Warnings = this.Show(problems);
        return Page();
    }

    private async Task<IActionResult> RefusedAsync(IReadOnlyList<Problem> problems, RecordValues mine, CancellationToken cancel)
    {
        if (problems.Any(problem => problem.Code == Problem.StaleCode) && await FindAsync(View.Record.Id, cancel) is { } now)
        {
            View = now;
            Version = now.Record.Version;
            Differences = now.DifferencesTo(mine);
            Meanwhile = (await reader.HistoryAsync(now, cancel))[0].Change;
        }
        return Again(problems);
    }

    /// <summary>The record, if the actor may change it.</summary>
    private async Task<RecordView?> FindAsync(Guid id, CancellationToken cancel) =>
        await reader.FindAsync(id, revealed.Until(HttpContext, actor, id) is not null, cancel) is { } view && actor.May(Right.LedgerWrite, view.Body.Path) && !view.Record.Withdrawn ? view : null;
}
