using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jinguo.Core.Records.Ledgers.Exchange;

/// <summary>Where an import stands.</summary>
public enum ImportState
{
    /// <summary>核对中: the file is here, nothing is written.</summary>
    Draft = 1,

    /// <summary>正在核对 or 正在导入: a job works on it.</summary>
    Working,

    /// <summary>已导入.</summary>
    Done,

    /// <summary>已撤销: its records were withdrawn.</summary>
    Undone,
}

/// <summary>导入: one workbook of a body, how its columns were matched, and what became of its rows.</summary>
public sealed class Import : IOwned
{
    /// <summary>Region of the body.</summary>
    public int Region { get; set; }

    /// <summary>Key, version 7: the client key of the form that brought the file.</summary>
    public Guid Id { get; set; }

    /// <summary>The body for which it is imported; a column may name bodies below it.</summary>
    public int OrganisationId { get; set; }

    /// <summary>The body whose person imports, or null for the command line.</summary>
    public int? ByOrganisationId { get; set; }

    /// <summary>The original in the file store.</summary>
    public Guid FileId { get; set; }

    /// <summary>Its name.</summary>
    public required string FileName { get; set; }

    /// <summary>Where it stands.</summary>
    public ImportState State { get; set; }

    /// <summary>How sheets and columns are matched (<see cref="FileMatching"/>), as JSON.</summary>
    public required string Matching { get; set; }

    /// <summary>What a look at every row found (<see cref="ImportFindings"/>), as JSON; null before the first look.</summary>
    public string? Findings { get; set; }

    /// <summary>Rows read.</summary>
    public int Read { get; set; }

    /// <summary>Records added.</summary>
    public int Added { get; set; }

    /// <summary>Rows that were there already.</summary>
    public int AlreadyThere { get; set; }

    /// <summary>Rows with errors.</summary>
    public int Bad { get; set; }

    /// <summary>The job that works on it or did so last, or null.</summary>
    public Guid? JobId { get; set; }

    /// <summary>When the file came (UTC).</summary>
    public DateTime CreatedAt { get; set; }

    /// <summary>Who brought it; null for the command line.</summary>
    public Guid? CreatedBy { get; set; }

    /// <summary>Her name then.</summary>
    public required string CreatedByName { get; set; }

    /// <summary>When its records were written or withdrawn (UTC).</summary>
    public DateTime? EndedAt { get; set; }

    /// <summary>Why it was undone.</summary>
    public string? UndoReason { get; set; }
}

internal sealed class ImportTable : IEntityTypeConfiguration<Import>
{
    public void Configure(EntityTypeBuilder<Import> table)
    {
        table.ToTable("imports");
        table.HasKey(row => new { row.Region, row.Id });
        table.Property(row => row.Id).ValueGeneratedNever();
        table.HasIndex(row => row.Id).IsUnique();
        table.HasIndex(row => new { row.OrganisationId, row.CreatedAt });
        table.Property(row => row.FileName).HasMaxLength(200);
        table.Property(row => row.CreatedByName).HasMaxLength(60);
        table.Property(row => row.UndoReason).HasMaxLength(500);
        table.HasOne<Organisation>().WithMany().HasForeignKey(row => row.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}
