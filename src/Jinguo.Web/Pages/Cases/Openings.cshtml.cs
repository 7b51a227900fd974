using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Cases.Looking;
using Jinguo.Core.Records.Cases.Sharing;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Pages.Cases;

/// <summary>调阅: what a supervisor is to approve or look into, what other bodies gave for a review, the emergency access, and one's own.</summary>
[Needs(Right.CaseHandle)]
public sealed class OpeningsModel(CaseOpeningReader reader, CaseOpeningService service, CaseGrantService grants, Actor actor, TimeProvider time) : PageModel
{
    public IReadOnlyList<OpeningLine> ToJudge { get; private set; } = [];

    public IReadOnlyList<OpeningLine> Own { get; private set; } = [];

    /// <summary>Files that other bodies gave the own one to read for a review.</summary>
    public IReadOnlyList<GrantLine> Received { get; private set; } = [];

    /// <summary>Number of the case, or the code on its receipt.</summary>
    public string? Number { get; private set; }

    public string? Reason { get; private set; }

    public DateTime Now { get; } = time.Instant();

    public DateOnly Today { get; } = time.Today();

    public bool MayJudge => actor.Has(Right.CaseSupervise);

    public async Task OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel);

    /// <summary>紧急调阅: opens a case at once.</summary>
    public async Task<IActionResult> OnPostEmergencyAsync([FromForm] string? number, [FromForm] string? reason, CancellationToken cancel)
    {
        var opened = await service.OpenAtOnceAsync(number ?? "", reason ?? "", cancel);
        if (opened.Done)
        {
            this.Tell(MessageKind.Warn, $"已紧急调阅，可以看到{Show.FullMoment(opened.Value.EndsAt)}，只能看。负责人会事后审查。");
            return LocalRedirect($"/cases/{opened.Value.CaseId}");
        }
        (Number, Reason) = (number, reason);
        Refuse(opened.Problems);
        await LoadAsync(cancel);
        return Page();
    }

    /// <summary>Approves or refuses; of an emergency: in order or not.</summary>
    public async Task<IActionResult> OnPostJudgeAsync([FromForm] Guid opening, [FromForm] bool granted, [FromForm] string? words, CancellationToken cancel)
    {
        var judged = await service.JudgeAsync(opening, granted, words ?? "", cancel);
        if (judged.Problems.Any(problem => problem.Code == Problem.NotFoundCode))
            return NotFound();
        if (judged.Done)
        {
            this.Tell(MessageKind.Ok, $"定为“{judged.Value.StateName}”。");
            return LocalRedirect("/cases/openings");
        }
        Refuse(judged.Problems);
        await LoadAsync(cancel);
        return Page();
    }

    private void Refuse(IReadOnlyList<Problem> problems)
    {
        ModelState.Clear();
        ModelState.Add(problems, prefix: "");
    }

    private async Task LoadAsync(CancellationToken cancel) =>
        (ToJudge, Own, Received) = (await reader.ListToJudgeAsync(cancel), await reader.ListOwnAsync(cancel), await grants.ListReceivedAsync(cancel));
}
