using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jinguo.Core.Base.Highlights;

/// <summary>亮点: what a record offers for quotation in a report. Written in the same act as the record.</summary>
public sealed class Highlight : IOwned
{
    /// <summary>Region of the body.</summary>
    public int Region { get; set; }

    /// <summary>The record quoted.</summary>
    public required string SourceKind { get; set; }

    /// <summary>Key of the record quoted.</summary>
    public Guid SourceId { get; set; }

    /// <summary>The body whose work it was.</summary>
    public int OrganisationId { get; set; }

    /// <summary>What kind of work, the code of the record type: <c>training</c>.</summary>
    public required string Topic { get; set; }

    /// <summary>The day it counts on.</summary>
    public DateOnly Day { get; set; }

    /// <summary>One or two sentences, ready to print.</summary>
    public required string Text { get; set; }
}

/// <summary>Sets of the module.</summary>
public static class HighlightsDb
{
    extension(Db db)
    {
        /// <summary>Quotable pieces of work.</summary>
        public DbSet<Highlight> Highlights => db.Set<Highlight>();
    }
}

internal sealed class HighlightTable : IEntityTypeConfiguration<Highlight>
{
    public void Configure(EntityTypeBuilder<Highlight> table)
    {
        table.ToTable("highlights");
        table.SpreadByRegion();
        table.HasKey(row => new { row.Region, row.SourceKind, row.SourceId });
        table.HasIndex(row => new { row.OrganisationId, row.Day });
        table.Property(row => row.SourceKind).HasMaxLength(20);
        table.Property(row => row.Topic).HasMaxLength(60);
        table.Property(row => row.Text).HasMaxLength(1000);
    }
}
