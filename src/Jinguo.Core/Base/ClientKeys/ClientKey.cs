using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jinguo.Core.Base.ClientKeys;

/// <summary>What a form or an act that was sent twice has already done. The key is made with the form (UUID version 7), or by the program.</summary>
public sealed class ClientKey
{
    /// <summary>The key the form carried; that of an act is <see cref="ActKey.Key"/>.</summary>
    public Guid Key { get; set; }

    /// <summary>Kind of the thing made: <c>organisation</c>, <c>account</c>…</summary>
    public required string SubjectKind { get; set; }

    /// <summary>Key of the thing made, as text; of an act, what was sent (<see cref="ActKey.Content"/>).</summary>
    public required string SubjectId { get; set; }

    /// <summary>When (UTC).</summary>
    public DateTime At { get; set; }
}

/// <summary>Lets the second sending of a form find what the first one made.</summary>
public sealed class SentForms(Db db, TimeProvider time)
{
    /// <summary>
    /// Claims the key for a thing about to be made, inside the transaction of the act. Null when the claim holds; else
    /// the id of the thing that the first sending made. A second sending at the same moment waits for the first.
    /// </summary>
    public async Task<string?> ClaimAsync(Guid key, string subjectKind, string subjectId, CancellationToken cancel = default)
    {
        return await InsertAsync(db, new() { Key = key, SubjectKind = subjectKind, SubjectId = subjectId, At = time.Instant() }, cancel)
            ? null
            : await db.Set<ClientKey>().Where(row => row.Key == key && row.SubjectKind == subjectKind).Select(row => row.SubjectId).SingleAsync(cancel);
    }

    /// <summary>False where the key is there already. Another who inserts it at the same moment is waited for.</summary>
    internal static async Task<bool> InsertAsync(Db db, ClientKey row, CancellationToken cancel) => 1 == await db.Database.ExecuteSqlAsync(
        $"""INSERT INTO client_keys ("Key", "SubjectKind", "SubjectId", "At") VALUES ({row.Key}, {row.SubjectKind}, {row.SubjectId}, {row.At}) ON CONFLICT DO NOTHING""",
        cancel);
}

internal sealed class ClientKeyTable : IEntityTypeConfiguration<ClientKey>
{
    public void Configure(EntityTypeBuilder<ClientKey> table)
    {
        table.ToTable("client_keys");
        table.HasKey(row => row.Key);
        table.Property(row => row.Key).ValueGeneratedNever();
        table.Property(row => row.SubjectKind).HasMaxLength(40);
        table.Property(row => row.SubjectId).HasMaxLength(60);
    }
}
