using Jinguo.Core.Base.Access;

namespace Jinguo.Core.Records.Ledgers.Forms;

/// <summary>
/// 表单: a form of a body's own as it is being written: a pack file with one record type, or with further fields for one.
/// Published, it becomes a <see cref="PackVersion"/> of the same code; the draft stays for the next version.
/// </summary>
public sealed class FormDraft : IOwned
{
    /// <summary>Longest <see cref="Name"/>, in letters.</summary>
    public const int LongestName = 100;

    /// <summary>Region of the body.</summary>
    public int Region { get; set; }

    /// <summary>Key: the client key of the form in which it was begun.</summary>
    public Guid Id { get; set; }

    /// <summary>The body whose form it is.</summary>
    public int OrganisationId { get; set; }

    /// <summary>Code of the pack, one in the installation.</summary>
    public required string Code { get; set; }

    /// <summary>Its name, for lists.</summary>
    public required string Name { get; set; }

    /// <summary>The pack file as it stands.</summary>
    public required string Json { get; set; }

    /// <summary>When it was last changed (UTC).</summary>
    public DateTime ChangedAt { get; set; }

    /// <summary>By whom.</summary>
    public required string ChangedBy { get; set; }

    /// <summary>Counts changes, so that a stale one is noticed.</summary>
    public int Version { get; set; }
}
