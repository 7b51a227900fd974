using System.Globalization;
using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Cases;
using Jinguo.Core.Records.Cases.Archive;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Jinguo.Web.Pages.Cases;

/// <summary>记办理情况: an act that moves a case on, or what was done meanwhile; and what comes next.</summary>
[Needs(Right.CaseHandle)]
public sealed class WriteModel(CaseReader reader, CaseService service, CaseWords words, TimeProvider time) : PageModel
{
    public CaseView View { get; private set; } = null!;

    /// <summary>The client key: the line is written once, however often it is sent.</summary>
    [BindProperty]
    public Guid Key { get; set; }

    /// <summary>The case's version as she saw it.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>A <see cref="CaseAct"/> or a <see cref="CaseStep"/> by name.</summary>
    [BindProperty]
    public string? What { get; set; }

    [BindProperty]
    public string? At { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    /// <summary>A <see cref="CaseSatisfaction"/> by name, or nothing.</summary>
    [BindProperty]
    public string? Satisfaction { get; set; }

    /// <summary>A <see cref="RetentionTerm"/> by name, or nothing.</summary>
    [BindProperty]
    public string? Retention { get; set; }

    /// <summary>For how many months a protection order was made.</summary>
    [BindProperty]
    public string? Months { get; set; }

    [BindProperty]
    public string? NextStep { get; set; }

    [BindProperty]
    public string? NextStepDue { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public DateOnly Today { get; } = time.Today();

    public bool NeedsReason => Reason is not null || ModelState.ContainsKey(nameof(Reason));

    public bool MayArchive => CaseFlow.After(View.Case.Stage, CaseAct.Archive) is not null;

    /// <summary>What can be chosen: first what moves the case on, then what does not.</summary>
    public IEnumerable<SelectListItem> Choices =>
        CaseFlow.ActsAt(View.Case.Stage).Where(act => act != CaseAct.Object || words.Channel(View.Case.Channel) is { IsSent: true })
            .Select(act => new SelectListItem($"{act.Name()}（转为{CaseFlow.After(View.Case.Stage, act)!.Value.Name()}）", $"{act}"))
            .Concat(Enum.GetValues<CaseStep>().Select(step => new SelectListItem(step.Name(), $"{step}")));

    public static IEnumerable<SelectListItem> Ratings => Enum.GetValues<CaseSatisfaction>().Select(one => new SelectListItem(one.Name(), $"{one}")).Prepend(new("没有问", ""));

    public static IEnumerable<SelectListItem> Terms => RetentionTerms.All.Select(term => new SelectListItem(term.Name(), $"{term}")).Prepend(new("按保管期限表", ""));

    public async Task<IActionResult> OnGetAsync(Guid id, CaseAct? act, CaseStep? step, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
            return NotFound();
        if (View.Case.Stage == CaseStage.Archived)
            return LocalRedirect($"/cases/{id}");
        (Key, Version) = (Guid.CreateVersion7(time.GetUtcNow()), View.Case.Version);
        (What, At) = ($"{act}{step ?? (act is null ? CaseStep.Talk : null)}", CaseForm.Text(time.GetUtcNow().UtcDateTime));
        (NextStep, NextStepDue) = (View[CaseField.NextStep], View.Case.NextStepDue?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        ModelState.Clear();
        var act = Enum.TryParse<CaseAct>(What, out var named) && Enum.IsDefined(named) && What == $"{named}" ? named : (CaseAct?)null;
        var step = Enum.TryParse<CaseStep>(What, out var done) && Enum.IsDefined(done) && What == $"{done}" ? done : (CaseStep?)null;
        var due = DateOnly.TryParse(NextStepDue, CultureInfo.InvariantCulture, out var day) ? day : (DateOnly?)null;
        if (act is null && step is null)
            ModelState.AddModelError(nameof(What), "请选做了什么。");
        if (due is null && !string.IsNullOrWhiteSpace(NextStepDue))
            ModelState.AddModelError(nameof(NextStepDue), "日期写成2026-11-21这样。");
        if (CaseForm.Instant(At) is not { } at)
        {
            ModelState.AddModelError(nameof(At), "请填日期和时间。");
            at = default;
        }
        // What is no number is out of range, and told so.
        var months = string.IsNullOrWhiteSpace(Months) ? (int?)null : int.TryParse(Months, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0;
        var rating = Enum.TryParse<CaseSatisfaction>(Satisfaction, out var said) && Enum.IsDefined(said) ? said : (CaseSatisfaction?)null;
        var term = Enum.TryParse<RetentionTerm>(Retention, out var chosen) && Enum.IsDefined(chosen) && act == CaseAct.Archive ? chosen : (RetentionTerm?)null;
        if (!ModelState.IsValid)
            return await LoadAsync(id, cancel) ? Page() : NotFound();
        var line = new CaseDone(Key, id, Version, at, Text ?? "") { Months = months, Satisfaction = rating, Retention = term, Next = new(NextStep, due), Reason = string.IsNullOrWhiteSpace(Reason) ? null : Reason };
        var written = act is { } move ? await service.MoveAsync(move, line, cancel) : await service.WriteDownAsync(step!.Value, line, cancel);
        if (written.Done)
        {
            this.Tell(MessageKind.Ok, act is null ? "记下了。" : $"记下了，现在是“{written.Value.Stage.Name()}”。");
            return LocalRedirect($"/cases/{id}");
        }
        if (written.Problems.Any(problem => problem.Code == Problem.NotFoundCode) || !await LoadAsync(id, cancel))
            return NotFound();
        ModelState.Add(written.Problems, prefix: "");
        // She has read why: what she sends next builds on what stands now.
        if (written.Problems.Any(problem => problem.Code == Problem.StaleCode))
            Version = View.Case.Version;
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        if (await reader.OpenAsync(id, fullFor: null, cancel) is not { MayAct: true, NeedsApproval: false } view)
            return false;
        View = view;
        return true;
    }
}
