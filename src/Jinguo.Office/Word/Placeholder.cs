namespace Jinguo.Office.Word;

/// <summary>A mark {{…}} that a user typed into a template.</summary>
/// <param name="Name">What stands between the braces, trimmed.</param>
/// <param name="Place">正文, 页眉, 页脚 or 脚注.</param>
/// <param name="ParagraphNumber">Which paragraph with text it stands in, counted from 1 within its place.</param>
/// <param name="Nearby">The text around it, to find it in Word.</param>
public sealed record Placeholder(string Name, string Place, int ParagraphNumber, string Nearby)
{
    /// <summary>False if the closing braces are missing; such a mark is reported and never filled.</summary>
    public bool IsClosed { get; init; } = true;

    /// <summary>The first characters behind the mark, at most 12: a unit that the author typed after the number stands there.</summary>
    public string Behind { get; init; } = "";
}
