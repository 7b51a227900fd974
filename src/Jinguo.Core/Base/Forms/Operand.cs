using System.Runtime.InteropServices;

namespace Jinguo.Core.Base.Forms;

/// <summary>What a part of a formula gives.</summary>
public enum OperandKind : byte
{
    /// <summary>Nothing: an empty field, a division by zero, or whatever follows from them.</summary>
    Missing = 0,

    /// <summary>A number; money in 元.</summary>
    Number = 1,

    /// <summary>A text or the code of a choice.</summary>
    Text = 2,

    /// <summary>A day; of several days the last.</summary>
    Day = 3,

    /// <summary>Yes or no.</summary>
    Truth = 4,

    /// <summary>A value of which a formula can only ask whether it is filled: several choices, files.</summary>
    Other = 5,
}

/// <summary>One value within a formula.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Operand
{
    /// <summary>Nothing.</summary>
    public static readonly Operand Missing;

    /// <summary>Something that is filled and has no value to reckon with.</summary>
    public static readonly Operand Other = new() { Kind = OperandKind.Other };

    /// <summary>What it is.</summary>
    public OperandKind Kind { get; private init; }

    /// <summary>The number, where it is one.</summary>
    public decimal Number { get; private init; }

    /// <summary>The text, where it is one.</summary>
    public string? Text { get; private init; }

    /// <summary>The day, where it is one.</summary>
    public DateOnly Day { get; private init; }

    /// <summary>Yes or no, where it is one.</summary>
    public bool Truth { get; private init; }

    /// <summary>A number; money in 元.</summary>
    public static Operand Of(decimal number) => new() { Kind = OperandKind.Number, Number = number };

    /// <summary>A text or the code of a choice.</summary>
    public static Operand Of(string text) => new() { Kind = OperandKind.Text, Text = text };

    /// <summary>A day.</summary>
    public static Operand Of(DateOnly day) => new() { Kind = OperandKind.Day, Day = day };

    /// <summary>Yes or no.</summary>
    public static Operand Of(bool truth) => new() { Kind = OperandKind.Truth, Truth = truth };

    /// <summary>Below zero, zero or above zero as this stands before, with or after another of its kind; null where they do not compare.</summary>
    public int? CompareTo(Operand other) => Kind != other.Kind
        ? null
        : Kind switch
        {
            OperandKind.Number => Number.CompareTo(other.Number),
            OperandKind.Text => string.CompareOrdinal(Text, other.Text),
            OperandKind.Day => Day.CompareTo(other.Day),
            OperandKind.Truth => Truth.CompareTo(other.Truth),
            _ => null,
        };
}
