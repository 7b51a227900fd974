using System.Diagnostics;
using System.Net;

namespace Jinguo.EndToEnd.Processes;

/// <summary>A client as docs/api.md asks for: what met a broken connection, 502, 503 or 504 is sent again as it is, until somebody answers.</summary>
internal sealed class RepeatingHandler : DelegatingHandler
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private int repeats;

    /// <summary>How often something was sent again.</summary>
    public int Repeats => repeats;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is { } content)
            await content.LoadIntoBufferAsync(cancellationToken);
        var begun = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                var answer = await base.SendAsync(request, cancellationToken);
                // A connection may break within the answer, too.
                await answer.Content.LoadIntoBufferAsync(cancellationToken);
                if (answer.StatusCode is not (HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout) || Stopwatch.GetElapsedTime(begun) > Patience)
                    return answer;
                answer.Dispose();
            }
            catch (HttpRequestException) when (Stopwatch.GetElapsedTime(begun) < Patience)
            {
                // Sent again below.
            }
            Interlocked.Increment(ref repeats);
            await Task.Delay(Pause, cancellationToken);
        }
    }
}
