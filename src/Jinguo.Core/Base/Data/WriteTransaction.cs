using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.ClientKeys;
using Microsoft.EntityFrameworkCore.Storage;

namespace Jinguo.Core.Base.Data;

/// <summary>The transaction of one act: committed by <see cref="CommitAsync"/>, else undone when disposed.</summary>
public sealed class WriteTransaction : IAsyncDisposable
{
    private readonly Db db;
    private readonly IDbContextTransaction transaction;
    private readonly SemaphoreSlim? turn;
    private readonly List<Change> changes = [];
    private int facts;

    internal WriteTransaction(Db db, IDbContextTransaction transaction, SemaphoreSlim? turn)
    {
        (this.db, this.transaction, this.turn) = (db, transaction, turn);
        db.Write = this;
        // An act is done or undone as a whole, so nothing goes on after a part that failed. And EF Core keeps to itself what goes
        // wrong at the end of a savepoint: an act whose connection was cut there went on without its transaction.
        db.Database.AutoSavepointsEnabled = false;
    }

    /// <summary>
    /// Makes the act permanent, its history with it. The history comes last, so that the head of a chain is locked only for
    /// the moment of the commit and after every other lock of the act.
    /// </summary>
    /// <exception cref="ActSentBeforeException">A program sent the same act twice, and the other was faster.</exception>
    public async Task CommitAsync(CancellationToken cancel = default)
    {
        await SentActs.KeepAsync(db, cancel);
        await ChangeChain.AppendAsync(db, changes, cancel);
        // Never broken off, not by a visitor who goes away either: see DatabaseSetup.
        await transaction.CommitAsync(CancellationToken.None);
        Meters.Done(changes.Select(change => change.Act), facts);
        changes.Clear();
        db.ActKey = null;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            db.Write = null;
            await transaction.DisposeAsync();
        }
        finally
        {
            turn?.Release();
        }
    }

    internal void Add(Change change) => changes.Add(change);

    /// <summary>So many facts are posted when the act commits.</summary>
    internal void Count(int posted) => facts += posted;
}
