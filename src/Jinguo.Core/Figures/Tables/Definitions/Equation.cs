namespace Jinguo.Core.Figures.Tables.Definitions;

/// <summary>A line in a sum: its number, and whether it is taken away.</summary>
/// <param name="Number">Number of the column or row, from 1.</param>
/// <param name="IsTakenAway">True behind a minus sign.</param>
public readonly record struct EquationTerm(int Number, bool IsTakenAway);

/// <summary>One side of an equation.</summary>
/// <param name="Text">As it was written: 11+…+18.</param>
/// <param name="Terms">Its lines, an ellipsis written out.</param>
public sealed record EquationSide(string Text, IReadOnlyList<EquationTerm> Terms);

/// <summary>Two neighbours of a chain and the sign between them.</summary>
/// <param name="Left">Left side.</param>
/// <param name="Sign">=, &lt;, &lt;=, &gt; or &gt;=.</param>
/// <param name="Right">Right side.</param>
public sealed record EquationPart(EquationSide Left, string Sign, EquationSide Right)
{
    /// <summary>Whether two values keep the sign.</summary>
    public bool Holds(decimal left, decimal right) => Sign switch
    {
        "=" => left == right,
        "<" => left < right,
        "<=" => left <= right,
        ">" => left > right,
        _ => left >= right,
    };
}

/// <summary>
/// 勾稽关系 as statistical tables print them: <c>1=2+5+8=11+…+18</c>, <c>3&lt;=2</c>; numbers are those of columns or rows.
/// </summary>
/// <param name="Text">As it was written.</param>
/// <param name="Parts">Each two neighbours of the chain.</param>
public sealed record Equation(string Text, IReadOnlyList<EquationPart> Parts)
{
    /// <summary>The numbers in it, each once.</summary>
    public IEnumerable<int> Numbers => Parts.SelectMany(part => part.Left.Terms.Concat(part.Right.Terms)).Select(term => term.Number).Distinct();

    /// <summary>Reads one equation.</summary>
    /// <param name="text">The text; full-width signs are read as well.</param>
    /// <param name="lines">How many lines there are.</param>
    /// <param name="equation">The equation, where it is sound.</param>
    /// <param name="error">The first error, in words for the author, where it is not.</param>
    public static bool TryParse(
        string text,
        int lines,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Equation? equation,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(false)] out string? error)
    {
        try
        {
            (equation, error) = (new EquationParser(text, lines).Parse(), null);
            return true;
        }
        catch (FormatException wrong)
        {
            (equation, error) = (null, wrong.Message);
            return false;
        }
    }
}
