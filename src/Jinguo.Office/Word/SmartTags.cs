using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Jinguo.Office.Word;

/// <summary>
/// Word 2003 and 2007 put tags around dates and quantities (smartTag). The library knows them no more and takes what is inside for
/// unknown too: the figures would not be read. What is inside is made known again; the tags stay.
/// </summary>
internal static class SmartTags
{
    internal static void Open(OpenXmlElement root)
    {
        foreach (var tag in root.Descendants<OpenXmlUnknownElement>().Where(element => IsTag(element) && element.Parent is not OpenXmlUnknownElement).ToList())
        {
            OpenTag(tag);
        }
    }

    private static bool IsTag(OpenXmlElement element) => element is OpenXmlUnknownElement { LocalName: "smartTag" };

    private static void OpenTag(OpenXmlElement tag)
    {
        var children = tag.ChildElements.ToList();
        tag.RemoveAllChildren();
        foreach (var child in children)
        {
            if (IsTag(child))
            {
                OpenTag(child);
                tag.Append(child);
                continue;
            }

            var known = new Paragraph { InnerXml = child.OuterXml }.FirstChild!;
            known.Remove();
            tag.Append(known);
            Open(known);
        }
    }
}
