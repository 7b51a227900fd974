using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Records.Cases.Clocks;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Cases.Limits;

/// <summary>本单位时限: the limits that a body sets for itself. The days by which its open cases are due follow at once.</summary>
public sealed class CaseLimitService(Db db, CaseAccess access, CaseWriting writing, CaseDues dues, ChangeLog changes)
{
    private const int MostDays = 366;

    /// <summary>The limits of the reader's body, by code of the rule.</summary>
    public Task<Dictionary<string, int>> ListAsync(CancellationToken cancel = default) =>
        db.CaseLimits.AsNoTracking().Where(limit => limit.OrganisationId == access.Actor.OrganisationId).ToDictionaryAsync(limit => limit.Rule, limit => limit.Days, cancel);

    /// <summary>Sets all of them; a rule that is left out keeps the law's. Problems: <see cref="ClockChecks.CheckLocalLimit"/>; out of range; no supervisor of the body.</summary>
    /// <param name="days">Days by code of the rule, from 1 (<see cref="CaseLimit.Days"/>).</param>
    /// <param name="cancel">Stops.</param>
    /// <returns>How many limits stand.</returns>
    public async Task<Outcome<int>> SetAsync(IReadOnlyDictionary<string, int> days, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (!access.Actor.Has(Right.CaseSupervise) || await writing.LockBodyAsync(cancel) is not { } body || !await db.CaseOffices.AnyAsync(office => office.OrganisationId == body.Id, cancel))
            return Problem.NotFound("可以设置时限的组织");
        if (days.SelectMany(Check).ToList() is { Count: > 0 } problems)
            return problems;
        var before = await db.CaseLimits.Where(limit => limit.OrganisationId == body.Id).ToDictionaryAsync(limit => limit.Rule, cancel);
        var told = CaseLimit.Rules.Select(rule => new FieldChange(rule.Name, Days(before.GetValueOrDefault(rule.Code)?.Days), Days(days.TryGetValue(rule.Code, out var set) ? set : null))).Where(field => field.Before != field.After).ToList();
        if (told.Count == 0)
            return days.Count;
        db.CaseLimits.RemoveRange(before.Values.Where(limit => !days.ContainsKey(limit.Rule)));
        foreach (var (rule, count) in days)
        {
            if (before.TryGetValue(rule, out var limit))
                limit.Days = count;
            else
                db.CaseLimits.Add(new() { Region = body.Region, OrganisationId = body.Id, Rule = rule, Days = count });
        }
        changes.Add(access.Actor, body.Region, body.Id, "case.limits", CaseService.SubjectKind, $"{body.Id}", fields: told);
        await db.SaveChangesAsync(cancel);
        await dues.SetBodyAsync(body.Id, cancel);
        await write.CommitAsync(cancel);
        return days.Count;
    }

    private static string? Days(int? days) => days is { } count ? $"{count}" : null;

    private static IEnumerable<Problem> Check(KeyValuePair<string, int> limit) =>
        ClockRules.Find(limit.Key) is not { } rule ? [new("case.limit.rule", "没有这个期限，请重新打开再填。")]
        : limit.Value is < 1 or > MostDays ? [new("case.limit.days", $"“{rule.Name}”的本单位时限填1到{MostDays}的整数。", limit.Key)]
        : ClockChecks.CheckLocalLimit(rule, CaseLimit.Span(rule, limit.Value)).Select(problem => problem with { Field = limit.Key });
}
