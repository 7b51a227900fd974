using System.Globalization;
using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Jinguo.Web.Setup;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Web.Api;

/// <summary>Bodies for programs: those within reach, by code or key, with what is below them.</summary>
public static class OrganisationsApi
{
    /// <summary>A body.</summary>
    /// <param name="Id">Its key in this installation.</param>
    /// <param name="Code">Its code, known outside too.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Level">Its level.</param>
    /// <param name="Kind">What it is.</param>
    /// <param name="Parent">Key of the body above; null at the top.</param>
    /// <param name="ValidFrom">Its first day.</param>
    /// <param name="ValidTo">Its last day, or null.</param>
    /// <param name="Version">Counts edits.</param>
    public sealed record OrganisationAnswer(int Id, string Code, string Name, Level Level, OrganisationKind Kind, int? Parent, DateOnly ValidFrom, DateOnly? ValidTo, int Version);

    public static void MapOrganisationsApi(this WebApplication app)
    {
        var organisations = app.MapApiGroup("/organisations", "Organisations");
        organisations.MapGet("", [Needs(Right.Basic)] async (string? q, OrganisationTree tree, CancellationToken cancel) =>
            await tree.SearchAsync(q, cancel: cancel))
            .Answers<IReadOnlyList<OrganisationLine>>("SearchOrganisations", "Bodies whose name, code or pinyin initials hold the words, at most 50");
        organisations.MapGet("/{key}", [Needs(Right.Basic)] async (string key, HttpContext context, Visible visible, CancellationToken cancel) =>
            await FindAsync(visible, Right.Basic, key, cancel) is { } body
                ? TypedResults.Ok(Answer(body))
                : NotFound())
            .Answers<OrganisationAnswer>("GetOrganisation", "A body by its code or key", 404);
        organisations.MapGet("/{key}/children", [Needs(Right.Basic)] async (string key, [AsParameters] PageWish wish, HttpContext context, Visible visible, OrganisationTree tree, CancellationToken cancel) =>
            await ListChildrenAsync(key, wish, context, visible, tree, cancel))
            .Answers<PageAnswer<OrganisationLine>>("ListChildren", "The bodies directly below one, in their order", 404, 422);
    }

    /// <summary>A body within reach by its code, or by its key in this installation; null where there is none.</summary>
    internal static Task<Organisation?> FindAsync(Visible visible, Right right, string key, CancellationToken cancel)
    {
        // A code has at least two digits and may look like a key: the code is meant then.
        var bodies = visible.Organisations(right);
        var id = int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        return bodies.Where(body => body.Code == key || body.Id == id).OrderBy(body => body.Code == key ? 0 : 1).FirstOrDefaultAsync(cancel);
    }

    private static async Task<IResult> ListChildrenAsync(string key, PageWish wish, HttpContext context, Visible visible, OrganisationTree tree, CancellationToken cancel)
    {
        if (wish.Problem is { } problem)
            return ProblemAnswers.Answer([problem]);
        if (await FindAsync(visible, Right.Basic, key, cancel) is not { } body)
            return NotFound();
        var children = await tree.ListChildrenAsync(body.Id, wish.Number, wish.Size, cancel);
        return wish.Answer(context, children.Lines, children.Total);
    }

    private static OrganisationAnswer Answer(Organisation body) =>
        new(body.Id, body.Code, body.Name, body.Level, body.Kind, body.ParentId, body.ValidFrom, body.ValidTo, body.Version);

    private static IResult NotFound() => ProblemAnswers.Answer([Problem.NotFound("这个组织")]);
}
