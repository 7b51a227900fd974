using Jinguo.Core.Base.Organisations;

namespace Jinguo.Core.Base.Access;

/// <summary>Rows of the bodies at and below a path.</summary>
internal static class OwnedRows
{
    /// <summary>
    /// Below the root of the tree lies nearly everything: each row is asked where it belongs. Below any other body lies a
    /// part: its bodies are asked for their rows, by index.
    /// </summary>
    /// <param name="rows">The rows.</param>
    /// <param name="organisations">All bodies.</param>
    /// <param name="path">Path of the upper body.</param>
    public static IQueryable<T> Below<T>(this IQueryable<T> rows, IQueryable<Organisation> organisations, string path)
        where T : class, IOwned
    {
        var within = organisations.Within(path);
        return OrganisationPath.IsRoot(path)
            ? rows.Where(row => within.Any(body => body.Id == row.OrganisationId))
            : rows.Where(row => within.Select(body => body.Id).Contains(row.OrganisationId));
    }
}
