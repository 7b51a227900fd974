namespace Jinguo.Testing.Time;

/// <summary>A clock that stands still until a test moves it: 20 November 2026, 09:42 in China.</summary>
public sealed class TestClock : TimeProvider
{
    private readonly Lock access = new();
    private DateTimeOffset now = new(2026, 11, 20, 1, 42, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow()
    {
        lock (access)
            return now;
    }

    /// <summary>Lets time pass.</summary>
    public void Advance(TimeSpan span)
    {
        lock (access)
            now += span;
    }

    /// <summary>Sets the instant.</summary>
    public void Set(DateTimeOffset instant)
    {
        lock (access)
            now = instant;
    }
}
