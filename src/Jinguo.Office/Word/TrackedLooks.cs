using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Jinguo.Office.Word;

/// <summary>Tracked changes of looks have numbers of their own; where a run was cut, both halves would carry the same.</summary>
internal static class TrackedLooks
{
    internal static void Number(Document document)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var doubles = document.Descendants<RunPropertiesChange>().Where(change => change.Id?.Value is { } id && !seen.Add(id)).ToList();
        if (doubles.Count == 0)
        {
            return;
        }

        var last = document.Descendants().Max(Id);
        foreach (var change in doubles)
        {
            change.Id = (++last).ToString(CultureInfo.InvariantCulture);
        }
    }

    private static int Id(OpenXmlElement element) =>
        element.HasAttributes && element.GetAttributes().FirstOrDefault(a => a.LocalName == "id" && a.Prefix == "w").Value is { } id
        && int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < int.MaxValue / 2
            ? number : 0;
}
