using System.Text.Encodings.Web;
using System.Text.Json;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Time;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Base.Changes;

/// <summary>A field before and after an act, as text.</summary>
public sealed record FieldChange(string Field, string? Before, string? After);

/// <summary>Writes the history in the same transaction as the act, and reads it back.</summary>
public sealed class ChangeLog(Db db, TimeProvider time)
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Adds an entry to the act in hand; it is chained and written when the act commits, and gone when it does not.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="region">Region of the body concerned.</param>
    /// <param name="organisationId">The body concerned.</param>
    /// <param name="act">The act, dotted lower case.</param>
    /// <param name="subjectKind">Kind of the thing.</param>
    /// <param name="subjectId">Key of the thing.</param>
    /// <param name="reason">Why, if asked.</param>
    /// <param name="fields">What changed; fields with equal sides are left out.</param>
    /// <exception cref="InvalidOperationException">No act has begun (<see cref="Db.BeginWriteAsync"/>).</exception>
    public void Add(Actor actor, int region, int organisationId, string act, string subjectKind, string subjectId, string? reason = null, IEnumerable<FieldChange>? fields = null)
    {
        var changed = fields?.Where(field => field.Before != field.After).ToDictionary(field => field.Field, field => new[] { field.Before, field.After });
        if (actor.Token is { } token)
            (changed ??= [])["token"] = [null, token.Name];
        var write = db.Write ?? throw new InvalidOperationException("The history is written in the transaction of an act: BeginWriteAsync first.");
        write.Add(new Change
        {
            Region = region,
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            OrganisationId = organisationId,
            At = time.Instant(),
            AccountId = actor.AccountId,
            ActorName = actor.Name,
            Act = act,
            SubjectKind = subjectKind,
            SubjectId = subjectId,
            Reason = reason,
            Fields = changed is { Count: > 0 } ? JsonSerializer.Serialize(changed, Plain) : null,
        });
    }

    /// <summary>The history of one thing, newest first.</summary>
    public Task<List<Change>> ListAsync(string subjectKind, string subjectId, CancellationToken cancel = default) =>
        Newest(db.Changes.Where(change => change.SubjectKind == subjectKind && change.SubjectId == subjectId)).ToListAsync(cancel);

    /// <summary>The history of an account, newest first, without its sign-ins.</summary>
    public Task<List<Change>> ListOfAccountAsync(Guid account, CancellationToken cancel = default)
    {
        var key = $"{account}";
        return Newest(db.Changes.Where(change => change.SubjectKind == AccountService.SubjectKind && change.SubjectId == key && change.Act.StartsWith("account."))).ToListAsync(cancel);
    }

    /// <summary>The fields of an entry as they were and became.</summary>
    public static IReadOnlyList<FieldChange> Fields(Change change) => change.Fields is null
        ? []
        : [.. JsonSerializer.Deserialize<Dictionary<string, string?[]>>(change.Fields)!.Select(pair => new FieldChange(pair.Key, pair.Value[0], pair.Value[1]))];

    private static IQueryable<Change> Newest(IQueryable<Change> changes) =>
        changes.AsNoTracking().OrderByDescending(change => change.At).ThenByDescending(change => change.Id);
}
