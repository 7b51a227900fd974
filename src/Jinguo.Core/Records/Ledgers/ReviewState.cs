namespace Jinguo.Core.Records.Ledgers;

/// <summary>审核: where a record stands with the body above. Whether it counts is another mark (<see cref="Record.Counted"/>).</summary>
public enum ReviewState
{
    /// <summary>免审: there is no body above in this installation.</summary>
    NotNeeded = 1,

    /// <summary>待审核: the body above has not looked at it yet.</summary>
    Waiting,

    /// <summary>已通过: the body above has accepted it, or wrote it itself.</summary>
    Accepted,

    /// <summary>已退回: the body above wants it corrected; it has no facts until then.</summary>
    Returned,
}

/// <summary>The states in the users' words.</summary>
public static class ReviewStates
{
    /// <summary>待审核, 已通过…</summary>
    public static string Name(this ReviewState state) => state switch
    {
        ReviewState.NotNeeded => "免审",
        ReviewState.Waiting => "待审核",
        ReviewState.Accepted => "已通过",
        ReviewState.Returned => "已退回",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
