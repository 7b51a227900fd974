namespace Jinguo.Core.Records.Cases.Sharing;

/// <summary>Which words of a sharing are sealed under which purpose. One place, so that a change of the key finds them again.</summary>
internal static class SharingSeal
{
    private const string AsksPart = "referral.asks";
    private const string AnswerPart = "referral.answer";
    private const string ConsentPart = "consent";

    public static string SealAsks(this CaseSeal seal, Guid referral, string text) => seal.SealWords(AsksPart, referral, text.Trim());

    public static string OpenAsks(this CaseSeal seal, CaseReferral referral) => seal.OpenWords(AsksPart, referral.Id, referral.Asks);

    public static string SealAnswer(this CaseSeal seal, Guid referral, string text) => seal.SealWords(AnswerPart, referral, text.Trim());

    public static string? OpenAnswer(this CaseSeal seal, CaseReferral referral) => referral.Answer is { } answer ? seal.OpenWords(AnswerPart, referral.Id, answer) : null;

    public static string SealText(this CaseSeal seal, Guid referral, CaseField field, string text) => seal.SealWords($"referral.{field}", referral, text);

    public static string Open(this CaseSeal seal, CaseReferralText text) => seal.OpenWords($"referral.{text.Field}", text.ReferralId, text.Sealed);

    public static string SealConsent(this CaseSeal seal, Guid sharing, string text) => seal.SealWords(ConsentPart, sharing, text.Trim());

    public static string OpenConsent(this CaseSeal seal, Guid sharing, CaseConsent consent) => seal.OpenWords(ConsentPart, sharing, consent.Words);

    public static CaseConsent Consent(this CaseSeal seal, Guid sharing, ConsentInput input) => new()
    {
        Ground = input.Ground!.Value,
        At = input.At,
        AskedBy = input.AskedBy.Trim(),
        Words = seal.SealConsent(sharing, input.Words),
    };
}
