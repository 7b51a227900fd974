using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Base.Search;

/// <summary>Something found.</summary>
/// <param name="Entry">What.</param>
/// <param name="Body">Name of its body.</param>
public sealed record SearchHit(SearchEntry Entry, string Body);

/// <summary>Finds things by their words among those that the reader may see. Names of persons are found by their own body alone.</summary>
public sealed class SearchReader(Db db, Visible visible)
{
    /// <summary>Hits on a page.</summary>
    public const int PageSize = 20;

    /// <summary>A page of what holds all the words, the newest day first; two statements.</summary>
    /// <param name="text">The words; empty finds nothing.</param>
    /// <param name="kind">One kind, or null for all.</param>
    /// <param name="page">From 1.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<PageOf<SearchHit>> FindAsync(string? text, string? kind, int page, CancellationToken cancel = default)
    {
        var phrases = SearchWords.Search(text);
        if (phrases.Count == 0 || Within(Matching(phrases), kind) is not { } found)
            return new([], 0);
        var total = await found.CountAsync(cancel);
        var rows = total == 0 ? [] : await found.OrderByDescending(entry => entry.Day).ThenByDescending(entry => entry.SourceId)
            .Skip((Math.Max(page, 1) - 1) * PageSize).Take(PageSize)
            .Join(db.Organisations, entry => entry.OrganisationId, body => body.Id, (entry, body) => new { entry, body.Name })
            .ToListAsync(cancel);
        return new([.. rows.OrderByDescending(row => row.entry.Day).ThenByDescending(row => row.entry.SourceId).Select(row => new SearchHit(row.entry, row.Name))], total);
    }

    /// <summary>Records that bear one of the names in words that everybody who may see them finds; one statement.</summary>
    /// <param name="names">The names; at least one.</param>
    /// <param name="path">Only those of the body at this path and below.</param>
    /// <param name="first">Not before this day.</param>
    /// <param name="last">Not after this day.</param>
    /// <param name="most">Not more than so many, the newest.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<IReadOnlyList<SearchEntry>> FindNamedAsync(IReadOnlyList<string> names, string path, DateOnly first, DateOnly last, int most, CancellationToken cancel = default)
    {
        var searched = names.Select(SearchWords.Search).Where(phrases => phrases.Count > 0).ToList();
        if (searched.Count == 0)
            return [];
        var named = db is PostgresDb
            ? db.SearchEntries.FromSqlRaw(
                """SELECT "Region", "SourceId", "Kind", "OrganisationId", "Day", "Title", "Number" FROM search_entries WHERE "Words" @@ to_tsquery('simple', {0})""",
                string.Join(" | ", searched.Select(phrases => $"({string.Join(" & ", phrases.Select(phrase => phrase.ForPostgres))})")))
            : db.SearchEntries.FromSqlRaw(
                """SELECT "Region", "SourceId", "Kind", "OrganisationId", "Day", "Title", "Number" FROM search_entries WHERE "Number" IN (SELECT rowid FROM search_words WHERE search_words MATCH {0})""",
                $"words : ({string.Join(" OR ", searched.Select(phrases => $"({string.Join(" AND ", phrases.Select(phrase => phrase.ForSqlite))})"))})");
        if (Within(named, SearchKinds.Record) is not { } visibleOnes)
            return [];
        return await visibleOnes.Below(db.Organisations, path).Where(entry => entry.Day >= first && entry.Day <= last)
            .OrderByDescending(entry => entry.Day).ThenByDescending(entry => entry.SourceId).Take(most).ToListAsync(cancel);
    }

    private IQueryable<SearchEntry> Matching(IReadOnlyList<SearchPhrase> phrases)
    {
        var own = visible.Actor.OrganisationId;
        if (db is PostgresDb)
        {
            var words = string.Join(" & ", phrases.Select(phrase => phrase.ForPostgres));
            object[] each = [words, own, .. phrases.Select(phrase => phrase.ForPostgres)];
            var persons = string.Join(" AND ", phrases.Select((_, at) => $"(\"Words\" @@ to_tsquery('simple', {{{at + 2}}}) OR \"Persons\" @@ to_tsquery('simple', {{{at + 2}}}))"));
            // Only numbers of parameters are put into the statement.
            var sql = $$"""
                SELECT "Region", "SourceId", "Kind", "OrganisationId", "Day", "Title", "Number" FROM search_entries
                WHERE "Words" @@ to_tsquery('simple', {0}) OR ("OrganisationId" = {1} AND {{persons}})
                """;
            return db.SearchEntries.FromSqlRaw(sql, each);
        }
        var all = string.Join(" AND ", phrases.Select(phrase => phrase.ForSqlite));
        return db.SearchEntries.FromSqlRaw(
            """
            SELECT "Region", "SourceId", "Kind", "OrganisationId", "Day", "Title", "Number" FROM search_entries
            WHERE "Number" IN (SELECT rowid FROM search_words WHERE search_words MATCH {0})
               OR ("OrganisationId" = {1} AND "Number" IN (SELECT rowid FROM search_words WHERE search_words MATCH {2}))
            """,
            $"words : ({all})",
            own,
            all);
    }

    /// <summary>Those of the kinds that she may see, within her reach; null where she may see none.</summary>
    private IQueryable<SearchEntry>? Within(IQueryable<SearchEntry> found, string? kind)
    {
        var actor = visible.Actor;
        var parts = SearchKinds.All.Where(one => kind is null || one.Kind == kind)
            .GroupBy(one => actor.Reach(one.Right), one => one.Kind).Where(reach => reach.Key is not null)
            .Select(reach => Within(found, reach.Key!.Value, [.. reach])).ToList();
        return parts.Count == 0 ? null : parts.Aggregate((all, part) => all.Concat(part)).AsNoTracking();
    }

    private IQueryable<SearchEntry> Within(IQueryable<SearchEntry> found, RoleScope scope, List<string> kinds)
    {
        var (own, path) = (visible.Actor.OrganisationId, visible.Actor.Path);
        var within = db.Organisations.Within(path);
        var some = found.Where(entry => kinds.Contains(entry.Kind));
        return scope == RoleScope.Own ? some.Where(entry => entry.OrganisationId == own)
            : path == "/" ? some
            : some.Where(entry => within.Any(body => body.Id == entry.OrganisationId));
    }
}
