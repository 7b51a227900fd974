using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Base.Organisations;

/// <summary>A body in a list.</summary>
/// <param name="Id">Key.</param>
/// <param name="Code">Code.</param>
/// <param name="Name">Name.</param>
/// <param name="Level">Level.</param>
/// <param name="Kind">Kind.</param>
/// <param name="Children">How many hang directly below it.</param>
/// <param name="ValidTo">Its last day, where it has ended.</param>
public sealed record OrganisationLine(int Id, string Code, string Name, Level Level, OrganisationKind Kind, int Children, DateOnly? ValidTo);

/// <summary>A body offered for choice. Names alone may be those of several.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Above">Name of the body above, or null at the top.</param>
public sealed record OrganisationChoice(string Code, string Name, string? Above)
{
    /// <summary>新村妇联（东山镇妇联）.</summary>
    public string Text => Above is null ? Name : $"{Name}（{Above}）";
}

/// <summary>One step of the way from the top to a body.</summary>
public sealed record OrganisationStep(int Id, string Name, Level Level);

/// <summary>A page of a list: its lines and how many there are in all.</summary>
public sealed record PageOf<T>(IReadOnlyList<T> Lines, int Total);

/// <summary>Reading the tree, a piece at a time: children by the page, a search with a limit, the way up by its keys.</summary>
public sealed class OrganisationTree(Db db, Visible visible)
{
    /// <summary>Bodies on a page of children.</summary>
    public const int PageSize = 50;

    /// <summary>Most bodies that a search gives.</summary>
    public const int MostFound = 50;

    /// <summary>A body that the actor may see, or null.</summary>
    public Task<Organisation?> FindAsync(int id, Right right = Right.Basic, CancellationToken cancel = default) =>
        visible.Organisations(right).SingleOrDefaultAsync(body => body.Id == id, cancel);

    /// <summary>The bodies directly below one (or the tops of the tree, for null), <see cref="PageSize"/> on a page.</summary>
    public Task<PageOf<OrganisationLine>> ListChildrenAsync(int? parentId, int page, CancellationToken cancel = default) => ListChildrenAsync(parentId, page, PageSize, cancel);

    /// <summary>The bodies directly below one (or the tops of the tree, for null), in their order.</summary>
    /// <param name="parentId">The body above.</param>
    /// <param name="page">From 1.</param>
    /// <param name="size">Bodies on a page.</param>
    /// <param name="cancel">Stops the query.</param>
    public async Task<PageOf<OrganisationLine>> ListChildrenAsync(int? parentId, int page, int size, CancellationToken cancel = default)
    {
        var children = visible.Organisations(Right.Basic).Where(body => body.ParentId == parentId);
        var lines = Lines(children.OrderBy(body => body.Order).ThenBy(body => body.Code))
            .Skip((Math.Max(page, 1) - 1) * size).Take(size);
        return new(await lines.ToListAsync(cancel), await children.CountAsync(cancel));
    }

    /// <summary>
    /// Bodies whose name of today or before, code or pinyin initials hold the words, at most <see cref="MostFound"/>: exact names first, then
    /// names that begin so, then the others, higher levels before lower.
    /// </summary>
    public Task<List<OrganisationLine>> SearchAsync(string? words, Right right = Right.Basic, int most = MostFound, CancellationToken cancel = default)
    {
        var text = (words ?? "").Trim();
        return text.Length == 0
            ? Task.FromResult<List<OrganisationLine>>([])
            : Lines(Matching(visible.Organisations(right), text)).Take(Math.Min(most, MostFound)).ToListAsync(cancel);
    }

    /// <summary>
    /// Bodies to choose from: those that <see cref="SearchAsync"/> finds; without words the actor's own and those directly
    /// below it.
    /// </summary>
    public async Task<IReadOnlyList<OrganisationChoice>> OfferAsync(string? words, Right right, int most, CancellationToken cancel = default)
    {
        var text = (words ?? "").Trim();
        var own = visible.Actor.OrganisationId;
        var bodies = visible.Organisations(right);
        return await ChoicesAsync(
            text.Length > 0 ? Matching(bodies, text) : bodies.Where(body => body.Id == own || body.ParentId == own).OrderBy(body => body.Level).ThenBy(body => body.Order).ThenBy(body => body.Code),
            most,
            cancel);
    }

    /// <summary>Bodies of a module's own choice that hold the words, beyond the actor's reach too; none without words.</summary>
    internal async Task<IReadOnlyList<OrganisationChoice>> OfferAmongAsync(IQueryable<Organisation> bodies, string words, int most, CancellationToken cancel)
    {
        var text = words.Trim();
        return text.Length == 0 ? [] : await ChoicesAsync(Matching(bodies, text), most, cancel);
    }

    /// <summary>The way from the top to a body, itself included. Names of the bodies above are known to everybody.</summary>
    public async Task<IReadOnlyList<OrganisationStep>> ListStepsAsync(string path, CancellationToken cancel = default)
    {
        var ids = OrganisationPath.Ids(path);
        return await db.Organisations.Where(body => ids.Contains(body.Id)).OrderBy(body => body.Path.Length)
            .Select(body => new OrganisationStep(body.Id, body.Name, body.Level)).Prepared().ToListAsync(cancel);
    }

    /// <summary>How a body was called before, the newest first.</summary>
    public async Task<IReadOnlyList<FormerName>> ListFormerNamesAsync(int id, CancellationToken cancel = default) =>
        await db.FormerNames.AsNoTracking().Where(one => one.OrganisationId == id).OrderByDescending(one => one.LastDay).ToListAsync(cancel);

    private async Task<IReadOnlyList<OrganisationChoice>> ChoicesAsync(IQueryable<Organisation> bodies, int most, CancellationToken cancel)
    {
        var all = db.Organisations;
        return await bodies.Take(most)
            .Select(body => new OrganisationChoice(body.Code, body.Name, all.Where(above => above.Id == body.ParentId).Select(above => above.Name).FirstOrDefault()))
            .ToListAsync(cancel);
    }

    private IOrderedQueryable<Organisation> Matching(IQueryable<Organisation> bodies, string text)
    {
        if (text.All(letter => char.IsAsciiDigit(letter) || letter == '-'))
        {
            var end = text + ":";
            return bodies.Where(body => string.Compare(body.Code, text) >= 0 && string.Compare(body.Code, end) < 0).OrderBy(body => body.Code);
        }
        if (text.All(char.IsAsciiLetterOrDigit))
        {
            var initials = text.ToLowerInvariant();
            return bodies.Where(body => body.Initials.Contains(initials))
                .OrderBy(body => body.Initials == initials ? 0 : body.Initials.StartsWith(initials) ? 1 : 2).ThenBy(body => body.Level).ThenBy(body => body.Code);
        }
        var former = db.FormerNames;
        return bodies.Where(body => body.Name.Contains(text) || former.Any(one => one.OrganisationId == body.Id && one.Name.Contains(text)))
            .OrderBy(body => body.Name == text || body.Name == text + "妇联" ? 0 : body.Name.StartsWith(text) ? 1 : 2).ThenBy(body => body.Level).ThenBy(body => body.Code);
    }

    private IQueryable<OrganisationLine> Lines(IQueryable<Organisation> bodies)
    {
        var all = db.Organisations;
        return bodies.Select(body => new OrganisationLine(body.Id, body.Code, body.Name, body.Level, body.Kind, all.Count(child => child.ParentId == body.Id), body.ValidTo));
    }
}
