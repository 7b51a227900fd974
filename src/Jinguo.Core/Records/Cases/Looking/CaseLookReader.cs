using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Cases.Looking;

/// <summary>One look at a case.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="Who">Her name then.</param>
/// <param name="IsInFull">True where she saw in full who the petitioner is; else masked.</param>
/// <param name="Reason">Why in full, or null.</param>
public sealed record CaseLook(DateTime At, string Who, bool IsInFull, string? Reason);

/// <summary>谁看过: who looked at a case, from the trail, for its handler and its supervisor.</summary>
public sealed class CaseLookReader(Db db, CaseAccess access)
{
    /// <summary>Looks on a page.</summary>
    public const int PageSize = 50;

    private static readonly string[] Acts = [CaseLooks.SeenAct, CaseLooks.RevealedAct, CaseLooks.PrintedAct, CaseLooks.OpenedAct, CaseLooks.LetterAct];

    /// <summary>A page of looks, the newest first; null where the reader is not in charge of such a case.</summary>
    public async Task<PageOf<CaseLook>?> ListAsync(Guid caseId, int page, CancellationToken cancel = default)
    {
        if (!await access.InCharge.AnyAsync(one => one.Id == caseId, cancel))
            return null;
        var key = $"{caseId}";
        var looks = db.Changes.AsNoTracking().Where(change => change.SubjectKind == CaseService.SubjectKind && change.SubjectId == key && Acts.Contains(change.Act));
        var lines = await looks.OrderByDescending(change => change.Id).Skip((Math.Max(page, 1) - 1) * PageSize).Take(PageSize)
            .Select(change => new CaseLook(change.At, change.ActorName, change.Act != CaseLooks.SeenAct, change.Act == CaseLooks.PrintedAct ? "打印登记表" : change.Act == CaseLooks.OpenedAct ? "打开材料" : change.Act == CaseLooks.LetterAct ? "生成文书" : change.Reason))
            .ToListAsync(cancel);
        return new(lines, await looks.CountAsync(cancel));
    }
}
