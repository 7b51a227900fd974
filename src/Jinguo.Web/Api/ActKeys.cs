using Jinguo.Core.Base.ClientKeys;
using Jinguo.Core.Base.Data;

namespace Jinguo.Web.Api;

/// <summary>
/// <c>Idempotency-Key</c> on acts: sent again with the same key and the same content, an act answers as it did, with the
/// thing as it stands now, and nothing is written twice. An act that was refused keeps no key.
/// </summary>
internal static class ActKeys
{
    /// <summary>The header: a UUID made by the program.</summary>
    public const string Header = "Idempotency-Key";

    /// <summary>Marks routes that heed the header, for the description.</summary>
    public sealed class Mark;

    /// <summary>Lets a route heed the header.</summary>
    /// <typeparam name="TBody">Its body; a record, which tells all it holds.</typeparam>
    /// <param name="route">The route, whose <c>id</c> names the thing.</param>
    /// <param name="now">The answer to an act that was done before.</param>
    public static RouteHandlerBuilder TakesKey<TBody>(this RouteHandlerBuilder route, Func<Guid, HttpContext, Task<IResult>> now)
        where TBody : class =>
        route.WithMetadata(new Mark()).AddEndpointFilter((call, next) => ActAsync<TBody>(call, next, now));

    private static async ValueTask<object?> ActAsync<TBody>(EndpointFilterInvocationContext call, EndpointFilterDelegate next, Func<Guid, HttpContext, Task<IResult>> now)
        where TBody : class
    {
        var (context, request, cancel) = (call.HttpContext, call.HttpContext.Request, call.HttpContext.RequestAborted);
        if (!request.Headers.TryGetValue(Header, out var sent))
            return await next(call);
        if (!Guid.TryParse(sent, out var key))
            return ProblemAnswers.Answer([new("idempotency-key.unread", $"{Header} 应是一个UUID，每办一件事换一个。", Header)]);
        var acts = context.RequestServices.GetRequiredService<SentActs>();
        var act = acts.KeyOf(key, $"{request.Path} {request.Headers.IfMatch} {call.Arguments.OfType<TBody>().Single()}");
        if (await BeforeAsync() is { } done)
            return done;
        acts.Begin(act);
        try
        {
            var answer = await next(call);
            // Of two at once the slower is refused for its version, or undone below.
            if (answer is IStatusCodeHttpResult { StatusCode: >= StatusCodes.Status400BadRequest })
                return await BeforeAsync() ?? answer;
            await acts.EndAsync(cancel);
            return answer;
        }
        catch (ActSentBeforeException)
        {
            context.RequestServices.GetRequiredService<Db>().ChangeTracker.Clear();
            return await BeforeAsync();
        }

        async Task<IResult?> BeforeAsync() => await acts.FindAsync(act, cancel) switch
        {
            true => await now(Guid.Parse($"{request.RouteValues["id"]}"), context),
            false => ProblemAnswers.Answer([new("idempotency-key.used", $"这个 {Header} 已经用来办过另一件事，请换一个。", Header)]),
            null => null,
        };
    }
}
