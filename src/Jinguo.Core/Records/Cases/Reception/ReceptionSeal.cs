namespace Jinguo.Core.Records.Cases.Reception;

/// <summary>Which words of a reception day are sealed under which purpose. One place, so that a change of the key finds them again.</summary>
internal static class ReceptionSeal
{
    public const string DayReason = "reception.day.reason";
    public const string Name = "reception.name";
    public const string Phone = "reception.phone";
    public const string Matter = "reception.matter";
    public const string Said = "reception.said";
    public const string Withdrawn = "reception.withdrawn";
    public const string Receivers = "reception.receivers";
    public const string Agreed = "reception.agreed";
    public const string Addendum = "reception.addendum";

    /// <summary>Seals words; null where there are none.</summary>
    public static string? SealAny(this CaseSeal seal, string part, Guid row, string? text) => string.IsNullOrWhiteSpace(text) ? null : seal.SealWords(part, row, text.Trim());

    /// <summary>Opens words; null where there are none.</summary>
    public static string? OpenAny(this CaseSeal seal, string part, Guid row, string? sealedText) => sealedText is null ? null : seal.OpenWords(part, row, sealedText);

    /// <summary>Seals words anew with the newest key.</summary>
    public static string? Again(this CaseSeal seal, string part, Guid row, string? sealedText) => seal.SealAny(part, row, seal.OpenAny(part, row, sealedText));
}
