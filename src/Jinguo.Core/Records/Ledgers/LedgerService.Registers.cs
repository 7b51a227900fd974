using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Forms;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;

namespace Jinguo.Core.Records.Ledgers;

/// <content>名册: what happens to an entry that exists from one day to another.</content>
public sealed partial class LedgerService
{
    /// <summary>Ends a register entry on a day: from then on it is taken out of the stock. The body above sees it again.</summary>
    public Task<Outcome<SavedRecord>> EndAsync(Guid id, DateOnly day, string? reason, Actor actor, CancellationToken cancel = default) =>
        SetDayAsync(id, RecordType.UntilField, day, "record.ended", reason, actor, cancel);

    /// <summary>Records that a register entry was visited on a day: the next visit is due from there. Figures do not change.</summary>
    public Task<Outcome<SavedRecord>> VisitAsync(Guid id, DateOnly day, string? note, Actor actor, CancellationToken cancel = default) =>
        SetDayAsync(id, RecordType.LastVisitField, day, "record.visited", note, actor, cancel);

    private Task<Outcome<SavedRecord>> SetDayAsync(Guid id, string code, DateOnly day, string act, string? reason, Actor actor, CancellationToken cancel) =>
        ChangeAsync(id, version: null, Right.LedgerWrite, actor, async (record, body, catalog) =>
        {
            var type = catalog.Form(record);
            if (type.Type.FindField(code) is not { } field || type.Type.Kind != RecordKind.Register || record.Withdrawn || record.Until is not null)
                return new Problem("ledger.register", "这条记录不是在用的名册，不能这样登记。");
            if (day > time.Today() || day < record.Day)
                return new Problem("ledger.register.day", $"“{field.Name}”应在{DayText.Print(new(record.Day, record.Day), null)}到今天之间。", code);
            if (CheckReason(reason) is { } tooLong)
                return tooLong;
            var before = catalog.Values(record);
            var after = before.With(code, new DaysValue(day));
            if (before.Equals(after))
                return Result(record, changed: false);
            return await FillEntryAsync(record, type, catalog.Seal, before, after, body, act, reason, actor, cancel) is { } closed ? closed : Result(record, changed: true);
        }, cancel);

    private async Task<Problem?> FillEntryAsync(
        Record record, LedgerType type, SealedFields seal, RecordValues before, RecordValues after, Organisation body, string act, string? reason, Actor actor, CancellationToken cancel)
    {
        RecordContent.Fill(record, type, after, seal);
        if (act == "record.ended")
        {
            record.UpdatedAt = time.Instant();
            SetState(record, type, ReviewRules.AfterWriting(actor, body.Id, body.ParentId), record.Withdrawn);
        }
        Log(record, actor, act, reason, RecordContent.Differences(type.Type, before, after));
        return await PostAsync(record, type.Type, after, (await persons.ReadAsync([record.Id], cancel))[record.Id], reason, actor, cancel);
    }
}
