namespace Jinguo.Office.Excel;

/// <summary>The letters Excel gives its columns: 1 is A, 26 is Z, 27 is AA, 16,384 is XFD.</summary>
public static class ColumnLetter
{
    /// <summary>The letters of a column.</summary>
    /// <param name="column">From 1.</param>
    public static string Of(int column)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(column, 1);
        Span<char> letters = stackalloc char[8];
        var start = letters.Length;
        for (var rest = column; rest > 0; rest = (rest - 1) / 26)
        {
            letters[--start] = (char)('A' + (rest - 1) % 26);
        }

        return new string(letters[start..]);
    }

    /// <summary>The column of a reference such as B12; 0 if it does not start with a column's letters.</summary>
    internal static int ColumnOf(ReadOnlySpan<char> reference)
    {
        var column = 0;
        foreach (var c in reference)
        {
            if (!char.IsAsciiLetter(c) || column > 16_384)
            {
                break;
            }

            column = column * 26 + (char.ToUpperInvariant(c) - 'A' + 1);
        }

        return column;
    }
}
