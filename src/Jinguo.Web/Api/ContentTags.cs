using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Jinguo.Web.Api;

/// <summary>
/// Entity tags of answers that have no version of their own, lists and figures: a hash of what is answered (a weak tag,
/// RFC 9110 §8.8). It saves the way, not the reckoning, and is never wrong.
/// </summary>
internal static class ContentTags
{
    /// <summary>Gives what is read its tag, where it has none; 304 where the reader has it already.</summary>
    public static async ValueTask<object?> AddAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var (answer, context) = (await next(call), call.HttpContext);
        if (!HttpMethods.IsGet(context.Request.Method) || context.Response.Headers.ETag.Count > 0 || ValueOf(answer) is not { } value)
            return answer;
        var json = JsonSerializer.SerializeToUtf8Bytes(value, context.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions);
        return Versions.IsKnown(context, new EntityTagHeaderValue($"\"{Base64Url.EncodeToString(SHA256.HashData(json))}\"", isWeak: true))
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Bytes(json, "application/json; charset=utf-8");
    }

    // Files and refusals are answered as they are.
    private static object? ValueOf(object? answer) => answer switch
    {
        IStatusCodeHttpResult { StatusCode: StatusCodes.Status200OK } and IValueHttpResult { Value: { } value } => value,
        IResult => null,
        _ => answer,
    };
}
