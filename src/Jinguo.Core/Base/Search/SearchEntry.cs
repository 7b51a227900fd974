using System.Buffers.Binary;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jinguo.Core.Base.Search;

/// <summary>Something that can be found by its words. The words themselves stand beside it, in the form of the database.</summary>
public sealed class SearchEntry : IOwned
{
    /// <summary>Region of the body.</summary>
    public int Region { get; set; }

    /// <summary>Key of the thing.</summary>
    public Guid SourceId { get; set; }

    /// <summary>Kind of the thing (<see cref="SearchKinds"/>).</summary>
    public required string Kind { get; set; }

    /// <summary>The body whose it is.</summary>
    public int OrganisationId { get; set; }

    /// <summary>Its day.</summary>
    public DateOnly Day { get; set; }

    /// <summary>How it is called.</summary>
    public required string Title { get; set; }

    /// <summary>The row of its words in the embedded database.</summary>
    public long Number { get; set; }

    /// <summary>The number of a thing: 62 bits of its key, which are random.</summary>
    public static long NumberOf(Guid key) => BinaryPrimitives.ReadInt64BigEndian(key.ToByteArray(bigEndian: true).AsSpan(8)) & (long.MaxValue >> 1);
}

/// <summary>What can be found, and the right it takes.</summary>
public static class SearchKinds
{
    /// <summary>A record of a ledger.</summary>
    public const string Record = "record";

    /// <summary>A report.</summary>
    public const string Report = "report";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<(string Kind, Right Right)> All { get; } = [(Record, Right.LedgerRead), (Report, Right.ReportRead)];
}

/// <summary>Sets of the module.</summary>
public static class SearchDb
{
    extension(Db db)
    {
        /// <summary>What can be found.</summary>
        public DbSet<SearchEntry> SearchEntries => db.Set<SearchEntry>();
    }
}

internal sealed class SearchEntryTable : IEntityTypeConfiguration<SearchEntry>
{
    public void Configure(EntityTypeBuilder<SearchEntry> table)
    {
        // The words are added by the migrations: tables of FTS5, columns of type tsvector.
        table.ToTable("search_entries");
        table.HasKey(row => new { row.Region, row.SourceId });
        table.HasIndex(row => row.Number).IsUnique();
        table.HasIndex(row => new { row.OrganisationId, row.Day });
        table.Property(row => row.Kind).HasMaxLength(20);
        table.Property(row => row.Title).HasMaxLength(200);
    }
}
