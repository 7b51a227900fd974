using Jinguo.Benchmarks.Product;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Facts;
using Jinguo.Core.Figures.Reading;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Benchmarks.Figures;

/// <summary>
/// The same table without stored sums: one GROUP BY over the facts and the tree by path range. It gives values only, no
/// words of approximation, numbers of facts or dates of posting, and so does less than what it is compared with.
/// </summary>
internal sealed class LiveTable(BenchDatabase database, Books books)
{
    /// <summary>Cells by body (0 for the city itself), measure and option: this period and the same of the year before.</summary>
    public async Task<Dictionary<(int Body, int Measure, int Option), (long Now, long Before)>> ReadAsync(Period period)
    {
        await using var db = database.Open();
        var (path, end) = (books.City.Top.Path, OrganisationPath.End(books.City.Top.Path));
        var measures = string.Join(", ", books.Columns.Select(key => books.Catalog.Get(key.Measure).Id).Distinct());
#pragma warning disable EF1002 // Numbers and names of this assembly.
        var rows = await db.Database.SqlQueryRaw<Row>(
            $$"""
            SELECT below."Id" AS "Body", facts."MeasureId" AS "Measure", facts."Option" AS "Option",
                CAST(SUM(CASE WHEN facts."Day" <= {1} AND (facts."Day" >= {0} OR measures."Kind" = {{(int)MeasureKind.Stock}}) THEN facts."Value" ELSE 0 END) AS bigint) AS "Now",
                CAST(SUM(CASE WHEN facts."Day" <= {3} AND (facts."Day" >= {2} OR measures."Kind" = {{(int)MeasureKind.Stock}}) THEN facts."Value" ELSE 0 END) AS bigint) AS "Before"
            FROM facts
            JOIN measures ON measures."Id" = facts."MeasureId"
            JOIN organisations AS below ON below."ParentId" = {{books.City.Top.Id}} AND below."Id" = {{Step(db, path)}}
            WHERE facts."MeasureId" IN ({{measures}}) AND facts."Path" >= {4} AND facts."Path" < {5} AND facts."Day" <= {1}
            GROUP BY 1, 2, 3
            """,
            period.First, period.Last, period.YearBefore.First, period.YearBefore.Last, path, end).ToListAsync();
#pragma warning restore EF1002
        return Fold(rows);
    }

    /// <summary>True when it says the same as the product's table in every cell.</summary>
    public bool Agrees(FigureTable table, Dictionary<(int Body, int Measure, int Option), (long Now, long Before)> cells) =>
        table.Rows.Where(row => row.Kind != FigureRowKind.Own).All(row => books.Columns.Index().All(column =>
        {
            var measure = books.Catalog.Get(column.Item.Measure);
            var option = measure.Options.Find(one => one.Code == column.Item.Option)?.Number ?? 0;
            var cell = cells.GetValueOrDefault((row.Kind == FigureRowKind.Total ? 0 : row.Body.Id, measure.Id, option));
            return row[column.Index].Value == InUnit(cell.Now, measure) && row[column.Index, 1].Value == InUnit(cell.Before, measure);
        }));

    // The step of a path after the city's own: /1/203/1807/ gives 203.
    private static string Step(Db db, string path)
    {
        var rest = $"substr(facts.\"Path\", {path.Length + 1})";
        return db is SqliteDb
            ? $"CAST({rest} AS integer)"
            : $"CAST(split_part({rest}, '/', 1) AS integer)";
    }

    private static decimal InUnit(long value, Measure measure) => value / (decimal)Math.Pow(10, measure.Decimals);

    // Each option counts in its measure's total, each body in the city's.
    private static Dictionary<(int Body, int Measure, int Option), (long Now, long Before)> Fold(List<Row> rows)
    {
        var cells = new Dictionary<(int, int, int), (long Now, long Before)>();
        foreach (var row in rows)
            foreach (var body in (int[])[0, row.Body])
                foreach (var option in row.Option == 0 ? (int[])[0] : [0, row.Option])
                {
                    var cell = cells.GetValueOrDefault((body, row.Measure, option));
                    cells[(body, row.Measure, option)] = (cell.Now + row.Now, cell.Before + row.Before);
                }
        return cells;
    }

    private sealed class Row
    {
        public int Body { get; init; }
        public int Measure { get; init; }
        public int Option { get; init; }
        public long Now { get; init; }
        public long Before { get; init; }
    }
}
