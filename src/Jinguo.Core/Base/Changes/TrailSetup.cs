using Jinguo.Core.Base.Data;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Base.Changes;

/// <summary>Makes the trail ready at every start: chains entries of versions before the chain, once, and has the database refuse edits.</summary>
internal static class TrailSetup
{
    private const int RowsAtOnce = 2000;
    private const string Refusal = "the trail is never edited";

    public static async Task PrepareTrailAsync(this Db db, CancellationToken cancel)
    {
        await ChainOlderEntriesAsync(db, cancel);
        if (!await IsGuardedAsync(db, cancel))
            foreach (var statement in db is SqliteDb ? SqliteGuards : PostgresGuards)
                await db.Database.ExecuteSqlRawAsync(statement, cancel);
    }

    // All in one transaction, and only while there is no chain at all: a row slipped in later is never taken up.
    private static async Task ChainOlderEntriesAsync(Db db, CancellationToken cancel)
    {
        if (await db.ChainHeads.AnyAsync(cancel) || !await db.Changes.AnyAsync(cancel))
            return;
        await using var write = await db.BeginWriteAsync(cancel);
        if (db is PostgresDb)
            await db.Database.ExecuteSqlRawAsync("LOCK TABLE chain_heads IN EXCLUSIVE MODE", cancel);
        if (await db.ChainHeads.AnyAsync(cancel))
            return;
        foreach (var body in await db.Changes.Select(change => change.OrganisationId).Distinct().OrderBy(body => body).ToListAsync(cancel))
        {
            var head = new ChainHead { OrganisationId = body };
            while (await db.Changes.Where(change => change.OrganisationId == body && change.Number == 0)
                .OrderBy(change => change.At).ThenBy(change => change.Id).Take(RowsAtOnce).ToListAsync(cancel) is { Count: > 0 } older)
            {
                foreach (var change in older)
                    ChangeChain.Link(change, head);
                await db.SaveChangesAsync(cancel);
                db.ChangeTracker.Clear();
            }
            db.ChainHeads.Add(head);
            await db.SaveChangesAsync(cancel);
        }
        await write.CommitAsync(cancel);
        db.ChangeTracker.Clear();
    }

    // Looked at first: an ordinary start writes nothing.
    private static async Task<bool> IsGuardedAsync(Db db, CancellationToken cancel)
    {
        var there = await db.Database.SqlQueryRaw<int>(db is SqliteDb
            ? """SELECT COUNT(*) AS "Value" FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'trail_%'"""
            : """SELECT CAST(COUNT(*) AS integer) AS "Value" FROM pg_trigger WHERE tgname LIKE 'trail_%'""").SingleAsync(cancel);
        return there == (db is SqliteDb ? SqliteGuards : PostgresGuards).Count(statement => statement.Contains(" TRIGGER ", StringComparison.Ordinal));
    }

    // An entry may go once the head of its chain says that it was archived (TrailArchive); nothing else may ever change.
    private static readonly string[] SqliteGuards =
    [
        $"""CREATE TRIGGER IF NOT EXISTS trail_changes_update BEFORE UPDATE ON changes WHEN OLD."Number" > 0 BEGIN SELECT RAISE(ABORT, '{Refusal}'); END""",
        $"""
        CREATE TRIGGER IF NOT EXISTS trail_changes_delete BEFORE DELETE ON changes
        WHEN OLD."Number" > COALESCE((SELECT "ArchivedNumber" FROM chain_heads WHERE "OrganisationId" = OLD."OrganisationId"), 0)
        BEGIN SELECT RAISE(ABORT, '{Refusal}'); END
        """,
        .. from table in new[] { "seals", "sealed_heads" }
           from act in new[] { "UPDATE", "DELETE" }
           select $"CREATE TRIGGER IF NOT EXISTS trail_{table}_{act.ToLowerInvariant()} BEFORE {act} ON {table} BEGIN SELECT RAISE(ABORT, '{Refusal}'); END",
    ];

    private static readonly string[] PostgresGuards =
    [
        $"""
        CREATE OR REPLACE FUNCTION refuse_trail_edit() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            RAISE EXCEPTION '{Refusal}';
        END $$
        """,
        $"""
        CREATE OR REPLACE FUNCTION refuse_trail_delete() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF OLD."Number" > COALESCE((SELECT "ArchivedNumber" FROM chain_heads WHERE "OrganisationId" = OLD."OrganisationId"), 0) THEN
                RAISE EXCEPTION '{Refusal}';
            END IF;
            RETURN OLD;
        END $$
        """,
        """CREATE OR REPLACE TRIGGER trail_changes_update BEFORE UPDATE ON changes FOR EACH ROW WHEN (OLD."Number" > 0) EXECUTE FUNCTION refuse_trail_edit()""",
        "CREATE OR REPLACE TRIGGER trail_changes_delete BEFORE DELETE ON changes FOR EACH ROW EXECUTE FUNCTION refuse_trail_delete()",
        .. from table in new[] { "seals", "sealed_heads" }
           select $"CREATE OR REPLACE TRIGGER trail_{table}_edit BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION refuse_trail_edit()",
        .. from table in new[] { "changes", "seals", "sealed_heads" }
           select $"CREATE OR REPLACE TRIGGER trail_{table}_truncate BEFORE TRUNCATE ON {table} EXECUTE FUNCTION refuse_trail_edit()",
    ];
}
