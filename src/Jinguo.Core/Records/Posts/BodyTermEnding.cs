using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Facts;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Posts;

/// <summary>The standing term of a body that ends, ends with it, and so do its posts: who goes on in another body is elected there.</summary>
public sealed class BodyTermEnding(Db db, Actor actor, ChangeLog changes, FactBook facts) : IBodyEnding
{
    /// <inheritdoc/>
    public async Task<int> EndAsync(Organisation body, DateOnly day, string reason, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(body);
        if (await db.Terms.SingleOrDefaultAsync(term => term.OrganisationId == body.Id && term.Ended == null, cancel) is not { } term)
            return 0;
        var postings = await TermEnding.EndAsync(db, changes, actor, term, body, day, reason, cancel);
        if (await facts.PostAsync(postings, actor, cancel) is [var closed, ..])
            throw new InvalidOperationException($"A correction with its reason was refused: {closed.Day:O} is closed.");
        return postings.Count - 1;
    }
}
