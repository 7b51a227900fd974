using System.Diagnostics;
using Jinguo.Web.Running.Watching;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Metadata;

namespace Jinguo.Web.Setup;

/// <summary>
/// One line for each request, without personal data: the template of the page and not its address, the key of the account and not
/// its name; no query, no field, no token. Its number stands with every other line that is logged meanwhile.
/// </summary>
public static partial class RequestLog
{
    /// <summary>The category of these lines.</summary>
    public const string Category = "Jinguo.Requests";

    /// <summary>Stands before everything else, so that it tells how the request ended.</summary>
    public static IApplicationBuilder UseRequestLog(this IApplicationBuilder app)
    {
        var log = app.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger(Category);
        return app.Use(async (context, next) =>
        {
            if (WatchingSetup.IsWatching(context.Request.Path))
            {
                await next(context);
                return;
            }
            var started = Stopwatch.GetTimestamp();
            using var _ = log.BeginScope(new Dictionary<string, object> { ["Request"] = context.TraceIdentifier });
            try
            {
                await next(context);
            }
            finally
            {
                Ended(log, context.Request.Method, RouteOf(context), context.Response.StatusCode, Stopwatch.GetElapsedTime(started).TotalMilliseconds, context.RequestServices.GetRequiredService<CurrentActor>().Actor.AccountId);
            }
        });
    }

    [LoggerMessage(EventId = 1, EventName = "Request", Level = LogLevel.Information, Message = "{Method} {Route} {Status} in {Milliseconds} ms, account {Account}")]
    private static partial void Ended(ILogger log, string method, string route, int status, double milliseconds, Guid? account);

    // The page that was asked for, where the answer came from the page of errors.
    private static string RouteOf(HttpContext context)
    {
        var endpoint = context.Features.Get<IExceptionHandlerFeature>()?.Endpoint ?? context.Features.Get<IStatusCodeReExecuteFeature>()?.Endpoint ?? context.GetEndpoint();
        return RequestBook.RouteOf(endpoint?.Metadata.GetMetadata<IRouteDiagnosticsMetadata>()?.Route);
    }
}
