using System.Globalization;

namespace Jinguo.Core.Base.Forms;

/// <summary>
/// Parses a formula by descent: or, and, not, comparison, sum, product, sign, then numbers, texts, codes and parentheses.
/// </summary>
internal sealed class FormulaParser(string text)
{
    /// <summary>No sound formula nests deeper; it bounds the stack for any input.</summary>
    private const int DeepestNesting = 50;

    private static readonly string[] Comparisons = ["<=", ">=", "<>", "<", ">", "="];

    private int at;
    private int depth;

    private int Position => at + 1;

    public FormulaNode Parse()
    {
        var root = Or();
        SkipSpace();
        if (at < text.Length)
            throw Wrong($"多出了“{text[at]}”，请检查括号和运算符");
        return root;
    }

    private FormulaNode Or()
    {
        if (++depth > DeepestNesting)
            throw Wrong("括号套得太多了，请拆成几条");
        var left = And();
        while (TakeWord("or") is { } position)
        {
            left = new JoinNode(position, IsAnd: false, left, And());
        }

        depth--;
        return left;
    }

    private FormulaNode And()
    {
        var left = Not();
        while (TakeWord("and") is { } position)
        {
            left = new JoinNode(position, IsAnd: true, left, Not());
        }

        return left;
    }

    private FormulaNode Not()
    {
        var nots = new Stack<int>();
        while (TakeWord("not") is { } position)
        {
            nots.Push(position);
        }

        var node = Comparison();
        while (nots.TryPop(out var position))
        {
            node = new NotNode(position, node);
        }

        return node;
    }

    private FormulaNode Comparison()
    {
        var left = Sum();
        SkipSpace();
        var position = Position;
        var sign = Array.Find(Comparisons, Take);
        return sign is null ? left : new CompareNode(position, sign, left, Sum());
    }

    private FormulaNode Sum()
    {
        var left = Product();
        while (TakeSign("+-") is { } sign)
        {
            left = new ReckonNode(at, sign, left, Product());
        }

        return left;
    }

    private FormulaNode Product()
    {
        var left = Signed();
        while (TakeSign("*/") is { } sign)
        {
            left = new ReckonNode(at, sign, left, Signed());
        }

        return left;
    }

    private FormulaNode Signed()
    {
        if (TakeSign("-") is null)
            return Value();
        return new MinusNode(at, Value());
    }

    private FormulaNode Value()
    {
        SkipSpace();
        if (at >= text.Length)
            throw Wrong("公式没有写完，这里还缺一个数或代码");
        return text[at] switch
        {
            '(' => Parenthesis(),
            '\'' => Literal(),
            >= '0' and <= '9' => Number(),
            _ when char.IsAsciiLetter(text[at]) => Code(),
            '（' or '）' or '，' or '＋' or '－' => throw Wrong($"“{text[at]}”请改用英文半角符号"),
            _ => throw Wrong($"这里应是数、代码、'文字'或左括号，却是“{text[at]}”"),
        };
    }

    private FormulaNode Parenthesis()
    {
        var position = Position;
        at++;
        var inner = Or();
        SkipSpace();
        if (!Take(")"))
            throw Wrong($"第{position}个字符处的左括号没有配对的右括号");
        return inner;
    }

    private LiteralNode Literal()
    {
        var position = Position;
        var end = text.IndexOf('\'', at + 1);
        if (end < 0)
            throw Wrong("文字要以单引号结束");
        var literal = text[(at + 1)..end];
        at = end + 1;
        return new LiteralNode(position, Operand.Of(literal));
    }

    private LiteralNode Number()
    {
        var (position, start) = (Position, at);
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] == '.'))
        {
            at++;
        }

        return decimal.TryParse(text[start..at], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? new LiteralNode(position, Operand.Of(number))
            : throw new FormulaException(new FormulaError(position, $"“{text[start..at]}”不是一个数"));
    }

    private FormulaNode Code()
    {
        var position = Position;
        var word = ReadWord();
        if (word is "and" or "or" or "not")
            throw new FormulaException(new FormulaError(position, $"{word} 的前面或后面缺一个条件"));
        if (word != "filled")
            return new ReferenceNode(position, word);
        SkipSpace();
        if (!Take("("))
            throw Wrong("filled 的后面要写括号，例如 filled(place)");
        SkipSpace();
        var inner = new ReferenceNode(Position, ReadWord());
        SkipSpace();
        if (inner.Code.Length == 0 || !Take(")"))
            throw Wrong("filled 的括号里只写一个代码，例如 filled(place)");
        return new FilledNode(position, inner);
    }

    private string ReadWord()
    {
        var start = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '.' or '_'))
        {
            at++;
        }

        return text[start..at];
    }

    /// <summary>Steps over a word such as and, if the next word is it; gives its position.</summary>
    private int? TakeWord(string word)
    {
        SkipSpace();
        var (start, position) = (at, Position);
        if (ReadWord() == word)
            return position;
        at = start;
        return null;
    }

    private char? TakeSign(string signs)
    {
        SkipSpace();
        return at < text.Length && signs.Contains(text[at], StringComparison.Ordinal) ? text[at++] : null;
    }

    private bool Take(string sign)
    {
        if (string.CompareOrdinal(text, at, sign, 0, sign.Length) != 0)
            return false;
        at += sign.Length;
        return true;
    }

    private void SkipSpace()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }
    }

    private FormulaException Wrong(string message) => new(new FormulaError(Position, message));
}
