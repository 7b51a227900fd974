using System.Globalization;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Records.Cases;
using Jinguo.Core.Records.Cases.Clocks;
using Jinguo.Core.Records.Cases.Limits;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Jinguo.Web.Pages.Cases;

/// <summary>延期, 听证, 暂缓 on the page of a case: what may be done to its clocks, and what waits.</summary>
public sealed partial class ShowModel
{
    /// <summary>Extensions that wait for a supervisor.</summary>
    public IEnumerable<ClockChangeView> Waiting => View.Changes.Where(view => view.Change is { Kind: ClockChangeKind.Extension, State: ClockChangeState.Waiting });

    /// <summary>Extensions of which the petitioner was not told yet.</summary>
    public IEnumerable<ClockChangeView> Untold => View.Changes.Where(view => view.Change is { Kind: ClockChangeKind.Extension, State: ClockChangeState.Granted, ToldOn: null });

    /// <summary>Hearings and suspensions that last.</summary>
    public IEnumerable<ClockChangeView> Lasting => View.Changes.Where(view => view.Change is { Kind: not ClockChangeKind.Extension, Last: null } && Running.Any(view.Change.IsOf));

    public bool MayJudge => View.MayAct && actor.Has(Right.CaseSupervise);

    /// <summary>True where a longer time for the decision may be asked for.</summary>
    public bool MayExtend => MayAct && Running.FirstOrDefault(clock => clock.Rule == ClockRules.Decision) is { Extension: null } decision
        && !View.Changes.Any(view => view.Change is { Kind: ClockChangeKind.Extension, State: ClockChangeState.Waiting or ClockChangeState.Granted } && view.Change.IsOf(decision));

    /// <summary>True where she takes back what waits: the case is in her hands.</summary>
    public bool MayWithdraw => MayAct && (IsHandler || Case.OfferedTo == actor.AccountId);

    /// <summary>The clocks that may stand still: 复核 for a hearing, any where a limit of the body's own runs for a suspension. The value is kind and rule: Hearing.petition.recheck.answer.</summary>
    public IReadOnlyList<SelectListItem> Stoppable => !MayAct || IsArchived ? [] : [.. Running.SelectMany(clock => StopsOf(clock)
        .Where(kind => !Lasting.Any(view => view.Change.Kind == kind && view.Change.IsOf(clock)))
        .Select(kind => new SelectListItem($"{(kind == ClockChangeKind.Hearing ? "听证" : "暂缓本单位时限")}：{clock.Rule.Name}", $"{kind}.{clock.Rule.Code}")))];

    /// <summary>True where there is anything to tell of it or to do.</summary>
    public bool HasClockChanges => Waiting.Any() || (MayAct && (Untold.Any() || Lasting.Any() || MayExtend || Stoppable.Count > 0));

    private IEnumerable<Clock> Running => Clocks.Select(row => row.Clock).Where(clock => clock.DoneAt is null);

    /// <summary>申请延期; a supervisor approves at once.</summary>
    public Task<IActionResult> OnPostExtendAsync(Guid id, [FromForm] Guid key, [FromForm] int version, [FromForm(Name = "extension.Days")] string? days, [FromForm(Name = "extension.Reason")] string? reason, [FromServices] CaseClockService clocks, CancellationToken cancel) =>
        DoneAsync(id, clocks.AskAsync(new(key, id, version, int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0, reason ?? ""), cancel),
            actor.Has(Right.CaseSupervise) ? "已批准延期，告知信访人以后生效。" : "已申请延期，等负责人批准。", cancel, "extension");

    /// <summary>批准, 不批准.</summary>
    public Task<IActionResult> OnPostJudgeAsync(Guid id, [FromForm] Guid change, [FromForm] bool granted, [FromForm(Name = "verdict.Words")] string? words, [FromServices] CaseClockService clocks, CancellationToken cancel) =>
        DoneAsync(id, clocks.JudgeAsync(change, granted, words ?? "", cancel), granted ? "已批准延期，告知信访人以后生效。" : "没有批准延期。", cancel, "verdict");

    /// <summary>收回申请.</summary>
    public Task<IActionResult> OnPostWithdrawExtensionAsync(Guid id, [FromForm] Guid change, [FromServices] CaseClockService clocks, CancellationToken cancel) =>
        DoneAsync(id, clocks.WithdrawAsync(change, cancel), "延期的申请收回了，期限没有变。", cancel);

    /// <summary>告知延期的理由.</summary>
    public Task<IActionResult> OnPostToldAsync(Guid id, [FromForm] Guid change, [FromForm(Name = "told.On")] string? on, [FromForm(Name = "told.Words")] string? words, [FromServices] CaseClockService clocks, CancellationToken cancel) =>
        DoneAsync(id, clocks.TellAsync(change, Day(on) ?? default, words ?? "", cancel), "记下了，期限已延长。", cancel, "told");

    /// <summary>听证, 暂缓.</summary>
    public Task<IActionResult> OnPostStopAsync(Guid id, [FromForm] Guid key, [FromForm] int version, [FromForm(Name = "stop.Rule")] string? rule, [FromForm(Name = "stop.First")] string? first, [FromForm(Name = "stop.Last")] string? last, [FromForm(Name = "stop.Reason")] string? reason, [FromServices] CaseClockService clocks, CancellationToken cancel)
    {
        var (kind, code) = (rule ?? "").Split('.', 2) is [var name, var rest] && Enum.TryParse<ClockChangeKind>(name, out var known) ? (known, rest) : ((ClockChangeKind?)null, "");
        return DoneAsync(id, clocks.StopAsync(new(key, id, version, code, Day(first) ?? default, Day(last), reason ?? "", kind), cancel), "记下了，期限已重算。", cancel, "stop");
    }

    /// <summary>听证结束, 恢复计算.</summary>
    public Task<IActionResult> OnPostResumeAsync(Guid id, [FromForm] Guid change, [FromForm(Name = "resume.Last")] string? last, [FromServices] CaseClockService clocks, CancellationToken cancel) =>
        DoneAsync(id, clocks.ResumeAsync(change, Day(last) ?? default, cancel), "记下了，期限恢复计算。", cancel, "resume");

    private static IEnumerable<ClockChangeKind> StopsOf(Clock clock)
    {
        if (clock.Rule.StopsForHearing)
            yield return ClockChangeKind.Hearing;
        if (clock.LocalLimit is not null && clock.Rule.TakesLocalLimit)
            yield return ClockChangeKind.Suspension;
    }

    private static DateOnly? Day(string? text) => DateOnly.TryParse(text, CultureInfo.InvariantCulture, out var day) ? day : null;
}
