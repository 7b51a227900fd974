namespace Jinguo.Core.Base.Forms;

/// <summary>What a field holds.</summary>
public enum FieldType
{
    /// <summary>One day.</summary>
    Date,

    /// <summary>One day or several on end.</summary>
    DateRange,

    /// <summary>One line.</summary>
    Text,

    /// <summary>Several lines.</summary>
    LongText,

    /// <summary>A number with a unit.</summary>
    Number,

    /// <summary>Money, typed in 元 or 万元, kept in 分.</summary>
    Money,

    /// <summary>One of the options.</summary>
    Choice,

    /// <summary>Any of the options.</summary>
    Choices,

    /// <summary>A person's name, or several with 、 between.</summary>
    Person,

    /// <summary>居民身份证号 of the persons in another field, in their order; sealed in the database.</summary>
    IdNumber,

    /// <summary>Telephone of the persons in another field, in their order; sealed in the database.</summary>
    Phone,

    /// <summary>A body, by its code.</summary>
    Organisation,

    /// <summary>Stored files.</summary>
    File,

    /// <summary>Yes or no.</summary>
    Flag,
}

/// <summary>One field of a record type.</summary>
/// <param name="Code">Letters and digits, beginning with a lower-case letter: participants.</param>
/// <param name="Name">The label: 参加人次.</param>
/// <param name="Type">What it holds.</param>
public sealed record Field(string Code, string Name, FieldType Type)
{
    /// <summary>The longest text of one line, in letters.</summary>
    public const int LongestText = 200;

    /// <summary>The longest text of several lines, in letters.</summary>
    public const int LongestLongText = 5000;

    /// <summary>The unit of a number (人次); of money 元 or 万元: in which a number without a unit is read.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Whether a record may not do without it.</summary>
    public bool Required { get; init; }

    /// <summary>Whether the number may be approximate (余 多 近 约).</summary>
    public bool Hedge { get; init; }

    /// <summary>The least number; money in 元.</summary>
    public decimal? Min { get; init; }

    /// <summary>The greatest number; money in 元.</summary>
    public decimal? Max { get; init; }

    /// <summary>Digits after the point of a number, 0–4.</summary>
    public int Decimals { get; init; }

    /// <summary>The options of a choice.</summary>
    public IReadOnlyList<Option> Options { get; init; } = [];

    /// <summary>A few words at the right of the label.</summary>
    public string Hint { get; init; } = "";

    /// <summary>A sentence below the field.</summary>
    public string Help { get; init; } = "";

    /// <summary>What an empty field takes, as a person would type it.</summary>
    public string Default { get; init; } = "";

    /// <summary>Whether the form offers the last values of the same body.</summary>
    public bool Recall { get; init; }

    /// <summary>Whether it tells about a person, so that bodies above see only counts.</summary>
    public bool Personal { get; init; }

    /// <summary>Of an ID number or telephone: code of the field that names the persons.</summary>
    public string Of { get; init; } = "";

    /// <summary>Whether the persons are children, who are told by their surname alone.</summary>
    public bool Minor { get; init; }

    /// <summary>Whether it is sealed in the database, and told by a mask in the history.</summary>
    public bool IsSealed => Type is FieldType.IdNumber or FieldType.Phone;

    /// <summary>Other headings of the column in people's workbooks.</summary>
    public IReadOnlyList<string> Synonyms { get; init; } = [];

    /// <summary>Whether a column headed so belongs to this field.</summary>
    /// <param name="heading">The heading without unit and blanks.</param>
    public bool IsCalled(string heading) =>
        heading == Name || heading == Code || Synonyms.Contains(heading, StringComparer.Ordinal);

    /// <summary>The option with this code, or null.</summary>
    public Option? FindOption(string code) => Options.FirstOrDefault(option => option.Code == code);

    /// <summary>What the field is within a formula.</summary>
    internal OperandKind OperandKind => Type switch
    {
        FieldType.Number or FieldType.Money => OperandKind.Number,
        FieldType.Date or FieldType.DateRange => OperandKind.Day,
        FieldType.Flag => OperandKind.Truth,
        FieldType.Choices or FieldType.File => OperandKind.Other,
        _ => OperandKind.Text,
    };
}
