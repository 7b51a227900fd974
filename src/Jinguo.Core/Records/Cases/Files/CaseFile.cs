namespace Jinguo.Core.Records.Cases.Files;

/// <summary>
/// 材料: a file of a case: a photo, a scan, a recording that the petitioner brought. Its content lies sealed in the file folder
/// under a random name; what it is called and what it is stands sealed here. Never deleted, only struck out with a reason.
/// </summary>
public sealed class CaseFile
{
    /// <summary>Region of the case.</summary>
    public int Region { get; set; }

    /// <summary>Key, version 7: the client key of the form.</summary>
    public Guid Id { get; set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; set; }

    /// <summary>Random name of the sealed content on disk.</summary>
    public required string Place { get; set; }

    /// <summary>Size of the content, in bytes.</summary>
    public long Size { get; set; }

    /// <summary>Its <see cref="CaseFileLabel"/>, sealed with its case and key: moved elsewhere it does not open.</summary>
    public required string Label { get; set; }

    /// <summary>When it was put in (UTC).</summary>
    public DateTime AddedAt { get; set; }

    /// <summary>Who put it in: her name then.</summary>
    public required string AddedByName { get; set; }

    /// <summary>When it was struck out (UTC), or null.</summary>
    public DateTime? StruckAt { get; set; }

    /// <summary>Who struck it out, or null.</summary>
    public string? StruckByName { get; set; }

    /// <summary>Why, sealed; null where it stands.</summary>
    public string? StruckReason { get; set; }
}

/// <summary>What tells of a file what it is.</summary>
/// <param name="Name">Its name.</param>
/// <param name="MediaType">What it is by its first bytes.</param>
/// <param name="Key">The key of its content.</param>
/// <param name="Evidence">The kind of evidence under which it is filed (<see cref="CaseEvidenceWords"/>), or null.</param>
public sealed record CaseFileLabel(string Name, string MediaType, byte[] Key, string? Evidence = null);

/// <summary>A file as it is sent.</summary>
/// <param name="Name">Name as uploaded.</param>
/// <param name="Content">The whole content.</param>
public sealed record SentCaseFile(string Name, byte[] Content);

/// <summary>Some files as they are brought: all are kept or none.</summary>
/// <param name="Key">The client key, of the first; the others follow it (<see cref="KeyOf"/>).</param>
/// <param name="CaseId">The case.</param>
/// <param name="Version">The case's version as she saw it.</param>
/// <param name="Files">The files, at most <see cref="CaseFileService.MostFiles"/>.</param>
/// <param name="Evidence">The kind of evidence under which they are filed, or null.</param>
public sealed record CaseFilesInput(Guid Key, Guid CaseId, int Version, IReadOnlyList<SentCaseFile> Files, string? Evidence = null)
{
    /// <summary>The key of a file by its place, from 0: the same whenever the form is sent.</summary>
    public Guid KeyOf(int place)
    {
        Span<byte> bytes = stackalloc byte[16];
        Key.TryWriteBytes(bytes, bigEndian: true, out _);
        // The last byte is random: the key stays one of version 7.
        bytes[^1] = (byte)(bytes[^1] + place);
        return new(bytes, bigEndian: true);
    }
}

/// <summary>A file as it is brought.</summary>
/// <param name="Key">The client key.</param>
/// <param name="CaseId">The case.</param>
/// <param name="Version">The case's version as she saw it.</param>
/// <param name="Name">Name as uploaded.</param>
/// <param name="Content">The whole content.</param>
/// <param name="Evidence">The kind of evidence under which it is filed, or null.</param>
public sealed record CaseFileInput(Guid Key, Guid CaseId, int Version, string Name, byte[] Content, string? Evidence = null);
