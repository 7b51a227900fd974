using Jinguo.Core.Base.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jinguo.Core.Base.Organisations;

internal sealed class OrganisationTable : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> table)
    {
        table.ToTable("organisations");
        table.CopyToAllServers();
        table.HasKey(row => row.Id);
        table.HasIndex(row => row.Code).IsUnique();
        table.HasIndex(row => row.Path).IsUnique();
        table.HasIndex(row => new { row.ParentId, row.Order, row.Code });
        table.HasIndex(row => new { row.Level, row.Path });
        table.Property(row => row.Code).HasMaxLength(40);
        table.Property(row => row.Name).HasMaxLength(100);
        table.Property(row => row.Initials).HasMaxLength(100);
        table.Property(row => row.Path).HasMaxLength(100);
        table.Property(row => row.Version).IsConcurrencyToken();
        table.HasOne<Organisation>().WithMany().HasForeignKey(row => row.ParentId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class OrganisationEdgeTable : IEntityTypeConfiguration<OrganisationEdge>
{
    public void Configure(EntityTypeBuilder<OrganisationEdge> table)
    {
        table.ToTable("organisation_edges");
        table.CopyToAllServers();
        table.HasKey(row => new { row.Region, row.OrganisationId, row.ValidFrom });
        table.HasIndex(row => row.Path);
        // Whether below a body there is work of other regions: asked with every table of figures, and hardly ever so.
        table.HasIndex(row => row.Path, "IX_organisation_edges_Path_foreign").HasFilter("\"IsForeign\"");
        // What hung below a body at some time: asked with every table of figures.
        table.HasIndex(row => row.ParentId);
        table.Property(row => row.Path).HasMaxLength(100);
        table.HasOne<Organisation>().WithMany().HasForeignKey(row => row.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}
