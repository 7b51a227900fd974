using Jinguo.Core.Base;
using Jinguo.Core.Base.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jinguo.Core.Facts;

/// <summary>Sets of the module.</summary>
public static class FactsDb
{
    extension(Db db)
    {
        /// <summary>What is counted.</summary>
        public DbSet<Measure> Measures => db.Set<Measure>();

        /// <summary>The books.</summary>
        public DbSet<Fact> Facts => db.Set<Fact>();

        /// <summary>Stored persons, of whom figures count the different ones.</summary>
        public DbSet<CountedPerson> CountedPersons => db.Set<CountedPerson>();

        /// <summary>Stored sums.</summary>
        public DbSet<Sum> Sums => db.Set<Sum>();

        /// <summary>Closed periods.</summary>
        public DbSet<Closing> Closings => db.Set<Closing>();

        /// <summary>What was posted for closed days, and why.</summary>
        public DbSet<LateCorrection> Corrections => db.Set<LateCorrection>();
    }
}

internal sealed class MeasureTable : IEntityTypeConfiguration<Measure>
{
    public void Configure(EntityTypeBuilder<Measure> table)
    {
        table.ToTable("measures");
        table.CopyToAllServers();
        table.HasKey(row => row.Id);
        table.HasIndex(row => row.Code).IsUnique();
        table.Property(row => row.Code).HasMaxLength(80);
        table.Property(row => row.Name).HasMaxLength(80);
        table.Property(row => row.Unit).HasMaxLength(20);
        table.HasMany(row => row.Options).WithOne().HasForeignKey(option => option.MeasureId);
        table.HasMany(row => row.Definitions).WithOne().HasForeignKey(definition => definition.MeasureId);
    }
}

internal sealed class MeasureOptionTable : IEntityTypeConfiguration<MeasureOption>
{
    public void Configure(EntityTypeBuilder<MeasureOption> table)
    {
        table.ToTable("measure_options");
        table.CopyToAllServers();
        table.HasKey(row => new { row.MeasureId, row.Number });
        table.HasIndex(row => new { row.MeasureId, row.Code }).IsUnique();
    }
}

internal sealed class MeasureDefinitionTable : IEntityTypeConfiguration<MeasureDefinition>
{
    public void Configure(EntityTypeBuilder<MeasureDefinition> table)
    {
        table.ToTable("measure_definitions");
        table.CopyToAllServers();
        table.HasKey(row => new { row.MeasureId, row.Version });
    }
}

internal sealed class FactTable : IEntityTypeConfiguration<Fact>
{
    public void Configure(EntityTypeBuilder<Fact> table)
    {
        table.ToTable("facts");
        table.SpreadByRegion();
        table.HasKey(row => new { row.Region, row.Id });
        table.Property(row => row.Id).ValueGeneratedNever();
        table.Property(row => row.Path).HasMaxLength(100);
        table.Property(row => row.Hedge).HasMaxLength(4);
        table.Property(row => row.SourceKind).HasMaxLength(20);
        // Started months and explain: facts of a measure on some days, below a path. Led by the day, a read costs what was
        // posted in those days; led by the path, it would cost the whole history of the body.
        table.HasIndex(row => new { row.MeasureId, row.Day, row.Path });
        // Those of cases, which are counted and never listed: how many of a figure's facts are not in the list.
        table.HasIndex(row => new { row.MeasureId, row.Day }).HasFilter($"\"SourceKind\" = '{RecordRef.Case}'");
        table.HasIndex(row => new { row.SourceId, row.SourceKind });
        // A fact is reversed at most once, whoever tries.
        table.HasIndex(row => new { row.Region, row.Reverses }).IsUnique();
    }
}

internal sealed class SumTable : IEntityTypeConfiguration<Sum>
{
    public void Configure(EntityTypeBuilder<Sum> table)
    {
        table.ToTable("sums");
        table.SpreadByRegion();
        // The period before the measure: the figures of a body in a year lie side by side, however many are asked for.
        table.HasKey(row => new { row.Region, row.OrganisationId, row.Tree, row.MonthOrYear, row.MeasureId, row.Option, row.Stripe });
    }
}
