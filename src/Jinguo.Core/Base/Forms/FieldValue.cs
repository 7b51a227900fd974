using Jinguo.Core.Base.Time;

namespace Jinguo.Core.Base.Forms;

/// <summary>What one field of one record holds. An empty field has no value at all.</summary>
public abstract record FieldValue
{
    private protected FieldValue()
    {
    }
}

/// <summary>A text, a person's name or a body's code.</summary>
/// <param name="Text">Not empty.</param>
public sealed record TextValue(string Text) : FieldValue;

/// <summary>A number in the field's unit.</summary>
/// <param name="Quantity">Value and hedge.</param>
public sealed record NumberValue(Quantity Quantity) : FieldValue;

/// <summary>An amount of money.</summary>
/// <param name="Cents">In 分.</param>
/// <param name="Hedge">How it is approximate.</param>
public sealed record MoneyValue(long Cents, HedgeWord Hedge = HedgeWord.None) : FieldValue
{
    /// <summary>The amount in 元 with its hedge.</summary>
    public Quantity InYuan => new(Cents / 100m, Hedge);
}

/// <summary>One day, or several on end.</summary>
/// <param name="Days">The days; one for a field of type date.</param>
public sealed record DaysValue(Period Days) : FieldValue
{
    /// <summary>One day.</summary>
    public DaysValue(DateOnly day)
        : this(new Period(day, day))
    {
    }
}

/// <summary>One chosen option.</summary>
/// <param name="Code">The option's code.</param>
public sealed record ChoiceValue(string Code) : FieldValue;

/// <summary>Several chosen options or stored files, in their order.</summary>
/// <param name="Codes">Codes of options or ids of files; at least one.</param>
public sealed record ListValue(IReadOnlyList<string> Codes) : FieldValue
{
    /// <inheritdoc/>
    public bool Equals(ListValue? other) => other is not null && Codes.SequenceEqual(other.Codes, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => Codes.Count == 0 ? 0 : StringComparer.Ordinal.GetHashCode(Codes[0]) ^ Codes.Count;
}

/// <summary>Yes or no, said expressly.</summary>
/// <param name="Truth">Yes.</param>
public sealed record FlagValue(bool Truth) : FieldValue;
