using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Time;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Cases.Archive;

/// <summary>
/// 档案保管: how long archived cases are kept, and what happens then. One supervisor puts what was kept long enough on a list or keeps
/// it longer; another destroys what is on the list. Nobody does both.
/// </summary>
public sealed class CaseArchive(Db db, CaseAccess access, CaseWriting writing, CaseWords words, CaseShredding shredding, ChangeLog changes, TimeProvider time)
{
    /// <summary>Most cases of one list.</summary>
    public const int MostListed = 200;

    /// <summary>存保管期限表: sets how long each class is kept; a class that is left out has none of its own. What is archived already stays as it is. Problems: an unknown class; no supervisor of the body.</summary>
    public async Task<Outcome<int>> SetRulesAsync(IReadOnlyDictionary<string, RetentionTerm> terms, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (!access.Actor.Has(Right.CaseSupervise) || await writing.LockBodyAsync(cancel) is not { } body || !await db.CaseOffices.AnyAsync(office => office.OrganisationId == body.Id, cancel))
            return Problem.NotFound("可以设置保管期限的组织");
        if (terms.Keys.Any(code => words.Categories.All(category => category.Code != code)) || terms.Values.Any(term => !Enum.IsDefined(term)))
            return new Problem("case.retention", "没有这个类别或期限，请重新打开再选。");
        var before = await db.CaseRetentionRules.Where(rule => rule.OrganisationId == body.Id).ToDictionaryAsync(rule => rule.Category, cancel);
        var told = words.Categories.Select(category => new FieldChange(category.Name, before.GetValueOrDefault(category.Code)?.Term.Name(), terms.TryGetValue(category.Code, out var term) ? term.Name() : null)).Where(field => field.Before != field.After).ToList();
        if (told.Count == 0)
            return terms.Count;
        db.CaseRetentionRules.RemoveRange(before.Values.Where(rule => !terms.ContainsKey(rule.Category)));
        foreach (var (code, term) in terms)
        {
            if (before.TryGetValue(code, out var rule))
                rule.Term = term;
            else
                db.CaseRetentionRules.Add(new() { Region = body.Region, OrganisationId = body.Id, Category = code, Term = term });
        }
        changes.Add(access.Actor, body.Region, body.Id, "case.retention", CaseService.SubjectKind, $"{body.Id}", fields: told);
        await db.SaveChangesAsync(cancel);
        await write.CommitAsync(cancel);
        return terms.Count;
    }

    /// <summary>延长保管: keeps cases that were kept long enough for another term, counted from this year. Sent twice they are kept once. Problems: the term; none chosen; one is not due, or on a list.</summary>
    /// <returns>How many are kept so.</returns>
    public async Task<Outcome<int>> KeepLongerAsync(IReadOnlyCollection<Guid> caseIds, RetentionTerm term, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (!Enum.IsDefined(term))
            return new Problem("case.retention", "请选再保管多久。", "term");
        var until = term.KeptUntil(time.Today());
        var found = await LockChosenAsync(caseIds, one => one.Retention == term && one.KeepUntil == until, cancel);
        if (!found.Done)
            return Outcome<int>.Refused(found.Problems);
        var due = found.Value.Where(IsDue).ToList();
        foreach (var one in due)
        {
            writing.Log(one, "case.kept-longer", new FieldChange("retention", one.Retention?.Name(), term.Name()));
            (one.Retention, one.KeepUntil) = (term, until);
        }
        await writing.SaveAsync(write, cancel, [.. due]);
        return found.Value.Count;
    }

    /// <summary>列入销毁清册: puts cases that were kept long enough on a list, which waits for another supervisor. Sent twice it is one. Problems: none chosen; one is not due, or on a list.</summary>
    /// <param name="key">Client key, version 7.</param>
    /// <param name="caseIds">The cases, at most <see cref="MostListed"/>.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<Outcome<CaseDestruction>> ProposeAsync(Guid key, IReadOnlyCollection<Guid> caseIds, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await access.Destructions.AsNoTracking().SingleOrDefaultAsync(list => list.Id == key, cancel) is { } sent)
            return sent;
        var found = await LockChosenAsync(caseIds, _ => false, cancel);
        if (!found.Done)
            return Outcome<CaseDestruction>.Refused(found.Problems);
        if (await db.CaseDestructions.AnyAsync(list => list.Id == key, cancel))
            return Problem.KeyTaken();
        var first = found.Value[0];
        var list = new CaseDestruction
        {
            Region = first.Region,
            Id = key,
            OrganisationId = first.OrganisationId,
            ProposedBy = access.Actor.AccountId!.Value,
            ProposedByName = access.Actor.Name,
            ProposedAt = time.Instant(),
            State = DestructionState.Waiting,
        };
        db.CaseDestructions.Add(list);
        foreach (var one in found.Value)
        {
            one.DestructionId = key;
            writing.Log(one, "case.destruction-proposed");
        }
        await writing.SaveAsync(write, cancel, [.. found.Value]);
        return list;
    }

    /// <summary>核准销毁、退回: another supervisor destroys what is on a list, or gives it back. Destroyed is destroyed: not a word comes back. Problems: she made the list herself; judged otherwise already; she keeps out of one of its cases.</summary>
    public async Task<Outcome<CaseDestruction>> JudgeAsync(Guid listId, bool isGranted, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await writing.LockBodyAsync(cancel) is null || await access.Destructions.SingleOrDefaultAsync(one => one.Id == listId, cancel) is not { } list)
            return Problem.NotFound("这份清册");
        var state = isGranted ? DestructionState.Done : DestructionState.Refused;
        if (list.State != DestructionState.Waiting)
            return list.State == state ? list : new Problem("case.destruction.judged", $"{list.JudgedByName}已经定了：{list.StateName}。");
        if (isGranted && list.ProposedBy == access.Actor.AccountId)
            return new Problem("case.destruction.self", "销毁要两个人：清册是您列的，请另一位负责人核准。本单位还没有另一位的，先请系统管理员设一位主席。");
        var cases = await LockAsync(access.Cases.Where(one => one.DestructionId == listId), cancel);
        if (cases.Count != await db.Cases.CountAsync(one => one.DestructionId == listId, cancel))
            return new Problem("case.destruction.recused", "清册里有您回避的事项，请另一位负责人核准。");
        (list.State, list.JudgedByName, list.JudgedAt) = (state, access.Actor.Name, time.Instant());
        foreach (var one in cases)
        {
            one.DestroyedAt = isGranted ? list.JudgedAt : null;
            one.DestructionId = isGranted ? listId : null;
            writing.Log(one, isGranted ? "case.destroyed" : "case.destruction-refused");
        }
        var places = isGranted ? await shredding.TakeOutAsync(cases, cancel) : [];
        await writing.SaveAsync(write, cancel, [.. cases]);
        shredding.Drop(places);
        return list;
    }

    private bool IsDue(Case one) => one.KeepUntil < time.Today();

    // All of them or none: who chose ten is not told that nine were done.
    private async Task<Outcome<IReadOnlyList<Case>>> LockChosenAsync(IReadOnlyCollection<Guid> caseIds, Func<Case, bool> isDoneAlready, CancellationToken cancel)
    {
        if (!access.Actor.Has(Right.CaseSupervise) || await writing.LockBodyAsync(cancel) is null)
            return Problem.NotFound("这些事项");
        if (caseIds.Count is 0 or > MostListed)
            return new Problem("case.archive.none", $"请勾选要处理的事项，一次最多{MostListed}件。");
        var chosen = await LockAsync(access.Shelved.Where(one => caseIds.Contains(one.Id)), cancel);
        return chosen.Count == caseIds.Distinct().Count() && chosen.TrueForAll(one => IsDue(one) || isDoneAlready(one)) ? chosen : new Problem("case.archive.due", "选的事项里有的还没有到期，或者已经列入清册。请看一下最新的再选。");
    }

    /// <summary>Cases with their rows locked: an act on one of them comes before or after.</summary>
    private static async Task<List<Case>> LockAsync(IQueryable<Case> cases, CancellationToken cancel)
    {
        await cases.ExecuteUpdateAsync(set => set.SetProperty(one => one.Version, one => one.Version), cancel);
        return await cases.ToListAsync(cancel);
    }
}
