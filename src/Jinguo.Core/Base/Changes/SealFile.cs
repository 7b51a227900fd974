using System.Runtime.CompilerServices;
using System.Text.Json;
using Jinguo.Core.Base.Data;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Base.Changes;

/// <summary>
/// A seal kept outside: a file of JSON lines with the last seal and the head of every chain, and a hash over it all at the end.
/// Whoever has it can prove that an entry until then was changed or taken away, even if everything inside was made to fit.
/// </summary>
public sealed class SealFile(Db db, SealService seals)
{
    private const string Kind = "jinguo.seal.1";

    /// <summary>Seals what is new and writes the file.</summary>
    /// <returns>The seal, or null when the trail is empty.</returns>
    public async Task<Seal?> WriteAsync(Stream output, CancellationToken cancel = default)
    {
        if (await seals.SealAsync(cancel) is not { } seal)
            return null;
        await using var lines = new HashedLines(output);
        await lines.WriteAsync(new FileHeader(Kind, seal.Number, seal.At, seal.Hash), cancel);
        await foreach (var head in db.ChainHeads.AsNoTracking().OrderBy(head => head.OrganisationId).AsAsyncEnumerable().WithCancellation(cancel))
            await lines.WriteAsync(new FileHead(head.OrganisationId, head.Number, head.Hash), cancel);
        await lines.EndAsync(cancel);
        return seal;
    }

    /// <summary>Compares the trail with the file.</summary>
    /// <exception cref="InvalidDataException">The file is not a seal, is cut off, or was changed.</exception>
    public async IAsyncEnumerable<TrailFinding> CompareAsync(Func<Stream> open, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        // The file itself first: a changed one proves nothing.
        await using (var whole = open())
            await HashedLines.CheckAsync(whole, cancel);
        await using var input = open();
        FileHeader? header = null;
        await foreach (var line in HashedLines.ReadAsync(input, cancel))
        {
            if (header is null)
            {
                header = JsonSerializer.Deserialize<FileHeader>(line) is { Kind: Kind } first ? first : throw new InvalidDataException("The file is not a seal.");
                var seal = await db.Seals.AsNoTracking().SingleOrDefaultAsync(one => one.Number == header.Seal, cancel);
                if (seal?.Hash != header.Hash)
                    yield return new(seal is null ? TrailFault.CutOff : TrailFault.Seal, 0, header.Seal, header.Seal, header.At);
            }
            else if (await CompareAsync(JsonSerializer.Deserialize<FileHead>(line)!, cancel) is { } finding)
            {
                yield return finding;
            }
        }
    }

    private async Task<TrailFinding?> CompareAsync(FileHead known, CancellationToken cancel)
    {
        var head = await db.ChainHeads.AsNoTracking().SingleOrDefaultAsync(one => one.OrganisationId == known.Body, cancel);
        if (head is not null && head.ArchivedNumber >= known.Number)
            return head.ArchivedNumber == known.Number && head.ArchivedHash != known.Hash ? new(TrailFault.NotAsSealed, known.Body, known.Number, known.Number) : null;
        var entry = await db.Changes.AsNoTracking().SingleOrDefaultAsync(change => change.OrganisationId == known.Body && change.Number > 0 && change.Number == known.Number, cancel);
        if (entry is not null)
            return entry.Hash == known.Hash ? null : TrailFinding.Of(TrailFault.NotAsSealed, entry);
        var last = await db.Changes.Where(change => change.OrganisationId == known.Body && change.Number > 0 && change.Number < known.Number).MaxAsync(change => (long?)change.Number, cancel);
        return new(TrailFault.CutOff, known.Body, (last ?? head?.ArchivedNumber ?? 0) + 1, known.Number);
    }

    private sealed record FileHeader(string Kind, long Seal, DateTime At, string Hash);

    private sealed record FileHead(int Body, long Number, string Hash);
}
