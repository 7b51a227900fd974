namespace Jinguo.Core.Records.Cases.Looking;

/// <summary>Under which purposes the words of an opening are sealed.</summary>
internal static class OpeningSeal
{
    private const string ReasonPart = "opening.reason";
    private const string WordsPart = "opening.words";

    public static string SealReason(this CaseSeal seal, Guid opening, string text) => seal.SealWords(ReasonPart, opening, text.Trim());

    public static string OpenReason(this CaseSeal seal, CaseOpening opening) => seal.OpenWords(ReasonPart, opening.Id, opening.Reason);

    public static string? SealVerdict(this CaseSeal seal, Guid opening, string text) => string.IsNullOrWhiteSpace(text) ? null : seal.SealWords(WordsPart, opening, text.Trim());

    public static string? OpenVerdict(this CaseSeal seal, CaseOpening opening) => opening.Words is { } words ? seal.OpenWords(WordsPart, opening.Id, words) : null;
}
