using System.Buffers;

namespace Jinguo.Testing.Mentions;

/// <summary>A text with the figures that a careful person reads in it.</summary>
/// <param name="Name">What it is told by.</param>
/// <param name="Text">The text.</param>
/// <param name="Figures">Its figures, in order.</param>
public sealed record AnnotatedText(string Name, string Text, IReadOnlyList<AnnotatedFigure> Figures)
{
    /// <summary>Where the annotation ends.</summary>
    public int ReadUpTo { get; init; } = Text.Length;
}

/// <summary>A figure that stands in a text, by the rules of <c>shared/gold/README.md</c>.</summary>
/// <param name="Start">First letter.</param>
/// <param name="End">Behind the last.</param>
/// <param name="Text">Word of approximation, number and unit.</param>
/// <param name="Value">Value in base units.</param>
/// <param name="Unit">Unit as written, or null.</param>
/// <param name="IsOptional">True for ages, durations and announced lists: neither rewarded nor punished.</param>
public sealed record AnnotatedFigure(int Start, int End, string Text, decimal Value, string? Unit, bool IsOptional)
{
    private static readonly SearchValues<char> Letters = SearchValues.Create("0123456789０１２３４５６７８９〇零一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟");

    /// <summary>The numeral alone, without words of approximation and unit: 80多万 of 达80多万元.</summary>
    public (int Start, int End) Numeral
    {
        get
        {
            // 500千瓦时: the unit may begin with such a letter.
            var unit = Unit is null ? -1 : Text.LastIndexOf(Unit, StringComparison.Ordinal);
            var words = unit > 0 ? Text.AsSpan(0, unit) : Text;
            var (first, last) = (words.IndexOfAny(Letters), words.LastIndexOfAny(Letters));
            return first < 0 ? (Start, End) : (Start + first, Start + last + 1);
        }
    }
}

/// <summary>What a finder found.</summary>
/// <param name="Start">First letter.</param>
/// <param name="End">Behind the last.</param>
/// <param name="Value">The value that it read.</param>
/// <param name="Unit">The unit that it read, or null.</param>
/// <param name="IsOptional">True where the finder itself says that it is an age, a duration or an announced list.</param>
public sealed record FoundFigure(int Start, int End, decimal Value, string? Unit = null, bool IsOptional = false);
