using System.Globalization;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Jinguo.Web.Api;

/// <summary>Versions of single things as entity tags (RFC 9110 §8.8): <c>"3"</c>.</summary>
internal static class Versions
{
    /// <summary>Answers with the thing and its tag; 304 where the reader has this version already.</summary>
    public static IResult Answer<T>(HttpContext context, int version, Func<T> answer)
    {
        var isKnown = IsKnown(context, TagOf(version));
        return isKnown ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : TypedResults.Ok(answer());
    }

    /// <summary>Answers with the thing and its tag, anew each time: what else it tells moves without an act on it.</summary>
    public static IResult AnswerAnew<T>(HttpContext context, int version, T answer)
    {
        IsKnown(context, TagOf(version));
        return TypedResults.Ok(answer);
    }

    /// <summary>Sets the tag of the answer; true where the reader has it already (<c>If-None-Match</c>).</summary>
    public static bool IsKnown(HttpContext context, EntityTagHeaderValue tag)
    {
        context.Response.GetTypedHeaders().ETag = tag;
        return context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false));
    }

    /// <summary>The version that a change was made from: that of <c>If-Match</c>, else the one in the body. One that cannot be a version is older than any.</summary>
    public static int Seen(HttpRequest request, int inBody) =>
        !IsWished(request) ? inBody : int.TryParse($"{request.Headers.IfMatch}".Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;

    /// <summary>True where the request names the version in <c>If-Match</c>.</summary>
    public static bool IsWished(HttpRequest request) => !StringValues.IsNullOrEmpty(request.Headers.IfMatch);

    private static EntityTagHeaderValue TagOf(int version) => new($"\"{version.ToString(CultureInfo.InvariantCulture)}\"");
}
