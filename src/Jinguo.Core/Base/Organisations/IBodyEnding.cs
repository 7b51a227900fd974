namespace Jinguo.Core.Base.Organisations;

/// <summary>What a module ends when a body ends: a record module knows others by this alone.</summary>
public interface IBodyEnding
{
    /// <summary>Why a body cannot end yet, in words that say what to do first; null where nothing stands in the way.</summary>
    /// <param name="body">The body that is to end.</param>
    /// <param name="cancel">Stops.</param>
    Task<Problem?> CheckAsync(Organisation body, CancellationToken cancel) => Task.FromResult<Problem?>(null);

    /// <summary>Ends it within the transaction of the act, with its facts and its history.</summary>
    /// <param name="body">The body that ends.</param>
    /// <param name="day">The first day on which it is no more.</param>
    /// <param name="reason">Number of the document that ends it.</param>
    /// <param name="cancel">Stops.</param>
    /// <returns>How many posts ended.</returns>
    Task<int> EndAsync(Organisation body, DateOnly day, string reason, CancellationToken cancel);
}
