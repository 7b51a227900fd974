using System.Reflection;
using Jinguo.Core.Base.Time;

namespace Jinguo.Web.Running.Watching;

/// <summary>The numbers of <c>/metrics</c>: of this node, and of the installation, which every node tells alike.</summary>
public sealed class MetricsPage(RequestBook requests, MeterBook meters, IServiceScopeFactory scopes, TimeProvider time, ILogger<MetricsPage> log)
{
    private const string Duration = "http_server_request_duration_seconds";

    /// <summary>Version of the product.</summary>
    public static string Version { get; } = typeof(Program).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";

    /// <summary>Writes them. Where the database does not answer, those of this node alone.</summary>
    public async Task<string> WriteAsync(CancellationToken cancel)
    {
        var text = new MetricsText();
        text.Begin("jinguo_build_info", "gauge", "The version that runs.");
        text.Add("jinguo_build_info", 1, ("version", Version));
        text.AddOne("jinguo_uptime_seconds", "gauge", "Since this node was started.", Seconds(requests.Since));
        WriteRequests(text);
        WriteMeters(text);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var reader = scope.ServiceProvider.GetRequiredService<InstallationReader>();
            text.AddOne("jinguo_data_free_bytes", "gauge", "Room on the disk of the data folder.", reader.FreeBytes);
            Write(text, await reader.ReadAsync(cancel));
            text.AddOne("jinguo_database_up", "gauge", "1 where the database answers.", 1);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            log.LogError(exception, "The metrics of the installation could not be read");
            text.AddOne("jinguo_database_up", "gauge", "1 where the database answers.", 0);
        }
        return text.ToString();
    }

    private void WriteRequests(MetricsText text)
    {
        text.Begin(Duration, "histogram", "Requests answered by this node, by template of the page, method and class of status.");
        foreach (var (kind, durations) in requests.ListAll())
            text.Add(Duration, durations, ("route", kind.Route), ("method", kind.Method), ("status", $"{kind.Status}xx"));
    }

    private void WriteMeters(MetricsText text)
    {
        foreach (var (meter, values) in meters.Read())
        {
            text.Begin(meter.Name, meter.IsCounter ? "counter" : "gauge", meter.Help);
            foreach (var (tag, value) in values)
                text.Add(meter.Name, value, meter.Tag is { } name ? [(name.Split('.')[^1], tag)] : []);
        }
    }

    private void Write(MetricsText text, InstallationState state)
    {
        text.Begin("jinguo_jobs", "gauge", "Jobs of all nodes.");
        text.Add("jinguo_jobs", state.Waiting, ("state", "waiting"));
        text.Add("jinguo_jobs", state.Running, ("state", "running"));
        text.AddOne("jinguo_jobs_oldest_wait_seconds", "gauge", "How long the job has waited that waits longest; 0 where none waits.", state.WaitingSince is { } since ? Seconds(since) : 0);
        text.AddOne("jinguo_backup_age_seconds", "gauge", "Since the last good backup; not told before the first.", state.Backup.Made is { } made ? Seconds(made.At) : null);
        text.AddOne("jinguo_backup_failed", "gauge", "1 where a backup failed after the last good one.", state.Backup.Failed is null ? 0 : 1);
        text.AddOne("jinguo_verification_age_seconds", "gauge", "Since stored sums were last held against their facts; not told before the first time.", state.Verified is { } verified ? Seconds(verified.At) : null);
        text.AddOne("jinguo_verification_problems", "gauge", "What is wrong, as each part was last verified: 0, always.", state.Verified?.Open);
        text.AddOne("jinguo_trail_unsealed_entries", "gauge", "Entries of the trail that no seal covers yet: a minute's.", state.Unsealed);
        text.AddOne("jinguo_trail_seal_age_seconds", "gauge", "Since the last seal. Where nothing is done there is none.", state.Seal is { } seal ? Seconds(seal.At) : null);
        text.AddOne("jinguo_database_bytes", "gauge", "Size of the database.", state.DatabaseBytes);
    }

    private double Seconds(DateTime since) => Math.Max(0, (time.Instant() - since).TotalSeconds);
}
