using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Records.Posts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Jinguo.Testing.Web;

/// <summary>Terms and posts for tests of pages.</summary>
public static class TermsOfOffice
{
    private const string Late = "补记";

    /// <summary>Begins the next term of a body, with 张某某 as its chair and 李某某 as executive.</summary>
    /// <returns>The body, the term, and the chair's post.</returns>
    public static async Task<TermOfOffice> MakeAsync(WebHost host, Organisation body)
    {
        await using var scope = host.ScopeAs(Actor.CommandLine);
        var (db, service) = (scope.ServiceProvider.GetRequiredService<Db>(), scope.ServiceProvider.GetRequiredService<PostService>());
        var terms = db.Terms;
        var before = await terms.CountAsync(one => one.OrganisationId == body.Id);
        var term = Value(await service.BeginAsync(new(Guid.CreateVersion7(), body.Id, before + 1, new DateOnly(2024, 3, 8).AddDays(before), TermRules.UsualYears, body.UsualSeats) { Reason = Late }));
        Value(await service.ElectAsync(new(Guid.CreateVersion7(), term.Id, term.From, [new("张某某", PostKind.Chair, PostEntry.Election), new("李某某", PostKind.Executive, PostEntry.Election)]) { Reason = Late }, body.Id));
        var posts = db.Posts;
        return new(body.Id, term.Id, await posts.Where(post => post.TermId == term.Id && post.Kind == PostKind.Chair).Select(post => post.Id).SingleAsync());
    }

    private static T Value<T>(Outcome<T> outcome) =>
        outcome.Done ? outcome.Value : throw new InvalidOperationException(outcome.Problems[0].Text);
}

/// <summary>A term with its chair.</summary>
/// <param name="Body">The body.</param>
/// <param name="Term">The term.</param>
/// <param name="Post">The chair's post.</param>
public sealed record TermOfOffice(int Body, Guid Term, Guid Post);
