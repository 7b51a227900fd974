namespace Jinguo.Web.Api;

/// <summary>
/// Choices that a request names. The usual readers of enumerations also take numbers, and add up lists: <c>Accept,Decline</c> would
/// be read as a third act. In a body such a member is a text marked with <c>[EnumDataType]</c>, so that the description tells its choices.
/// </summary>
internal static class Choices
{
    /// <summary>The choice of a name, in any case; null where there is none.</summary>
    public static T? Find<T>(string? name)
        where T : struct, Enum =>
        Enum.GetNames<T>().FirstOrDefault(one => one.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } found ? Enum.Parse<T>(found) : null;

    /// <summary>All names, as a refusal tells them.</summary>
    public static string Of<T>()
        where T : struct, Enum =>
        string.Join('、', Enum.GetNames<T>());
}
