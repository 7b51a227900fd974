namespace Jinguo.Office.Documents;

/// <summary>A document as its author thinks of it: a title and blocks, without layout.</summary>
/// <param name="Title">The title over the document, empty for none; may have several lines.</param>
/// <param name="Blocks">Everything below it, in order.</param>
public sealed record Document(string Title, IReadOnlyList<Block> Blocks)
{
    /// <summary>Who made it, for the file's properties.</summary>
    public string Author { get; init; } = "";
}

/// <summary>One piece of a document from margin to margin.</summary>
public abstract record Block;

/// <summary>
/// A heading. Numbered headings get 一、 （一） 1. （1） by their level when they are written; their text has no number.
/// </summary>
/// <param name="Level">1 to 4.</param>
/// <param name="Text">The words.</param>
/// <param name="IsNumbered">False for headings without number, such as 附件.</param>
public sealed record Heading(int Level, string Text, bool IsNumbered = true) : Block;

/// <summary>How a line stands between the margins.</summary>
public enum Alignment
{
    /// <summary>At the left; body text is filled to both sides.</summary>
    Left,

    /// <summary>In the middle.</summary>
    Center,

    /// <summary>At the right.</summary>
    Right,
}

/// <summary>A paragraph of body text.</summary>
/// <param name="Text">Its content.</param>
public sealed record Paragraph(RichText Text) : Block
{
    /// <summary>Where it stands.</summary>
    public Alignment Alignment { get; init; }

    /// <summary>Whether the first line begins two characters in, as body text does.</summary>
    public bool IsIndented { get; init; } = true;
}

/// <summary>A list; its items are numbered 1. 2. 3. or marked with a dot.</summary>
/// <param name="Items">The items.</param>
/// <param name="IsNumbered">Numbers instead of dots.</param>
public sealed record TextList(IReadOnlyList<RichText> Items, bool IsNumbered = false) : Block;

/// <summary>What follows begins on a new page.</summary>
public sealed record PageBreak : Block;

/// <summary>A picture in a line of its own.</summary>
/// <param name="Png">The picture as PNG.</param>
/// <param name="WidthMillimetres">Printed width.</param>
/// <param name="HeightMillimetres">Printed height.</param>
/// <param name="Description">What it shows, for those who cannot see it.</param>
public sealed record Picture(ReadOnlyMemory<byte> Png, double WidthMillimetres, double HeightMillimetres, string Description) : Block
{
    /// <summary>Where it stands.</summary>
    public Alignment Alignment { get; init; } = Alignment.Center;
}

/// <summary>One column of a table.</summary>
/// <param name="Header">Its header.</param>
/// <param name="Alignment">How its cells stand; numbers stand at the right.</param>
/// <param name="Share">Its width relative to the others.</param>
public sealed record TableColumn(string Header, Alignment Alignment = Alignment.Left, double Share = 1);

/// <summary>A table over the full width. Its header is repeated on every page.</summary>
/// <param name="Columns">The columns, at least one.</param>
/// <param name="Rows">The rows; missing cells at the end stay empty.</param>
public sealed record Table(IReadOnlyList<TableColumn> Columns, IReadOnlyList<IReadOnlyList<RichText>> Rows) : Block;
