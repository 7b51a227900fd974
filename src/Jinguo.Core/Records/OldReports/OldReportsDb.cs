using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Facts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jinguo.Core.Records.OldReports;

/// <summary>Sets of the module.</summary>
public static class OldReportsDb
{
    extension(Db db)
    {
        /// <summary>Old documents.</summary>
        public DbSet<OldReport> OldReports => db.Set<OldReport>();

        /// <summary>Figures taken from them.</summary>
        public DbSet<OldFigure> OldFigures => db.Set<OldFigure>();
    }
}

internal sealed class OldReportTable : IEntityTypeConfiguration<OldReport>
{
    public void Configure(EntityTypeBuilder<OldReport> table)
    {
        table.ToTable("old_reports");
        table.CopyToAllServers();
        table.HasKey(row => new { row.Region, row.Id });
        table.Property(row => row.Id).ValueGeneratedNever();
        table.HasIndex(row => row.Id).IsUnique();
        table.HasIndex(row => new { row.OrganisationId, row.AddedAt });
        table.Property(row => row.Title).HasMaxLength(OldReportChecks.LongestTitle);
        table.Property(row => row.AddedBy).HasMaxLength(60);
        table.HasOne<Organisation>().WithMany().HasForeignKey(row => row.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class OldFigureTable : IEntityTypeConfiguration<OldFigure>
{
    public void Configure(EntityTypeBuilder<OldFigure> table)
    {
        table.ToTable("old_figures");
        table.CopyToAllServers();
        table.HasKey(row => new { row.Region, row.Id });
        table.Property(row => row.Id).ValueGeneratedNever();
        table.HasIndex(row => row.Id).IsUnique();
        table.HasIndex(row => new { row.OldReportId, row.Offset });
        // Overlaps are looked for by measure and time, in the whole tree.
        table.HasIndex(row => new { row.MeasureId, row.To });
        table.Property(row => row.Hedge).HasMaxLength(4);
        table.Property(row => row.Quote).HasMaxLength(OldReportChecks.LongestQuote);
        table.Property(row => row.StruckBy).HasMaxLength(60);
        table.Property(row => row.StruckReason).HasMaxLength(OldReportChecks.LongestReason);
        table.HasOne<Measure>().WithMany().HasForeignKey(row => row.MeasureId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Organisation>().WithMany().HasForeignKey(row => row.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}
