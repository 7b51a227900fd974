namespace Jinguo.Core.Base.Forms;

/// <summary>A part of a formula.</summary>
internal abstract record FormulaNode(int Position)
{
    public virtual IEnumerable<FormulaNode> Parts => [];

    public abstract Operand Evaluate(Func<string, Operand> valueOf);

    /// <summary>What the part gives; null where that was reported as an error.</summary>
    public abstract OperandKind? Check(FormulaCheck check);

    public IEnumerable<ReferenceNode> References() =>
        this is ReferenceNode self ? [self] : Parts.SelectMany(part => part.References());

    public virtual IEnumerable<(string Code, string Literal)> ComparedTexts() => Parts.SelectMany(part => part.ComparedTexts());
}

internal sealed record LiteralNode(int Position, Operand Value) : FormulaNode(Position)
{
    public override Operand Evaluate(Func<string, Operand> valueOf) => Value;

    public override OperandKind? Check(FormulaCheck check) => Value.Kind;
}

internal sealed record ReferenceNode(int Position, string Code) : FormulaNode(Position)
{
    public override Operand Evaluate(Func<string, Operand> valueOf) => valueOf(Code);

    public override OperandKind? Check(FormulaCheck check) =>
        check.KindOf(Code) ?? check.Report(this, $"没有“{Code}”这个代码，请检查拼写");
}

internal sealed record FilledNode(int Position, ReferenceNode Of) : FormulaNode(Position)
{
    public override IEnumerable<FormulaNode> Parts => [Of];

    public override Operand Evaluate(Func<string, Operand> valueOf) => Operand.Of(valueOf(Of.Code).Kind != OperandKind.Missing);

    public override OperandKind? Check(FormulaCheck check) => Of.Check(check) is null ? null : OperandKind.Truth;
}

internal sealed record MinusNode(int Position, FormulaNode Of) : FormulaNode(Position)
{
    public override IEnumerable<FormulaNode> Parts => [Of];

    public override Operand Evaluate(Func<string, Operand> valueOf) =>
        Of.Evaluate(valueOf) is { Kind: OperandKind.Number } number ? Operand.Of(-number.Number) : Operand.Missing;

    public override OperandKind? Check(FormulaCheck check) => Of.Check(check) switch
    {
        null => null,
        OperandKind.Number => OperandKind.Number,
        _ => check.Report(Of, "只有数才能变号"),
    };
}

internal sealed record NotNode(int Position, FormulaNode Of) : FormulaNode(Position)
{
    public override IEnumerable<FormulaNode> Parts => [Of];

    public override Operand Evaluate(Func<string, Operand> valueOf) =>
        Of.Evaluate(valueOf) is { Kind: OperandKind.Truth } truth ? Operand.Of(!truth.Truth) : Operand.Missing;

    public override OperandKind? Check(FormulaCheck check) => Of.Check(check) switch
    {
        null => null,
        OperandKind.Truth => OperandKind.Truth,
        _ => check.Report(Of, "not 的后面要是一个条件"),
    };
}

/// <summary>+ - * / on numbers.</summary>
internal sealed record ReckonNode(int Position, char Sign, FormulaNode Left, FormulaNode Right) : FormulaNode(Position)
{
    public override IEnumerable<FormulaNode> Parts => [Left, Right];

    public override Operand Evaluate(Func<string, Operand> valueOf)
    {
        if (Left.Evaluate(valueOf) is not { Kind: OperandKind.Number, Number: var left } ||
            Right.Evaluate(valueOf) is not { Kind: OperandKind.Number, Number: var right })
            return Operand.Missing;
        try
        {
            return Sign switch
            {
                '+' => Operand.Of(left + right),
                '-' => Operand.Of(left - right),
                '*' => Operand.Of(left * right),
                _ => right == 0 ? Operand.Missing : Operand.Of(left / right),
            };
        }
        catch (OverflowException)
        {
            // Beyond 28 digits nothing was counted; the numbers themselves are refused by the record's checks.
            return Operand.Missing;
        }
    }

    public override OperandKind? Check(FormulaCheck check)
    {
        var (left, right) = (Left.Check(check), Right.Check(check));
        if (left is null || right is null)
            return null;
        if (left != OperandKind.Number)
            return check.Report(Left, $"“{Sign}”的左边要是一个数");
        return right == OperandKind.Number ? OperandKind.Number : check.Report(Right, $"“{Sign}”的右边要是一个数");
    }
}

/// <summary>A comparison of two values of one kind.</summary>
internal sealed record CompareNode(int Position, string Sign, FormulaNode Left, FormulaNode Right) : FormulaNode(Position)
{
    public override IEnumerable<FormulaNode> Parts => [Left, Right];

    public override Operand Evaluate(Func<string, Operand> valueOf)
    {
        if (Left.Evaluate(valueOf).CompareTo(Right.Evaluate(valueOf)) is not { } order)
            return Operand.Missing;
        return Operand.Of(Sign switch
        {
            "<" => order < 0,
            "<=" => order <= 0,
            ">" => order > 0,
            ">=" => order >= 0,
            "=" => order == 0,
            _ => order != 0,
        });
    }

    public override OperandKind? Check(FormulaCheck check)
    {
        var (left, right) = (Left.Check(check), Right.Check(check));
        if (left is null || right is null)
            return null;
        if (left != right || left == OperandKind.Other)
            return check.Report(this, $"“{Sign}”的两边要同是数、同是日期或同是文字");
        if (left is OperandKind.Text or OperandKind.Truth && Sign is not ("=" or "<>"))
            return check.Report(this, "文字和是否只能用 = 或 <> 比较");
        return OperandKind.Truth;
    }

    public override IEnumerable<(string Code, string Literal)> ComparedTexts() => (Left, Right) switch
    {
        (ReferenceNode code, LiteralNode { Value.Text: { } text }) => [(code.Code, text)],
        (LiteralNode { Value.Text: { } text }, ReferenceNode code) => [(code.Code, text)],
        _ => base.ComparedTexts(),
    };
}

/// <summary>and, or. Where one side alone decides, a missing other side does not matter.</summary>
internal sealed record JoinNode(int Position, bool IsAnd, FormulaNode Left, FormulaNode Right) : FormulaNode(Position)
{
    public override IEnumerable<FormulaNode> Parts => [Left, Right];

    public override Operand Evaluate(Func<string, Operand> valueOf)
    {
        var (left, right) = (Left.Evaluate(valueOf), Right.Evaluate(valueOf));
        var decisive = Operand.Of(!IsAnd);
        if (left == decisive || right == decisive)
            return decisive;
        return left.Kind == OperandKind.Truth && right.Kind == OperandKind.Truth ? Operand.Of(IsAnd) : Operand.Missing;
    }

    public override OperandKind? Check(FormulaCheck check)
    {
        var (left, right) = (Left.Check(check), Right.Check(check));
        if (left is null || right is null)
            return null;
        var wrong = left != OperandKind.Truth ? Left : Right;
        return left == OperandKind.Truth && right == OperandKind.Truth
            ? OperandKind.Truth
            : check.Report(wrong, $"{(IsAnd ? "and" : "or")} 的两边都要是条件");
    }
}
