using DocumentFormat.OpenXml.Packaging;
using Jinguo.Office.Documents;
using PageBreak = Jinguo.Office.Documents.PageBreak;

namespace Jinguo.Office.Word;

/// <summary>
/// Gives a Word file back with comments, and with a last page behind everything else. Its text and layout stay as they were, and so do
/// links, fields, bookmarks, tracked changes and the comments that were there.
/// </summary>
public static class WordReview
{
    /// <summary>How many comments can be added: Word opens no file with more than 32,767 in all, and gets slow long before.</summary>
    public const int MostComments = 5_000;

    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    /// <summary>Adds comments and a last page to a file.</summary>
    /// <param name="content">The .docx; is read, not changed.</param>
    /// <param name="comments">The comments; those on the same words stand in the order given.</param>
    /// <param name="author">Who makes them.</param>
    /// <param name="instant">When they are made; printed as China's time.</param>
    /// <param name="summary">The last page, which begins after a page break; none if empty.</param>
    /// <param name="house">The look of the last page.</param>
    /// <param name="target">Where the file is written; need not be seekable, stays open.</param>
    /// <exception cref="OfficeFormatException">No .docx, damaged, encrypted, with macros, or too large; the message says what to do.</exception>
    /// <exception cref="ArgumentException">A comment stands outside the text, or there are more than <see cref="MostComments"/>.</exception>
    public static void Write(
        Stream content, IReadOnlyList<WordComment> comments, string author, DateTimeOffset instant, IReadOnlyList<Block> summary, HouseStyle house, Stream target)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(comments);
        ArgumentException.ThrowIfNullOrWhiteSpace(author);
        ArgumentNullException.ThrowIfNull(summary);
        ArgumentNullException.ThrowIfNull(house);
        ArgumentNullException.ThrowIfNull(target);
        if (comments.Count > MostComments)
        {
            throw new ArgumentException($"There are more than {MostComments} comments.", nameof(comments));
        }

        var (document, file) = WordFile.Open(content, isEditable: true);
        using (file)
        {
            using (document)
            {
                var main = document.MainDocumentPart!;
                if (comments.Count > 0)
                {
                    Comment(main, comments, new CommentWriter(main, author, instant.ToOffset(China)));
                    TrackedLooks.Number(main.Document);
                }

                if (summary.Count > 0)
                {
                    BlockWriter.Append(main, [new PageBreak(), .. summary], house);
                }

                main.Document.Save();
                main.StyleDefinitionsPart?.Styles?.Save();
                main.WordprocessingCommentsPart?.Comments?.Save();
            }

            file.Position = 0;
            file.CopyTo(target);
        }
    }

    private static void Comment(MainDocumentPart main, IReadOnlyList<WordComment> comments, CommentWriter writer)
    {
        // Found before anything is changed, so that numbers stay right.
        var paragraphs = ParagraphText.In(main.Document.Body!).ToList();
        foreach (var group in comments.GroupBy(comment => comment.Paragraph).OrderBy(group => group.Key))
        {
            if (group.Key < 1 || group.Key > paragraphs.Count)
            {
                throw new ArgumentException($"There is no paragraph {group.Key}.", nameof(comments));
            }

            CommentAnchors.Place(paragraphs[group.Key - 1], [.. group], writer);
        }
    }
}
