using System.Globalization;
using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Records.Cases;
using Jinguo.Core.Records.Cases.Sharing;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Jinguo.Web.Pages.Cases;

/// <summary>借阅案卷: while a review or re-review runs, the whole case is given to the reviewing body to read, and taken back.</summary>
[Needs(Right.CaseHandle)]
public sealed class LendModel(CaseReader reader, CaseGrantService service, SharingBodies bodies, Actor actor, TimeProvider time) : SharingModel(reader, bodies, actor, time, handlesCases: false)
{
    /// <summary>The last day on which it may be read.</summary>
    [BindProperty]
    public string? Until { get; set; }

    /// <summary>To whom it was given, the newest first.</summary>
    public IReadOnlyList<GivenFile> Given { get; private set; } = [];

    /// <summary>True while a review or re-review runs.</summary>
    public bool MayGive => View.Case.Stage is CaseStage.Reviewing or CaseStage.Rechecking;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
            return NotFound();
        Begin();
        Until = Today.AddDays(SharingChecks.MostGrantDays).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        ModelState.Clear();
        if (!await LoadAsync(id, cancel))
            return NotFound();
        if (!DateOnly.TryParse(Until, CultureInfo.InvariantCulture, out var until))
            ModelState.AddModelError(nameof(Until), "日期写成2026-11-21这样。");
        var consent = ReadConsent();
        if (ModelState.IsValid)
        {
            var given = await service.GiveAsync(new(Key, id, Version, To ?? "", until, consent), cancel);
            if (given.Done)
            {
                this.Tell(MessageKind.Ok, $"案卷借给{given.Value.ToName}了，对方只能看，不能办。");
                return LocalRedirect($"/cases/{id}/lend");
            }
            if (given.Problems.Any(problem => problem.Code == Problem.NotFoundCode))
                return NotFound();
            Refuse(given.Problems);
        }
        await FindAsync(cancel);
        return Page();
    }

    /// <summary>收回.</summary>
    public async Task<IActionResult> OnPostEndAsync(Guid id, [FromForm] Guid grant, CancellationToken cancel)
    {
        var ended = await service.EndAsync(grant, cancel);
        if (!ended.Done)
            return NotFound();
        this.Tell(MessageKind.Ok, "收回了，对方不再看得到。");
        return LocalRedirect($"/cases/{id}/lend");
    }

    protected override async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        if (!await base.LoadAsync(id, cancel))
            return false;
        Given = await service.ListGivenAsync(id, cancel);
        return true;
    }
}
