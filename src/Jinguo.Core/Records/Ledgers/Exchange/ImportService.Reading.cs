using System.Text.Json;
using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Files;
using Jinguo.Core.Base.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace Jinguo.Core.Records.Ledgers.Exchange;

/// <summary>What a job of an import is asked for.</summary>
/// <param name="Import">The import.</param>
/// <param name="Wish">Of a job that writes.</param>
/// <param name="Reason">Of a job that undoes.</param>
public sealed record ImportTask(Guid Import, ImportWish? Wish = null, string? Reason = null);

/// <content>Finding imports, and asking for the jobs that work on them.</content>
public sealed partial class ImportService
{
    /// <summary>Imports on one page of the list.</summary>
    public const int PageSize = 20;


    /// <summary>
    /// The import, or null where it is not there or not hers: a workbook holds names of persons, so that it is shown to the
    /// body whose work it is and to the one that imported it.
    /// </summary>
    public async Task<ImportView?> FindAsync(Guid id, CancellationToken cancel = default)
    {
        var import = await visible.Of<Import>(Right.LedgerWrite).AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancel);
        if (import is null || !IsHers(import))
            return null;
        return new(
            import,
            await db.Set<Base.Organisations.Organisation>().AsNoTracking().SingleAsync(body => body.Id == import.OrganisationId, cancel),
            await db.StoredFiles.AsNoTracking().SingleAsync(file => file.Id == import.FileId, cancel),
            import.JobId is { } job ? await db.Jobs.AsNoTracking().SingleOrDefaultAsync(one => one.Id == job, cancel) : null);
    }

    /// <summary>True where a stored file is the original of an import that is not hers.</summary>
    public async Task<bool> HidesAsync(StoredFile file, CancellationToken cancel = default)
    {
        var import = await db.Imports.Where(one => one.OrganisationId == file.OrganisationId && one.FileId == file.Id).Select(one => (Guid?)one.Id).SingleOrDefaultAsync(cancel);
        return import is { } id && await FindAsync(id, cancel) is null;
    }

    /// <summary>The imports of her body, newest first.</summary>
    /// <param name="page">From 1.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<(IReadOnlyList<Import> Rows, int Total)> ListAsync(int page, CancellationToken cancel = default)
    {
        var own = Actor.OrganisationId;
        var imports = visible.Of<Import>(Right.LedgerWrite).AsNoTracking();
        if (Actor.AccountId is not null)
            imports = imports.Where(one => one.OrganisationId == own || one.ByOrganisationId == own);
        var rows = await imports.OrderByDescending(one => one.CreatedAt).ThenByDescending(one => one.Id)
            .Skip((Math.Max(1, page) - 1) * PageSize).Take(PageSize).ToListAsync(cancel);
        return (rows, await imports.CountAsync(cancel));
    }

    /// <summary>Opens the original.</summary>
    /// <exception cref="FileNotFoundException">The content is gone from the folder.</exception>
    public Stream Open(ImportView view) => files.Open(view.File);

    /// <summary>Looks at every row: at once in a short file, while a longer one is looked at by a job.</summary>
    /// <returns>What hinders it.</returns>
    public async Task<IReadOnlyList<Problem>> LookOrAskAsync(Guid id, CancellationToken cancel = default)
    {
        if (await FindAsync(id, cancel) is not { } view)
            return [Problem.NotFound("这次导入")];
        return view.File.Size <= LookedAtAtOnce
            ? (await LookAsync(id, tell: null, cancel)).Problems
            : (await AskAsync(id, Guid.CreateVersion7(time.GetUtcNow()), ImportCheckJob.KindName, new(id), one => one.Import.State == ImportState.Draft ? null : Over(), cancel)).Problems;
    }

    /// <summary>Asks for the job that writes the rows.</summary>
    /// <param name="id">The import.</param>
    /// <param name="jobKey">The client key of the form: the job is asked for once.</param>
    /// <param name="wish">What the person wishes.</param>
    /// <param name="cancel">Cancels.</param>
    public Task<Outcome<Job>> AskToWriteAsync(Guid id, Guid jobKey, ImportWish wish, CancellationToken cancel = default) =>
        AskAsync(id, jobKey, ImportJob.KindName, new(id, wish), view => view switch
        {
            { Import.State: not ImportState.Draft } => Over(),
            { Findings: null } => new Problem("import.look", "请先核对每一行，再导入。"),
            { Findings: { Bad: > 0 } found } when !wish.GoodRowsOnly =>
                new Problem("import.bad", $"还有{found.Bad}行要改，所以一行也没有写入。请改好文件重新上传，或选“只导入没有问题的行”。"),
            { Findings: { Closed: > 0 } found } when string.IsNullOrWhiteSpace(wish.Reason) =>
                new Problem(LedgerChecks.ClosedCode, $"有{found.Closed}行的日期在锁账期内，导入会登记为更正，请写明原因。", "reason"),
            _ when wish.Reason?.Trim().Length > LedgerService.LongestReason => new Problem("ledger.reason.long", $"原因最多{LedgerService.LongestReason}个字，请写短些。", "reason"),
            { Findings: { Good: 0, AlreadyThere: 0 } } => new Problem("import.empty", "没有可以导入的行。"),
            _ => null,
        }, cancel);

    /// <summary>Asks for the job that withdraws all records of the import.</summary>
    public Task<Outcome<Job>> AskToUndoAsync(Guid id, Guid jobKey, string? reason, CancellationToken cancel = default) =>
        AskAsync(id, jobKey, ImportUndoJob.KindName, new(id, Reason: reason?.Trim()), view =>
            view.Import.State != ImportState.Done ? new Problem("import.state", "这次导入没有写入记录，或者已经撤销。")
            : string.IsNullOrWhiteSpace(reason) ? new Problem("ledger.reason", "请写一句为什么撤销。", "reason")
            : reason.Trim().Length > LedgerService.LongestReason ? new Problem("ledger.reason.long", $"原因最多{LedgerService.LongestReason}个字，请写短些。", "reason")
            : null, cancel);

    private async Task<Outcome<Job>> AskAsync(Guid id, Guid jobKey, string kind, ImportTask task, Func<ImportView, Problem?> check, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { } view)
            return Problem.NotFound("这次导入");
        if (view.Job?.Id == jobKey)
            return view.Job;
        if (view.IsWorking)
            return new Problem("import.working", "正在处理这份文件，请等它完成。");
        if (check(view) is { } problem)
            return problem;
        // The job acts in her name for the body she is working for now, which may stand above the body imported for.
        var worksFor = await db.Set<Base.Organisations.Organisation>().AsNoTracking().SingleOrDefaultAsync(body => body.Id == Actor.OrganisationId, cancel) ?? view.Home;
        var job = await jobs.AddAsync(jobKey, kind, worksFor, Actor, JsonSerializer.Serialize(task), cancel);
        await UpdateAsync(id, set => set.SetProperty(one => one.JobId, job.Id), cancel);
        return job;
    }

    private static Problem Over() => new("import.state", "这份文件已经导入过了。要重新导入，请再上传一次。");

    private bool IsHers(Import import) =>
        Actor.AccountId is null || import.OrganisationId == Actor.OrganisationId || import.ByOrganisationId == Actor.OrganisationId;

    private async Task UpdateAsync(Guid id, Action<UpdateSettersBuilder<Import>> set, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        await db.Imports.Where(one => one.Id == id).ExecuteUpdateAsync(set, cancel);
        await write.CommitAsync(cancel);
    }
}
