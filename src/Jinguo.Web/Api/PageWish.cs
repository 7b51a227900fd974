using Jinguo.Core.Base;
using Microsoft.AspNetCore.Mvc;

namespace Jinguo.Web.Api;

/// <summary>A page of a list.</summary>
/// <param name="Total">Lines on all pages.</param>
/// <param name="Page">This page, from 1.</param>
/// <param name="PageSize">Most lines on a page.</param>
/// <param name="Lines">The lines.</param>
public sealed record PageAnswer<T>(int Total, int Page, int PageSize, IReadOnlyList<T> Lines);

/// <summary>Which page of a list is asked for.</summary>
public sealed class PageWish
{
    /// <summary>Most lines of a page.</summary>
    public const int MostLines = 200;

    private const int UsualLines = 50;
    private const int LastPage = 100_000;

    /// <summary>Page, from 1.</summary>
    [FromQuery(Name = "page")]
    public int? Page { get; init; }

    /// <summary>Lines on a page: 50, at most 200.</summary>
    [FromQuery(Name = "pageSize")]
    public int? PageSize { get; init; }

    internal int Number => Page ?? 1;

    internal int Size => PageSize ?? UsualLines;

    /// <summary>What is wrong with it, or null.</summary>
    internal Problem? Problem =>
        Number is < 1 or > LastPage ? new("page", $"页码要在1到{LastPage}之间。", "page")
        : Size is < 1 or > MostLines ? new("page-size", $"每页行数要在1到{MostLines}之间。", "pageSize")
        : null;

    /// <summary>Answers with the page, and leads to the one before and after (RFC 8288).</summary>
    internal IResult Answer<T>(HttpContext context, IReadOnlyList<T> lines, int total) => Answer(context, lines, total, Size);

    /// <summary>The same for lists whose pages have a size of their own.</summary>
    internal IResult Answer<T>(HttpContext context, IReadOnlyList<T> lines, int total, int size)
    {
        var links = new List<string>();
        if ((long)Number * size < total)
            links.Add(Link(context.Request, Number + 1, "next"));
        if (Number > 1)
            links.Add(Link(context.Request, Number - 1, "prev"));
        if (links.Count > 0)
            context.Response.Headers.Link = string.Join(", ", links);
        return TypedResults.Ok(new PageAnswer<T>(total, Number, size, lines));
    }

    // Relative: the product need not know by which address it is reached.
    private static string Link(HttpRequest request, int page, string relation)
    {
        var query = request.Query.Where(part => part.Key != "page").SelectMany(part => part.Value, (part, value) => KeyValuePair.Create(part.Key, value));
        return $"<{(request.PathBase + request.Path).ToUriComponent()}{QueryString.Create(query.Append(new("page", $"{page}")))}>; rel=\"{relation}\"";
    }
}
