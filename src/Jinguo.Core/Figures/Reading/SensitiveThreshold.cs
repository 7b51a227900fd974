namespace Jinguo.Core.Figures.Reading;

/// <summary>The smallest count of a sensitive measure that a body above may be told; smaller ones wait or are told together.</summary>
/// <param name="Value">From <see cref="Least"/> to <see cref="Most"/>.</param>
public sealed record SensitiveThreshold(int Value = SensitiveThreshold.Usual)
{
    /// <summary>Where nothing else is set.</summary>
    public const int Usual = 5;

    /// <summary>The smallest that still hides anything.</summary>
    public const int Least = 2;

    /// <summary>The largest.</summary>
    public const int Most = 50;
}
