namespace Jinguo.Office.Word;

/// <summary>A comment beside a stretch of a Word file.</summary>
/// <param name="Paragraph">Number of the paragraph, as <see cref="WordParagraph.Number"/>.</param>
/// <param name="Start">Where the stretch begins in the text of the paragraph, in UTF-16 units.</param>
/// <param name="End">Behind its last letter; the same as its start for a comment on the paragraph as a whole.</param>
/// <param name="Text">What is said; a line feed begins a new line.</param>
public sealed record WordComment(int Paragraph, int Start, int End, string Text);
