using Jinguo.Core.Base.ClientKeys;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Jinguo.Core.Base.Data;

/// <summary>
/// The database. It has no tables of its own: each module maps its tables (<c>…Table</c>) and names its sets
/// (<c>…Db</c>, extension properties). One model, two providers: <see cref="SqliteDb"/> and <see cref="PostgresDb"/>.
/// </summary>
public abstract class Db(DbContextOptions options) : DbContext(options)
{
    /// <summary>
    /// Begins the transaction of an act. Every write goes through one; on SQLite the writers of this process queue here
    /// in the order they came, because the engine's own waiting is unfair.
    /// </summary>
    public abstract Task<WriteTransaction> BeginWriteAsync(CancellationToken cancel = default);

    /// <summary>The act in hand, or null.</summary>
    internal WriteTransaction? Write { get; set; }

    /// <summary>The key under which a program has sent the act that comes, or null.</summary>
    internal ActKey? ActKey { get; set; }

    /// <summary>
    /// How many rows share the sums of one busy cell (figures.md, stripes): 1 where there is one writer at a time.
    /// </summary>
    public abstract int Stripes { get; }

    /// <summary>
    /// Has the database look how its rows lie, where many came since it last did, so that it chooses the right index. To be called
    /// now and then; a server does it by itself.
    /// </summary>
    public virtual Task RefreshStatisticsAsync(CancellationToken cancel = default) => Task.CompletedTask;

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(Db).Assembly);

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();

    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        instant => instant,
        stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc));
}
