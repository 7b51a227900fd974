using Microsoft.EntityFrameworkCore.Storage;

namespace Jinguo.Core.Base.Data;

/// <summary>The transaction of one act: committed by <see cref="CommitAsync"/>, else undone when disposed.</summary>
public sealed class WriteTransaction : IAsyncDisposable
{
    private readonly IDbContextTransaction transaction;
    private readonly SemaphoreSlim? turn;

    internal WriteTransaction(IDbContextTransaction transaction, SemaphoreSlim? turn) => (this.transaction, this.turn) = (transaction, turn);

    /// <summary>Makes the act permanent.</summary>
    public Task CommitAsync(CancellationToken cancel = default) => transaction.CommitAsync(cancel);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await transaction.DisposeAsync();
        }
        finally
        {
            turn?.Release();
        }
    }
}
