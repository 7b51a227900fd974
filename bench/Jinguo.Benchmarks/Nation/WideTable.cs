using Jinguo.Benchmarks.Harness;
using Npgsql;

namespace Jinguo.Benchmarks.Nation;

/// <summary>
/// The facts as DHIS2 documents its analytics tables (anchors.md, section e): one row per value, not added up, with a column for the
/// ancestor of each level and for each type of period, a partition per year, an index on every dimension and on (dx, co). Numbers
/// stand in for its text keys, which is in its favour. Rows hang where their bodies hang today.
/// </summary>
internal static class WideTable
{
    public const string Name = "wide";

    private const string Columns = """fact, dx, co, ou, l1, l2, l3, l4, l5, l6, daily, monthly, quarterly, yearly, value""";

    private static readonly string[] Dimensions = ["dx", "co", "ou", "l1", "l2", "l3", "l4", "l5", "l6", "daily", "monthly", "quarterly", "yearly", "dx, co"];

    /// <summary>Makes it where it is not there yet.</summary>
    public static async Task MakeAsync(NpgsqlConnection connection, int firstYear, int lastYear, CancellationToken cancel)
    {
        if (await ReadAsync(connection, "SELECT COUNT(*) FROM pg_class WHERE relname = 'wide'", cancel) > 0)
            return;
        await ExecuteAsync(connection, Structure, cancel);
        await ExecuteAsync(connection, """
            CREATE TABLE wide (fact uuid, dx int, co int, ou int, l1 int, l2 int, l3 int, l4 int, l5 int, l6 int, daily date, monthly int, quarterly int, yearly int, value bigint) PARTITION BY LIST (yearly)
            """, cancel);
        for (var year = firstYear; year <= lastYear; year++)
        {
            await ExecuteAsync(connection, $"CREATE TABLE {Partition(year)} (LIKE wide)", cancel);
            await FillAsync(connection, year, "TRUE", cancel);
            await IndexAsync(connection, Partition(year), cancel);
            await ExecuteAsync(connection, $"ALTER TABLE wide ATTACH PARTITION {Partition(year)} FOR VALUES IN ({year})", cancel);
            await ExecuteAsync(connection, $"VACUUM (ANALYZE) {Partition(year)}", cancel);
            Progress.Say($"wide table: {year}");
        }
    }

    /// <summary>Its way of keeping current between full runs: the latest partition is emptied and filled with what was posted since an instant.</summary>
    public static async Task RefillLatestAsync(NpgsqlConnection connection, DateTime since, CancellationToken cancel)
    {
        await ExecuteAsync(connection, "CREATE TABLE IF NOT EXISTS wide_latest (LIKE wide INCLUDING INDEXES); TRUNCATE wide_latest", cancel);
        await using var command = new NpgsqlCommand(Insert("wide_latest", """facts."PostedAt" >= $1"""), connection) { Parameters = { new() { Value = since } } };
        await command.ExecuteNonQueryAsync(cancel);
        await ExecuteAsync(connection, "ANALYZE wide_latest", cancel);
    }

    public static async Task<long> ReadAsync(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
#pragma warning disable CA2100 // Names and numbers of this assembly.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var sum = 0L;
        while (await rows.ReadAsync(cancel))
            sum += rows.GetFieldValue<long>(rows.FieldCount - 1);
        return sum;
    }

    private static Task FillAsync(NpgsqlConnection connection, int year, string condition, CancellationToken cancel) =>
        ExecuteAsync(connection, Insert(Partition(year), $"""facts."Day" BETWEEN '{year}-01-01' AND '{year}-12-31' AND {condition}"""), cancel);

    private static string Insert(string into, string condition) => $"""
        INSERT INTO {into} ({Columns})
        SELECT facts."Id", facts."MeasureId", facts."Option", facts."OrganisationId", l1, l2, l3, l4, l5, l6, facts."Day",
            extract(year FROM facts."Day")::int * 100 + extract(month FROM facts."Day")::int, extract(year FROM facts."Day")::int * 10 + extract(quarter FROM facts."Day")::int, extract(year FROM facts."Day")::int, facts."Value"
        FROM facts JOIN wide_structure ON ou = facts."OrganisationId"
        WHERE {condition}
        """;

    private static async Task IndexAsync(NpgsqlConnection connection, string table, CancellationToken cancel)
    {
        foreach (var dimension in Dimensions)
            await ExecuteAsync(connection, $"CREATE INDEX ON {table} ({dimension})", cancel);
    }

    private static string Partition(int year) => $"wide_{year}";

    private const string Structure = """
        CREATE TABLE wide_structure AS
        SELECT body."Id" AS ou, MAX(upper."Id") FILTER (WHERE upper."Level" = 1) AS l1, MAX(upper."Id") FILTER (WHERE upper."Level" = 2) AS l2, MAX(upper."Id") FILTER (WHERE upper."Level" = 3) AS l3,
            MAX(upper."Id") FILTER (WHERE upper."Level" = 4) AS l4, MAX(upper."Id") FILTER (WHERE upper."Level" = 5 AND upper."ValidTo" IS NULL) AS l5, MAX(upper."Id") FILTER (WHERE upper."Level" = 6) AS l6
        FROM organisations AS body
        CROSS JOIN LATERAL unnest(string_to_array(trim(both '/' FROM body."Path"), '/')::int[]) AS step (id)
        JOIN organisations AS upper ON upper."Id" = step.id
        GROUP BY body."Id";
        CREATE UNIQUE INDEX ON wide_structure (ou);
        ANALYZE wide_structure
        """;

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
#pragma warning disable CA2100 // Names and numbers of this assembly.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancel);
    }
}
