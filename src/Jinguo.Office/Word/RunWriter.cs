using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Jinguo.Office.Documents;

namespace Jinguo.Office.Word;

/// <summary>Writes runs of text and links into a part, in a given look.</summary>
internal sealed class RunWriter(OpenXmlPart part)
{
    /// <param name="text">What to write.</param>
    /// <param name="look">Look of the text around it, or null for that of the paragraph.</param>
    /// <param name="mayLink">False where the format allows no link: inside another link or a tracked insertion.</param>
    internal IEnumerable<OpenXmlElement> Write(RichText text, RunProperties? look = null, bool mayLink = true)
    {
        foreach (var run in text.Runs.Where(r => r.Text.Length > 0))
        {
            var properties = (RunProperties?)look?.CloneNode(true) ?? new RunProperties();
            if (run.IsBold)
            {
                properties.Bold = new Bold();
            }

            if (run.Link is not { } link || !mayLink)
            {
                yield return Run(run.Text, properties);
                continue;
            }

            properties.RunStyle ??= new RunStyle { Val = WordStyles.Link };
            yield return new Hyperlink(Run(run.Text, properties)) { Id = Relation(link), History = true };
        }
    }

    private static Run Run(string text, RunProperties properties)
    {
        var run = new Run();
        if (properties.HasChildren)
        {
            run.Append(properties);
        }

        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
            {
                run.Append(new Break());
            }

            if (lines[i].Length > 0)
            {
                run.Append(new Text(XmlAllowed(lines[i])) { Space = SpaceProcessingModeValues.Preserve });
            }
        }

        return run;
    }

    /// <summary>Control characters and half surrogate pairs cannot stand in a Word file.</summary>
    internal static string XmlAllowed(string text) =>
        string.Concat(text.EnumerateRunes().Where(r => r.Value is >= ' ' or '\t' && r.Value is not (0xFFFE or 0xFFFF)));

    private string Relation(Uri link) =>
        part.HyperlinkRelationships.FirstOrDefault(r => r.Uri == link)?.Id ?? part.AddHyperlinkRelationship(link, isExternal: true).Id;
}
