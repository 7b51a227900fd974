using Jinguo.Benchmarks.Product;
using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Facts;
using Jinguo.Core.Figures.Reading;
using Jinguo.Core.Records.Ledgers;
using Jinguo.Testing;
using Jinguo.Testing.Time;

namespace Jinguo.Benchmarks.Figures;

/// <summary>The books of a city, filled with invented facts through the product's own bulk posting; the same facts each time.</summary>
internal sealed class Books
{
    private const int ColumnsWanted = 100;
    private const int FactsPerRecord = 4;
    private const int RecordsPerTransaction = 2_000;
    private const int Seed = 20261120;
    private static readonly DateOnly First = new(2024, 1, 1);

    private readonly BenchDatabase database;
    private readonly MeasureCatalogCache measures = new();
    private readonly TestClock clock = new();
    private readonly Random dice = new(Seed);

    private Books(BenchDatabase database) => this.database = database;

    public City City { get; private set; } = null!;

    /// <summary>The columns of the table: totals of flows and stocks, then options of their breakdowns.</summary>
    public IReadOnlyList<FigureKey> Columns { get; private set; } = [];

    public MeasureCatalog Catalog { get; private set; } = null!;

    public DateOnly Today => clock.Today();

    public static async Task<Books> OpenAsync(BenchDatabase database)
    {
        var books = new Books(database);
        await using var db = database.Open();
        var problems = await new PackLoader(db, books.clock, books.measures, new(Jinguo.Testing.Data.Keys.Fields, books.clock)).LoadFolderAsync(RepositoryFolder.At("packs"));
        if (problems.Count > 0)
            throw new InvalidOperationException(string.Join('\n', problems));
        books.City = await City.AddAsync(db);
        books.Catalog = await books.measures.GetAsync(db);
        var summed = (await books.Book(db).ListHeadingsAsync(withOptions: true))
            .Where(heading => books.Catalog.Get(heading.Key.Measure).Kind is MeasureKind.Flow or MeasureKind.Stock)
            .Select(heading => heading.Key).ToList();
        books.Columns = [.. summed.Where(key => key.Option is null).Concat(summed.Where(key => key.Option is not null)).Take(ColumnsWanted)];
        return books;
    }

    public FigureBook Book(Db db) => new(db, new Visible(db, Actor.CommandLine), measures, clock);

    /// <summary>Posts about so many facts of the columns, spread over villages and days from 2024 to today.</summary>
    public async Task PostAsync(int facts)
    {
        var columns = Columns.Select(key => Catalog.Get(key.Measure)).Distinct().ToList();
        for (var left = facts / FactsPerRecord; left > 0; left -= RecordsPerTransaction)
        {
            await using var db = database.Open();
            await using var write = await db.BeginWriteAsync();
            var postings = Enumerable.Range(0, Math.Min(left, RecordsPerTransaction)).Select(_ => Invent(columns)).ToList();
            await new FactBook(db, clock, measures).PostAsync(postings, Actor.CommandLine);
            await write.CommitAsync();
        }
    }

    public async Task<VerificationResult> VerifyAsync()
    {
        await using var db = database.Open();
        return await new FactVerification(db).RunAsync();
    }

    private Posting Invent(List<Measure> columns)
    {
        var body = City.Villages[dice.Next(City.Villages.Count)];
        var day = First.AddDays(dice.Next(Today.DayNumber - First.DayNumber + 1));
        var drafts = Enumerable.Range(0, FactsPerRecord).Select(_ => Draft(columns[dice.Next(columns.Count)], day)).ToList();
        return new(new(RecordRef.Ledger, Guid.CreateVersion7()), body.Id, drafts, IsNew: true);
    }

    private FactDraft Draft(Measure measure, DateOnly day)
    {
        var option = measure.Options.Count == 0 ? null : measure.Options[dice.Next(measure.Options.Count)].Code;
        return new(measure.Code, option, day, measure.Kind == MeasureKind.Stock ? 1 : dice.Next(1, 500), dice.Next(8) == 0 ? "余" : "");
    }
}
