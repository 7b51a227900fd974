using Jinguo.Core.Records.Cases.Archive;

namespace Jinguo.Core.Records.Cases;

/// <summary>A case as it is received, or completed later.</summary>
/// <param name="Key">Client key, version 7: sent twice it is one case.</param>
/// <param name="Channel">Code of the channel.</param>
/// <param name="Kind">Code of what is wanted.</param>
/// <param name="Category">Code of the part of a class.</param>
/// <param name="Risk">Code of the risk.</param>
/// <param name="Received">When it was received (UTC).</param>
/// <param name="Texts">What it tells about people; empty texts are absent.</param>
public sealed record CaseInput(Guid Key, string Channel, string Kind, string Category, string Risk, DateTime Received, IReadOnlyDictionary<CaseField, string> Texts)
{
    /// <summary>Persons who came together.</summary>
    public int Visitors { get; init; } = 1;

    /// <summary>匿名.</summary>
    public bool IsAnonymous { get; init; }

    /// <summary>重复.</summary>
    public bool IsRepeat { get; init; }

    /// <summary>越级.</summary>
    public bool IsSkippingLevel { get; init; }

    /// <summary>涉及未成年人 (<see cref="CaseMinors.IsProposed"/>).</summary>
    public bool IsMinor { get; init; }

    /// <summary>重大、紧急.</summary>
    public bool IsUrgent { get; init; }

    /// <summary>Until when the next step is to be done, or null.</summary>
    public DateOnly? NextStepDue { get; init; }

    /// <summary>Why a day whose books are closed is changed.</summary>
    public string? Reason { get; init; }

    /// <summary>A text, or null.</summary>
    public string? this[CaseField field] => Texts.TryGetValue(field, out var text) && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
}

/// <summary>An act, or something done, as it is written down.</summary>
/// <param name="Key">Client key of the entry.</param>
/// <param name="CaseId">The case.</param>
/// <param name="Version">The case's version as the writer saw it.</param>
/// <param name="At">When it happened (UTC).</param>
/// <param name="Text">What was done, or told.</param>
public sealed record CaseDone(Guid Key, Guid CaseId, int Version, DateTime At, string Text)
{
    /// <summary>For how many months a protection order was made or renewed (DV-08), 1 to 6; null for the 6 of the law, and for other lines.</summary>
    public int? Months { get; init; }

    /// <summary>What she said at a return visit, or null.</summary>
    public CaseSatisfaction? Satisfaction { get; init; }

    /// <summary>保管期限 with which it is archived; null for what the body's table says, and for other lines.</summary>
    public RetentionTerm? Retention { get; init; }

    /// <summary>What is to be done next; null leaves it as it is.</summary>
    public CaseNext? Next { get; init; }

    /// <summary>Why a day whose books are closed is changed.</summary>
    public string? Reason { get; init; }
}

/// <summary>下一步: what is to be done next, and until when. Both or neither.</summary>
/// <param name="Text">What, or null for nothing.</param>
/// <param name="Due">The last day, or null.</param>
public sealed record CaseNext(string? Text, DateOnly? Due);
