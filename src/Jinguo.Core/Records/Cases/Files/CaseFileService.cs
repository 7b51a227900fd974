using Jinguo.Core.Base;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Encryption;
using Jinguo.Core.Base.Files;
using Jinguo.Core.Base.Time;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Cases.Files;

/// <summary>收存材料: puts files into a case, files them under a kind of evidence, and strikes them out. For who acts on it and may read what it says.</summary>
public sealed class CaseFileService(Db db, CaseAccess access, CaseWriting writing, CaseSeal seal, CaseWords words, CaseFileFolder folder, TimeProvider time)
{
    /// <summary>Most files of a case, those struck out among them.</summary>
    public const int MostFiles = 50;

    /// <summary>
    /// Puts a file in. Sent twice it is there once. Problems: <see cref="FileChecks"/>; too many; stale; the case is archived.
    /// </summary>
    public async Task<Outcome<CaseFile>> AddAsync(CaseFileInput input, CancellationToken cancel = default)
    {
        if (!await access.Cases.AnyAsync(one => one.Id == input.CaseId, cancel))
            return Problem.NotFound("这个事项");
        var taken = FileChecks.Take(input.Name, input.Content);
        if (!taken.Done)
            return Outcome<CaseFile>.Refused([.. taken.Problems.Select(problem => problem with { Field = "File" })]);
        var (key, place) = (ContentCipher.NewKey(), CaseFileFolder.NewPlace());
        await folder.KeepAsync(place, ContentCipher.Seal(taken.Value.Content, key, CaseFileSeal.Bound(input.CaseId, input.Key)), cancel);
        var kept = await AddRowAsync(input, place, taken.Value.Content.Length, new(taken.Value.Name, taken.Value.MediaType, key, input.Evidence), cancel);
        if (kept.Value?.Place != place)
            folder.Drop(place);
        return kept;
    }

    /// <summary>划去: strikes out a file that does not belong there, with a reason; it stays, and can still be opened. Problems: the reason; the case is archived.</summary>
    public async Task<Outcome<CaseFile>> StrikeOutAsync(Guid caseId, Guid fileId, string reason, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await LockAsync(caseId, cancel) is not { } one || await db.CaseFiles.SingleOrDefaultAsync(file => file.Id == fileId && file.CaseId == caseId, cancel) is not { } file)
            return Problem.NotFound("这份材料");
        if (one.Stage == CaseStage.Archived)
            return CaseWriting.Archived();
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > CaseChecks.LongestLine)
            return new Problem("case.strike.reason", $"划去要写明原因，{CaseChecks.LongestLine}字以内。", "Reason");
        if (file.StruckAt is not null)
            return file;
        (file.StruckAt, file.StruckByName, file.StruckReason) = (time.Instant(), access.Actor.Name, seal.SealStruck(file.Id, reason));
        writing.Log(one, "case.file-struck", new FieldChange("file", null, $"{file.Id}"));
        await writing.SaveAsync(write, cancel, one);
        return file;
    }

    /// <summary>归类: files it under a kind of evidence, or under none. Problems: an unknown kind; the case is archived.</summary>
    public async Task<Outcome<CaseFile>> FileUnderAsync(Guid caseId, Guid fileId, string? evidence, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await LockAsync(caseId, cancel) is not { } one || await db.CaseFiles.SingleOrDefaultAsync(file => file.Id == fileId && file.CaseId == caseId, cancel) is not { } file)
            return Problem.NotFound("这份材料");
        if (one.Stage == CaseStage.Archived)
            return CaseWriting.Archived();
        if (CheckKind(evidence) is { } problem)
            return problem;
        var label = seal.OpenLabel(file);
        if (label.Evidence == evidence)
            return file;
        file.Label = seal.SealLabel(caseId, fileId, label with { Evidence = evidence });
        writing.Log(one, "case.file-filed", new FieldChange("file", null, $"{file.Id}"));
        await writing.SaveAsync(write, cancel, one);
        return file;
    }

    private async Task<Outcome<CaseFile>> AddRowAsync(CaseFileInput input, string place, long size, CaseFileLabel label, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await LockAsync(input.CaseId, cancel) is not { } one)
            return Problem.NotFound("这个事项");
        if (await db.CaseFiles.AsNoTracking().SingleOrDefaultAsync(file => file.Id == input.Key, cancel) is { } first)
            return first.CaseId == one.Id ? first : Problem.KeyTaken();
        if (one.Version != input.Version)
            return CaseWriting.Stale();
        if (one.Stage == CaseStage.Archived)
            return CaseWriting.Archived();
        if (CheckKind(input.Evidence) is { } kind)
            return kind;
        if (await db.CaseFiles.CountAsync(file => file.CaseId == one.Id, cancel) >= MostFiles)
            return new Problem("case.files.many", $"一个事项最多收{MostFiles}份材料。", "File");
        var row = new CaseFile
        {
            Region = one.Region,
            Id = input.Key,
            CaseId = one.Id,
            Place = place,
            Size = size,
            Label = seal.SealLabel(one.Id, input.Key, label),
            AddedAt = time.Instant(),
            AddedByName = access.Actor.Name,
        };
        db.CaseFiles.Add(row);
        writing.Log(one, "case.file-added", new FieldChange("file", null, $"{row.Id}"));
        await writing.SaveAsync(write, cancel, one);
        return row;
    }

    /// <summary>The case, its row locked, if she may act on it and read what it says; an archived one too, which the acts refuse in words.</summary>
    private async Task<Case?> LockAsync(Guid caseId, CancellationToken cancel) =>
        await writing.LockAsync(caseId, cancel) is { } one && (one.Stage == CaseStage.Archived || await access.MayReadTextsAsync(one, cancel)) ? one : null;

    private Problem? CheckKind(string? evidence) =>
        evidence is null || words.Evidence.Kind(evidence) is not null ? null : new("case.evidence.kind", "请从列出的证据种类里选一种，或者不归类。", "Evidence");
}
