using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jinguo.Core.Base.ClientKeys;

/// <summary>What a form that was sent twice has already made. The key is made with the form (UUID version 7).</summary>
public sealed class ClientKey
{
    /// <summary>The key the form carried.</summary>
    public Guid Key { get; set; }

    /// <summary>Kind of the thing made: <c>organisation</c>, <c>account</c>…</summary>
    public required string SubjectKind { get; set; }

    /// <summary>Key of the thing made, as text.</summary>
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
        var at = time.Instant();
        var claimed = await db.Database.ExecuteSqlAsync(
            $"""INSERT INTO client_keys ("Key", "SubjectKind", "SubjectId", "At") VALUES ({key}, {subjectKind}, {subjectId}, {at}) ON CONFLICT DO NOTHING""",
            cancel);
        return claimed == 1
            ? null
            : await db.Set<ClientKey>().Where(row => row.Key == key && row.SubjectKind == subjectKind).Select(row => row.SubjectId).SingleAsync(cancel);
    }
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
