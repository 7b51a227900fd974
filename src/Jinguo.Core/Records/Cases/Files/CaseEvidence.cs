using System.Text.Json;
using Jinguo.Core.Base.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jinguo.Core.Records.Cases.Files;

/// <summary>证据清单: what there is of the kinds of evidence for a protection order (DV-10), as it was ticked. One row for a case.</summary>
public sealed class CaseEvidence
{
    /// <summary>Region of the case.</summary>
    public int Region { get; set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; set; }

    /// <summary>The kinds that are there, each with its note; sealed with the case.</summary>
    public required string Sealed { get; set; }
}

internal static class EvidenceSeal
{
    private const string Part = "evidence";

    public static string SealEvidence(this CaseSeal seal, Guid caseId, IReadOnlyDictionary<string, string> ticked) => seal.SealWords(Part, caseId, JsonSerializer.Serialize(ticked));

    public static Dictionary<string, string> Open(this CaseSeal seal, CaseEvidence evidence) => JsonSerializer.Deserialize<Dictionary<string, string>>(seal.OpenWords(Part, evidence.CaseId, evidence.Sealed))!;
}

internal sealed class CaseEvidenceTable : IEntityTypeConfiguration<CaseEvidence>
{
    public void Configure(EntityTypeBuilder<CaseEvidence> table)
    {
        table.ToTable("case_evidence");
        table.SpreadByRegion();
        table.HasKey(row => new { row.Region, row.CaseId });
        table.HasIndex(row => row.CaseId);
    }
}
