using Jinguo.Core.Base;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Persons;
using Jinguo.Core.Base.Time;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Posts;

/// <summary>Who comes to a post and who leaves it.</summary>
public sealed partial class PostService
{
    /// <summary>
    /// Enters a meeting and who was elected at it. Who holds another post of the body leaves that one on the same day: one
    /// person holds one post of a body. Problems: <see cref="PostChecks"/>.
    /// </summary>
    public async Task<Outcome<Election>> ElectAsync(ElectionInput input, int organisationId, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await LockAsync(organisationId, cancel) is not { } body)
            return Problem.NotFound("可以登记的组织");
        if (await db.Elections.AsNoTracking().SingleOrDefaultAsync(one => one.Id == input.Key, cancel) is { } first)
            return first.OrganisationId == body.Id ? first : Problem.KeyTaken();
        if (await FindStandingAsync(input.TermId, body, cancel) is not { } term)
            return Problem.NotFound("现任的这一届");
        if (PostChecks.Check(input, body, term, time.Today()) is { Count: > 0 } problems)
            return problems;
        var known = await persons.KnowAsync([.. input.Holders.Select(holder => Mention(holder, body))], cancel);
        var posts = await PostsAsync(term, cancel);
        if (PostChecks.Check(input, [.. known.Select(person => person.Id)], posts, body) is { Count: > 0 } conflicts)
        {
            db.ChangeTracker.Clear();
            return conflicts;
        }
        var election = new Election { Region = body.Region, Id = input.Key, OrganisationId = body.Id, TermId = term.Id, Day = input.Day, Expected = input.Expected, Present = input.Present, Issued = input.Issued, Returned = input.Returned };
        db.Elections.Add(election);
        var left = posts.FindAll(post => post.Until is null && known.Any(person => person.Id == post.PersonId));
        foreach (var post in left)
            (post.Until, post.Departure) = (input.Day, Departure.Changed);
        List<Post> elected = [.. input.Holders.Select((holder, at) => New(holder, known[at], election))];
        db.Posts.AddRange(elected);
        Count(term, [.. posts, .. elected]);
        for (var at = 0; at < elected.Count; at++)
            Tell("post.elected", elected[at], body, input.Reason, [new("name", null, known[at].Name), new("kind", null, elected[at].Kind.Name(body.Kind)), new("entry", null, elected[at].Entry.Name()), new("from", null, $"{input.Day:O}")]);
        return await DoneAsync(write, [.. left.Select(post => PostFacts.Posting(post, body, input.Reason)), .. elected.Select(post => PostFacts.Posting(post, body, input.Reason, isNew: true))], election, cancel);
    }

    /// <summary>离任. A mistaken entry is taken back as if it had never been. Problems: <see cref="PostChecks"/>. Left already: nothing changes.</summary>
    public async Task<Outcome<Post>> LeaveAsync(Guid id, int organisationId, DateOnly day, Departure departure, string? note = null, string? reason = null, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await FindAsync(id, organisationId, cancel) is not var (body, term, post))
            return Problem.NotFound("这个职务");
        if (post.Until is not null)
            return post;
        var until = departure == Departure.Mistaken ? post.From : day;
        if (PostChecks.Check(post, until, departure, note, time.Today()) is { Count: > 0 } problems)
            return problems;
        (post.Until, post.Departure, post.Note) = (until, departure, Text(note));
        Count(term, await PostsAsync(term, cancel));
        Tell("post.left", post, body, reason, [new("kind", post.Kind.Name(body.Kind), null), new("until", null, $"{until:O}"), new("departure", null, departure.Name()), new("note", null, post.Note)]);
        return await DoneAsync(write, [PostFacts.Posting(post, body, reason)], post, cancel);
    }

    /// <summary>Takes a leaving back: she holds the post as before. Problems: she holds another post of the body, or somebody else is chair.</summary>
    public async Task<Outcome<Post>> RestoreAsync(Guid id, int organisationId, string? reason = null, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await FindAsync(id, organisationId, cancel) is not var (body, term, post))
            return Problem.NotFound("这个职务");
        if (post.Until is not { } until)
            return post;
        var posts = await PostsAsync(term, cancel);
        if (posts.Any(other => other.Id != id && (other.Until is null || other.Until > until) && (other.PersonId == post.PersonId || (post.Kind == PostKind.Chair && other.Kind == PostKind.Chair))))
            return new Problem("post.restore", "她已任别的职务，或者这个职务已有别人，不能恢复。");
        Tell("post.restored", post, body, reason, [new("until", $"{until:O}", null), new("departure", post.Departure?.Name(), null)]);
        (post.Until, post.Departure, post.Note) = (null, null, null);
        Count(term, [.. posts.Where(other => other.Id != id), post]);
        return await DoneAsync(write, [PostFacts.Posting(post, body, reason)], post, cancel);
    }

    private async Task<(Organisation Body, Term Term, Post Post)?> FindAsync(Guid id, int organisationId, CancellationToken cancel)
    {
        if (await LockAsync(organisationId, cancel) is not { } body
            || await db.Posts.SingleOrDefaultAsync(one => one.Id == id && one.OrganisationId == body.Id, cancel) is not { } post
            || await FindStandingAsync(post.TermId, body, cancel) is not { } term)
            return null;
        return (body, term, post);
    }

    private Post New(NewHolder holder, Person person, Election election) => new()
    {
        Region = election.Region,
        Id = Guid.CreateVersion7(time.GetUtcNow()),
        OrganisationId = election.OrganisationId,
        TermId = election.TermId,
        ElectionId = election.Id,
        PersonId = person.Id,
        Kind = holder.Kind,
        Entry = holder.Entry,
        From = election.Day,
        Votes = holder.Votes,
        IsInPartyCommittee = holder.IsInPartyCommittee,
        IsInVillageCommittee = holder.IsInVillageCommittee,
    };

    private static PersonMention Mention(NewHolder holder, Organisation body) =>
        new(body.Region, body.Id, holder.Name.Trim(), IdNumber: null, holder.Phone is { } typed && PhoneNumber.TryParse(typed, out var phone) ? phone : null);

    private void Tell(string act, Post post, Organisation body, string? reason, IEnumerable<FieldChange> fields) =>
        changes.Add(Actor, body.Region, body.Id, act, RecordRef.Post, $"{post.Id}", reason, fields);
}
