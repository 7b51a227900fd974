using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Forms;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Ledgers;

/// <summary>A record type as it is filled in: today, or when a record was written.</summary>
/// <param name="Type">The form, with what is asked besides.</param>
/// <param name="Pack">Code of its pack.</param>
/// <param name="Version">Stored version of the pack, kept with every record written.</param>
public sealed record LedgerType(RecordType Type, string Pack, int Version)
{
    /// <summary>The body whose form it is; 0 where shipped.</summary>
    public int OrganisationId { get; init; }

    /// <summary>Whether new records are written under it today, by the body and those below.</summary>
    public bool IsInForce { get; init; } = true;

    /// <summary>The packs that ask something besides, with versions (<see cref="Record.Additions"/>); null for none.</summary>
    public string? Additions { get; init; }

    /// <summary>The field whose number stands beside a record in lists: the first number of 记一笔, or null.</summary>
    public Field? MainNumber { get; } = Type.Entry.Select(Type.FindField)
        .FirstOrDefault(field => field?.Type is FieldType.Number or FieldType.Money);
}

/// <summary>
/// All record types as they stand on one day, of the packs shipped and of those that bodies have published, and earlier
/// versions of them for records written then.
/// </summary>
public sealed class RecordTypeCatalog
{
    private readonly FrozenDictionary<string, LedgerType> current;
    private readonly FrozenDictionary<(string Pack, int Version), PackVersion> stored;
    private readonly ILookup<string, Asked> additions;
    private readonly IReadOnlyList<(int OrganisationId, Bundle Bundle)> bundles;
    private readonly ConcurrentDictionary<(string Pack, int Version), Pack?> earlier = new();
    private readonly ConcurrentDictionary<(string Type, int Version, string? Additions), LedgerType> composed = new();

    internal RecordTypeCatalog(IReadOnlyList<PackVersion> versions, SealedFields seal, DateOnly day)
    {
        (Seal, Day) = (seal, day);
        stored = versions.ToFrozenDictionary(version => (version.Code, version.Version));
        var now = versions.GroupBy(version => version.Code, StringComparer.Ordinal).ToFrozenDictionary(group => group.Key, group => At(group, day), StringComparer.Ordinal);
        // Those shipped come first: where a later release takes a code that a body has used, the body's form gives way.
        Packs = PackReader.Read([.. now.Values.OrderBy(pack => pack.OrganisationId != 0).ThenBy(pack => pack.Code, StringComparer.Ordinal).Select(File)]).Packs;
        All = [.. Packs.Packs.SelectMany(pack => pack.RecordTypes.Where(type => ReferenceEquals(Packs.FindType(type.Code), type)).Select(type => Ledger(type, now[pack.Code], day)))];
        current = All.ToFrozenDictionary(type => type.Type.Code, StringComparer.Ordinal);
        additions = Packs.Packs.Where(pack => now[pack.Code].IsInForce(day))
            .SelectMany(pack => pack.Additions.Select(addition => new Asked(now[pack.Code], addition)))
            .ToLookup(asked => asked.Addition.To, StringComparer.Ordinal);
        bundles = [.. Packs.Packs.Where(pack => now[pack.Code].IsInForce(day)).SelectMany(pack => pack.Bundles.Select(bundle => (now[pack.Code].OrganisationId, bundle)))];
    }

    /// <summary>The packs: of each the version in force on the day, else the last one.</summary>
    public PackSet Packs { get; }

    /// <summary>Every record type, pack by pack: also those of other bodies, and those whose time is over.</summary>
    public IReadOnlyList<LedgerType> All { get; }

    /// <summary>The day it stands for.</summary>
    internal DateOnly Day { get; }

    /// <summary>Seals and opens what is sealed in records.</summary>
    internal SealedFields Seal { get; }

    /// <summary>What the body at a path may write down: shipped, its own and of the bodies above it, in force today. The command line sees all.</summary>
    public IReadOnlyList<LedgerType> Offered(string path) => [.. All.Select(type => path == "/" && type.IsInForce ? type : Find(type.Type.Code, path)).OfType<LedgerType>()];

    /// <summary>The record type with this code, whosever it is and without what is asked besides; or null.</summary>
    public LedgerType? Find(string code) => current.GetValueOrDefault(code);

    /// <summary>The record type as the body at a path fills it in today; null where it is not offered to it.</summary>
    public LedgerType? Find(string code, string path)
    {
        if (Find(code) is not { IsInForce: true } type)
            return null;
        var line = OrganisationPath.Ids(path);
        if (type.OrganisationId != 0 && !line.Contains(type.OrganisationId))
            return null;
        var asked = additions[code].Where(one => line.Contains(one.Pack.OrganisationId)).OrderBy(one => Array.IndexOf(line, one.Pack.OrganisationId)).ThenBy(one => one.Pack.Code, StringComparer.Ordinal).ToList();
        return asked.Count == 0 ? type : composed.GetOrAdd((code, type.Version, Marks(asked)), _ => Compose(type, asked.Select(one => one.Addition), Marks(asked)));
    }

    /// <summary>The sets of ledgers that the body at a path may keep as one book: shipped, its own and of the bodies above it.</summary>
    public IReadOnlyList<Bundle> Bundles(string path)
    {
        var line = OrganisationPath.Ids(path);
        return [.. bundles.Where(one => one.OrganisationId == 0 || line.Contains(one.OrganisationId)).Select(one => one.Bundle)];
    }

    /// <summary>A set of ledgers that the body at a path may print: as it is in force today, or in an earlier version of its own or of a body above; else null.</summary>
    /// <param name="code">Its code.</param>
    /// <param name="path">The body's path.</param>
    /// <param name="version">Its version; null for the one in force.</param>
    public Bundle? FindBundle(string code, string path, int? version = null)
    {
        if (Bundles(path).FirstOrDefault(one => one.Code == code) is { } now && (version is null || now.Version == version))
            return now;
        // One that was made here has the version of its pack.
        return version is { } wanted && Packs.Packs.FirstOrDefault(pack => pack.Bundles.Any(one => one.Code == code)) is { } pack
            && stored.TryGetValue((pack.Code, wanted), out var then) && OrganisationPath.Ids(path).Contains(then.OrganisationId)
            ? Earlier(pack.Code, wanted)?.Bundles.FirstOrDefault(one => one.Code == code)
            : null;
    }

    /// <summary>What the body at a path is asked besides, in force today.</summary>
    public IReadOnlyList<(Pack Pack, TypeAddition Addition)> Added(string path)
    {
        var line = OrganisationPath.Ids(path);
        return [.. additions.SelectMany(asked => asked).Where(asked => line.Contains(asked.Pack.OrganisationId)).Select(asked => (Packs.Packs.First(pack => pack.Code == asked.Pack.Code), asked.Addition))];
    }

    /// <summary>The record type with this code.</summary>
    /// <exception cref="KeyNotFoundException">No pack declares it.</exception>
    public LedgerType Get(string code) => Find(code) ?? throw new KeyNotFoundException($"No pack declares the record type “{code}”.");

    /// <summary>The form as it was in a stored version; the present one where that version no longer has it.</summary>
    public RecordType Get(string code, int version)
    {
        var now = Get(code);
        if (now.Version == version || Earlier(now.Pack, version)?.RecordTypes.FirstOrDefault(type => type.Code == code) is not { } then)
            return now.Type;
        // What a measure is today holds for what was written before, too: one that became sensitive is.
        return then with { Posts = [.. then.Posts.Select(post => post with { Measure = Packs.FindMeasure(post.Measure.Code) ?? post.Measure })] };
    }

    /// <summary>The form under which a record was written: it is shown, corrected and printed under it.</summary>
    public LedgerType Form(Record record)
    {
        var now = Get(record.TypeCode);
        if (now.Version == record.TypeVersion && record.Additions is null)
            return now;
        return composed.GetOrAdd((record.TypeCode, record.TypeVersion, record.Additions), key =>
            Compose(now with { Type = Get(key.Type, key.Version), Version = key.Version }, AdditionsOf(key.Additions, key.Type), key.Additions));
    }

    /// <summary>What a record holds, read with the form it was written with, in plain.</summary>
    public RecordValues Values(Record record)
    {
        var type = Form(record).Type;
        return Seal.Open(type, RecordJson.Read(type, record.Values).Values, record.Id);
    }

    // MainNumber is reckoned from the type when the record is made, so that `with` would keep the old one.
    private static LedgerType Compose(LedgerType type, IEnumerable<TypeAddition> asked, string? marks) =>
        new(asked.Aggregate(type.Type, (whole, addition) => whole.With(addition)), type.Pack, type.Version) { OrganisationId = type.OrganisationId, IsInForce = type.IsInForce, Additions = marks };

    private static string Marks(IEnumerable<Asked> asked) => string.Join(' ', asked.Select(one => $"{one.Pack.Code}:{one.Pack.Version}"));

    private IEnumerable<TypeAddition> AdditionsOf(string? marks, string type) =>
        (marks ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(mark => mark.Split(':'))
            .SelectMany(mark => Earlier(mark[0], int.Parse(mark[1], CultureInfo.InvariantCulture))?.Additions ?? [])
            .Where(addition => addition.To == type);

    // It is read together with the others of today, because packs post to each other's measures.
    private Pack? Earlier(string pack, int version) =>
        earlier.GetOrAdd((pack, version), key => stored.TryGetValue(key, out var then) ? PackReader.Read(File(then), Packs).Pack : null);

    private static PackVersion At(IEnumerable<PackVersion> versions, DateOnly day)
    {
        var byVersion = versions.OrderByDescending(version => version.Version).ToList();
        return byVersion.Find(version => version.IsInForce(day)) ?? byVersion[0];
    }

    private static LedgerType Ledger(RecordType type, PackVersion version, DateOnly day) =>
        new(type, version.Code, version.Version) { OrganisationId = version.OrganisationId, IsInForce = version.IsInForce(day) };

    private static PackFile File(PackVersion version) => new($"{version.Code}.json", version.Json);

    private sealed record Asked(PackVersion Pack, TypeAddition Addition);
}

/// <summary>
/// Keeps the catalog of the day for the whole process: record types change when packs are loaded or published, here or on
/// another node, and with the day.
/// </summary>
public sealed class RecordTypeCatalogCache(SealedFields seal, TimeProvider time)
{
    private volatile RecordTypeCatalog? catalog;
    private volatile int resets;

    /// <summary>The catalog, read on first use.</summary>
    public async ValueTask<RecordTypeCatalog> GetAsync(Db db, CancellationToken cancel = default)
    {
        var day = time.Today();
        if (catalog is { } known && known.Day == day)
            return known;
        var before = resets;
        var read = new RecordTypeCatalog(await db.PackVersions.AsNoTracking().ToListAsync(cancel), seal, day);
        // What was read while somebody published is not kept.
        if (before == resets)
            catalog = read;
        return read;
    }

    /// <summary>Forgets it; the next reader reads again.</summary>
    public void Reset()
    {
        Interlocked.Increment(ref resets);
        catalog = null;
    }
}
