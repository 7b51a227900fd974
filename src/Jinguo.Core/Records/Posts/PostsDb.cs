using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jinguo.Core.Records.Posts;

/// <summary>Sets of the module.</summary>
public static class PostsDb
{
    extension(Db db)
    {
        /// <summary>Terms of bodies.</summary>
        public DbSet<Term> Terms => db.Set<Term>();

        /// <summary>Posts of terms.</summary>
        public DbSet<Post> Posts => db.Set<Post>();

        /// <summary>Meetings that elected.</summary>
        public DbSet<Election> Elections => db.Set<Election>();
    }
}

internal sealed class TermTable : IEntityTypeConfiguration<Term>
{
    public void Configure(EntityTypeBuilder<Term> table)
    {
        table.ToTable("terms");
        table.HasKey(row => new { row.Region, row.Id });
        table.Property(row => row.Id).ValueGeneratedNever();
        table.HasIndex(row => row.Id).IsUnique();
        table.HasIndex(row => new { row.OrganisationId, row.From });
        // At most one stands, whoever tries.
        table.HasIndex(row => row.OrganisationId).IsUnique().HasFilter("\"Ended\" IS NULL");
        table.Property(row => row.Congress).HasMaxLength(TermChecks.LongestCongress);
        table.Property(row => row.Version).IsConcurrencyToken();
        table.ComplexProperty(row => row.Seats);
        table.HasOne<Organisation>().WithMany().HasForeignKey(row => row.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PostTable : IEntityTypeConfiguration<Post>
{
    public void Configure(EntityTypeBuilder<Post> table)
    {
        table.ToTable("posts");
        table.HasKey(row => new { row.Region, row.Id });
        table.Property(row => row.Id).ValueGeneratedNever();
        table.HasIndex(row => row.Id).IsUnique();
        table.HasIndex(row => row.TermId);
        table.HasIndex(row => row.PersonId);
        table.HasIndex(row => new { row.OrganisationId, row.Until });
        table.Property(row => row.Note).HasMaxLength(PostChecks.LongestNote);
        table.HasOne<Organisation>().WithMany().HasForeignKey(row => row.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ElectionTable : IEntityTypeConfiguration<Election>
{
    public void Configure(EntityTypeBuilder<Election> table)
    {
        table.ToTable("elections");
        table.HasKey(row => new { row.Region, row.Id });
        table.Property(row => row.Id).ValueGeneratedNever();
        table.HasIndex(row => row.Id).IsUnique();
        table.HasIndex(row => row.TermId);
    }
}
