namespace Jinguo.Core.Base.Forms;

/// <summary>What is wrong with a formula, in words for the author of a pack.</summary>
/// <param name="Position">Where it begins: letters from the start, the first being 1.</param>
/// <param name="Text">What was expected.</param>
public sealed record FormulaError(int Position, string Text)
{
    /// <summary>Place and text in one sentence.</summary>
    public override string ToString() => $"第{Position}个字符处：{Text}";
}

/// <summary>
/// A small formula over fields or measures, parsed once: numbers, codes, 'text', + - * / ( ), &lt; &lt;= &gt; &gt;= = &lt;&gt;,
/// and or not, filled(code). It reckons in decimals. A missing operand or a division by zero gives no value rather than zero.
/// </summary>
public sealed class Formula : IEquatable<Formula>
{
    private readonly FormulaNode root;

    internal Formula(string text, FormulaNode root)
    {
        Text = text;
        this.root = root;
    }

    /// <summary>The formula as written in the pack.</summary>
    public string Text { get; }

    /// <summary>The codes it names, each once, in the order of the text.</summary>
    public IReadOnlyList<string> Codes => [.. root.References().Select(reference => reference.Code).Distinct(StringComparer.Ordinal)];

    /// <summary>The code, where the formula is nothing but one code; else null.</summary>
    public string? SingleCode => (root as ReferenceNode)?.Code;

    /// <summary>The codes that are compared with a written text, each with that text: category = 'skills'.</summary>
    public IReadOnlyList<(string Code, string Literal)> ComparedTexts => [.. root.ComparedTexts()];

    /// <summary>Parses a formula.</summary>
    /// <param name="text">The text.</param>
    /// <param name="formula">The formula, where it is sound.</param>
    /// <param name="error">The first error, where it is not.</param>
    public static bool TryParse(
        string text,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Formula? formula,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(false)] out FormulaError? error)
    {
        try
        {
            formula = new Formula(text, new FormulaParser(text).Parse());
            error = null;
            return true;
        }
        catch (FormulaException wrong)
        {
            formula = null;
            error = wrong.Error;
            return false;
        }
    }

    /// <summary>Parses a formula that is known to be sound.</summary>
    /// <exception cref="FormatException">It is not.</exception>
    public static Formula Parse(string text) =>
        TryParse(text, out var formula, out var error) ? formula : throw new FormatException($"{text}: {error}");

    /// <summary>What the formula gives.</summary>
    /// <param name="valueOf">The operand behind a code.</param>
    public Operand Evaluate(Func<string, Operand> valueOf) => root.Evaluate(valueOf);

    /// <summary>The number the formula gives; null where an operand is missing or a division is by zero.</summary>
    /// <param name="valueOf">The operand behind a code.</param>
    public decimal? Number(Func<string, Operand> valueOf) =>
        Evaluate(valueOf) is { Kind: OperandKind.Number } number ? number.Number : null;

    /// <summary>Whether a condition holds; null where it cannot be told because an operand is missing.</summary>
    /// <param name="valueOf">The operand behind a code.</param>
    public bool? Holds(Func<string, Operand> valueOf) =>
        Evaluate(valueOf) is { Kind: OperandKind.Truth } truth ? truth.Truth : null;

    /// <summary>
    /// Checks the codes and that like is reckoned with like, so that a formula that loads cannot fail on a record.
    /// </summary>
    /// <param name="kindOf">What a code stands for; null for an unknown code.</param>
    /// <param name="expected">What the whole must give: a number for a value, a truth for a condition.</param>
    public IReadOnlyList<FormulaError> Check(Func<string, OperandKind?> kindOf, OperandKind expected)
    {
        var check = new FormulaCheck(kindOf);
        var kind = root.Check(check);
        if (check.Errors.Count == 0 && kind != expected)
            check.Report(root, expected == OperandKind.Number ? "这里要得出一个数" : "这里要得出是或否，例如 a <= b");
        return check.Errors;
    }

    /// <inheritdoc/>
    public bool Equals(Formula? other) => other is not null && Text == other.Text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Formula);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Text);

    /// <inheritdoc/>
    public override string ToString() => Text;
}

/// <summary>Collects what is wrong while a formula's parts are checked.</summary>
internal sealed class FormulaCheck(Func<string, OperandKind?> kindOf)
{
    public List<FormulaError> Errors { get; } = [];

    public OperandKind? KindOf(string code) => kindOf(code);

    /// <summary>Reports an error and gives no kind, so that what follows from it is not reported again.</summary>
    public OperandKind? Report(FormulaNode node, string text)
    {
        Errors.Add(new FormulaError(node.Position, text));
        return null;
    }
}

/// <summary>Ends the parsing at the first error.</summary>
internal sealed class FormulaException(FormulaError error) : Exception(error.Text)
{
    public FormulaError Error { get; } = error;
}
