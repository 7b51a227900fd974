using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Records.Ledgers.Exchange;
using Jinguo.Core.Records.Ledgers.Forms;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jinguo.Core.Records.Ledgers;

/// <summary>Sets of the module.</summary>
public static class LedgersDb
{
    extension(Db db)
    {
        /// <summary>What people wrote down.</summary>
        public DbSet<Record> Records => db.Set<Record>();

        /// <summary>Who is meant by the names in records.</summary>
        public DbSet<RecordPerson> RecordPersons => db.Set<RecordPerson>();

        /// <summary>Workbooks imported.</summary>
        public DbSet<Import> Imports => db.Set<Import>();

        /// <summary>Packs as loaded and published.</summary>
        public DbSet<PackVersion> PackVersions => db.Set<PackVersion>();

        /// <summary>Forms of bodies as they are being written.</summary>
        public DbSet<FormDraft> FormDrafts => db.Set<FormDraft>();
    }
}

internal sealed class RecordTable : IEntityTypeConfiguration<Record>
{
    public void Configure(EntityTypeBuilder<Record> table)
    {
        table.ToTable("records");
        table.SpreadByRegion();
        table.HasKey(row => new { row.Region, row.Id });
        table.Property(row => row.Id).ValueGeneratedNever();
        table.HasIndex(row => row.Id);
        // A body's ledger by day, the lists above it by day, and the queue.
        table.HasIndex(row => new { row.OrganisationId, row.TypeCode, row.Day });
        table.HasIndex(row => new { row.TypeCode, row.Day });
        table.HasIndex(row => row.Day);
        table.HasIndex(row => new { row.Review, row.OrganisationId, row.UpdatedAt });
        table.HasIndex(row => row.NextVisit);
        table.HasIndex(row => row.Likeness);
        table.HasIndex(row => row.ImportId);
        table.HasIndex(row => row.SealedWith);
        table.Property(row => row.SealedWith).HasMaxLength(30);
        table.Property(row => row.TypeCode).HasMaxLength(60);
        table.Property(row => row.Title).HasMaxLength(Record.LongestTitle);
        table.Property(row => row.ReturnReason).HasMaxLength(500);
        table.Property(row => row.HighlightText).HasMaxLength(300);
        table.Property(row => row.CreatedByName).HasMaxLength(60);
        table.Property(row => row.Version).IsConcurrencyToken();
        table.Ignore(row => row.Ref);
        table.HasOne<Organisation>().WithMany().HasForeignKey(row => row.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class FormDraftTable : IEntityTypeConfiguration<FormDraft>
{
    public void Configure(EntityTypeBuilder<FormDraft> table)
    {
        table.ToTable("form_drafts");
        table.HasKey(row => new { row.Region, row.Id });
        table.Property(row => row.Id).ValueGeneratedNever();
        table.HasIndex(row => row.Id).IsUnique();
        table.HasIndex(row => row.Code).IsUnique();
        table.HasIndex(row => new { row.OrganisationId, row.Name });
        table.Property(row => row.Code).HasMaxLength(60);
        table.Property(row => row.Name).HasMaxLength(FormDraft.LongestName);
        table.Property(row => row.ChangedBy).HasMaxLength(60);
        table.Property(row => row.Version).IsConcurrencyToken();
        table.HasOne<Organisation>().WithMany().HasForeignKey(row => row.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PackVersionTable : IEntityTypeConfiguration<PackVersion>
{
    public void Configure(EntityTypeBuilder<PackVersion> table)
    {
        table.ToTable("pack_versions");
        table.HasKey(row => new { row.Code, row.Version });
        table.Property(row => row.Code).HasMaxLength(60);
        table.HasIndex(row => row.OrganisationId);
    }
}
