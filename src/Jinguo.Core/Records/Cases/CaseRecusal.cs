namespace Jinguo.Core.Records.Cases;

/// <summary>回避 (PET-16): somebody of the body who has an interest in a case and sees nothing of it.</summary>
public sealed class CaseRecusal
{
    /// <summary>Region of the case.</summary>
    public int Region { get; set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; set; }

    /// <summary>Who keeps out of it.</summary>
    public Guid AccountId { get; set; }

    /// <summary>Since when (UTC).</summary>
    public DateTime Since { get; set; }
}
