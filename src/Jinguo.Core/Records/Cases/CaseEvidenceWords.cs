namespace Jinguo.Core.Records.Cases;

/// <summary>A kind of evidence for a protection order.</summary>
/// <param name="Code">Stable.</param>
/// <param name="Name">As the interpretation names it.</param>
/// <param name="Example">What to look for, in plain words.</param>
/// <param name="IsOwn">True for the record of the federation's own reception, which is there of itself (DV-02).</param>
public sealed record CaseEvidenceKind(string Code, string Name, string Example, bool IsOwn = false) : CaseWord(Code, Name);

/// <summary>The list of evidence for a protection order (最高人民法院关于办理人身安全保护令案件适用法律若干问题的规定, 2022, art. 6; DV-10).</summary>
/// <param name="Parts">About what a case must be: codes of parts of <see cref="CaseWords.Categories"/>.</param>
/// <param name="Kinds">The kinds, in the order of the law.</param>
public sealed record CaseEvidenceWords(IReadOnlyList<string> Parts, IReadOnlyList<CaseEvidenceKind> Kinds)
{
    /// <summary>True where a protection order may be asked for in such a case.</summary>
    public bool IsFor(Case one) => Parts.Contains(one.Category);

    /// <summary>The kind of a code, or null.</summary>
    public CaseEvidenceKind? Kind(string? code) => Kinds.FirstOrDefault(one => one.Code == code);
}
