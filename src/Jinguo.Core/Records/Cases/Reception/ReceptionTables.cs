using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jinguo.Core.Records.Cases.Reception;

internal sealed class ReceptionRuleTable : IEntityTypeConfiguration<ReceptionRule>
{
    public void Configure(EntityTypeBuilder<ReceptionRule> table)
    {
        table.ToTable("case_reception_rules");
        table.CopyToAllServers();
        table.HasKey(row => new { row.Region, row.OrganisationId });
        table.HasIndex(row => row.OrganisationId).IsUnique();
        table.ComplexProperty(row => row.Usual, ReceptionTables.Arrangement);
        table.Property(row => row.Version).IsConcurrencyToken();
        table.HasOne<Organisation>().WithMany().HasForeignKey(row => row.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ReceptionDayTable : IEntityTypeConfiguration<ReceptionDay>
{
    public void Configure(EntityTypeBuilder<ReceptionDay> table)
    {
        table.ToTable("case_reception_days");
        table.SpreadByRegion();
        table.HasKey(row => new { row.Region, row.Id });
        table.Property(row => row.Id).ValueGeneratedNever();
        table.HasIndex(row => row.Id);
        table.HasIndex(row => new { row.Region, row.OrganisationId, row.Day }).IsUnique();
        table.HasIndex(row => new { row.Region, row.OrganisationId, row.Month }).IsUnique();
        table.ComplexProperty(row => row.Arrangement, ReceptionTables.Arrangement);
        table.Property(row => row.Version).IsConcurrencyToken();
        table.HasOne<Organisation>().WithMany().HasForeignKey(row => row.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ReceptionBookingTable : IEntityTypeConfiguration<ReceptionBooking>
{
    public void Configure(EntityTypeBuilder<ReceptionBooking> table)
    {
        table.ToTable("case_reception_bookings");
        table.SpreadByRegion();
        table.HasKey(row => new { row.Region, row.Id });
        table.Property(row => row.Id).ValueGeneratedNever();
        table.HasIndex(row => row.Id);
        table.HasIndex(row => new { row.Region, row.DayId, row.Sequence }).IsUnique();
        table.HasIndex(row => row.DayId);
        table.HasIndex(row => row.CaseId);
        table.HasIndex(row => new { row.Region, row.IntakeKey }).IsUnique();
        table.HasIndex(row => row.IntakeKey);
        table.Property(row => row.BookedByName).HasMaxLength(ReceptionTables.LongestName);
        table.Property(row => row.Version).IsConcurrencyToken();
    }
}

internal sealed class ReceptionMinutesTable : IEntityTypeConfiguration<ReceptionMinutes>
{
    public void Configure(EntityTypeBuilder<ReceptionMinutes> table)
    {
        table.ToTable("case_reception_minutes");
        table.SpreadByRegion();
        table.HasKey(row => new { row.Region, row.DayId });
        table.HasIndex(row => row.DayId);
        table.Property(row => row.WrittenByName).HasMaxLength(ReceptionTables.LongestName);
        table.Property(row => row.FinalByName).HasMaxLength(ReceptionTables.LongestName);
        table.Property(row => row.Version).IsConcurrencyToken();
    }
}

internal sealed class ReceptionAddendumTable : IEntityTypeConfiguration<ReceptionAddendum>
{
    public void Configure(EntityTypeBuilder<ReceptionAddendum> table)
    {
        table.ToTable("case_reception_addenda");
        table.SpreadByRegion();
        table.HasKey(row => new { row.Region, row.Id });
        table.Property(row => row.Id).ValueGeneratedNever();
        table.HasIndex(row => row.Id);
        table.HasIndex(row => row.DayId);
        table.Property(row => row.WrittenByName).HasMaxLength(ReceptionTables.LongestName);
    }
}

internal static class ReceptionTables
{
    public const int LongestName = 60;

    public static void Arrangement(ComplexPropertyBuilder<ReceptionArrangement> arrangement)
    {
        arrangement.Property(row => row.Place).HasMaxLength(ReceptionChecks.LongestLine);
        arrangement.Property(row => row.Leader).HasMaxLength(ReceptionChecks.LongestLine);
    }
}
