using System.Runtime.InteropServices;

namespace Jinguo.Core.Figures.Reading;

/// <summary>A sum of facts with what is needed to print it; values in the measure's smallest unit.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Cell(long Value, long Facts, long AtLeast, long JustBelow, long About, long Words, DateTime? First, DateTime? Last)
{
    /// <summary>Approximate facts in it.</summary>
    public long Approximate => AtLeast + JustBelow + About;

    public static Cell operator +(Cell left, Cell right) => new(
        left.Value + right.Value,
        left.Facts + right.Facts,
        left.AtLeast + right.AtLeast,
        left.JustBelow + right.JustBelow,
        left.About + right.About,
        left.Words + right.Words,
        left.First is null || right.First < left.First ? right.First : left.First,
        left.Last is null || right.Last > left.Last ? right.Last : left.Last);

    /// <summary>What is left of a sum without a part of it; when it was posted is told by the whole.</summary>
    public static Cell operator -(Cell whole, Cell part) => whole with
    {
        Value = whole.Value - part.Value,
        Facts = whole.Facts - part.Facts,
        AtLeast = whole.AtLeast - part.AtLeast,
        JustBelow = whole.JustBelow - part.JustBelow,
        About = whole.About - part.About,
        Words = whole.Words - part.Words,
    };
}

/// <summary>Where a cell stands.</summary>
internal readonly record struct CellKey(int Span, int Body, int Measure, int Option);
