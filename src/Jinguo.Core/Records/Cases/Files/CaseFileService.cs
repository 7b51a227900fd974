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

    /// <summary>Puts a file in. Sent twice it is there once. Problems: as of <see cref="AddAllAsync"/>.</summary>
    public async Task<Outcome<CaseFile>> AddAsync(CaseFileInput input, CancellationToken cancel = default)
    {
        var kept = await AddAllAsync(new(input.Key, input.CaseId, input.Version, [new(input.Name, input.Content)], input.Evidence), cancel);
        return kept.Done ? kept.Value[0] : Outcome<CaseFile>.Refused(kept.Problems);
    }

    /// <summary>
    /// Puts some files in, each checked by itself: all of them, or none. Sent twice they are there once. Problems: none chosen;
    /// the first that is refused, with its name (<see cref="FileChecks"/>); too many; stale; the case is archived.
    /// </summary>
    public async Task<Outcome<IReadOnlyList<CaseFile>>> AddAllAsync(CaseFilesInput input, CancellationToken cancel = default)
    {
        if (!await access.Cases.AnyAsync(one => one.Id == input.CaseId, cancel))
            return Problem.NotFound("这个事项");
        if (input.Files.Count == 0)
            return new Problem("case.file", "请先选一个文件。", "File");
        if (input.Files.Count > MostFiles)
            return TooMany();
        var contents = new List<(CheckedFile File, byte[] Key, string Place)>();
        foreach (var sent in input.Files)
        {
            var taken = FileChecks.Take(sent.Name, sent.Content);
            if (!taken.Done)
                return Outcome<IReadOnlyList<CaseFile>>.Refused([.. taken.Problems.Select(problem => Refusal(problem, input.Files.Count))]);
            contents.Add((taken.Value, ContentCipher.NewKey(), CaseFileFolder.NewPlace()));
        }
        try
        {
            foreach (var (place, one) in contents.Index())
                await folder.KeepAsync(one.Place, ContentCipher.Seal(one.File.Content, one.Key, CaseFileSeal.Bound(input.CaseId, input.KeyOf(place))), cancel);
        }
        catch
        {
            // A full disk is not left fuller. Once rows are being written it is not known whether they stand: then contents stay, too.
            foreach (var one in contents)
                folder.Drop(one.Place);
            throw;
        }
        var kept = await AddRowsAsync(input, contents, cancel);
        foreach (var (_, _, place) in contents.Where(one => !kept.Done || !kept.Value.Any(file => file.Place == one.Place)))
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

    private async Task<Outcome<IReadOnlyList<CaseFile>>> AddRowsAsync(CaseFilesInput input, List<(CheckedFile File, byte[] Key, string Place)> contents, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await LockAsync(input.CaseId, cancel) is not { } one)
            return Problem.NotFound("这个事项");
        var keys = contents.Select((_, place) => input.KeyOf(place)).ToList();
        if (await db.CaseFiles.AsNoTracking().Where(file => keys.Contains(file.Id)).ToListAsync(cancel) is { Count: > 0 } before)
            return before.Count == keys.Count && before.TrueForAll(file => file.CaseId == one.Id) ? Outcome<IReadOnlyList<CaseFile>>.With([.. before.OrderBy(file => keys.IndexOf(file.Id))], []) : Problem.KeyTaken();
        if (one.Version != input.Version)
            return CaseWriting.Stale();
        if (one.Stage == CaseStage.Archived)
            return CaseWriting.Archived();
        if (CheckKind(input.Evidence) is { } kind)
            return kind;
        if (await db.CaseFiles.CountAsync(file => file.Region == one.Region && file.CaseId == one.Id, cancel) + contents.Count > MostFiles)
            return TooMany();
        List<CaseFile> rows = [.. contents.Zip(keys, (content, key) => new CaseFile
        {
            Region = one.Region,
            Id = key,
            CaseId = one.Id,
            Place = content.Place,
            Size = content.File.Content.Length,
            Label = seal.SealLabel(one.Id, key, new(content.File.Name, content.File.MediaType, content.Key, input.Evidence)),
            AddedAt = time.Instant(),
            AddedByName = access.Actor.Name,
        })];
        db.CaseFiles.AddRange(rows);
        foreach (var row in rows)
            writing.Log(one, "case.file-added", new FieldChange("file", null, $"{row.Id}"));
        await writing.SaveAsync(write, cancel, one);
        return Outcome<IReadOnlyList<CaseFile>>.With(rows, []);
    }

    private static Problem Refusal(Problem problem, int sent) =>
        problem with { Field = "File", Text = sent == 1 ? problem.Text : $"{problem.Text}这次选的{sent}份都没有收，去掉它再选一次。" };

    private static Problem TooMany() => new("case.files.many", $"一个事项最多收{MostFiles}份材料。", "File");

    /// <summary>The case, its row locked, if she may act on it and read what it says; an archived one too, which the acts refuse in words.</summary>
    private async Task<Case?> LockAsync(Guid caseId, CancellationToken cancel) =>
        await writing.LockAsync(caseId, cancel) is { } one && (one.Stage == CaseStage.Archived || await access.MayReadTextsAsync(one, cancel)) ? one : null;

    private Problem? CheckKind(string? evidence) =>
        evidence is null || words.Evidence.Kind(evidence) is not null ? null : new("case.evidence.kind", "请从列出的证据种类里选一种，或者不归类。", "Evidence");
}
