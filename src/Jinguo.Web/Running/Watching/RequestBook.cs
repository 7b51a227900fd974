using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Jinguo.Core.Base.Time;

namespace Jinguo.Web.Running.Watching;

/// <summary>What is told apart among requests: never an address that somebody typed.</summary>
/// <param name="Route">The template of the page, such as <c>/ledgers/{id:guid}</c>; <see cref="RequestBook.NoRoute"/> for files and what is not there.</param>
/// <param name="Method">GET, POST….</param>
/// <param name="Status">The first digit of the status.</param>
public sealed record RequestKind(string Route, string Method, int Status);

/// <summary>Requests of a page in some time.</summary>
/// <param name="Route">The template of the page.</param>
/// <param name="Errors">How many failed here (5xx).</param>
/// <param name="Durations">How long they took.</param>
public sealed record RequestLine(string Route, long Errors, Durations Durations);

/// <summary>
/// The requests that this node has answered: since its start, and in steps of ten minutes for a day. It listens to the meter of the
/// host, <c>http.server.request.duration</c>.
/// </summary>
public sealed class RequestBook : IDisposable
{
    /// <summary>Stands for requests that no page took.</summary>
    public const string NoRoute = "other";

    private const int StepMinutes = 10;
    private const int ServerError = 5;

    private readonly ConcurrentDictionary<RequestKind, Kept> all = new();
    private readonly MeterListener listener = new();
    private readonly TimeProvider time;

    /// <param name="meters">Of this host: in a process with several, each hears its own.</param>
    /// <param name="time">The clock.</param>
    public RequestBook(IMeterFactory meters, TimeProvider time)
    {
        this.time = time;
        Since = time.Instant();
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (instrument is { Name: "http.server.request.duration", Meter.Name: "Microsoft.AspNetCore.Hosting" } && instrument.Meter.Scope == meters)
                listening.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>((_, seconds, tags, _) => Keep(seconds, tags));
        listener.Start();
    }

    /// <summary>Since when it is kept (UTC).</summary>
    public DateTime Since { get; }

    /// <summary>Requests since the start, by kind.</summary>
    public IReadOnlyList<(RequestKind Kind, Durations Durations)> ListAll() => [.. all
        .OrderBy(pair => pair.Key.Route, StringComparer.Ordinal).ThenBy(pair => pair.Key.Method, StringComparer.Ordinal).ThenBy(pair => pair.Key.Status)
        .Select(pair => (pair.Key, pair.Value.Read(from: null)))];

    /// <summary>Requests of the last hours by page, the most used first.</summary>
    /// <param name="hours">1 to 24; up to ten minutes more are in it.</param>
    public IReadOnlyList<RequestLine> ListLast(int hours)
    {
        var from = Step - (hours * 60 / StepMinutes);
        return [.. all.GroupBy(pair => pair.Key.Route).Select(route =>
            {
                var (durations, errors) = (new Durations(), 0L);
                foreach (var (kind, kept) in route)
                {
                    var read = kept.Read(from);
                    durations.Add(read);
                    errors += kind.Status == ServerError ? read.Count : 0;
                }
                return new RequestLine(route.Key, errors, durations);
            })
            .Where(line => line.Durations.Count > 0)
            .OrderByDescending(line => line.Durations.Count).ThenBy(line => line.Route, StringComparer.Ordinal)];
    }

    /// <summary>How a template is told. What no page took ends on the page of errors: that one was never asked for.</summary>
    /// <param name="template">The template, with or without its first stroke; null for none.</param>
    public static string RouteOf(string? template) =>
        template is null || template.TrimStart('/').StartsWith("error/", StringComparison.OrdinalIgnoreCase) ? NoRoute : "/" + template.TrimStart('/');

    /// <inheritdoc/>
    public void Dispose() => listener.Dispose();

    private long Step => (time.Instant() - DateTime.UnixEpoch).Ticks / (TimeSpan.TicksPerMinute * StepMinutes);

    private void Keep(double seconds, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var (route, method, status) = (NoRoute, "", 0);
        foreach (var (name, value) in tags)
            switch (name)
            {
                case "http.route":
                    route = RouteOf(value as string);
                    break;
                case "http.request.method":
                    method = (string?)value ?? "";
                    break;
                case "http.response.status_code":
                    status = value is int code ? code / 100 : 0;
                    break;
                default:
                    break;
            }
        all.GetOrAdd(new(route, method, status), _ => new()).Add(seconds, Step);
    }

    // All there were, and those of each step of a day.
    private sealed class Kept
    {
        private const int MostSteps = 24 * 60 / StepMinutes;

        private readonly Lock turn = new();
        private readonly Durations total = new();
        private readonly SortedDictionary<long, Durations> steps = [];

        public void Add(double seconds, long step)
        {
            lock (turn)
            {
                total.Add(seconds);
                if (!steps.TryGetValue(step, out var now))
                {
                    steps.Add(step, now = new());
                    foreach (var old in steps.Keys.TakeWhile(one => one < step - MostSteps).ToList())
                        steps.Remove(old);
                }
                now.Add(seconds);
            }
        }

        public Durations Read(long? from)
        {
            var read = new Durations();
            lock (turn)
            {
                if (from is null)
                    read.Add(total);
                foreach (var (_, one) in steps.Where(step => step.Key >= from))
                    read.Add(one);
            }
            return read;
        }
    }
}
