using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jinguo.Core.Facts;

/// <summary>
/// A person in the figures of a measure of different persons: how many facts of a month count her, at a body with everything
/// below it. Changed by deltas in the transaction of the fact; longer periods count the different persons over these rows.
/// </summary>
public sealed class CountedPerson
{
    /// <summary>Region of the body: 0 for nation and province.</summary>
    public int Region { get; set; }

    /// <summary>The body.</summary>
    public int OrganisationId { get; set; }

    /// <summary>Whose tree it follows.</summary>
    public SumTree Tree { get; set; }

    /// <summary>What is counted.</summary>
    public int MeasureId { get; set; }

    /// <summary>Option of the breakdown; 0 is the total.</summary>
    public int Option { get; set; }

    /// <summary>yyyyMM.</summary>
    public int Month { get; set; }

    /// <summary>The person.</summary>
    public Guid PersonId { get; set; }

    /// <summary>Facts that count her: those not reversed. 0 where none is left.</summary>
    public long Facts { get; set; }
}

/// <summary>Facts of one person, measure, option and month, as they change counted persons.</summary>
internal sealed record PersonSum(int MeasureId, int Option, Month Month, Guid PersonId, long Facts)
{
    /// <summary>The persons that some facts count, month by month.</summary>
    public static async Task<IReadOnlyList<PersonSum>> ListAsync(IQueryable<Fact> facts, CancellationToken cancel)
    {
        var rows = await facts.Where(fact => fact.PersonId != null)
            .GroupBy(fact => new { fact.MeasureId, fact.Option, fact.Day.Year, fact.Day.Month, fact.PersonId })
            .Select(group => new { group.Key, Facts = group.Sum(fact => fact.Reverses == null ? 1L : -1L) })
            .Where(row => row.Facts != 0)
            .ToListAsync(cancel);
        return [.. rows.Select(row => new PersonSum(row.Key.MeasureId, row.Key.Option, Month.Of(new(row.Key.Year, row.Key.Month, 1)), row.Key.PersonId!.Value, row.Facts))];
    }
}

internal sealed class CountedPersonTable : IEntityTypeConfiguration<CountedPerson>
{
    public void Configure(EntityTypeBuilder<CountedPerson> table)
    {
        table.ToTable("counted_persons");
        table.SpreadByRegion();
        table.HasKey(row => new { row.Region, row.OrganisationId, row.MeasureId, row.Tree, row.Option, row.Month, row.PersonId });
    }
}
