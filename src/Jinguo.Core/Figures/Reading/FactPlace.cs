using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Facts;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Figures.Reading;

/// <summary>Where the facts of a body and everything below it are found: on its paths over time, or below it today.</summary>
internal sealed class FactPlace
{
    private readonly Db db;
    private readonly string today;
    private readonly IReadOnlyList<string>? paths;

    private FactPlace(Db db, string today, IReadOnlyList<string>? paths) => (this.db, this.today, this.paths) = (db, today, paths);

    public static async Task<FactPlace> FindAsync(Db db, FigureBody body, FigureTree tree, CancellationToken cancel)
    {
        if (tree == FigureTree.AsIs)
            return new(db, body.Path, null);
        var over = await db.OrganisationEdges.Where(edge => edge.OrganisationId == body.Id).Select(edge => edge.Path).Distinct().ToListAsync(cancel);
        return new(db, body.Path, over.Count == 0 ? [body.Path] : over);
    }

    /// <summary>Those of some facts that count for the body.</summary>
    public IQueryable<Fact> Of(IQueryable<Fact> facts) => paths is null
        ? facts.Below(db.Organisations, today)
        : paths.Select(path => On(facts, path)).Aggregate((all, some) => all.Concat(some));

    private static IQueryable<Fact> On(IQueryable<Fact> facts, string path)
    {
        var end = OrganisationPath.End(path);
        return facts.Where(fact => string.Compare(fact.Path, path) >= 0 && string.Compare(fact.Path, end) < 0);
    }
}
