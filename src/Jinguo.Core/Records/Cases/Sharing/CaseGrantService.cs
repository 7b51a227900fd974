using Jinguo.Core.Base;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Cases.Sharing;

/// <summary>A grant as the side sees it that gave the file.</summary>
/// <param name="Grant">The row.</param>
/// <param name="ConsentWords">To what she agreed, or why it was given without her consent.</param>
public sealed record GivenFile(CaseGrant Grant, string ConsentWords);

/// <summary>A case that another body gave to read.</summary>
/// <param name="Grant">The row.</param>
/// <param name="Number">Number of the case.</param>
/// <param name="From">Name of the body that handles it.</param>
public sealed record GrantLine(CaseGrant Grant, string Number, string From);

/// <summary>借阅案卷: gives a case to the reviewing body to read while a review or re-review runs, and ends it.</summary>
public sealed class CaseGrantService(Db db, CaseAccess access, CaseWriting writing, SharingBodies bodies, CaseSeal seal, TimeProvider time)
{
    /// <summary>Gives the file. Sent twice it is given once. Problems: no review runs; no consent and no ground; the body; the day; given to it already; stale.</summary>
    public async Task<Outcome<CaseGrant>> GiveAsync(GrantInput input, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await writing.LockAsync(input.CaseId, cancel) is not { } one)
            return Problem.NotFound("这个事项");
        if (await db.CaseGrants.AsNoTracking().SingleOrDefaultAsync(grant => grant.Id == input.Key, cancel) is { } given)
            return given.CaseId == one.Id ? given : Problem.KeyTaken();
        if (one.Version != input.Version)
            return CaseWriting.Stale();
        if (one.Stage is not (CaseStage.Reviewing or CaseStage.Rechecking))
            return new Problem("case.grant.stage", "申请人提出复查、复核以后，才能把案卷借给复查、复核的单位。");
        if (SharingChecks.Check(input, one, time.Instant()) is { Count: > 0 } problems)
            return problems;
        var found = await bodies.ResolveAsync(input.To, handlesCases: false, cancel);
        if (!found.Done)
            return Outcome<CaseGrant>.Refused(found.Problems);
        var today = time.Today();
        if (await db.CaseGrants.AnyAsync(grant => grant.Region == one.Region && grant.CaseId == one.Id && grant.ToId == found.Value.Id && grant.EndedAt == null && grant.Until >= today, cancel))
            return new Problem("case.grant.open", $"案卷已经借给{found.Value.Name}。", nameof(input.To));
        var added = new CaseGrant
        {
            Region = one.Region,
            Id = input.Key,
            CaseId = one.Id,
            ToId = found.Value.Id,
            ToName = found.Value.Name,
            Until = input.Until,
            Consent = seal.Consent(input.Key, input.Consent),
            GivenAt = time.Instant(),
            GivenByName = access.Actor.Name,
        };
        db.CaseGrants.Add(added);
        writing.Tell(one, $"案卷借给{added.ToName}查阅，到{added.Until:yyyy年M月d日}");
        writing.Log(one, "case.granted", new("to", null, added.ToName), new("until", null, $"{added.Until:O}"), new FieldChange("ground", null, added.Consent.Ground.Name()));
        await writing.SaveAsync(write, cancel, one);
        return added;
    }

    /// <summary>收回案卷: ends it before its day.</summary>
    public async Task<Outcome<CaseGrant>> EndAsync(Guid grantId, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var cases = await db.CaseGrants.Where(grant => grant.Id == grantId).Select(grant => grant.CaseId).ToListAsync(cancel);
        if (cases is not [var caseId] || await writing.LockAsync(caseId, cancel) is not { } one)
            return Problem.NotFound("这次借阅");
        var grant = await db.CaseGrants.SingleAsync(grant => grant.Id == grantId, cancel);
        if (grant.EndedAt is not null)
            return grant;
        grant.EndedAt = time.Instant();
        writing.Tell(one, $"收回借给{grant.ToName}的案卷");
        writing.Log(one, "case.grant-ended", new FieldChange("to", null, grant.ToName));
        await writing.SaveAsync(write, cancel, one);
        return grant;
    }

    /// <summary>To whom a case on which she may act was given, the newest first; nothing otherwise, nor where she may not read what a minor's case says.</summary>
    public async Task<IReadOnlyList<GivenFile>> ListGivenAsync(Guid caseId, CancellationToken cancel = default)
    {
        if (await access.Cases.AsNoTracking().SingleOrDefaultAsync(one => one.Id == caseId, cancel) is not { } one || !await access.MayReadTextsAsync(one, cancel))
            return [];
        var grants = await db.CaseGrants.AsNoTracking().Where(grant => grant.CaseId == caseId).OrderByDescending(grant => grant.GivenAt).ThenByDescending(grant => grant.Id).ToListAsync(cancel);
        return grants.ConvertAll(grant => new GivenFile(grant, seal.OpenConsent(grant.Id, grant.Consent)));
    }

    /// <summary>How many files other bodies gave the own one to read now.</summary>
    public Task<int> CountReceivedAsync(CancellationToken cancel = default) => access.Grants.CountAsync(cancel);

    /// <summary>What other bodies gave the own one to read now, the nearest end first.</summary>
    public async Task<IReadOnlyList<GrantLine>> ListReceivedAsync(CancellationToken cancel = default)
    {
        var (cases, offices, bodies) = (db.Cases, db.CaseOffices, db.Organisations);
        var rows = await (
            from grant in access.Grants.AsNoTracking()
            join one in cases on new { grant.Region, Id = grant.CaseId } equals new { one.Region, one.Id }
            join office in offices on one.OrganisationId equals office.OrganisationId
            join body in bodies on one.OrganisationId equals body.Id
            orderby grant.Until, grant.Id
            select new { grant, one, office, body.Name }).ToListAsync(cancel);
        return rows.ConvertAll(row => new GrantLine(row.grant, row.office.NumberOf(row.one), row.Name));
    }
}
