using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Encryption;
using Jinguo.Core.Base.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jinguo.Core.Base.Persons;

/// <summary>
/// A known person, entered once: by her ID number where it is known, else by name and telephone, else by name within the body
/// that entered her. ID number and telephone are sealed and found through their blind index.
/// </summary>
public sealed class Person : IOwned
{
    /// <summary>Longest name, in letters.</summary>
    public const int LongestName = 50;

    /// <summary>Region of the body that entered her.</summary>
    public int Region { get; set; }

    /// <summary>Key, version 7.</summary>
    public Guid Id { get; set; }

    /// <summary>The body that entered her.</summary>
    public int OrganisationId { get; set; }

    /// <summary>Her name.</summary>
    public required string Name { get; set; }

    /// <summary>Her ID number, sealed; null while unknown.</summary>
    public string? IdNumber { get; set; }

    /// <summary>Blind index of the ID number: one person has one.</summary>
    public string? IdIndex { get; set; }

    /// <summary>Her telephone, sealed; null while unknown.</summary>
    public string? Phone { get; set; }

    /// <summary>Blind index of the telephone; a family may share one.</summary>
    public string? PhoneIndex { get; set; }

    /// <summary>Name of the key that sealed them; null where nothing is sealed.</summary>
    public string? SealedWith { get; set; }

    /// <summary>Day of birth, from the ID number or as told.</summary>
    public DateOnly? BirthDate { get; set; }

    /// <summary>Sex, from the ID number or as told.</summary>
    public Sex? Sex { get; set; }

    /// <summary>民族.</summary>
    public string? EthnicGroup { get; set; }

    /// <summary>政治面貌.</summary>
    public string? PoliticalStatus { get; set; }

    /// <summary>学历.</summary>
    public string? Education { get; set; }

    /// <summary>单位及职务, or occupation.</summary>
    public string? Occupation { get; set; }

    /// <summary>界别: 教育, 卫生, 企业….</summary>
    public string? Sector { get; set; }

    /// <summary>Residence.</summary>
    public string? Residence { get; set; }

    /// <summary>When she was entered (UTC).</summary>
    public DateTime CreatedAt { get; set; }

    /// <summary>Counts edits.</summary>
    public int Version { get; set; }
}

/// <summary>Sets of the module.</summary>
public static class PersonsDb
{
    extension(Db db)
    {
        /// <summary>Known persons.</summary>
        public DbSet<Person> Persons => db.Set<Person>();
    }
}

internal sealed class PersonTable : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> table)
    {
        table.ToTable("persons");
        table.HasKey(row => new { row.Region, row.Id });
        table.Property(row => row.Id).ValueGeneratedNever();
        table.HasIndex(row => row.Id).IsUnique();
        table.HasIndex(row => row.IdIndex).IsUnique();
        table.HasIndex(row => row.PhoneIndex);
        table.HasIndex(row => new { row.Name, row.OrganisationId });
        table.HasIndex(row => row.SealedWith);
        table.Property(row => row.Name).HasMaxLength(Person.LongestName);
        table.Property(row => row.IdNumber).HasMaxLength(200);
        table.Property(row => row.IdIndex).HasMaxLength(BlindIndex.Length);
        table.Property(row => row.Phone).HasMaxLength(200);
        table.Property(row => row.PhoneIndex).HasMaxLength(BlindIndex.Length);
        table.Property(row => row.SealedWith).HasMaxLength(30);
        table.Property(row => row.EthnicGroup).HasMaxLength(20);
        table.Property(row => row.PoliticalStatus).HasMaxLength(20);
        table.Property(row => row.Education).HasMaxLength(20);
        table.Property(row => row.Occupation).HasMaxLength(100);
        table.Property(row => row.Sector).HasMaxLength(40);
        table.Property(row => row.Residence).HasMaxLength(200);
        table.Property(row => row.Version).IsConcurrencyToken();
        table.HasOne<Organisation>().WithMany().HasForeignKey(row => row.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}
