using System.Collections.Concurrent;
using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Facts;
using Jinguo.Testing.Data;

namespace Jinguo.Benchmarks.Nation;

/// <summary>Single posts as acts make them, taken back at the end so that a set keeps its figures.</summary>
internal sealed class NationSaves(string database, NationQuestions questions)
{
    private readonly ConcurrentBag<(Guid Record, int Body)> saved = [];

    public async Task SaveAndReadAsync(int village, CancellationToken cancel)
    {
        await using var db = TestDatabase.Open(database);
        await SaveAsync(db, village, cancel);
        await questions.Book(db).ReadOneAsync(questions.Nation.Id, new(questions.Most.Code), Period.Year(NationSet.Today.Year), cancel: cancel);
    }

    /// <summary>One record with one fact of the most used measure, and all sums above it.</summary>
    public async Task SaveAsync(Db db, int body, CancellationToken cancel)
    {
        var record = Guid.CreateVersion7();
        await PostAsync(db, record, body, [new(questions.Most.Code, null, NationSet.Today, 7)], isNew: true, cancel);
        saved.Add((record, body));
    }

    public async Task TakeBackAsync(CancellationToken cancel)
    {
        while (saved.TryTake(out var one))
        {
            await using var db = TestDatabase.Open(database);
            await PostAsync(db, one.Record, one.Body, [], isNew: false, cancel);
        }
    }

    private async Task PostAsync(Db db, Guid record, int body, IReadOnlyList<FactDraft> facts, bool isNew, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        await questions.Posting(db).PostAsync(new Posting(new(RecordRef.Ledger, record), body, facts, isNew), Actor.CommandLine, cancel);
        await write.CommitAsync(cancel);
    }
}
