using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Jinguo.Core.Base;

namespace Jinguo.Web.Running.Watching;

/// <summary>A meter whose numbers are told.</summary>
/// <param name="Meter">Name of the meter.</param>
/// <param name="Instrument">Name of the instrument.</param>
/// <param name="Name">By which name it is told, as Prometheus has it.</param>
/// <param name="Help">What it says.</param>
/// <param name="Tag">The one tag that is told; numbers that differ in others are added up. A pool's name, for one, is a connection string.</param>
public sealed record ToldMeter(string Meter, string Instrument, string Name, string Help, string? Tag = null)
{
    /// <summary>True for a number that only grows.</summary>
    public bool IsCounter => Name.EndsWith("_total", StringComparison.Ordinal);
}

/// <summary>The numbers of the meters in a list: the product's own, and a few of the runtime, the server and the driver of PostgreSQL.</summary>
public sealed class MeterBook : IDisposable
{
    private static readonly ToldMeter[] All =
    [
        new(Meters.Name, "jinguo.acts", "jinguo_acts_total", "Acts done on this node, by what they were done to.", "thing"),
        new(Meters.Name, "jinguo.facts.posted", "jinguo_facts_posted_total", "Facts posted on this node, reversals among them."),
        new(Meters.Name, "jinguo.sign_ins", "jinguo_sign_ins_total", "Sign-ins on this node, by how they ended.", "outcome"),
        new(Meters.Name, "jinguo.figures.hidden", "jinguo_figures_hidden_total", "Sensitive figures answered without their number on this node."),
        new("Microsoft.AspNetCore.Hosting", "http.server.active_requests", "http_server_active_requests", "Requests being answered."),
        new("Microsoft.AspNetCore.Server.Kestrel", "kestrel.active_connections", "kestrel_active_connections", "Open connections."),
        new("Microsoft.EntityFrameworkCore", "microsoft.entityframeworkcore.compiled_query_cache_misses", "database_statements_compiled_total", "Statements to the database written anew, because none of the kind was kept."),
        new("Npgsql", "db.client.connection.count", "db_client_connections", "Connections to PostgreSQL, by state.", "db.client.connection.state"),
        new("Npgsql", "db.client.connection.max", "db_client_connections_max", "Most connections to PostgreSQL."),
        new("Npgsql", "db.client.connection.npgsql.pending_requests", "db_client_connections_awaited", "Requests that wait for a connection to PostgreSQL."),
        new("Npgsql", "db.client.connection.npgsql.timeouts", "db_client_connection_timeouts_total", "Waits for a connection to PostgreSQL that were given up."),
        new("System.Runtime", "dotnet.process.memory.working_set", "process_resident_memory_bytes", "Memory of the process."),
        new("System.Runtime", "dotnet.process.cpu.time", "process_cpu_seconds_total", "Time of processors used."),
        new("System.Runtime", "dotnet.gc.pause.time", "dotnet_gc_pause_seconds_total", "Time for which memory was tidied."),
        new("System.Runtime", "dotnet.thread_pool.queue.length", "dotnet_thread_pool_queue_length", "Work that waits for a thread."),
        new("System.Runtime", "dotnet.exceptions", "dotnet_exceptions_total", "Exceptions thrown, caught ones among them."),
    ];

    private readonly ConcurrentDictionary<(ToldMeter Meter, string Tag), double> values = new();
    private readonly ConcurrentDictionary<ToldMeter, bool> observed = new();
    private readonly MeterListener listener = new();
    private readonly Lock turn = new();

    /// <param name="meters">Of this host: in a process with several, each hears its own.</param>
    public MeterBook(IMeterFactory meters)
    {
        listener.InstrumentPublished = (instrument, listening) =>
        {
            var told = Array.Find(All, one => one.Meter == instrument.Meter.Name && one.Instrument == instrument.Name);
            if (told is null || (instrument.Meter.Scope is not null && instrument.Meter.Scope != meters))
                return;
            if (instrument.IsObservable)
                observed[told] = true;
            listening.EnableMeasurementEvents(instrument, told);
        };
        listener.SetMeasurementEventCallback<int>((_, value, tags, state) => Keep(value, tags, state));
        listener.SetMeasurementEventCallback<long>((_, value, tags, state) => Keep(value, tags, state));
        listener.SetMeasurementEventCallback<double>((_, value, tags, state) => Keep(value, tags, state));
        listener.Start();
    }

    /// <summary>The numbers as they are now, in the order of the list.</summary>
    public IReadOnlyList<(ToldMeter Meter, IReadOnlyList<(string Tag, double Value)> Values)> Read()
    {
        lock (turn)
        {
            // What is asked for when it is told is told whole each time.
            foreach (var key in values.Keys.Where(key => observed.ContainsKey(key.Meter)))
                values.TryRemove(key, out _);
            listener.RecordObservableInstruments();
            var read = values.ToLookup(pair => pair.Key.Meter, pair => (pair.Key.Tag, pair.Value));
            return [.. All.Where(read.Contains).Select(meter => (meter, (IReadOnlyList<(string, double)>)[.. read[meter].OrderBy(one => one.Tag, StringComparer.Ordinal)]))];
        }
    }

    /// <summary>A number as it is now; 0 while there is none.</summary>
    /// <param name="name">By which it is told.</param>
    public double Read(string name) => Read().Where(one => one.Meter.Name == name).Sum(one => one.Values.Sum(value => value.Value));

    /// <inheritdoc/>
    public void Dispose() => listener.Dispose();

    private void Keep(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state)
    {
        var told = (ToldMeter)state!;
        var tag = "";
        foreach (var (name, text) in tags)
            if (name == told.Tag)
                tag = $"{text}";
        values.AddOrUpdate((told, tag), value, (_, before) => before + value);
    }
}
