using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jinguo.Core.Base.Files;

/// <summary>A file kept for a body: a photo of a record, the original of an import, a template, a made report.</summary>
public sealed class StoredFile : IOwned
{
    /// <summary>Region of the body.</summary>
    public int Region { get; set; }

    /// <summary>Key.</summary>
    public Guid Id { get; set; }

    /// <summary>The body whose file it is.</summary>
    public int OrganisationId { get; set; }

    /// <summary>Name as uploaded, without folders.</summary>
    public required string Name { get; set; }

    /// <summary>Media type found by looking at the content, not at the name.</summary>
    public required string MediaType { get; set; }

    /// <summary>Size in bytes.</summary>
    public long Size { get; set; }

    /// <summary>SHA-256 of the content in lower-case hex; also its place in the file store.</summary>
    public required string Hash { get; set; }

    /// <summary>When it came (UTC).</summary>
    public DateTime CreatedAt { get; set; }

    /// <summary>Who brought it; null for the command line.</summary>
    public Guid? CreatedBy { get; set; }
}

/// <summary>Sets of the module.</summary>
public static class FilesDb
{
    extension(Db db)
    {
        /// <summary>Files kept.</summary>
        public DbSet<StoredFile> StoredFiles => db.Set<StoredFile>();
    }
}

internal sealed class StoredFileTable : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> table)
    {
        table.ToTable("stored_files");
        table.HasKey(row => new { row.Region, row.Id });
        table.HasIndex(row => row.Id).IsUnique();
        table.HasIndex(row => row.OrganisationId);
        table.Property(row => row.Name).HasMaxLength(FileStore.LongestName);
        table.Property(row => row.MediaType).HasMaxLength(100);
        table.Property(row => row.Hash).HasMaxLength(64);
    }
}
