using Jinguo.Core.Base.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jinguo.Core.Base.Organisations;

/// <summary>曾用名: how a body was called until a day. Figures as they were show the name of their time.</summary>
public sealed class FormerName
{
    /// <summary>Region of the body (<see cref="Organisation.Region"/>).</summary>
    public int Region { get; set; }

    /// <summary>The body.</summary>
    public int OrganisationId { get; set; }

    /// <summary>Last day of the name.</summary>
    public DateOnly LastDay { get; set; }

    /// <summary>The name.</summary>
    public required string Name { get; set; }

    /// <summary>文号 of the renaming that ended it.</summary>
    public required string Document { get; set; }
}

internal sealed class FormerNameTable : IEntityTypeConfiguration<FormerName>
{
    public void Configure(EntityTypeBuilder<FormerName> table)
    {
        table.ToTable("former_names");
        table.CopyToAllServers();
        table.HasKey(row => new { row.Region, row.OrganisationId, row.LastDay });
        table.HasIndex(row => new { row.OrganisationId, row.LastDay });
        table.Property(row => row.Name).HasMaxLength(100);
        table.Property(row => row.Document).HasMaxLength(60);
        table.HasOne<Organisation>().WithMany().HasForeignKey(row => row.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}
