using Jinguo.Core.Base;
using Jinguo.Core.Records.Cases;
using Jinguo.Core.Records.Cases.Sharing;
using Microsoft.AspNetCore.Mvc;

namespace Jinguo.Web.Pages.Cases;

/// <summary>转交办 on the page of a case: what was sent with it and how that stands, or from where it came.</summary>
public sealed partial class ShowModel
{
    /// <summary>What was sent with it, the newest first.</summary>
    public IReadOnlyList<ReferralView> Sent { get; private set; } = [];

    /// <summary>The referral of which it was made, or null.</summary>
    public IncomingLine? Origin { get; private set; }

    /// <summary>Who acts on it and may read what would go along sends it, until it is closed.</summary>
    public bool MayRefer => View is { MayAct: true, NeedsApproval: false } && !CaseFlow.IsClosed(Case.Stage);

    /// <summary>While a review or re-review runs the reviewing body may be given the file.</summary>
    public bool MayLend => MayAct && Case.Stage is (CaseStage.Reviewing or CaseStage.Rechecking);

    /// <summary>收回.</summary>
    public Task<IActionResult> OnPostWithdrawAsync(Guid id, [FromForm] Guid referral, [FromServices] CaseReferralService sender, CancellationToken cancel) =>
        DoneAsync(id, sender.WithdrawAsync(referral, cancel), "收回了，对方不再看得到。", cancel);

    /// <summary>记答复 of a department outside.</summary>
    public Task<IActionResult> OnPostAnsweredAsync(Guid id, [FromForm] Guid referral, [FromForm] ReferralState state, [FromForm] string? words, [FromServices] CaseReferralService sender, CancellationToken cancel) =>
        DoneAsync(id, RecordAsync(sender, referral, state, words, cancel), "对方的答复记下了。", cancel);

    /// <summary>反馈结果 to the body that sent it.</summary>
    public Task<IActionResult> OnPostReturnAsync(Guid id, [FromForm] string? words, [FromServices] IncomingReferralService receiver, CancellationToken cancel) =>
        DoneAsync(id, receiver.ReturnAsync(id, words ?? "", cancel), "已反馈给转来的单位。", cancel);

    private static Task<Outcome<CaseReferral>> RecordAsync(CaseReferralService sender, Guid referral, ReferralState state, string? words, CancellationToken cancel) => Enum.IsDefined(state)
        ? sender.RecordAnswerAsync(referral, state, words ?? "", cancel)
        : Task.FromResult<Outcome<CaseReferral>>(new Problem("case.referral.state", "请选对方怎样答复。", "State"));

    private async Task LoadReferralsAsync(CancellationToken cancel)
    {
        if (!View.MayAct)
            return;
        Sent = await referrals.ListSentAsync(Case.Id, cancel);
        if (words.Channel(Case.Channel) is { IsSent: true })
            Origin = await referrals.FindOriginAsync(Case.Id, cancel);
    }
}
