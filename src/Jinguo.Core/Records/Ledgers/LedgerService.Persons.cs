using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;

namespace Jinguo.Core.Records.Ledgers;

/// <content>个人信息: showing in full what is masked.</content>
public sealed partial class LedgerService
{
    /// <summary>The act of asking for persons in full, in the history.</summary>
    public const string UnmaskedAct = "person.unmasked";

    /// <summary>Writes into the history that somebody reads the persons of a record in full, and why. The caller may then show them.</summary>
    public async Task<Outcome<Guid>> UnmaskAsync(Guid id, string? reason, Actor actor, CancellationToken cancel = default)
    {
        if (string.IsNullOrWhiteSpace(reason))
            return new Problem("person.reason", "请写一句为什么要看完整的个人信息，这会记入日志。", "reason");
        if (CheckReason(reason) is { } tooLong)
            return tooLong;
        await using var write = await db.BeginWriteAsync(cancel);
        var (record, body) = await FindAsync(id, cancel);
        if (record is null || body is null || !actor.May(Right.PersonReveal, body.Path) || !Persons.MaySee(actor, record))
            return Problem.NotFound("这条记录的个人信息");
        Log(record, actor, UnmaskedAct, reason);
        await db.SaveChangesAsync(cancel);
        await write.CommitAsync(cancel);
        return id;
    }
}
