using System.Text.Json;
using System.Text.Json.Serialization;
using Jinguo.Core.Records.Cases.Letters;

namespace Jinguo.Core.Records.Cases;

/// <summary>A word with its code.</summary>
/// <param name="Code">Stable; cases keep it.</param>
/// <param name="Name">In the users' words.</param>
public record CaseWord(string Code, string Name);

/// <summary>How a case came (domain-rules §13.2).</summary>
/// <param name="Code">Stable.</param>
/// <param name="Name">来访, 来电…</param>
/// <param name="Counts">Under which channel the figures count it: an option of the measure <c>reception.items</c>.</param>
/// <param name="From"><c>above</c> where another office sent it: it may be sent back within 5 working days (PET-07); else null.</param>
public sealed record CaseChannel(string Code, string Name, string Counts, string? From = null) : CaseWord(Code, Name)
{
    /// <summary>True where another office sent it.</summary>
    [JsonIgnore]
    public bool IsSent => From == "above";
}

/// <summary>A class of matters: a chapter of the law on the protection of women's rights, with its parts (domain-rules §2.2).</summary>
/// <param name="Code">Stable; an option of the measure <c>reception.matters</c>.</param>
/// <param name="Name">婚姻家庭权益…</param>
/// <param name="Parts">家庭暴力, 离婚…</param>
public sealed record CaseCategory(string Code, string Name, IReadOnlyList<CaseWord> Parts) : CaseWord(Code, Name);

/// <summary>A grade of risk (domain-rules §3.2): local, so that it is data.</summary>
/// <param name="Code">red, yellow, green.</param>
/// <param name="Name">红 高风险: colour and word.</param>
/// <param name="Meaning">When it is given.</param>
/// <param name="VisitDays">A return visit every so many calendar days; 0 for none.</param>
public sealed record CaseRisk(string Code, string Name, string Meaning, int VisitDays) : CaseWord(Code, Name);

/// <summary>The words by which cases are classed, from <c>packs/cases/words.json</c>.</summary>
/// <param name="Channels">How they come.</param>
/// <param name="Kinds">What is wanted.</param>
/// <param name="Categories">Classes in two levels.</param>
/// <param name="Risks">Grades of risk, the gravest first.</param>
/// <param name="Evidence">The list of evidence for a protection order.</param>
/// <param name="Letters">The letters that can be made of a case.</param>
public sealed record CaseWords(IReadOnlyList<CaseChannel> Channels, IReadOnlyList<CaseWord> Kinds, IReadOnlyList<CaseCategory> Categories, IReadOnlyList<CaseRisk> Risks, CaseEvidenceWords Evidence, IReadOnlyList<CaseLetterWord> Letters)
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    /// <summary>Reads the file.</summary>
    /// <exception cref="JsonException">It has another shape, or a code stands twice.</exception>
    public static CaseWords Read(string json)
    {
        var words = JsonSerializer.Deserialize<CaseWords>(json, Strict)!;
        Once("渠道", words.Channels);
        Once("诉求种类", words.Kinds);
        Once("问题类别", words.Categories.SelectMany(category => category.Parts.Prepend(category)));
        Once("风险等级", words.Risks);
        Once("证据种类", words.Evidence.Kinds);
        Once("文书", words.Letters);
        return words;
    }

    /// <summary>The channel of a code, or null.</summary>
    public CaseChannel? Channel(string? code) => Channels.FirstOrDefault(one => one.Code == code);

    /// <summary>The kind of a code, or null.</summary>
    public CaseWord? Kind(string? code) => Kinds.FirstOrDefault(one => one.Code == code);

    /// <summary>Class and part of a part's code, or null.</summary>
    public (CaseCategory Category, CaseWord Part)? Category(string? part)
    {
        foreach (var category in Categories)
            if (category.Parts.FirstOrDefault(one => one.Code == part) is { } found)
                return (category, found);
        return null;
    }

    /// <summary>The risk of a code, or null.</summary>
    public CaseRisk? Risk(string? code) => Risks.FirstOrDefault(one => one.Code == code);

    private static void Once(string what, IEnumerable<CaseWord> words)
    {
        if (words.CountBy(word => word.Code).FirstOrDefault(count => count.Value > 1) is { Key: { } twice })
            throw new JsonException($"{what}里“{twice}”写了两遍。");
    }
}
