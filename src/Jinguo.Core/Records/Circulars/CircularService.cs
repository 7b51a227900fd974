using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Files;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Circulars;

/// <summary>The acts on circulars: send, take back, receive, answer. Each is one transaction with its entry in the history.</summary>
public sealed class CircularService(Db db, Visible visible, ChangeLog changes, TimeProvider time)
{
    /// <summary>Kind of circulars in the history.</summary>
    public const string SubjectKind = "circular";

    private Actor Actor => visible.Actor;

    /// <summary>Sends to the bodies of a level or to those named. Problems: <see cref="CircularChecks"/>; nobody would get it.</summary>
    public async Task<Outcome<Circular>> SendAsync(NewCircular input, CancellationToken cancel = default)
    {
        if (await visible.Organisations(Right.CircularWrite).SingleOrDefaultAsync(one => one.Id == Actor.OrganisationId, cancel) is not { } sender)
            return Problem.NotFound("可以发通知的单位");
        if (CircularChecks.Check(input, sender, time.Today()) is { Count: > 0 } problems)
            return problems;
        await using var write = await db.BeginWriteAsync(cancel);
        if (await db.Circulars.AsNoTracking().SingleOrDefaultAsync(one => one.Id == input.Key, cancel) is { } first)
            return first.OrganisationId == sender.Id ? first : Problem.KeyTaken();
        if (await db.StoredFiles.CountAsync(file => input.Files.Contains(file.Id) && file.OrganisationId == sender.Id, cancel) != input.Files.Distinct().Count())
            return new Problem("circular.files.unknown", "有文件已经找不到，请去掉后重新选。", "files");
        var circular = new Circular
        {
            Region = sender.Region,
            Id = input.Key,
            OrganisationId = sender.Id,
            Number = string.IsNullOrWhiteSpace(input.Number) ? null : input.Number.Trim(),
            Title = input.Title.Trim(),
            Text = input.Text.Trim(),
            Files = string.Join(' ', input.Files.Distinct()),
            NeedsAnswer = input.NeedsAnswer,
            Due = input.Due,
            SentAt = time.Instant(),
            SentBy = Actor.Name,
        };
        db.Circulars.Add(circular);
        var bodies = await DeliverAsync(input, sender, cancel);
        if (bodies == 0)
            return new Problem("circular.nobody", "下面没有这样的单位，通知发不出去，请重新选择。", "level");
        changes.Add(Actor, sender.Region, sender.Id, "circular.sent", SubjectKind, $"{circular.Id}", fields: [new("title", null, circular.Title), new("number", null, circular.Number), new("bodies", null, $"{bodies}")]);
        await db.SaveChangesAsync(cancel);
        await write.CommitAsync(cancel);
        return circular;
    }

    /// <summary>Takes a circular back: it stays to be read, nobody has to answer it any more.</summary>
    public async Task<Outcome<Circular>> WithdrawAsync(Guid id, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await visible.Of<Circular>(Right.CircularWrite).SingleOrDefaultAsync(one => one.Id == id && one.OrganisationId == Actor.OrganisationId, cancel) is not { } circular)
            return Problem.NotFound("这份通知");
        if (circular.WithdrawnAt is not null)
            return circular;
        circular.WithdrawnAt = time.Instant();
        changes.Add(Actor, circular.Region, circular.OrganisationId, "circular.withdrawn", SubjectKind, $"{id}");
        await db.SaveChangesAsync(cancel);
        await write.CommitAsync(cancel);
        return circular;
    }

    /// <summary>签收: the body has it. The first time counts.</summary>
    public Task<Outcome<CircularReceipt>> ReceiveAsync(Guid id, CancellationToken cancel = default) => AtBodyAsync(id, receipt => receipt.ReceivedAt is not null, "circular.received", receipt => { }, cancel);

    /// <summary>回复: answers, or answers anew; the last one holds and the history keeps the others.</summary>
    public async Task<Outcome<CircularReceipt>> AnswerAsync(Guid id, string? answer, CancellationToken cancel = default)
    {
        var own = Actor.OrganisationId;
        if (!await visible.Of<CircularReceipt>(Right.CircularWrite).AnyAsync(one => one.CircularId == id && one.OrganisationId == own, cancel))
            return Problem.NotFound("发给本单位的这份通知");
        if (CircularChecks.Check(answer) is { Count: > 0 } problems)
            return problems;
        var text = answer!.Trim();
        return await AtBodyAsync(id, receipt => receipt.Answer == text, "circular.answered", receipt => (receipt.Answer, receipt.AnsweredAt, receipt.AnsweredBy) = (text, time.Instant(), Actor.Name), cancel);
    }

    private async Task<Outcome<CircularReceipt>> AtBodyAsync(Guid id, Func<CircularReceipt, bool> isDone, string act, Action<CircularReceipt> fill, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var own = Actor.OrganisationId;
        if (await visible.Of<CircularReceipt>(Right.CircularWrite).SingleOrDefaultAsync(one => one.CircularId == id && one.OrganisationId == own, cancel) is not { } receipt)
            return Problem.NotFound("发给本单位的这份通知");
        if (await db.Circulars.AnyAsync(one => one.Id == id && one.WithdrawnAt != null, cancel))
            return new Problem("circular.withdrawn", "这份通知已经收回，不用再签收或回复。");
        if (isDone(receipt))
            return receipt;
        var before = receipt.Answer;
        if (receipt.ReceivedAt is null)
            (receipt.ReceivedAt, receipt.ReceivedBy) = (time.Instant(), Actor.Name);
        fill(receipt);
        changes.Add(Actor, receipt.Region, own, act, SubjectKind, $"{id}", fields: [new("answer", before, receipt.Answer)]);
        await db.SaveChangesAsync(cancel);
        await write.CommitAsync(cancel);
        return receipt;
    }

    // Set by set: a province reaches its villages in one statement.
    private Task<int> DeliverAsync(NewCircular input, Organisation sender, CancellationToken cancel)
    {
        var (key, path, end) = (input.Key, sender.Path, OrganisationPath.End(sender.Path));
        if (input.Level is { } level)
            return db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO circular_receipts ("Region", "CircularId", "OrganisationId")
                SELECT "Region", {key}, "Id" FROM organisations WHERE "Path" > {path} AND "Path" < {end} AND "Level" = {(int)level} AND "ValidTo" IS NULL
                """,
                cancel);
        return DeliverAsync(input, sender.Id, cancel);
    }

    private async Task<int> DeliverAsync(NewCircular input, int senderId, CancellationToken cancel)
    {
        var bodies = await db.Organisations.Where(one => one.ParentId == senderId && one.ValidTo == null && input.Bodies.Contains(one.Id)).Select(one => new { one.Region, one.Id }).ToListAsync(cancel);
        db.CircularReceipts.AddRange(bodies.Select(one => new CircularReceipt { Region = one.Region, CircularId = input.Key, OrganisationId = one.Id }));
        return bodies.Count;
    }
}
