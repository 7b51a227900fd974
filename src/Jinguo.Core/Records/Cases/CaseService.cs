using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Facts;
using Jinguo.Core.Records.Cases.Reception;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Cases;

/// <summary>
/// The acts on cases: switch on, receive, complete, move on, write down, hand over, keep out. Each is one transaction with
/// its line in the course, its facts and its entry in the trail, which tells what was done and never what a case says.
/// </summary>
public sealed partial class CaseService(Db db, CaseAccess access, CaseWriting writing, CaseSeal seal, CaseWords words, ChangeLog changes, TimeProvider time)
{
    /// <summary>Kind of cases in the trail.</summary>
    public const string SubjectKind = "case";

    /// <summary>Code of the problem when a day lies in a closed period and no reason is given.</summary>
    public const string ClosedCode = "case.closed";

    private Actor Actor => access.Actor;

    /// <summary>
    /// 启用: from a day on the body handles its cases here. The day may be put off or brought forward while no case is
    /// older. Problems: no supervisor of the body; the prefix; the day; what is counted there already.
    /// </summary>
    public async Task<Outcome<CaseOffice>> SwitchOnAsync(DateOnly from, string prefix, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (!Actor.Has(Right.CaseSupervise) || await writing.LockBodyAsync(cancel) is not { } body)
            return Problem.NotFound("可以启用的组织");
        prefix = prefix.Trim();
        if (prefix.Length is 0 or > CaseOffice.LongestPrefix || !prefix.All(char.IsLetterOrDigit))
            return new Problem("case.prefix", $"编号的代字填1到{CaseOffice.LongestPrefix}个字，例如“安妇访”。", nameof(CaseOffice.Prefix));
        var office = await db.CaseOffices.SingleOrDefaultAsync(one => one.OrganisationId == body.Id, cancel);
        if (from < body.ValidFrom || from > time.Today().AddYears(1))
            return new Problem("case.from", "启用日期要在本单位成立以后、一年以内。", nameof(CaseOffice.From));
        if (await db.Cases.Where(one => one.OrganisationId == body.Id).MinAsync(one => (DateTime?)one.ReceivedAt, cancel) is { } first && China.Day(first) < from)
            return new Problem("case.from.cases", $"{China.Day(first):yyyy年M月d日}已经有事项登记，启用日期不能更晚。", nameof(CaseOffice.From));
        if (await CountedDays.LastAsync(db, CaseFacts.Items, body.Id, from, exceptKind: RecordRef.Case, cancel) is { } counted)
            return new Problem("case.from.counted", $"信访接待台账里{counted:yyyy年M月d日}还记着数，和个案会算两遍。请从后面的日子启用，或者先撤回那些记录。", nameof(CaseOffice.From));
        if (office is null)
            db.CaseOffices.Add(office = new() { Region = body.Region, OrganisationId = body.Id, Prefix = "" });
        changes.Add(Actor, body.Region, body.Id, "case.office", SubjectKind, $"{body.Id}", fields: [new("from", office.Version == 0 ? null : $"{office.From:O}", $"{from:O}"), new("prefix", office.Prefix, prefix)]);
        (office.From, office.Prefix) = (from, prefix);
        office.Version++;
        await db.SaveChangesAsync(cancel);
        await write.CommitAsync(cancel);
        return office;
    }

    /// <summary>登记: receives a case; the receiver owns it (首问负责). A key that was sent before gives back the first case. Problems: <see cref="CaseChecks"/>; the body does not handle cases here; a program sends the key of what a person is typing.</summary>
    public async Task<Outcome<Case>> ReceiveAsync(CaseInput input, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (!Actor.Has(Right.CaseHandle) || Actor.AccountId is not { } account || await writing.LockBodyAsync(cancel) is not { } body)
            return Problem.NotFound("可以登记的组织");
        if (await db.Cases.AsNoTracking().SingleOrDefaultAsync(one => one.Id == input.Key, cancel) is { } first)
            return first.OrganisationId == body.Id && first.ReceivedBy == account ? first : Problem.KeyTaken();
        // Drafts and bookings belong to persons: a program takes none over.
        if (access.IsProgram && (await db.CaseDrafts.AnyAsync(draft => draft.Id == input.Key, cancel) || await db.ReceptionBookings.AnyAsync(booking => booking.IntakeKey == input.Key, cancel)))
            return Problem.KeyTaken();
        if (OrganisationChecks.Ended(body) is { } ended)
            return ended;
        if (await db.CaseOffices.AsNoTracking().SingleOrDefaultAsync(one => one.OrganisationId == body.Id, cancel) is not { } office)
            return new Problem("case.off", "本单位还没有启用个案办理，请负责人先启用。");
        if (CaseChecks.Check(input, words, office, time.GetUtcNow().UtcDateTime, isOpen: true) is { Count: > 0 } problems)
            return problems;
        var one = await writing.AddAsync(input, body, office, cancel);
        await db.CaseDrafts.Where(draft => draft.Id == input.Key && draft.AccountId == account).ExecuteDeleteAsync(cancel);
        await ReceptionWordsService.TieAsync(db, writing, seal, one, cancel);
        return await writing.DoneAsync(write, one, input.Reason, isNew: true, cancel);
    }

    /// <summary>补充、更正: completes what was written when it was received; the trail keeps which fields, not what they say. Problems: <see cref="CaseChecks"/>; stale; archived.</summary>
    public async Task<Outcome<Case>> CompleteAsync(CaseInput input, int version, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await writing.LockAsync(input.Key, cancel) is not { } one)
            return Problem.NotFound("这个事项");
        if (one.Version != version)
            return CaseWriting.Stale();
        if (one.Stage == CaseStage.Archived)
            return CaseWriting.Archived();
        if (!await access.MayReadTextsAsync(one, cancel))
            return access.Unreadable(one);
        var office = await db.CaseOffices.AsNoTracking().SingleAsync(office => office.OrganisationId == one.OrganisationId, cancel);
        if (CaseChecks.Check(input, words, office, time.GetUtcNow().UtcDateTime, isOpen: one.ClosedAt is null) is { Count: > 0 } problems)
            return problems;
        if (China.Day(input.Received).Year != one.Year)
            return new Problem("case.received.year", $"编号是{one.Year}年的，收到的时间不能改到别的年份。", nameof(input.Received));
        var texts = await db.CaseTexts.Where(text => text.Region == one.Region && text.CaseId == one.Id).ToDictionaryAsync(text => text.Field, cancel);
        var changed = new List<CaseField>();
        foreach (var field in Enum.GetValues<CaseField>().Where(field => field != CaseField.QueryCode))
        {
            var (before, after) = (texts.TryGetValue(field, out var text) ? seal.Open(text) : null, input[field]);
            if (before == after)
                continue;
            changed.Add(field);
            if (after is null)
                db.CaseTexts.Remove(text!);
            else if (text is null)
                db.CaseTexts.Add(writing.Text(one, field, after));
            else
                text.Sealed = seal.Seal(one.Id, field, after);
        }
        changes.Add(Actor, one.Region, one.OrganisationId, "case.completed", SubjectKind, $"{one.Id}", input.Reason,
            [new("channel", one.Channel, input.Channel), new("kind", one.Kind, input.Kind), new("category", one.Category, input.Category), new("risk", one.Risk, input.Risk), new("received", $"{one.ReceivedAt:O}", $"{input.Received:O}"), new("minor", one.IsMinor ? "是" : "否", input.IsMinor ? "是" : "否"), new("texts", "", string.Join('、', changed.Select(field => field.Name())))]);
        // What happened to the clocks that begin with the receipt goes along with it.
        await db.CaseClockChanges.Where(change => change.Region == one.Region && change.CaseId == one.Id && change.Start == one.ReceivedAt).ExecuteUpdateAsync(set => set.SetProperty(change => change.Start, input.Received), cancel);
        (one.Channel, one.Kind, one.Category, one.Risk, one.ReceivedAt) = (input.Channel, input.Kind, input.Category, input.Risk, input.Received);
        writing.Fill(one, input);
        return await writing.DoneAsync(write, one, input.Reason, isNew: false, cancel);
    }
}
