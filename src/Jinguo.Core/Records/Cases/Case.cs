using Jinguo.Core.Base.Access;
using Jinguo.Core.Records.Cases.Archive;

namespace Jinguo.Core.Records.Cases;

/// <summary>
/// 信访事项、个案: one matter of one petitioner. What tells who she is and what happened stands sealed in
/// <see cref="CaseText"/>; here is only what lists, clocks and figures need. Read only through <see cref="CaseAccess"/>.
/// </summary>
public sealed class Case : IOwned
{
    /// <summary>Region of the body.</summary>
    public int Region { get; set; }

    /// <summary>Key, version 7: the client key of the form.</summary>
    public Guid Id { get; set; }

    /// <summary>The handling body.</summary>
    public int OrganisationId { get; set; }

    /// <summary>Year of its number: 安妇访〔2026〕083号.</summary>
    public int Year { get; set; }

    /// <summary>Its place in the year, from 1; unique in body and year.</summary>
    public int Sequence { get; set; }

    /// <summary>How it came (<see cref="CaseWords.Channels"/>).</summary>
    public required string Channel { get; set; }

    /// <summary>What is wanted (<see cref="CaseWords.Kinds"/>).</summary>
    public required string Kind { get; set; }

    /// <summary>What it is about: the code of a part (<see cref="CaseWords.Categories"/>).</summary>
    public required string Category { get; set; }

    /// <summary>Its risk (<see cref="CaseWords.Risks"/>).</summary>
    public required string Risk { get; set; }

    /// <summary>When it was received (UTC).</summary>
    public DateTime ReceivedAt { get; set; }

    /// <summary>Where it stands.</summary>
    public CaseStage Stage { get; set; }

    /// <summary>Who received it: 首问负责, she owns it until somebody takes it over.</summary>
    public Guid ReceivedBy { get; set; }

    /// <summary>Who handles it now.</summary>
    public Guid Handler { get; set; }

    /// <summary>To whom it is offered; null where nobody is asked to take it over. Her handler herself, where it fell to her and she has not taken it up yet.</summary>
    public Guid? OfferedTo { get; set; }

    /// <summary>Persons who came together, 1 or more; of more than five, five speak (PET-03).</summary>
    public int Visitors { get; set; } = 1;

    /// <summary>重复: the same petitioner came with it before.</summary>
    public bool IsRepeat { get; set; }

    /// <summary>匿名.</summary>
    public bool IsAnonymous { get; set; }

    /// <summary>代访: somebody speaks for her.</summary>
    public bool IsByProxy { get; set; }

    /// <summary>越级: the body below was passed over.</summary>
    public bool IsSkippingLevel { get; set; }

    /// <summary>涉及未成年人: what it says is read with an approval, and the police are told before it is closed (DV-04).</summary>
    public bool IsMinor { get; set; }

    /// <summary>重大、紧急 (PET-15).</summary>
    public bool IsUrgent { get; set; }

    /// <summary>When it was accepted (UTC), or null.</summary>
    public DateTime? AcceptedAt { get; set; }

    /// <summary>When it was first handed to a department (UTC), or null.</summary>
    public DateTime? TransferredAt { get; set; }

    /// <summary>When the petitioner was first told a result or whom to turn to (UTC), or null.</summary>
    public DateTime? AnsweredAt { get; set; }

    /// <summary>When it was closed (UTC): answered, declined or sent back; null while it is open.</summary>
    public DateTime? ClosedAt { get; set; }

    /// <summary>Blind index of the ID number, or null.</summary>
    public string? IdIndex { get; set; }

    /// <summary>Blind index of the telephone, or null.</summary>
    public string? PhoneIndex { get; set; }

    /// <summary>Blind index of the code on the receipt.</summary>
    public required string QueryIndex { get; set; }

    /// <summary>Until when the next step is to be done; what it is stands sealed. Null where none is set.</summary>
    public DateOnly? NextStepDue { get; set; }

    /// <summary>The last instant (UTC) by which something must be done: the nearest clock or next step; null where nothing presses. Kept by <see cref="CaseDues"/>.</summary>
    public DateTime? DueAt { get; set; }

    /// <summary>The rule of that clock (<see cref="Clocks.ClockRule.Code"/>); null where it is the next step, or nothing.</summary>
    public string? DueRule { get; set; }

    /// <summary>True where holidays that are not announced yet may still move a clock of it.</summary>
    public bool IsProvisional { get; set; }

    /// <summary>The table of holidays by which it was reckoned.</summary>
    public string? Calendar { get; set; }

    /// <summary>保管期限, chosen when it was archived; null before.</summary>
    public RetentionTerm? Retention { get; set; }

    /// <summary>The last day on which it is kept; null where it is kept for ever, and before it was archived.</summary>
    public DateOnly? KeepUntil { get; set; }

    /// <summary>The list for destruction on which it stands; null where it stands on none, or the list was given back.</summary>
    public Guid? DestructionId { get; set; }

    /// <summary>When every word of it was destroyed (UTC), or null.</summary>
    public DateTime? DestroyedAt { get; set; }

    /// <summary>Counts acts.</summary>
    public int Version { get; set; }
}
