using Jinguo.Core.Base.Data;
using Jinguo.Core.Figures.Tables.Definitions;
using Jinguo.Core.Figures.Tables.Filing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jinguo.Core.Figures.Tables;

/// <summary>Sets of the module.</summary>
public static class TablesDb
{
    extension(Db db)
    {
        /// <summary>Versions of definitions.</summary>
        public DbSet<KeptDefinition> TableDefinitions => db.Set<KeptDefinition>();

        /// <summary>Tables.</summary>
        public DbSet<StatisticalTable> StatisticalTables => db.Set<StatisticalTable>();

        /// <summary>What was added by hand.</summary>
        public DbSet<TableSupplement> TableSupplements => db.Set<TableSupplement>();

        /// <summary>Who signed.</summary>
        public DbSet<TableSignature> TableSignatures => db.Set<TableSignature>();

        /// <summary>Tables asked for.</summary>
        public DbSet<TableRequest> TableRequests => db.Set<TableRequest>();
    }
}

internal sealed class KeptDefinitionTable : IEntityTypeConfiguration<KeptDefinition>
{
    public void Configure(EntityTypeBuilder<KeptDefinition> table)
    {
        table.ToTable("table_definitions");
        table.HasKey(row => new { row.Region, row.Id });
        table.HasIndex(row => row.Id).IsUnique();
        table.HasIndex(row => new { row.OrganisationId, row.Code, row.Version }).IsUnique();
        table.Property(row => row.Id).ValueGeneratedNever();
        table.Property(row => row.Code).HasMaxLength(40);
        table.Property(row => row.Name).HasMaxLength(100);
        table.Property(row => row.Number).HasMaxLength(40);
        table.Property(row => row.KeptBy).HasMaxLength(60);
    }
}

internal sealed class StatisticalTableTable : IEntityTypeConfiguration<StatisticalTable>
{
    public void Configure(EntityTypeBuilder<StatisticalTable> table)
    {
        table.ToTable("statistical_tables");
        table.HasKey(row => new { row.Region, row.Id });
        table.HasIndex(row => row.Id).IsUnique();
        // One table of a body for a period in each edition, whoever makes it; also how those of bodies below are found.
        table.HasIndex(row => new { row.OrganisationId, row.Code, row.Period, row.Edition }).IsUnique();
        table.HasIndex(row => new { row.Code, row.Period });
        table.Property(row => row.Id).ValueGeneratedNever();
        table.Property(row => row.Code).HasMaxLength(40);
        table.Property(row => row.Name).HasMaxLength(100);
        table.Property(row => row.Period).HasMaxLength(30);
        table.Property(row => row.CorrectionReason).HasMaxLength(500);
        table.Property(row => row.ChangedBy).HasMaxLength(60);
        table.Property(row => row.Version).IsConcurrencyToken();
    }
}

internal sealed class TableSupplementTable : IEntityTypeConfiguration<TableSupplement>
{
    public void Configure(EntityTypeBuilder<TableSupplement> table)
    {
        table.ToTable("table_supplements");
        table.HasKey(row => new { row.Region, row.TableId, row.Row, row.Column });
        table.Property(row => row.Row).HasMaxLength(20);
        table.Property(row => row.Column).HasMaxLength(20);
        table.Property(row => row.Amount).HasPrecision(18, 4);
        table.Property(row => row.Reason).HasMaxLength(TableService.LongestReason);
        table.Property(row => row.Words).HasMaxLength(TableService.LongestReason);
        table.Property(row => row.EnteredBy).HasMaxLength(60);
    }
}

internal sealed class TableSignatureTable : IEntityTypeConfiguration<TableSignature>
{
    public void Configure(EntityTypeBuilder<TableSignature> table)
    {
        table.ToTable("table_signatures");
        table.HasKey(row => new { row.Region, row.TableId, row.Step });
        table.Property(row => row.Name).HasMaxLength(60);
    }
}

internal sealed class TableRequestTable : IEntityTypeConfiguration<TableRequest>
{
    public void Configure(EntityTypeBuilder<TableRequest> table)
    {
        table.ToTable("table_requests");
        table.HasKey(row => new { row.Region, row.Id });
        table.HasIndex(row => row.Id).IsUnique();
        table.HasIndex(row => new { row.OrganisationId, row.Due });
        table.Property(row => row.Id).ValueGeneratedNever();
        table.Property(row => row.Code).HasMaxLength(40);
        table.Property(row => row.Name).HasMaxLength(100);
        table.Property(row => row.Period).HasMaxLength(30);
        table.Property(row => row.SentBy).HasMaxLength(60);
    }
}
