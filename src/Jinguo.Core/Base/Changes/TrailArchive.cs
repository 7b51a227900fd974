using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Time;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Base.Changes;

/// <summary>How much was archived.</summary>
/// <param name="Entries">Entries.</param>
/// <param name="Bodies">Chains they come from.</param>
/// <param name="Hash">The hash at the end of the file.</param>
public sealed record Archived(long Entries, int Bodies, string Hash);

/// <summary>
/// Writes the older beginnings of the chains to a file that can be verified by itself, and takes them away; the heads remember
/// where their chains go on, and the act of archiving, an entry itself, vouches for that.
/// </summary>
public sealed class TrailArchive(Db db, ChangeLog changes, TimeProvider time)
{
    /// <summary>The act.</summary>
    public const string Act = "trail.archived";

    /// <summary>The field of the act with the hash over where the archived chains go on.</summary>
    public const string HeadsField = "heads";

    /// <summary>Months that logs are kept at least [SEC-01].</summary>
    public const int LeastMonths = 6;

    private const string Kind = "jinguo.archive.1";
    private const int RowsAtOnce = 2000;

    /// <summary>Archives what is older than a day.</summary>
    /// <param name="before">Entries before this day (in China) go.</param>
    /// <param name="months">Months that entries stay, <see cref="LeastMonths"/> or more.</param>
    /// <param name="output">The file; flushed to the disk before anything is removed.</param>
    /// <param name="actor">Who archives.</param>
    /// <param name="cancel">Cancels; nothing is removed then.</param>
    public async Task<Outcome<Archived>> RunAsync(DateOnly before, int months, FileStream output, Actor actor, CancellationToken cancel = default)
    {
        if (before > time.Today().AddMonths(-Math.Max(months, LeastMonths)))
            return new Problem("archive.young", $"操作记录至少保留{Math.Max(months, LeastMonths)}个月，只能归档{time.Today().AddMonths(-Math.Max(months, LeastMonths)):yyyy年M月d日}及以前的。", "before");
        var border = China.Start(before);

        await using var write = await db.BeginWriteAsync(cancel);
        if (await CutsAsync(border, cancel) is not { Count: > 0 } cuts)
            return new Problem("archive.empty", $"{before:yyyy年M月d日}以前没有可以归档的记录。", "before");
        await using var lines = new HashedLines(output);
        await lines.WriteAsync(new FileHeader(Kind, time.Instant(), before), cancel);
        var entries = 0L;
        foreach (var cut in cuts)
        {
            await lines.WriteAsync(new FileChain(cut.Head.OrganisationId, cut.Head.ArchivedNumber, cut.Head.ArchivedHash), cancel);
            if (await WriteAsync(cut, lines, cancel) is { } wrong)
                return new Problem("archive.broken", $"操作记录不完整（组织{wrong.OrganisationId}第{wrong.Number}号），没有归档。请先用 ./jinguo audit verify 查明。");
            entries += cut.Last - cut.Head.ArchivedNumber;
        }
        var hash = await lines.EndAsync(cancel);
        output.Flush(flushToDisk: true);
        await RemoveAsync(cuts, cancel);
        changes.Add(actor, region: 0, organisationId: 0, Act, "trail", "archive", fields:
        [
            new("before", null, before.ToString("O", CultureInfo.InvariantCulture)), new("entries", null, entries.ToString(CultureInfo.InvariantCulture)),
            new("file", null, hash), new(HeadsField, null, await ArchivedHashAsync(cancel)),
        ]);
        await write.CommitAsync(cancel);
        return new Archived(entries, cuts.Count, hash);
    }

    /// <summary>Verifies a file by itself.</summary>
    /// <exception cref="InvalidDataException">The file is not an archive, is cut off, or was changed.</exception>
    public static async IAsyncEnumerable<TrailFinding> VerifyAsync(Func<Stream> open, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        await using (var whole = open())
            await HashedLines.CheckAsync(whole, cancel);
        await using var input = open();
        var isFirst = true;
        var (number, hash) = (0L, "");
        await foreach (var line in HashedLines.ReadAsync(input, cancel))
        {
            if (isFirst && JsonSerializer.Deserialize<FileHeader>(line) is not { Kind: Kind })
                throw new InvalidDataException("The file is not an archive.");
            if (!isFirst && line.Contains("\"Previous\"", StringComparison.Ordinal) && JsonSerializer.Deserialize<FileChain>(line) is { Previous: not null } chain)
            {
                (number, hash) = (chain.After, chain.Previous);
            }
            else if (!isFirst && JsonSerializer.Deserialize<Change>(line) is { } change)
            {
                if (change.Number != number + 1 || change.Hash != ChangeHash.Of(change, hash))
                    yield return TrailFinding.Of(TrailFault.Changed, change);
                (number, hash) = (change.Number, change.Hash);
            }
            isFirst = false;
        }
    }

    // The beginning of each chain up to the first entry that stays.
    private async Task<List<Cut>> CutsAsync(DateTime border, CancellationToken cancel)
    {
        var rows = db.Changes;
        var cuts = await (
            from head in db.ChainHeads
            let first = rows.Where(change => change.OrganisationId == head.OrganisationId && change.Number > 0 && change.At >= border).Min(change => (long?)change.Number)
            let last = first == null ? head.Number : first.Value - 1
            where last > head.ArchivedNumber
            orderby head.OrganisationId
            select new { Head = head, Last = last }).AsNoTracking().ToListAsync(cancel);
        return cuts.ConvertAll(cut => new Cut(cut.Head, cut.Last));
    }

    // Null when the chain is whole up to the cut, else the entry at which it is not.
    private async Task<TrailFinding?> WriteAsync(Cut cut, HashedLines lines, CancellationToken cancel)
    {
        var (number, hash) = (cut.Head.ArchivedNumber, cut.Head.ArchivedHash);
        while (number < cut.Last)
        {
            var page = await db.Changes.AsNoTracking()
                .Where(change => change.OrganisationId == cut.Head.OrganisationId && change.Number > 0 && change.Number > number && change.Number <= cut.Last)
                .OrderBy(change => change.Number).Take(RowsAtOnce).ToListAsync(cancel);
            foreach (var change in page)
            {
                if (change.Number != number + 1 || change.Hash != ChangeHash.Of(change, hash))
                    return TrailFinding.Of(TrailFault.Changed, change);
                await lines.WriteAsync(change, cancel);
                (number, hash) = (change.Number, change.Hash);
            }
            if (page.Count == 0)
                return new(TrailFault.Removed, cut.Head.OrganisationId, number + 1, cut.Last);
        }
        cut.Hash = hash;
        return null;
    }

    private async Task RemoveAsync(List<Cut> cuts, CancellationToken cancel)
    {
        foreach (var cut in cuts)
        {
            var body = cut.Head.OrganisationId;
            await db.ChainHeads.Where(head => head.OrganisationId == body).ExecuteUpdateAsync(
                set => set.SetProperty(head => head.ArchivedNumber, cut.Last).SetProperty(head => head.ArchivedHash, cut.Hash), cancel);
            await db.Changes.Where(change => change.OrganisationId == body && change.Number > 0 && change.Number <= cut.Last).ExecuteDeleteAsync(cancel);
        }
    }

    private async Task<string> ArchivedHashAsync(CancellationToken cancel)
    {
        var heads = await db.ChainHeads.AsNoTracking().Where(head => head.ArchivedNumber > 0).OrderBy(head => head.OrganisationId)
            .Select(head => new { head.OrganisationId, head.ArchivedNumber, head.ArchivedHash }).ToListAsync(cancel);
        return ChangeHash.OfArchived(heads.Select(head => (head.OrganisationId, head.ArchivedNumber, head.ArchivedHash)));
    }

    private sealed class Cut(ChainHead head, long last)
    {
        public ChainHead Head => head;

        public long Last => last;

        public string Hash { get; set; } = "";
    }

    private sealed record FileHeader(string Kind, DateTime At, DateOnly Before);

    private sealed record FileChain(int Body, long After, string Previous);
}
