using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Time;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Base.ClientKeys;

/// <summary>The key under which a program sends an act, so that a second sending is known.</summary>
/// <param name="Key">Made of the account and what it sent as key: no account meets the keys of another.</param>
/// <param name="Content">Hash of what was sent: 43 letters.</param>
/// <param name="At">When (UTC).</param>
public sealed record ActKey(Guid Key, string Content, DateTime At);

/// <summary>The same act came in and was done between our look and our commit: this one is undone.</summary>
public sealed class ActSentBeforeException() : Exception("An act was sent under this key meanwhile.");

/// <summary>
/// Acts that programs send under keys of their own. The key is kept in the transaction of the act
/// (<see cref="WriteTransaction.CommitAsync"/>), so that there is never one without the other.
/// </summary>
public sealed class SentActs(Db db, Actor actor, TimeProvider time)
{
    private const string Kind = "act";

    /// <summary>What is to be kept of an act.</summary>
    /// <param name="key">The key as the program sent it.</param>
    /// <param name="content">Everything that tells this act from another: address and body.</param>
    public ActKey KeyOf(Guid key, string content)
    {
        var own = SHA256.HashData(Encoding.UTF8.GetBytes($"{actor.AccountId} {key}"));
        return new(new(own.AsSpan(0, 16)), Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(content))), time.Instant());
    }

    /// <summary>True when this act was done, false when another act was done under its key; null when none was.</summary>
    public async Task<bool?> FindAsync(ActKey act, CancellationToken cancel = default)
    {
        var content = await db.Set<ClientKey>().Where(row => row.Key == act.Key && row.SubjectKind == Kind).Select(row => row.SubjectId).SingleOrDefaultAsync(cancel);
        return content is null ? null : content == act.Content;
    }

    /// <summary>The next act of this request is kept under the key.</summary>
    public void Begin(ActKey act) => db.ActKey = act;

    /// <summary>Keeps the key also where the act found nothing to change.</summary>
    /// <exception cref="ActSentBeforeException">The key is kept already.</exception>
    public async Task EndAsync(CancellationToken cancel = default)
    {
        if (db.ActKey is null)
            return;
        await using var write = await db.BeginWriteAsync(cancel);
        await write.CommitAsync(cancel);
    }

    /// <summary>Keeps the key of the act in hand, if it has one.</summary>
    internal static async Task KeepAsync(Db db, CancellationToken cancel)
    {
        if (db.ActKey is { } act && !await SentForms.InsertAsync(db, new() { Key = act.Key, SubjectKind = Kind, SubjectId = act.Content, At = act.At }, cancel))
            throw new ActSentBeforeException();
    }
}
