using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace Jinguo.Office.Word;

/// <summary>
/// Reads parts once without keeping anything, before the library makes a tree of them: a few kilobytes of a zip may unfold to millions of
/// elements, and elements nested or with attributes by the thousand take time that grows with the square of their number.
/// </summary>
internal static class WordXml
{
    // A report of a million letters has about a million elements and attributes; each takes up to 400 bytes in memory.
    private const int MostNodes = 1_500_000;
    private const int MostAttributes = 1_000;
    private const int DeepestNesting = 256;
    private const long MostLetters = 64L << 20;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MostLetters,
    };

    /// <summary>True if the parts together can be held in memory.</summary>
    /// <exception cref="XmlException">Damaged, or too long.</exception>
    internal static bool IsModest(IEnumerable<OpenXmlPart> parts)
    {
        var nodes = 0L;
        foreach (var part in parts)
        {
            using var content = part.GetStream(FileMode.Open, FileAccess.Read);
            using var xml = XmlReader.Create(content, Settings);
            while (xml.Read())
            {
                nodes += (xml.NodeType == XmlNodeType.Element ? 1 : 0) + xml.AttributeCount;
                if (nodes > MostNodes || xml.AttributeCount > MostAttributes || xml.Depth > DeepestNesting)
                {
                    return false;
                }
            }
        }

        return true;
    }
}
