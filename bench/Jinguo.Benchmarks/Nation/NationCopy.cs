using Jinguo.Core.Base;
using Jinguo.Core.Base.Organisations;
using Npgsql;
using NpgsqlTypes;

namespace Jinguo.Benchmarks.Nation;

/// <summary>Copies bodies and facts into PostgreSQL in its binary form.</summary>
internal static class NationCopy
{
    private static readonly DateOnly Always = new(1949, 10, 1);

    public static async Task BodiesAsync(NpgsqlConnection connection, NationTree tree, CancellationToken cancel)
    {
        await using (var rows = await connection.BeginBinaryImportAsync("""COPY organisations ("Id", "Region", "Code", "Name", "Initials", "Level", "Kind", "ParentId", "Path", "ValidFrom", "ValidTo", "Order", "Version") FROM STDIN (FORMAT BINARY)""", cancel))
        {
            foreach (var body in tree.All)
            {
                await rows.StartRowAsync(cancel);
                await rows.WriteAsync(body.Id, cancel);
                await rows.WriteAsync(body.Region, cancel);
                await rows.WriteAsync(body.Code, cancel);
                await rows.WriteAsync(body.Name, cancel);
                await rows.WriteAsync(PinyinInitials.Of(body.Name), cancel);
                await rows.WriteAsync((int)body.Level, cancel);
                await rows.WriteAsync((int)OrganisationKind.Federation, cancel);
                await WriteAsync(rows, body.Parent?.Id, NpgsqlDbType.Integer, cancel);
                await rows.WriteAsync(body.Path, cancel);
                await rows.WriteAsync(Always, cancel);
                await WriteAsync(rows, body.Ended, NpgsqlDbType.Date, cancel);
                await rows.WriteAsync(0, cancel);
                await rows.WriteAsync(0, cancel);
            }
            await rows.CompleteAsync(cancel);
        }
        await using (var rows = await connection.BeginBinaryImportAsync("""COPY organisation_edges ("Region", "OrganisationId", "ValidFrom", "ValidTo", "ParentId", "Path") FROM STDIN (FORMAT BINARY)""", cancel))
        {
            foreach (var body in tree.All)
            {
                if (body.Before is { } before)
                    await EdgeAsync(rows, body, Always, body.Moved!.Value.AddDays(-1), before.Parent, before.Path, cancel);
                await EdgeAsync(rows, body, body.Moved ?? Always, last: null, body.Parent, body.Path, cancel);
            }
            await rows.CompleteAsync(cancel);
        }
        await using var sequence = new NpgsqlCommand("""SELECT setval(pg_get_serial_sequence('organisations', 'Id'), (SELECT MAX("Id") FROM organisations))""", connection);
        await sequence.ExecuteNonQueryAsync(cancel);
    }

    public static async Task<long> FactsAsync(NpgsqlConnection connection, IEnumerable<NationFact> facts, CancellationToken cancel)
    {
        var written = 0L;
        await using var rows = await connection.BeginBinaryImportAsync(
            """COPY facts ("Region", "Id", "MeasureId", "Option", "OrganisationId", "Path", "Day", "Value", "Hedge", "SourceKind", "SourceId", "PersonId", "DefinitionVersion", "PostedAt", "PostedBy", "Reverses") FROM STDIN (FORMAT BINARY)""", cancel);
        foreach (var fact in facts)
        {
            await rows.StartRowAsync(cancel);
            await rows.WriteAsync(fact.Body.Region, cancel);
            await rows.WriteAsync(fact.Id, cancel);
            await rows.WriteAsync(fact.Measure.Id, cancel);
            await rows.WriteAsync(fact.Option, cancel);
            await rows.WriteAsync(fact.Body.Id, cancel);
            await rows.WriteAsync(fact.Path, cancel);
            await rows.WriteAsync(fact.Day, cancel);
            await rows.WriteAsync(fact.Value, cancel);
            await rows.WriteAsync(fact.Hedge, cancel);
            await rows.WriteAsync(RecordRef.Ledger, cancel);
            await rows.WriteAsync(fact.Source, cancel);
            await rows.WriteNullAsync(cancel);
            await rows.WriteAsync(1, cancel);
            await rows.WriteAsync(fact.PostedAt, cancel);
            await rows.WriteNullAsync(cancel);
            await WriteAsync(rows, fact.Reverses, NpgsqlDbType.Uuid, cancel);
            written++;
        }
        await rows.CompleteAsync(cancel);
        return written;
    }

    private static async Task EdgeAsync(NpgsqlBinaryImporter rows, NationBody body, DateOnly first, DateOnly? last, NationBody? parent, string path, CancellationToken cancel)
    {
        await rows.StartRowAsync(cancel);
        await rows.WriteAsync(body.Region, cancel);
        await rows.WriteAsync(body.Id, cancel);
        await rows.WriteAsync(first, cancel);
        await WriteAsync(rows, last, NpgsqlDbType.Date, cancel);
        await WriteAsync(rows, parent?.Id, NpgsqlDbType.Integer, cancel);
        await rows.WriteAsync(path, cancel);
    }

    private static Task WriteAsync<T>(NpgsqlBinaryImporter rows, T? value, NpgsqlDbType type, CancellationToken cancel)
        where T : struct => value is { } known ? rows.WriteAsync(known, type, cancel) : rows.WriteNullAsync(cancel);
}
