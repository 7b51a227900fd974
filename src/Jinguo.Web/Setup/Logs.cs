using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Jinguo.Web.Setup;

/// <summary>How the product logs: lines for people, or a JSON object a line for programs (<c>Jinguo__Logs=json</c>), then with one for each request.</summary>
public static class Logs
{
    /// <summary>Lines for people.</summary>
    public const string Text = "text";

    /// <summary>A JSON object a line.</summary>
    public const string Json = "json";

    /// <summary>All forms.</summary>
    public static readonly string[] Forms = [Text, Json];

    /// <summary>Sets them up, from whatever the host has by itself.</summary>
    public static ILoggingBuilder AddLogs(this ILoggingBuilder logging, Settings settings)
    {
        // What the host tells of a request by itself holds its whole address, and with it what people searched for; these tell the
        // path as it was typed, however much else is asked for.
        logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        logging.AddFilter("Microsoft.AspNetCore.Routing", LogLevel.Warning);
        logging.AddFilter("Microsoft.AspNetCore.StaticFiles", LogLevel.Warning);
        if (settings.Logs != Json)
            return logging;
        logging.ClearProviders();
        logging.AddFilter(RequestLog.Category, LogLevel.Information);
        return logging.AddJsonConsole(options =>
        {
            options.IncludeScopes = true;
            options.UseUtcTimestamp = true;
            options.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
            options.JsonWriterOptions = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
        });
    }
}
