using Jinguo.Core.Base;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Cases;

/// <summary>
/// 撤并: cases stay with the body that received them, and who has them in hand there goes on until they are done. So a body ends only
/// where each unfinished case is in somebody's hands; <see cref="CaseHandovers"/> sees to it that this stays so. How many there are is told to nobody.
/// </summary>
public sealed class CaseBodyEnding(Db db) : IBodyEnding
{
    /// <inheritdoc/>
    public async Task<Problem?> CheckAsync(Organisation body, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(body);
        var handlers = CaseHandlers.Ids(db, body.Id);
        return await Unfinished(db).AnyAsync(one => one.Region == body.Region && one.OrganisationId == body.Id && !handlers.Contains(one.Handler), cancel)
            ? new("case.body.unfinished", $"{body.Name}有没办结的信访事项现在没有人办理，撤并以后就没有人能接。请先由{body.Name}的负责人接手，办结，或者移交同事、转送（交办）别的单位，再来撤并；没有负责人的，先设一位主席。")
            : null;
    }

    /// <inheritdoc/>
    public Task<int> EndAsync(Organisation body, DateOnly day, string reason, CancellationToken cancel) => Task.FromResult(0);

    /// <summary>Cases that are still owed something: not closed, or under review.</summary>
    internal static IQueryable<Case> Unfinished(Db db) => db.Cases.Where(one => one.ClosedAt == null || one.Stage == CaseStage.Reviewing || one.Stage == CaseStage.Rechecking);
}
