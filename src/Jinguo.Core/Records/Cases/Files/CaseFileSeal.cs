using System.Text.Json;

namespace Jinguo.Core.Records.Cases.Files;

/// <summary>How files of cases are sealed: labels and reasons under the data key, bound to case and file. One place, so that a change of the key finds them again.</summary>
internal static class CaseFileSeal
{
    private const string StruckPart = "file.struck";

    public static string SealLabel(this CaseSeal seal, Guid caseId, Guid file, CaseFileLabel label) => seal.SealWords(LabelPart(caseId), file, JsonSerializer.Serialize(label));

    public static CaseFileLabel OpenLabel(this CaseSeal seal, CaseFile file) => JsonSerializer.Deserialize<CaseFileLabel>(seal.OpenWords(LabelPart(file.CaseId), file.Id, file.Label))!;

    public static string SealStruck(this CaseSeal seal, Guid file, string reason) => seal.SealWords(StruckPart, file, reason.Trim());

    public static string? OpenStruck(this CaseSeal seal, CaseFile file) => file.StruckReason is { } reason ? seal.OpenWords(StruckPart, file.Id, reason) : null;

    /// <summary>Whose content it is.</summary>
    public static string Bound(Guid caseId, Guid file) => $"case.file\n{caseId:N}\n{file:N}";

    private static string LabelPart(Guid caseId) => $"file.{caseId:N}";
}
