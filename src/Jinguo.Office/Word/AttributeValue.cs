using DocumentFormat.OpenXml;

namespace Jinguo.Office.Word;

/// <summary>Reads attributes of files written by anybody: a value that is not of its kind throws where it is read.</summary>
internal static class AttributeValue
{
    public static T? OrNull<T>(this OpenXmlSimpleValue<T>? value) where T : struct =>
        value is { HasValue: true } ? value.Value : null;
}
