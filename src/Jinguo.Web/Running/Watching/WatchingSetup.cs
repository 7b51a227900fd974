using Jinguo.Web.Setup;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Jinguo.Web.Running.Watching;

/// <summary>
/// <c>/health</c>, <c>/ready</c> and <c>/metrics</c>, for the programs that watch over the servers. They stand before everything
/// that asks who is there: no cookie is read or set, nothing is in the trail, and they are not counted among the requests.
/// </summary>
public static class WatchingSetup
{
    private const string Health = "/health";
    private const string Ready = "/ready";
    private const string Metrics = "/metrics";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Registers what they tell.</summary>
    public static IServiceCollection AddWatching(this IServiceCollection services)
    {
        services.AddHealthChecks()
            .AddCheck<DatabaseCheck>("database", timeout: Patience)
            .AddCheck<SchemaCheck>("schema", timeout: Patience)
            .AddCheck<DataFolderCheck>("data", timeout: Patience);
        services.AddSingleton<RequestBook>();
        services.AddSingleton<MeterBook>();
        services.AddSingleton<MetricsPage>();
        services.AddScoped<InstallationReader>();
        return services;
    }

    /// <summary>Stands after the headers and before whatever asks the database.</summary>
    public static void UseWatching(this WebApplication app, Settings settings)
    {
        // From now on they listen.
        app.Services.GetRequiredService<RequestBook>();
        app.Services.GetRequiredService<MeterBook>();
        app.Use((context, next) =>
        {
            if (IsWatching(context.Request.Path) && context.Features.Get<IHttpMetricsTagsFeature>() is { } metrics)
                metrics.MetricsDisabled = true;
            return next(context);
        });
        app.UseHealthChecks(Health, new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync });
        app.UseHealthChecks(Ready, new HealthCheckOptions { ResponseWriter = WriteAsync });
        app.Use(async (context, next) =>
        {
            // Who may not read them is answered like somebody who asks for what is not there.
            if (context.Request.Path != Metrics || !HttpMethods.IsGet(context.Request.Method) || !MetricsDoor.IsOpenTo(context, settings))
            {
                await next(context);
                return;
            }
            context.Response.ContentType = MetricsText.MediaType;
            context.Response.Headers.CacheControl = "no-store";
            await context.Response.WriteAsync(await context.RequestServices.GetRequiredService<MetricsPage>().WriteAsync(context.RequestAborted), context.RequestAborted);
        });
    }

    /// <summary>True for the three addresses.</summary>
    public static bool IsWatching(PathString path) => path == Health || path == Ready || path == Metrics;

    // Which one fails, and not why: that stands in the log.
    private static Task WriteAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(new
    {
        Status = Word(report.Status),
        Checks = report.Entries.ToDictionary(entry => entry.Key, entry => Word(entry.Value.Status)),
    }, context.RequestAborted);

    private static string Word(HealthStatus status) => status == HealthStatus.Healthy ? "ok" : "failed";
}
