using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jinguo.Core.Base.Access;

internal sealed class AccountTable : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> table)
    {
        table.ToTable("accounts");
        table.CopyToAllServers();
        table.HasKey(row => row.Id);
        table.Property(row => row.Id).ValueGeneratedNever();
        table.HasIndex(row => row.NormalizedUserName).IsUnique();
        table.Property(row => row.UserName).HasMaxLength(60);
        table.Property(row => row.NormalizedUserName).HasMaxLength(60);
        table.Property(row => row.Name).HasMaxLength(60);
        table.Property(row => row.Version).IsConcurrencyToken();
        table.HasMany(row => row.Assignments).WithOne().HasForeignKey(row => row.AccountId);
    }
}

internal sealed class RoleAssignmentTable : IEntityTypeConfiguration<RoleAssignment>
{
    public void Configure(EntityTypeBuilder<RoleAssignment> table)
    {
        table.ToTable("role_assignments");
        table.CopyToAllServers();
        table.HasKey(row => new { row.AccountId, row.OrganisationId, row.Role });
        table.HasIndex(row => row.OrganisationId);
        table.HasOne<Organisation>().WithMany().HasForeignKey(row => row.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}
