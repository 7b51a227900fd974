using System.Globalization;
using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Records.Cases;
using Jinguo.Core.Records.Cases.Sharing;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Jinguo.Web.Pages.Cases;

/// <summary>转交办: to whom a matter is handed, what for, which of its texts go along and on what ground. Nothing is ticked beforehand.</summary>
[Needs(Right.CaseHandle)]
public sealed class ReferModel(CaseReader reader, CaseReferralService service, SharingBodies bodies, Actor actor, TimeProvider time) : SharingModel(reader, bodies, actor, time, handlesCases: true)
{
    /// <summary>A department outside.</summary>
    [BindProperty]
    public string? Outside { get; set; }

    [BindProperty]
    public string? Asks { get; set; }

    [BindProperty]
    public string? AnswerBy { get; set; }

    [BindProperty]
    public List<CaseField> Fields { get; set; } = [];

    /// <summary>The texts of the case that may go along.</summary>
    public IEnumerable<CaseField> Sendable => SharingChecks.Sendable.Where(sendable => View[sendable] is not null);

    protected override bool IsToldOtherwise => !string.IsNullOrWhiteSpace(Outside);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
            return NotFound();
        if (CaseFlow.IsClosed(View.Case.Stage))
        {
            this.Tell(MessageKind.Info, $"这个事项{View.Case.Stage.Name()}，不再转送。要转就先“重新办理”。");
            return LocalRedirect($"/cases/{id}");
        }
        Begin();
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
        var consent = ReadConsent();
        if (ModelState.IsValid)
        {
            var sent = await service.SendAsync(new(Key, id, Version, To, Outside, Asks ?? "", answerBy, Fields, consent), cancel);
            if (sent.Done)
            {
                this.Tell(MessageKind.Ok, sent.Value.ToId is null ? $"转给{sent.Value.ToName}了，有了答复请在这里记下。" : $"转给{sent.Value.ToName}了；对方接收以前仍由您负责。");
                return LocalRedirect($"/cases/{id}");
            }
            if (sent.Problems.Any(problem => problem.Code == Problem.NotFoundCode))
                return NotFound();
            Refuse(sent.Problems);
        }
        await FindAsync(cancel);
        return Page();
    }
}
