namespace Jinguo.Benchmarks.Mentions;

/// <summary>What the recognizers are asked for. Once they took too long, they are not asked for it with a longer text.</summary>
/// <param name="Name">What is asked for, as the tables head it.</param>
/// <param name="Models">The models that it takes.</param>
internal sealed record RecognizerJob(string Name, IReadOnlyList<string> Models)
{
    /// <summary>Milliseconds after which nothing longer is tried.</summary>
    public double Longest { get; init; } = 3_000;

    public const string NotInstalled = "未装 (not installed)";

    /// <summary>Numbers and rates: what the other finders do.</summary>
    public static RecognizerJob Numbers() => new("numbers", ["number", "percentage"]);

    /// <summary>Dates too, so that they can be left out.</summary>
    public static RecognizerJob Dates() => new("numbers, dates", ["number", "percentage", "ordinal", "date"]);

    /// <summary>And the units that they know.</summary>
    public static RecognizerJob Units() => new("numbers, dates, units", ["number", "percentage", "ordinal", "date", "currency", "dimension", "age"]);

    private bool isTooSlow;

    /// <summary>Milliseconds; null where the word instead is to be printed.</summary>
    public async Task<(double? Milliseconds, string Instead)> TimeAsync(Recognizers recognizers, string text, CancellationToken cancel)
    {
        if (!recognizers.IsInstalled)
            return (null, NotInstalled);
        if (isTooSlow)
            return (null, "not run");
        var time = await recognizers.TimeAsync(text, Models, cancel);
        isTooSlow = time is not { } taken || taken.Milliseconds > Longest;
        return time is { } one ? (one.Milliseconds, "") : (null, $"over {Recognizers.PatienceInSeconds} s");
    }
}
