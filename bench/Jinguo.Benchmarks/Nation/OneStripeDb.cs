using Jinguo.Core.Base.Data;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Benchmarks.Nation;

/// <summary>PostgreSQL as the product would use it without stripes: one row for each sum, however many write to it.</summary>
internal sealed class OneStripeDb(DbContextOptions<OneStripeDb> options) : Db(options)
{
    public override int Stripes => 1;

    public static OneStripeDb Open(string database) => new(new DbContextOptionsBuilder<OneStripeDb>().UseNpgsql(database).Options);

    public override async Task<WriteTransaction> BeginWriteAsync(CancellationToken cancel = default) => new(this, await Database.BeginTransactionAsync(cancel), turn: null);
}
