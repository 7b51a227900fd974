using System.Security.Cryptography;
using Jinguo.Core.Base;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Persons;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Facts;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Cases;

/// <summary>What the acts on cases share: the locked row, the line of the course, the entry in the trail, the figures and the commit.</summary>
public sealed class CaseWriting(Db db, CaseAccess access, CaseSeal seal, CaseWords words, CaseDues dues, FactBook facts, ChangeLog changes, TimeProvider time)
{
    private const string QueryLetters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const int QueryLength = 10;

    internal static Problem Stale() => new(Problem.StaleCode, "这个事项刚刚被别人改过，请看一下最新的再办。");

    internal static Problem Archived() => new("case.archived", "已经归档，不能再记，也不能再改。她再来反映的，请新登记一件。");

    /// <summary>The body she works for, its row locked: numbers are given one after the other.</summary>
    internal async Task<Organisation?> LockBodyAsync(CancellationToken cancel)
    {
        var own = access.Actor.OrganisationId;
        await db.Organisations.Where(one => one.Id == own).ExecuteUpdateAsync(set => set.SetProperty(one => one.Version, one => one.Version), cancel);
        return await db.Organisations.AsNoTracking().SingleOrDefaultAsync(one => one.Id == own, cancel);
    }

    /// <summary>The case, if she may act on it. Its row is locked: two acts on one case come one after the other.</summary>
    internal Task<Case?> LockAsync(Guid id, CancellationToken cancel) => LockAsync(access.Cases, id, cancel);

    /// <summary>The case, if it is among those that the door gave.</summary>
    internal async Task<Case?> LockAsync(IQueryable<Case> cases, Guid id, CancellationToken cancel)
    {
        if (!await cases.AnyAsync(one => one.Id == id, cancel))
            return null;
        await db.Cases.Where(one => one.Id == id).ExecuteUpdateAsync(set => set.SetProperty(one => one.Version, one => one.Version), cancel);
        return await cases.SingleOrDefaultAsync(one => one.Id == id, cancel);
    }

    /// <summary>A new case of her body, whose row is locked, with its texts and its first line.</summary>
    internal async Task<Case> AddAsync(CaseInput input, Organisation body, CaseOffice office, CancellationToken cancel)
    {
        var account = access.Actor.AccountId!.Value;
        var year = China.Day(input.Received).Year;
        var code = RandomNumberGenerator.GetString(QueryLetters, QueryLength);
        var one = new Case
        {
            Region = body.Region,
            Id = input.Key,
            OrganisationId = body.Id,
            Year = year,
            Sequence = await db.Cases.Where(other => other.OrganisationId == body.Id && other.Year == year).MaxAsync(other => (int?)other.Sequence, cancel) + 1 ?? 1,
            Channel = input.Channel,
            Kind = input.Kind,
            Category = input.Category,
            Risk = input.Risk,
            ReceivedAt = input.Received,
            Stage = CaseStage.Registered,
            ReceivedBy = account,
            Handler = account,
            QueryIndex = seal.IndexOfQuery(code),
        };
        Fill(one, input);
        db.Cases.Add(one);
        foreach (var field in input.Texts.Keys.Where(field => field != CaseField.QueryCode && input[field] is not null))
            db.CaseTexts.Add(Text(one, field, input[field]!));
        db.CaseTexts.Add(Text(one, CaseField.QueryCode, code));
        db.CaseEntries.Add(Entry(one, one.Id, input.Received, $"{words.Channel(one.Channel)!.Name}登记"));
        Log(one, "case.received", fields: new FieldChange("number", null, office.NumberOf(one)));
        return one;
    }

    internal void Fill(Case one, CaseInput input)
    {
        (one.Visitors, one.IsAnonymous, one.IsRepeat) = (input.Visitors, input.IsAnonymous, input.IsRepeat);
        (one.IsSkippingLevel, one.IsUrgent, one.IsMinor, one.NextStepDue) = (input.IsSkippingLevel, input.IsUrgent, input.IsMinor, input.NextStepDue);
        one.IsByProxy = input[CaseField.Proxy] is not null;
        one.IdIndex = input[CaseField.IdNumber] is { } id && IdNumber.TryParse(id, out var number, out _) ? seal.IndexOfId(number.Text) : null;
        one.PhoneIndex = input[CaseField.Phone] is { } typed && PhoneNumber.TryParse(typed, out var phone) ? seal.IndexOfPhone(phone.Text) : null;
    }

    internal CaseText Text(Case one, CaseField field, string text) => new() { Region = one.Region, CaseId = one.Id, Field = field, Sealed = seal.Seal(one.Id, field, text) };

    internal CaseEntry Entry(Case one, Guid key, DateTime at, string text, CaseAct? act = null, CaseStep? step = null) => new()
    {
        Region = one.Region,
        Id = key,
        CaseId = one.Id,
        Act = act,
        Step = step,
        At = at,
        WrittenAt = time.Instant(),
        // The command line, which ends accounts too, has none.
        WrittenBy = access.Actor.AccountId ?? Guid.Empty,
        WrittenByName = access.Actor.Name,
        Sealed = seal.SealEntry(key, text.Trim()),
    };

    /// <summary>Writes a line into the course that did not move the case: what came from outside, or went there.</summary>
    internal void Tell(Case one, string text) => db.CaseEntries.Add(Entry(one, Guid.CreateVersion7(time.GetUtcNow()), time.Instant(), text));

    /// <summary>Writes an act on a case into the trail of its body.</summary>
    internal void Log(Case one, string act, params FieldChange[] fields) =>
        changes.Add(access.Actor, one.Region, one.OrganisationId, act, CaseService.SubjectKind, $"{one.Id}", fields: fields);

    /// <summary>Posts and commits; or says that a day is closed and a reason is missing, and leaves nothing behind.</summary>
    internal async Task<Outcome<Case>> DoneAsync(WriteTransaction write, Case one, string? reason, bool isNew, CancellationToken cancel)
    {
        one.Version++;
        var standing = await dues.SetAsync(one, cancel);
        if (await facts.PostAsync(CaseFacts.Posting(one, standing, words, reason, isNew), access.Actor, cancel) is [var closed, ..])
        {
            db.ChangeTracker.Clear();
            return new Problem(CaseService.ClosedCode, $"账已锁到{closed.Through:yyyy-MM-dd}，{closed.Day:yyyy-MM-dd}在锁账期内。要登记的话会作为更正，请写明原因。", nameof(CaseInput.Reason));
        }
        await write.CommitAsync(cancel);
        return one;
    }

    /// <summary>Commits what was told in cases without moving them: their figures stay as they are.</summary>
    internal async Task SaveAsync(WriteTransaction write, CancellationToken cancel, params Case[] told)
    {
        foreach (var one in told)
            one.Version++;
        await db.SaveChangesAsync(cancel);
        await write.CommitAsync(cancel);
    }
}
