namespace Jinguo.Core.Base.Organisations;

/// <summary>
/// Reading paths. A subtree is the range of strings that begin with the path; written as two comparisons, because
/// <c>StartsWith</c> becomes a <c>LIKE</c> that scans the table.
/// </summary>
public static class OrganisationPath
{
    /// <summary>Path of a child.</summary>
    public static string Of(string? parent, int id) => $"{parent ?? "/"}{id}/";

    /// <summary>First string after all paths below: the closing slash replaced by the next character.</summary>
    public static string End(string path) => path[..^1] + '0';

    /// <summary>Ids from the top to the body itself.</summary>
    public static int[] Ids(string path) =>
        [.. path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(part => int.Parse(part, System.Globalization.CultureInfo.InvariantCulture))];

    /// <summary>True when <paramref name="path"/> is <paramref name="top"/> or lies below it.</summary>
    public static bool IsWithin(string path, string top) => path.StartsWith(top, StringComparison.Ordinal);

    /// <summary>True for the path of a body without one above it: /14/.</summary>
    public static bool IsRoot(string path) => path.LastIndexOf('/', path.Length - 2) == 0;

    /// <summary>The bodies at and below a path.</summary>
    public static IQueryable<Organisation> Within(this IQueryable<Organisation> organisations, string path)
    {
        var end = End(path);
        return organisations.Where(organisation => string.Compare(organisation.Path, path) >= 0 && string.Compare(organisation.Path, end) < 0);
    }
}
