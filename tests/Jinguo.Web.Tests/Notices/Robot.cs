using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Jinguo.Web.Tests.Notices;

/// <summary>A group robot on this machine: keeps what it gets and answers as it is told.</summary>
internal sealed class Robot : IAsyncDisposable
{
    private readonly WebApplication app;

    private Robot(WebApplication app) => this.app = app;

    /// <summary>Its origin.</summary>
    public string Origin => app.Urls.Single();

    /// <summary>Its address, with a key.</summary>
    public string Address => $"{Origin}/send?key=verysecretkey0123456789a1b2";

    /// <summary>What came in: the query and the body.</summary>
    public ConcurrentQueue<(string Query, string Body)> Messages { get; } = [];

    /// <summary>What it answers.</summary>
    public string Answer { get; set; } = """{"errcode":0,"errmsg":"ok"}""";

    /// <summary>Where it sends on; null to answer itself.</summary>
    public string? Redirect { get; set; }

    public static async Task<Robot> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var robot = new Robot(builder.Build());
        robot.app.Run(robot.TakeAsync);
        await robot.app.StartAsync();
        return robot;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        Messages.Enqueue((context.Request.QueryString.Value ?? "", await reader.ReadToEndAsync()));
        if (Redirect is { } other)
            context.Response.Redirect(other, permanent: false, preserveMethod: true);
        else
            await context.Response.WriteAsync(Answer);
    }
}
