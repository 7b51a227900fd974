using System.Text.Json;

namespace Jinguo.Web.Demonstration;

/// <summary>A kind of work in the demonstration city (work.json): who does it how often, and what stands in its records.</summary>
/// <param name="Type">Code of the record type.</param>
/// <param name="PerYear">Average number of events a year, by level; none for register entries.</param>
/// <param name="Once">How likely a body has this register entry, by level; none for events.</param>
/// <param name="Choices">Texts that go together, one set for each record; <c>month</c> fixes the month.</param>
/// <param name="Numbers">Number fields with their least and largest value.</param>
/// <param name="Parts">Number fields that repeat another one: everything received was answered.</param>
/// <param name="Hedged">How often a number is only known roughly.</param>
/// <param name="Place">Text of the field <c>place</c>; <c>{body}</c> is the body's short name.</param>
public sealed record WorkTemplate(
    string Type,
    IReadOnlyDictionary<string, double>? PerYear,
    IReadOnlyDictionary<string, double>? Once,
    IReadOnlyList<IReadOnlyDictionary<string, string>> Choices,
    IReadOnlyDictionary<string, int[]> Numbers,
    IReadOnlyDictionary<string, string>? Parts = null,
    IReadOnlyDictionary<string, double>? Hedged = null,
    string? Place = null)
{
    /// <summary>Reads the templates that are shipped.</summary>
    public static IReadOnlyList<WorkTemplate> ReadAll()
    {
        using var stream = DemonstrationFiles.Open("work.json");
        return JsonSerializer.Deserialize<List<WorkTemplate>>(stream, JsonSerializerOptions.Web)!;
    }
}
