namespace Jinguo.Benchmarks.Harness;

/// <summary>What a comparison found.</summary>
/// <param name="Title">What is compared.</param>
/// <param name="Columns">Heads, with units.</param>
/// <param name="Rows">Cells: texts, whole numbers or <see cref="double"/>s.</param>
internal sealed record ResultTable(string Title, IReadOnlyList<string> Columns, IReadOnlyList<object[]> Rows);
