using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Ledgers;

/// <content>审核: the acts of the body above.</content>
public sealed partial class LedgerService
{
    /// <summary>Most records decided in one act.</summary>
    public const int MostReviewed = 200;

    private const string AcceptedLate = "锁账后审核通过";
    private const string ReopenedLate = "锁账后撤回审核";

    /// <summary>Accepts records that wait, as the reviewer saw them. What counts when accepted is posted now.</summary>
    /// <returns>Those accepted; records changed or decided meanwhile are skipped and counted.</returns>
    public Task<Outcome<ReviewedRecords>> AcceptAsync(IReadOnlyCollection<ReviewChoice> choices, Actor actor, CancellationToken cancel = default) =>
        ReviewAsync(choices, "record.accepted", reason: null, ReviewState.Accepted, record => record.Review == ReviewState.Waiting, actor, cancel);

    /// <summary>Returns a record with a reason: its facts are reversed until the body has corrected it.</summary>
    public async Task<Outcome<ReviewedRecords>> ReturnAsync(ReviewChoice choice, string? reason, Actor actor, CancellationToken cancel = default)
    {
        if (string.IsNullOrWhiteSpace(reason))
            return new Problem("ledger.reason", "请写一句为什么退回，让对方知道要改什么。", "reason");
        if (CheckReason(reason) is { } tooLong)
            return tooLong;
        return await ReviewAsync([choice], "record.returned", reason.Trim(), ReviewState.Returned, record => record.Review is ReviewState.Waiting or ReviewState.Accepted, actor, cancel);
    }

    /// <summary>Takes an acceptance or a return back: the records wait again, as they did before.</summary>
    public Task<Outcome<ReviewedRecords>> ReopenAsync(IReadOnlyCollection<ReviewChoice> choices, Actor actor, CancellationToken cancel = default) =>
        ReviewAsync(choices, "record.reopened", reason: null, ReviewState.Waiting, record => record.Review is ReviewState.Accepted or ReviewState.Returned, actor, cancel);

    /// <summary>A record that was reviewed, for whoever may review it: the answer to a review that was sent and done before.</summary>
    public async Task<Outcome<ReviewedRecords>> FindReviewedAsync(Guid id, Actor actor, CancellationToken cancel = default) =>
        await ReviewableAsync([new(id, Version: 0)], actor, cancel) is [_] ? new ReviewedRecords([id], Skipped: 0) : Problem.NotFound("要审核的记录");

    private async Task<Outcome<ReviewedRecords>> ReviewAsync(
        IReadOnlyCollection<ReviewChoice> choices, string act, string? reason, ReviewState state, Func<Record, bool> fits, Actor actor, CancellationToken cancel)
    {
        if (choices.Count == 0)
            return new Problem("ledger.review.none", "请先勾选要审核的记录。");
        if (choices.Count > MostReviewed)
            return new Problem("ledger.review.many", $"一次最多审核{MostReviewed}条，请分几次。");
        try
        {
            await using var write = await db.BeginWriteAsync(cancel);
            var found = await ReviewableAsync(choices, actor, cancel);
            if (found.Count == 0)
                return Problem.NotFound("要审核的记录");
            var seen = choices.ToDictionary(choice => choice.Id, choice => choice.Version);
            var chosen = found.Where(record => !record.Withdrawn && record.Version == seen[record.Id] && fits(record)).ToList();
            if (chosen.Count == 0)
                return new Problem(Problem.StaleCode, "这些记录刚刚被改过或已经审过，请刷新后再看。");
            await ClaimAsync(chosen, cancel);
            await DecideAsync(chosen, act, reason, state, actor, cancel);
            await write.CommitAsync(cancel);
            return new ReviewedRecords([.. chosen.Select(record => record.Id)], choices.Count - chosen.Count);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return new Problem(Problem.StaleCode, "这些记录刚刚被改过，请刷新后再看。");
        }
    }

    private async Task<List<Record>> ReviewableAsync(IReadOnlyCollection<ReviewChoice> choices, Actor actor, CancellationToken cancel)
    {
        var ids = choices.Select(choice => choice.Id).ToList();
        var bodies = db.Organisations;
        var found = await db.Records.Where(record => ids.Contains(record.Id))
            .Join(bodies, record => record.OrganisationId, body => body.Id, (record, body) => new { record, body.Path })
            .ToListAsync(cancel);
        return [.. found.Where(row => ReviewRules.MayReview(actor, row.record.OrganisationId, row.Path)).Select(row => row.record)];
    }

    private async Task DecideAsync(List<Record> records, string act, string? reason, ReviewState state, Actor actor, CancellationToken cancel)
    {
        var catalog = await types.GetAsync(db, cancel);
        var moved = new List<Record>();
        foreach (var record in records)
        {
            var counted = record.Counted;
            SetState(record, catalog.Form(record), state, withdrawn: false);
            record.ReturnReason = state == ReviewState.Returned ? reason : null;
            Log(record, actor, act, reason);
            if (record.Counted != counted)
                moved.Add(record);
        }
        foreach (var record in moved.Where(record => record.HighlightText is not null))
            await KeepHighlightAsync(record, cancel);
        // A review says what it is: nobody is asked for a reason row by row.
        var why = reason ?? (state == ReviewState.Accepted ? AcceptedLate : ReopenedLate);
        var named = await persons.ReadAsync([.. moved.Select(record => record.Id)], cancel);
        await facts.PostAsync([.. moved.Select(record => Posting(record, catalog.Form(record).Type, catalog.Values(record), named[record.Id], why, isNew: false))], actor, cancel);
    }
}
