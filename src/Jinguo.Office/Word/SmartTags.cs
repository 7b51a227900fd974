using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Jinguo.Office.Word;

/// <summary>
/// Word 2003 and 2007 put tags around dates and quantities (smartTag). The library knows them no more and takes what is inside for
/// unknown too: the figures would not be read. What is inside is made known again; the tags stay.
/// </summary>
internal static class SmartTags
{
    private const string Name = "smartTag";

    internal static void Open(OpenXmlElement root)
    {
        foreach (var tag in root.Descendants<OpenXmlUnknownElement>().Where(element => element.LocalName == Name && !element.Ancestors<OpenXmlUnknownElement>().Any(a => a != root)).ToList())
        {
            var inside = new Paragraph { InnerXml = tag.InnerXml };
            tag.RemoveAllChildren();
            foreach (var child in inside.ChildElements.ToList())
            {
                child.Remove();
                tag.Append(child);
            }

            Open(tag);
        }
    }
}
