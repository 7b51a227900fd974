using System.Globalization;

namespace Jinguo.Core.Figures.Tables.Definitions;

/// <summary>Parses an equation from left to right: sides of numbers, + − and ellipses, between signs of comparison.</summary>
internal sealed class EquationParser(string text, int lines)
{
    private static readonly (string Written, string Meant)[] Signs =
        [("<=", "<="), (">=", ">="), ("≤", "<="), ("≥", ">="), ("≦", "<="), ("≧", ">="), ("=", "="), ("＝", "="), ("<", "<"), ("＜", "<"), (">", ">"), ("＞", ">")];

    private static readonly string[] Pluses = ["+", "＋"];
    private static readonly string[] Minuses = ["-", "－", "−"];
    private static readonly string[] Ellipses = ["……", "…", "⋯", "...", "。。。"];

    private int at;

    /// <exception cref="FormatException">The text is no equation; the message says where and why.</exception>
    public Equation Parse()
    {
        var parts = new List<EquationPart>();
        var left = Side();
        while (Sign() is { } sign)
        {
            var right = Side();
            parts.Add(new(left, sign, right));
            left = right;
        }
        SkipSpace();
        if (at < text.Length)
            throw Wrong($"看不懂“{text[at]}”，这里应是 + - = <= >= 或写完");
        return parts.Count == 0 ? throw Wrong("缺等号，例如 1=2+3") : new(text.Trim(), parts);
    }

    private EquationSide Side()
    {
        SkipSpace();
        var start = at;
        var terms = new List<EquationTerm> { new(Number(), IsTakenAway: false) };
        while (true)
        {
            if (TakeAny(Pluses))
            {
                if (TakeAny(Ellipses))
                    Fill(terms);
                else
                    terms.Add(new(Number(), IsTakenAway: false));
            }
            else if (TakeAny(Minuses))
                terms.Add(new(Number(), IsTakenAway: true));
            else
                break;
        }
        if (terms.GroupBy(term => term.Number).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw Wrong($"“{text[start..at].Trim()}”里{twice.Key}出现了两次");
        return new(string.Concat(text[start..at].Where(letter => !char.IsWhiteSpace(letter))), terms);
    }

    // 11+…+18 stands for 11+12+13+14+15+16+17+18.
    private void Fill(List<EquationTerm> terms)
    {
        var first = terms[^1];
        if (first.IsTakenAway)
            throw Wrong("省略号的前面要是相加的栏");
        if (!TakeAny(Pluses))
            throw Wrong("省略号的后面要写 + 和最后一栏，例如 11+…+18");
        var last = Number();
        if (last <= first.Number)
            throw Wrong($"省略号要从小到大，{first.Number}的后面却是{last}");
        for (var number = first.Number + 1; number <= last; number++)
            terms.Add(new(number, IsTakenAway: false));
    }

    private int Number()
    {
        SkipSpace();
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
            at++;
        if (start == at)
            throw Wrong(at < text.Length ? $"这里应是栏号或行号，却是“{text[at]}”" : "没有写完，这里还缺一个栏号或行号");
        if (!int.TryParse(text[start..at], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1 || number > lines)
            throw new FormatException($"第{start + 1}个字符处：没有第{text[start..at]}栏（行），一共{lines}");
        return number;
    }

    private string? Sign()
    {
        SkipSpace();
        foreach (var (written, meant) in Signs)
            if (Take(written))
                return meant;
        return null;
    }

    private bool TakeAny(string[] signs)
    {
        SkipSpace();
        return Array.Exists(signs, Take);
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
            at++;
    }

    private FormatException Wrong(string message) => new($"第{at + 1}个字符处：{message}");
}
