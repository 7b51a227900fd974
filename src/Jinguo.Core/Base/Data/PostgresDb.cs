using Jinguo.Core.Base.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Base.Data;

/// <summary>The server database.</summary>
public sealed class PostgresDb(DbContextOptions<PostgresDb> options) : Db(options)
{
    /// <inheritdoc/>
    public override int Stripes => 16;

    /// <inheritdoc/>
    public override async Task<WriteTransaction> BeginWriteAsync(CancellationToken cancel = default) =>
        new(this, await Database.BeginTransactionAsync(cancel), turn: null);

    /// <inheritdoc/>
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.AddInterceptors(PreparedStatements.Interceptor.Instance);

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        // Paths, codes and keys are compared by their bytes, as SQLite does: subtree ranges depend on it.
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()).Where(property => property.ClrType == typeof(string)))
            property.SetCollation("C");
        modelBuilder.Entity<OrganisationEdge>().Property(edge => edge.IsForeign).HasComputedColumnSql("""strpos("Path", '/' || CAST("Region" AS text) || '/') = 0""", stored: true);
    }
}
