using Jinguo.Core.Base.Data;
using Jinguo.Testing.Processes;

namespace Jinguo.Testing.Faults;

/// <summary>An act that the platform does for a page or program.</summary>
/// <param name="place">Where.</param>
/// <param name="send">Sends it; true once it was acknowledged.</param>
/// <param name="look">What of it is in the database.</param>
internal sealed class PlatformAttempt(FaultPlace place, Func<Task<bool>> send, Func<Db, Task<Extent>> look) : IAttempt
{
    public ProductProcess Process => place.Product;

    public IReadOnlyList<string> Options => place.Options;

    /// <summary>Waits for what goes on after the answer.</summary>
    public Func<CancellationToken, Task> Settle { get; init; } = _ => Task.CompletedTask;

    public async Task<bool> SendAsync()
    {
        try
        {
            return await send();
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    public Task SettleAsync(CancellationToken cancel) => Settle(cancel);

    public async Task<Extent> LookAsync()
    {
        await using var db = place.Open();
        return await look(db);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

/// <summary>An act that a verb does.</summary>
/// <param name="words">The verb and what it is told.</param>
/// <param name="options">The options by which it finds the data.</param>
/// <param name="look">What of it is there.</param>
internal sealed class VerbAttempt(IReadOnlyList<string> words, IReadOnlyList<string> options, Func<Task<Extent>> look) : IAttempt
{
    private ProductProcess? verb;

    public IReadOnlyList<string> Options => options;

    public ProductProcess Process => verb ?? throw new InvalidOperationException("Not begun.");

    public async Task<bool> SendAsync()
    {
        if (verb is not null)
            await verb.DisposeAsync();
        verb = ProductProcess.Begin([.. words, .. options]);
        var ended = await verb.EndAsync();
        return ended.ExitCode is 0 || (ended.ExitCode is Killed ? false : throw new InvalidOperationException($"{words[0]} ended with {ended.ExitCode}: {ended.Output}{ended.Errors}"));
    }

    private const int Killed = 137;

    public Task SettleAsync(CancellationToken cancel) => Task.CompletedTask;

    public Task<Extent> LookAsync() => look();

    public ValueTask DisposeAsync() => verb?.DisposeAsync() ?? ValueTask.CompletedTask;
}
