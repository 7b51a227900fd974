namespace Jinguo.Core.Records.Posts;

/// <summary>职务, in the order of ranks (domain-rules §13.2, member_post; delegates hold no post of the committee).</summary>
public enum PostKind
{
    /// <summary>主席.</summary>
    Chair = 1,

    /// <summary>专职副主席.</summary>
    FullTimeVice = 2,

    /// <summary>挂职副主席, seconded by another office.</summary>
    SecondedVice = 3,

    /// <summary>兼职副主席.</summary>
    PartTimeVice = 4,

    /// <summary>常委.</summary>
    Standing = 5,

    /// <summary>执委.</summary>
    Executive = 6,
}

/// <summary>产生方式 (domain-rules §13.2, entry; ORG-13). The rules know no appointment.</summary>
public enum PostEntry
{
    /// <summary>选举.</summary>
    Election = 1,

    /// <summary>替补: fills the seat of an executive who left.</summary>
    Substitution = 2,

    /// <summary>增补: adds an executive.</summary>
    Addition = 3,

    /// <summary>增选: executives elect one of them into the standing committee or as vice chair.</summary>
    CoOption = 4,
}

/// <summary>离任原因.</summary>
public enum Departure
{
    /// <summary>届满.</summary>
    TermEnded = 1,

    /// <summary>工作调动.</summary>
    Transferred = 2,

    /// <summary>本人辞职.</summary>
    Resigned = 3,

    /// <summary>退休.</summary>
    Retired = 4,

    /// <summary>免职、撤换.</summary>
    Removed = 5,

    /// <summary>退出机制: does not do her duties any more (domain-rules EX-06).</summary>
    Exited = 6,

    /// <summary>去世.</summary>
    Died = 7,

    /// <summary>转任: holds another post of the same body from that day on.</summary>
    Changed = 8,

    /// <summary>登记有误: she never held it; it counts nowhere and is not listed.</summary>
    Mistaken = 9,
}
