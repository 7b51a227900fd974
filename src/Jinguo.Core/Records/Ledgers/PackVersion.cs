namespace Jinguo.Core.Records.Ledgers;

/// <summary>
/// A pack as it was loaded. A pack whose text has changed becomes the next version; records keep the version of the form
/// they were written with, so that an old record still reads as it was written.
/// </summary>
public sealed class PackVersion
{
    /// <summary>Code of the pack: <c>training</c>.</summary>
    public required string Code { get; set; }

    /// <summary>From 1, counting up with every changed text.</summary>
    public int Version { get; set; }

    /// <summary>The pack's file.</summary>
    public required string Json { get; set; }

    /// <summary>When it was loaded (UTC).</summary>
    public DateTime LoadedAt { get; set; }
}
