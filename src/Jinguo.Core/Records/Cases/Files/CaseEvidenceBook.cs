using Jinguo.Core.Base;
using Jinguo.Core.Base.Data;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Cases.Files;

/// <summary>A kind of evidence in the list of a case.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="IsThere">True where it was ticked, or is there of itself.</param>
/// <param name="Note">What there is, or empty.</param>
/// <param name="Files">The files that were filed under it and stand.</param>
public sealed record EvidenceLine(CaseEvidenceKind Kind, bool IsThere, string Note, IReadOnlyList<CaseFileLine> Files);

/// <summary>证据清单 of a case.</summary>
/// <param name="Case">The case.</param>
/// <param name="Number">Its number.</param>
/// <param name="MayAct">True where the reader may tick.</param>
/// <param name="Lines">All kinds, in the order of the law.</param>
public sealed record EvidenceView(Case Case, string Number, bool MayAct, IReadOnlyList<EvidenceLine> Lines);

/// <summary>The list of evidence for a protection order: what is there, ticked by hand with a note, and the files filed under each kind.</summary>
public sealed class CaseEvidenceBook(Db db, CaseAccess access, CaseWriting writing, CaseFileReader files, CaseSeal seal, CaseWords words)
{
    /// <summary>The longest note, in letters.</summary>
    public const int LongestNote = CaseChecks.LongestLine;

    /// <summary>The list; null where there is no case whose texts she may read, or where it is about nothing for which a protection order is asked. The look is in the trail.</summary>
    public async Task<EvidenceView?> ReadAsync(Guid caseId, CancellationToken cancel = default)
    {
        if (await files.ListAsync(caseId, cancel) is not { } view || !words.Evidence.IsFor(view.Case))
            return null;
        var ticked = await db.CaseEvidence.AsNoTracking().SingleOrDefaultAsync(row => row.CaseId == caseId, cancel) is { } row ? seal.Open(row) : [];
        return new(view.Case, view.Number, view.MayAct, [.. words.Evidence.Kinds.Select(Line)]);

        EvidenceLine Line(CaseEvidenceKind kind) => new(
            kind,
            kind.IsOwn || ticked.ContainsKey(kind.Code),
            ticked.TryGetValue(kind.Code, out var note) ? note : kind.IsOwn ? $"{view.Number}来信来访登记表" : "",
            [.. view.Files.Where(file => file.Evidence == kind.Code && file.File.StruckAt is null)]);
    }

    /// <summary>Saves what is there. Sent twice it is saved once. Problems: an unknown kind; a note is too long; stale; the case is archived.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="version">The case's version as she saw it.</param>
    /// <param name="ticked">The codes of the kinds that are there, each with its note.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<Outcome<Case>> SaveAsync(Guid caseId, int version, IReadOnlyDictionary<string, string> ticked, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await writing.LockAsync(caseId, cancel) is not { } one || !await access.MayReadTextsAsync(one, cancel) || !words.Evidence.IsFor(one))
            return Problem.NotFound("这份证据清单");
        var clean = ticked.ToDictionary(line => line.Key, line => line.Value.Trim(), StringComparer.Ordinal);
        var row = await db.CaseEvidence.SingleOrDefaultAsync(row => row.CaseId == caseId, cancel);
        if (row is not null && seal.Open(row) is var before && before.Count == clean.Count && !before.Except(clean).Any())
            return one;
        if (one.Version != version)
            return CaseWriting.Stale();
        if (one.Stage == CaseStage.Archived)
            return CaseWriting.Archived();
        if (clean.Keys.FirstOrDefault(code => words.Evidence.Kind(code) is null) is { } unknown)
            return new Problem("case.evidence.kind", $"没有“{unknown}”这一种证据，请重新打开这一页再勾。");
        if (clean.FirstOrDefault(line => line.Value.Length > LongestNote) is { Key: { } code })
            return new Problem("case.evidence.note", $"说明最多{LongestNote}个字，现在是{clean[code].Length}个。", $"note.{code}");
        if (row is null)
            db.CaseEvidence.Add(row = new() { Region = one.Region, CaseId = one.Id, Sealed = "" });
        row.Sealed = seal.SealEvidence(one.Id, clean);
        writing.Log(one, "case.evidence");
        await writing.SaveAsync(write, cancel, one);
        return one;
    }
}
