namespace Jinguo.Core.Records.Cases.Limits;

/// <summary>申请延期 of the decision.</summary>
/// <param name="Key">Client key, version 7: sent twice it is asked once.</param>
/// <param name="CaseId">The case.</param>
/// <param name="Version">The case's version as the writer saw it.</param>
/// <param name="Days">Calendar days to add.</param>
/// <param name="Reason">Why; it is told to the petitioner.</param>
public sealed record ExtensionInput(Guid Key, Guid CaseId, int Version, int Days, string Reason);

/// <summary>听证, 暂缓: days on which a clock stands still.</summary>
/// <param name="Key">Client key, version 7: sent twice it is written once.</param>
/// <param name="CaseId">The case.</param>
/// <param name="Version">The case's version as the writer saw it.</param>
/// <param name="Rule">Code of the rule whose open clock it is.</param>
/// <param name="First">The first day (China) that is not counted, not after today.</param>
/// <param name="Last">The last one, not after today; null while it lasts.</param>
/// <param name="Reason">Why.</param>
/// <param name="Kind">A hearing or a suspension; null for a hearing where one stops the law's clock, else a suspension.</param>
public sealed record StopInput(Guid Key, Guid CaseId, int Version, string Rule, DateOnly First, DateOnly? Last, string Reason, ClockChangeKind? Kind = null);
