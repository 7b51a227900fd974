using System.Text;
using Jinguo.Core.Base.Data;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Base.Search;

/// <summary>A thing with its words.</summary>
/// <param name="Region">Region of the body.</param>
/// <param name="Id">Key of the thing.</param>
/// <param name="Kind">One of <see cref="SearchKinds"/>.</param>
/// <param name="OrganisationId">The body whose it is.</param>
/// <param name="Day">Its day.</param>
/// <param name="Title">How it is called.</param>
/// <param name="Text">Words by which everybody who may see it finds it.</param>
/// <param name="Persons">Words by which only the body itself finds it.</param>
public sealed record SearchText(int Region, Guid Id, string Kind, int OrganisationId, DateOnly Day, string Title, string Text, string Persons = "");

/// <summary>Writes what can be found, in the transaction of the act: a thing is found as soon as it is saved.</summary>
public sealed class SearchIndex(Db db)
{
    private const int RowsPerStatement = 100;
    private const int LongestTitle = 200;

    /// <summary>Writes things, or writes them anew.</summary>
    public async Task PutAsync(IReadOnlyCollection<SearchText> things, CancellationToken cancel = default)
    {
        foreach (var chunk in things.Chunk(RowsPerStatement))
        {
            if (db is PostgresDb)
            {
                await InsertAsync(
                    """INSERT INTO search_entries ("Region", "SourceId", "Kind", "OrganisationId", "Day", "Title", "Number", "Words", "Persons") VALUES""",
                    "({0}, {1}, {2}, {3}, {4}, {5}, {6}, to_tsvector('simple', {7}), to_tsvector('simple', {8}))",
                    """ON CONFLICT ("Region", "SourceId") DO UPDATE SET "Day" = excluded."Day", "Title" = excluded."Title", "Words" = excluded."Words", "Persons" = excluded."Persons" """,
                    chunk.Select(one => (object[])[.. Columns(one), .. Words(one)]),
                    cancel);
                continue;
            }
            await InsertAsync(
                """INSERT INTO search_entries ("Region", "SourceId", "Kind", "OrganisationId", "Day", "Title", "Number") VALUES""",
                "({0}, {1}, {2}, {3}, {4}, {5}, {6})",
                """ON CONFLICT ("Region", "SourceId") DO UPDATE SET "Day" = excluded."Day", "Title" = excluded."Title" """,
                chunk.Select(Columns),
                cancel);
            await InsertAsync("INSERT OR REPLACE INTO search_words (rowid, words, persons) VALUES", "({0}, {1}, {2})", "", chunk.Select(one => (object[])[SearchEntry.NumberOf(one.Id), .. Words(one)]), cancel);
        }
    }

    /// <summary>Takes things out: they are found no longer.</summary>
    public async Task RemoveAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancel = default)
    {
        var numbers = ids.Select(SearchEntry.NumberOf).ToList();
        if (numbers.Count == 0)
            return;
        if (db is SqliteDb)
            foreach (var number in numbers)
                await db.Database.ExecuteSqlAsync($"DELETE FROM search_words WHERE rowid = {number}", cancel);
        await db.SearchEntries.Where(entry => numbers.Contains(entry.Number)).ExecuteDeleteAsync(cancel);
    }

    private static object[] Columns(SearchText one) => [one.Region, one.Id, one.Kind, one.OrganisationId, one.Day, one.Title.Length > LongestTitle ? one.Title[..LongestTitle] : one.Title, SearchEntry.NumberOf(one.Id)];

    private static object[] Words(SearchText one) => [SearchWords.Index(one.Text), SearchWords.Index(one.Persons)];

    private async Task InsertAsync(string insert, string row, string end, IEnumerable<object[]> rows, CancellationToken cancel)
    {
        var (sql, parameters) = (new StringBuilder(insert), new List<object>());
        foreach (var values in rows)
        {
            var placed = values.Select((_, at) => $"{{{parameters.Count + at}}}").ToArray<object>();
            sql.Append(parameters.Count == 0 ? " " : ", ").AppendFormat(System.Globalization.CultureInfo.InvariantCulture, CompositeFormat.Parse(row), placed);
            parameters.AddRange(values);
        }
        await db.Database.ExecuteSqlRawAsync(sql.Append(' ').Append(end).ToString(), parameters, cancel);
    }
}
