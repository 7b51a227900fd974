namespace Jinguo.Core.Records.Cases.Looking;

/// <summary>What a supervisor said of an opening.</summary>
public enum OpeningState
{
    /// <summary>Waits: to be approved, or, taken at once, to be looked into afterwards.</summary>
    Waiting = 1,

    /// <summary>批准; afterwards: 合规.</summary>
    Granted,

    /// <summary>不批准; afterwards: 不合规.</summary>
    Refused,
}

/// <summary>
/// 调阅: somebody may read, until an instant, what she could not. Either she asked for it (申请调阅: the words of a minor's case, or of an archived one) and
/// reads once a supervisor approves; or she took it at once in an emergency (紧急调阅) and a supervisor judges it afterwards.
/// </summary>
public sealed class CaseOpening
{
    /// <summary>Region of the case.</summary>
    public int Region { get; set; }

    /// <summary>Key, version 7: the client key of the form.</summary>
    public Guid Id { get; set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; set; }

    /// <summary>Who reads.</summary>
    public Guid AccountId { get; set; }

    /// <summary>Her name then.</summary>
    public required string Name { get; set; }

    /// <summary>True where it was taken at once.</summary>
    public bool IsEmergency { get; set; }

    /// <summary>When it was asked for or taken (UTC).</summary>
    public DateTime AskedAt { get; set; }

    /// <summary>Why, sealed.</summary>
    public required string Reason { get; set; }

    /// <summary>The last instant (UTC) on which she may read.</summary>
    public DateTime EndsAt { get; set; }

    /// <summary>What the supervisor said.</summary>
    public OpeningState State { get; set; }

    /// <summary>Who said so, or null.</summary>
    public string? JudgedByName { get; set; }

    /// <summary>When (UTC), or null.</summary>
    public DateTime? JudgedAt { get; set; }

    /// <summary>Her words, sealed; null where there are none.</summary>
    public string? Words { get; set; }

    /// <summary>The state in the users' words.</summary>
    public string StateName => (State, IsEmergency) switch
    {
        (OpeningState.Waiting, false) => "待批准",
        (OpeningState.Waiting, true) => "待审查",
        (OpeningState.Granted, false) => "已批准",
        (OpeningState.Granted, true) => "合规",
        (_, false) => "没有批准",
        (_, true) => "不合规",
    };
}
