using System.Collections.Concurrent;
using System.Collections.Frozen;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Forms;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Ledgers;

/// <summary>A record type as it is filled in today.</summary>
/// <param name="Type">The form.</param>
/// <param name="Pack">Code of its pack.</param>
/// <param name="Version">Stored version of the pack, kept with every record written.</param>
public sealed record LedgerType(RecordType Type, string Pack, int Version)
{
    /// <summary>The field whose number stands beside a record in lists: the first number of 记一笔, or null.</summary>
    public Field? MainNumber { get; } = Type.Entry.Select(Type.FindField)
        .FirstOrDefault(field => field?.Type is FieldType.Number or FieldType.Money);
}

/// <summary>All record types of the packs loaded, and earlier versions of them for records written then.</summary>
public sealed class RecordTypeCatalog
{
    private readonly FrozenDictionary<string, LedgerType> current;
    private readonly FrozenDictionary<string, PackVersion> latest;
    private readonly FrozenDictionary<(string Pack, int Version), PackVersion> stored;
    private readonly ConcurrentDictionary<(string Pack, int Version), PackSet> earlier = new();

    internal RecordTypeCatalog(IReadOnlyList<PackVersion> versions, SealedFields seal)
    {
        Seal = seal;
        stored = versions.ToFrozenDictionary(version => (version.Code, version.Version));
        latest = versions.GroupBy(version => version.Code, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.MaxBy(version => version.Version)!, StringComparer.Ordinal);
        var set = Read(latest.Values);
        All = [.. set.Packs.SelectMany(pack => pack.RecordTypes.Select(type => new LedgerType(type, pack.Code, latest[pack.Code].Version)))];
        current = All.ToFrozenDictionary(type => type.Type.Code, StringComparer.Ordinal);
    }

    /// <summary>Seals and opens what is sealed in records.</summary>
    internal SealedFields Seal { get; }

    /// <summary>Every record type, pack by pack.</summary>
    public IReadOnlyList<LedgerType> All { get; }

    /// <summary>The record type with this code, or null.</summary>
    public LedgerType? Find(string code) => current.GetValueOrDefault(code);

    /// <summary>The record type with this code.</summary>
    /// <exception cref="KeyNotFoundException">No pack declares it.</exception>
    public LedgerType Get(string code) => Find(code) ?? throw new KeyNotFoundException($"No pack declares the record type “{code}”.");

    /// <summary>The form as it was in a stored version; the present one where that version no longer has it.</summary>
    public RecordType Get(string code, int version)
    {
        var now = Get(code);
        if (now.Version == version || !stored.TryGetValue((now.Pack, version), out var then))
            return now.Type;
        // It is read together with the others of today, because packs post to each other's measures.
        var set = earlier.GetOrAdd((now.Pack, version), _ => Read(latest.Values.Where(pack => pack.Code != now.Pack).Append(then)));
        return set.FindType(code) ?? now.Type;
    }

    /// <summary>What a record holds, read with the form it was written with, in plain.</summary>
    public RecordValues Values(Record record)
    {
        var type = Get(record.TypeCode, record.TypeVersion);
        return Seal.Open(type, RecordJson.Read(type, record.Values).Values, record.Id);
    }

    private static PackSet Read(IEnumerable<PackVersion> packs) => PackReader.Read(
        [.. packs.OrderBy(pack => pack.Code, StringComparer.Ordinal).Select(pack => new PackFile($"{pack.Code}.json", pack.Json))]).Packs;
}

/// <summary>Keeps the catalog for the whole process: record types change only when packs are loaded.</summary>
public sealed class RecordTypeCatalogCache(SealedFields seal)
{
    private volatile RecordTypeCatalog? catalog;

    /// <summary>The catalog, read on first use.</summary>
    public async ValueTask<RecordTypeCatalog> GetAsync(Db db, CancellationToken cancel = default) =>
        catalog ??= new(await db.PackVersions.AsNoTracking().ToListAsync(cancel), seal);

    /// <summary>Forgets it; the next reader reads again.</summary>
    public void Reset() => catalog = null;
}
