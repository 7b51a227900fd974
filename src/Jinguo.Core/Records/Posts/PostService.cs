using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Persons;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Facts;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Posts;

/// <summary>
/// The acts on terms and posts: begin, put right and end a term, enter who was elected, who left, and take a leaving back.
/// Each is one transaction with its facts and its entries in the history.
/// </summary>
public sealed partial class PostService(Db db, Visible visible, ChangeLog changes, PersonBook persons, FactBook facts, TimeProvider time)
{
    /// <summary>Kind of terms in the history.</summary>
    public const string SubjectKind = "term";

    /// <summary>Code of the problem when a day lies in a closed period and no reason is given.</summary>
    public const string ClosedCode = "post.closed";

    private Actor Actor => visible.Actor;

    /// <summary>
    /// 换届 or the first term: a term begins, the one before it ends on that day with all its posts. Problems:
    /// <see cref="TermChecks"/>; somebody came to a post of the former term later than that.
    /// </summary>
    public async Task<Outcome<Term>> BeginAsync(TermInput input, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await LockAsync(input.OrganisationId, cancel) is not { } body)
            return Problem.NotFound("可以登记的组织");
        if (await db.Terms.AsNoTracking().SingleOrDefaultAsync(one => one.Id == input.Key, cancel) is { } first)
            return first.OrganisationId == body.Id ? first : Problem.KeyTaken();
        if (OrganisationChecks.Ended(body) is { } ended)
            return ended;
        var before = await db.Terms.Where(one => one.OrganisationId == body.Id).OrderByDescending(one => one.From).ThenByDescending(one => one.Number).FirstOrDefaultAsync(cancel);
        if (TermChecks.Check(input, body, before, time.Today()) is { Count: > 0 } problems)
            return problems;
        var postings = new List<Posting>();
        if (before is { Ended: null })
        {
            if (await LastEntryAsync(before, cancel) is { } entry && entry > input.From)
                return new Problem("term.from.posts", $"上一届有人{entry:yyyy年M月d日}才任职，换届日期不能更早。", nameof(input.From));
            postings.AddRange(await TermEnding.EndAsync(db, changes, Actor, before, body, input.From, input.Reason, cancel));
        }
        var term = new Term { Region = body.Region, Id = input.Key, OrganisationId = body.Id, Seats = input.Seats };
        Fill(term, input, body);
        db.Terms.Add(term);
        Count(term, []);
        changes.Add(Actor, body.Region, body.Id, "term.begun", SubjectKind, $"{term.Id}", input.Reason, [new("number", null, $"{term.Number}"), new("from", null, $"{term.From:O}"), new("due", null, $"{term.Due:O}"), new("seats", null, $"{term.Seats}")]);
        postings.Add(PostFacts.Posting(term, body, input.Reason, isNew: true));
        return await DoneAsync(write, postings, term, cancel);
    }

    /// <summary>Puts number, days, seats or congress of the standing term right. Problems: <see cref="TermChecks"/>; stale; a post is older than its first day.</summary>
    /// <param name="id">The term.</param>
    /// <param name="version">Its version as the writer saw it.</param>
    /// <param name="input">What it is; its key is not used.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<Outcome<Term>> EditAsync(Guid id, int version, TermInput input, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await LockAsync(input.OrganisationId, cancel) is not { } body || await FindStandingAsync(id, body, cancel) is not { } term)
            return Problem.NotFound("这一届");
        if (term.Version != version)
            return new Problem(Problem.StaleCode, "这一届刚刚被别人改过，请重新打开再改。");
        var former = await db.Terms.AsNoTracking().Where(one => one.OrganisationId == body.Id && one.Id != id).OrderByDescending(one => one.From).FirstOrDefaultAsync(cancel);
        if (TermChecks.Check(input, body, former, time.Today()) is { Count: > 0 } problems)
            return problems;
        var posts = await PostsAsync(term, cancel);
        if (posts.Count > 0 && posts.Min(post => post.From) is var entry && entry < input.From)
            return new Problem("term.from.posts", $"这一届有人{entry:yyyy年M月d日}就任职了，起始日期不能更晚。", nameof(input.From));
        changes.Add(Actor, body.Region, body.Id, "term.edited", SubjectKind, $"{id}", input.Reason,
            [new("number", $"{term.Number}", $"{input.Number}"), new("from", $"{term.From:O}", $"{input.From:O}"), new("years", $"{term.Years}", $"{input.Years}"), new("seats", $"{term.Seats}", $"{input.Seats}"), new("congress", term.Congress, Text(input.Congress))]);
        Fill(term, input, body);
        Count(term, posts);
        return await DoneAsync(write, [PostFacts.Posting(term, body, input.Reason)], term, cancel);
    }

    /// <summary>Ends the standing term without a next one, all its posts with it. Problems: the day; somebody came to a post later.</summary>
    public async Task<Outcome<Term>> EndAsync(Guid id, int organisationId, DateOnly day, string? reason = null, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await LockAsync(organisationId, cancel) is not { } body || await FindStandingAsync(id, body, cancel) is not { } term)
            return Problem.NotFound("现任的这一届");
        if (day > time.Today() || day < term.From)
            return new Problem("term.ended", $"结束日期要在{term.From:yyyy年M月d日}到今天之间。", "Day");
        if (await LastEntryAsync(term, cancel) is { } entry && entry > day)
            return new Problem("term.ended.posts", $"有人{entry:yyyy年M月d日}才任职，结束日期不能更早。", "Day");
        return await DoneAsync(write, await TermEnding.EndAsync(db, changes, Actor, term, body, day, reason, cancel), term, cancel);
    }

    private static void Fill(Term term, TermInput input, Organisation body)
    {
        (term.Number, term.From, term.Years, term.Due) = (input.Number, input.From, input.Years, input.From.AddYears(input.Years));
        (term.Congress, term.Seats) = (Text(input.Congress), input.Seats);
        term.Covers = body.Kind == OrganisationKind.NewField ? input.Covers ?? 1 : null;
    }

    /// <summary>The body, if the actor may write its posts. Its row is locked: two acts on one body come one after the other.</summary>
    private async Task<Organisation?> LockAsync(int organisationId, CancellationToken cancel)
    {
        if (await visible.Organisations(Right.PostWrite).SingleOrDefaultAsync(one => one.Id == organisationId, cancel) is not { } body)
            return null;
        await db.Organisations.Where(one => one.Id == body.Id).ExecuteUpdateAsync(set => set.SetProperty(one => one.Version, one => one.Version), cancel);
        return body;
    }

    private Task<Term?> FindStandingAsync(Guid id, Organisation body, CancellationToken cancel) =>
        db.Terms.SingleOrDefaultAsync(one => one.Id == id && one.OrganisationId == body.Id && one.Ended == null, cancel);

    private Task<List<Post>> PostsAsync(Term term, CancellationToken cancel) =>
        db.Posts.Where(post => post.TermId == term.Id && post.Departure != Departure.Mistaken).OrderBy(post => post.Id).ToListAsync(cancel);

    private Task<DateOnly?> LastEntryAsync(Term term, CancellationToken cancel) =>
        db.Posts.Where(post => post.TermId == term.Id && post.Until == null).MaxAsync(post => (DateOnly?)post.From, cancel);

    private static void Count(Term term, IEnumerable<Post> posts)
    {
        term.CountVacancies([.. posts.Where(post => post.Until is null).Select(post => post.Kind)]);
        term.Version++;
    }

    /// <summary>Posts and commits; or says that a day is closed and a reason is missing, and leaves nothing behind.</summary>
    private async Task<Outcome<T>> DoneAsync<T>(WriteTransaction write, IReadOnlyList<Posting> postings, T value, CancellationToken cancel)
    {
        if (await facts.PostAsync(postings, Actor, cancel) is [var closed, ..])
        {
            db.ChangeTracker.Clear();
            return new Problem(ClosedCode, $"账已锁到{closed.Through:yyyy-MM-dd}，{closed.Day:yyyy-MM-dd}在锁账期内。要登记的话会作为更正，请写明原因。", nameof(TermInput.Reason));
        }
        await write.CommitAsync(cancel);
        return value;
    }

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
