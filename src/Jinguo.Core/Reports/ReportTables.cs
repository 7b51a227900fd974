using Jinguo.Core.Reports.Checking;
using Jinguo.Core.Reports.Templates;
using Jinguo.Core.Reports.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jinguo.Core.Reports;

internal sealed class ReportTemplateTable : IEntityTypeConfiguration<ReportTemplate>
{
    public void Configure(EntityTypeBuilder<ReportTemplate> table)
    {
        table.ToTable("report_templates");
        table.HasKey(row => new { row.Region, row.Id });
        table.HasIndex(row => row.Id).IsUnique();
        table.HasIndex(row => new { row.OrganisationId, row.Name }).IsUnique();
        table.Property(row => row.Id).ValueGeneratedNever();
        table.Property(row => row.Name).HasMaxLength(100);
        table.Property(row => row.ChangedBy).HasMaxLength(60);
        table.Property(row => row.Version).IsConcurrencyToken();
    }
}

internal sealed class ReportTable : IEntityTypeConfiguration<Report>
{
    public void Configure(EntityTypeBuilder<Report> table)
    {
        table.ToTable("reports");
        table.HasKey(row => new { row.Region, row.Id });
        table.HasIndex(row => row.Id).IsUnique();
        table.HasIndex(row => new { row.OrganisationId, row.ChangedAt });
        table.Property(row => row.Id).ValueGeneratedNever();
        table.Property(row => row.Period).HasMaxLength(30);
        table.Property(row => row.Title).HasMaxLength(200);
        table.Property(row => row.Template).HasMaxLength(100);
        table.Property(row => row.ChangedBy).HasMaxLength(60);
        table.Property(row => row.Version).IsConcurrencyToken();
    }
}

internal sealed class ReportDraftTable : IEntityTypeConfiguration<ReportDraft>
{
    public void Configure(EntityTypeBuilder<ReportDraft> table)
    {
        table.ToTable("report_drafts");
        table.HasKey(row => new { row.Region, row.ReportId, row.Number });
        table.Property(row => row.MadeBy).HasMaxLength(60);
    }
}

internal sealed class ReportSnapshotTable : IEntityTypeConfiguration<ReportSnapshot>
{
    public void Configure(EntityTypeBuilder<ReportSnapshot> table)
    {
        table.ToTable("report_snapshots");
        table.HasKey(row => new { row.Region, row.ReportId, row.Number });
        table.HasIndex(row => row.Hash);
        table.Property(row => row.Hash).HasMaxLength(64);
    }
}

internal sealed class TaughtWordTable : IEntityTypeConfiguration<TaughtWord>
{
    public void Configure(EntityTypeBuilder<TaughtWord> table)
    {
        table.ToTable("taught_words");
        table.HasKey(row => new { row.Region, row.Id });
        table.HasIndex(row => row.Id).IsUnique();
        table.HasIndex(row => new { row.OrganisationId, row.Kind, row.Text, row.Unit }).IsUnique();
        table.Property(row => row.Id).ValueGeneratedNever();
        table.Property(row => row.Text).HasMaxLength(TaughtWord.LongestText);
        table.Property(row => row.Unit).HasMaxLength(TaughtWord.LongestText);
        table.Property(row => row.Figure).HasMaxLength(130);
        table.Property(row => row.TaughtBy).HasMaxLength(60);
    }
}

internal sealed class KeptDraftTable : IEntityTypeConfiguration<KeptDraft>
{
    public void Configure(EntityTypeBuilder<KeptDraft> table)
    {
        table.ToTable("kept_drafts");
        table.HasKey(row => new { row.Region, row.Id });
        table.HasIndex(row => row.Id).IsUnique();
        table.HasIndex(row => new { row.AccountId, row.KeptAt });
        table.Property(row => row.Id).ValueGeneratedNever();
        table.Property(row => row.Title).HasMaxLength(KeptDraft.LongestTitle);
        table.Property(row => row.Period).HasMaxLength(30);
    }
}
