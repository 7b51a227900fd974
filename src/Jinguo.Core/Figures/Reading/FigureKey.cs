namespace Jinguo.Core.Figures.Reading;

/// <summary>What a figure counts: a measure, or one option of its breakdown.</summary>
/// <param name="Measure">Code of the measure: <c>training.participants</c>.</param>
/// <param name="Option">Code of the option, or null for the total.</param>
public readonly record struct FigureKey(string Measure, string? Option = null)
{
    /// <summary>Reads <c>training.participants</c> or <c>training.participants:skills</c>.</summary>
    public static FigureKey Parse(string text) => text.Split(':', 2) is [var measure, var option] ? new(measure, option) : new(text);

    /// <summary>The text that <see cref="Parse"/> reads.</summary>
    public override string ToString() => Option is null ? Measure : $"{Measure}:{Option}";
}
