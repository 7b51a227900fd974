using Jinguo.Core.Base.Data;
using Jinguo.Core.Facts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jinguo.Core.Figures.Publishing;

/// <summary>
/// What a body could not tell of a half-year by itself because it was too little, and gave up to the pool of the body above;
/// or what was too little in its own pool and went on from there. Added to when more is passed up. Nobody reads it but the
/// publisher.
/// </summary>
public sealed class PassedRemainder
{
    /// <summary>Region of the body that passed it up.</summary>
    public int Region { get; set; }

    /// <summary>The half-year of the days counted: yyyy1 or yyyy2.</summary>
    public int HalfYear { get; set; }

    /// <summary>The sensitive measure.</summary>
    public int MeasureId { get; set; }

    /// <summary>Option of its breakdown; 0 where it has none.</summary>
    public int Option { get; set; }

    /// <summary>True where it came out of the body's pool, false where the body counted it itself.</summary>
    public bool FromPool { get; set; }

    /// <summary>The body that passed it up.</summary>
    public int OrganisationId { get; set; }

    /// <summary>The body above, into whose pool it went.</summary>
    public int ReceiverId { get; set; }

    /// <summary>How much; negative after counts that had been told were taken back.</summary>
    public long Value { get; set; }
}

/// <summary>Sets of the module.</summary>
public static class PublishingDb
{
    extension(Db db)
    {
        /// <summary>What was passed up.</summary>
        public DbSet<PassedRemainder> PassedRemainders => db.Set<PassedRemainder>();
    }
}

internal sealed class PassedRemainderTable : IEntityTypeConfiguration<PassedRemainder>
{
    public void Configure(EntityTypeBuilder<PassedRemainder> table)
    {
        table.ToTable("passed_remainders");
        table.HasKey(row => new { row.Region, row.HalfYear, row.MeasureId, row.Option, row.FromPool, row.OrganisationId, row.ReceiverId });
        // All of a measure and half-year are read at once.
        table.HasIndex(row => new { row.MeasureId, row.HalfYear, row.Option });
        table.HasOne<Measure>().WithMany().HasForeignKey(row => row.MeasureId).OnDelete(DeleteBehavior.Restrict);
    }
}
