using Jinguo.Office.Documents;

namespace Jinguo.Office.Word;

/// <summary>What comes into the place of a <see cref="Placeholder"/>.</summary>
public abstract record Filling
{
    private Filling()
    {
    }

    /// <summary>Leave the mark as it stands.</summary>
    public static Filling Keep { get; } = new KeepFilling();

    /// <summary>Remove the paragraph the mark stands in, because there is nothing to say.</summary>
    public static Filling RemoveParagraph { get; } = new RemoveFilling();

    /// <summary>Plain text in the look of the mark.</summary>
    public static implicit operator Filling(string text) => new TextFilling(text);

    /// <summary>Text with links in the look of the mark.</summary>
    public static implicit operator Filling(RichText text) => new TextFilling(text);

    /// <summary>Text with links in the look of the mark.</summary>
    public static Filling Of(RichText text) => new TextFilling(text);

    /// <summary>
    /// A value in a sentence. Where it is nothing, its clause goes, with all its clauses a sentence, and with all its values the
    /// paragraph; beside a value that stays in the same clause it is printed all the same.
    /// </summary>
    public static Filling Value(RichText text, bool isNothing) => new ValueFilling(text, isNothing);

    /// <summary>The paragraph once for each text; without texts it is removed. Numbers typed before it count on.</summary>
    public static Filling Paragraphs(IReadOnlyList<RichText> texts) => new ParagraphsFilling(texts);

    /// <summary>A table in the place of the paragraph, in the font of the mark or, where it has none of its own, in our table style.</summary>
    public static Filling Of(Table table) => new TableFilling(table);

    /// <summary>A picture in the line of the mark.</summary>
    public static Filling Of(Picture picture) => new PictureFilling(picture);

    internal sealed record KeepFilling : Filling;

    internal sealed record RemoveFilling : Filling;

    internal sealed record TextFilling(RichText Text) : Filling;

    internal sealed record ValueFilling(RichText Text, bool IsNothing) : Filling;

    internal sealed record ParagraphsFilling(IReadOnlyList<RichText> Texts) : Filling;

    internal sealed record TableFilling(Table Table) : Filling;

    internal sealed record PictureFilling(Picture Picture) : Filling;
}
