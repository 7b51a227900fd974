using System.Diagnostics;

namespace Jinguo.EndToEnd.Processes;

/// <summary>Asks again and again until an answer is as awaited; gives up after a minute, which says where it hangs.</summary>
internal static class Until
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>The first answer that is as awaited.</summary>
    public static async Task<T> TrueAsync<T>(Func<Task<T>> ask, Func<T, bool> isAwaited)
    {
        var begun = Stopwatch.GetTimestamp();
        while (true)
        {
            var answer = await ask();
            if (isAwaited(answer))
                return answer;
            Assert.True(Stopwatch.GetElapsedTime(begun) < Patience, $"After a minute it was still: {answer}");
            await Task.Delay(Pause);
        }
    }
}
