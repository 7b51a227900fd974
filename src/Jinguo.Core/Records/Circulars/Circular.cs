using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jinguo.Core.Records.Circulars;

/// <summary>通知: what a body tells bodies below it, with a day by which they answer where it asks for one.</summary>
public sealed class Circular : IOwned
{
    /// <summary>Region of the sender.</summary>
    public int Region { get; set; }

    /// <summary>Key, version 7: the client key of the form.</summary>
    public Guid Id { get; set; }

    /// <summary>The body that sends.</summary>
    public int OrganisationId { get; set; }

    /// <summary>文号, or null.</summary>
    public string? Number { get; set; }

    /// <summary>What it is about.</summary>
    public required string Title { get; set; }

    /// <summary>What it says; paragraphs with line breaks between.</summary>
    public required string Text { get; set; }

    /// <summary>Keys of its files, with spaces between; empty without.</summary>
    public required string Files { get; set; }

    /// <summary>True where an answer is asked for; else it is enough to receive it.</summary>
    public bool NeedsAnswer { get; set; }

    /// <summary>Last day to answer or receive it, or null.</summary>
    public DateOnly? Due { get; set; }

    /// <summary>When it was sent (UTC).</summary>
    public DateTime SentAt { get; set; }

    /// <summary>Who sent it.</summary>
    public required string SentBy { get; set; }

    /// <summary>When it was taken back (UTC), or null.</summary>
    public DateTime? WithdrawnAt { get; set; }

    /// <summary>Keys of the files.</summary>
    public IReadOnlyList<Guid> FileIds => [.. Files.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Guid.Parse)];
}

/// <summary>A circular at one of the bodies that get it: 签收 and 回复.</summary>
public sealed class CircularReceipt : IOwned
{
    /// <summary>Region of the recipient.</summary>
    public int Region { get; set; }

    /// <summary>The circular.</summary>
    public Guid CircularId { get; set; }

    /// <summary>The body that gets it.</summary>
    public int OrganisationId { get; set; }

    /// <summary>When it was received (UTC); null while nobody has.</summary>
    public DateTime? ReceivedAt { get; set; }

    /// <summary>Who received it.</summary>
    public string? ReceivedBy { get; set; }

    /// <summary>The answer, or null.</summary>
    public string? Answer { get; set; }

    /// <summary>When it was answered last (UTC).</summary>
    public DateTime? AnsweredAt { get; set; }

    /// <summary>Who answered.</summary>
    public string? AnsweredBy { get; set; }
}

/// <summary>Sets of the module.</summary>
public static class CircularsDb
{
    extension(Db db)
    {
        /// <summary>What was sent.</summary>
        public DbSet<Circular> Circulars => db.Set<Circular>();

        /// <summary>What became of it at each body.</summary>
        public DbSet<CircularReceipt> CircularReceipts => db.Set<CircularReceipt>();
    }
}

internal sealed class CircularTable : IEntityTypeConfiguration<Circular>
{
    public void Configure(EntityTypeBuilder<Circular> table)
    {
        table.ToTable("circulars");
        table.HasKey(row => new { row.Region, row.Id });
        table.Property(row => row.Id).ValueGeneratedNever();
        table.HasIndex(row => row.Id).IsUnique();
        table.HasIndex(row => new { row.OrganisationId, row.SentAt });
        table.Property(row => row.Number).HasMaxLength(CircularChecks.LongestNumber);
        table.Property(row => row.Title).HasMaxLength(CircularChecks.LongestTitle);
        table.Property(row => row.Text).HasMaxLength(CircularChecks.LongestText);
        table.Property(row => row.Files).HasMaxLength(CircularChecks.MostFiles * 37);
        table.Property(row => row.SentBy).HasMaxLength(60);
        table.HasOne<Organisation>().WithMany().HasForeignKey(row => row.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CircularReceiptTable : IEntityTypeConfiguration<CircularReceipt>
{
    public void Configure(EntityTypeBuilder<CircularReceipt> table)
    {
        table.ToTable("circular_receipts");
        table.HasKey(row => new { row.Region, row.CircularId, row.OrganisationId });
        table.HasIndex(row => new { row.CircularId, row.OrganisationId });
        table.HasIndex(row => new { row.OrganisationId, row.CircularId });
        table.Property(row => row.ReceivedBy).HasMaxLength(60);
        table.Property(row => row.Answer).HasMaxLength(CircularChecks.LongestAnswer);
        table.Property(row => row.AnsweredBy).HasMaxLength(60);
    }
}
