using System.Collections.Frozen;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Facts;

/// <summary>All measures with their options and definitions, as read once.</summary>
public sealed class MeasureCatalog
{
    private readonly FrozenDictionary<string, Measure> byCode;
    private readonly FrozenDictionary<int, Measure> byId;

    internal MeasureCatalog(IReadOnlyList<Measure> measures)
    {
        All = measures;
        byCode = measures.ToFrozenDictionary(measure => measure.Code, StringComparer.Ordinal);
        byId = measures.ToFrozenDictionary(measure => measure.Id);
    }

    /// <summary>Every measure in the order of lists.</summary>
    public IReadOnlyList<Measure> All { get; }

    /// <summary>What is counted at the body at a path: shipped measures, its own and those of the bodies above it. The command line, as the top of the tree, sees all.</summary>
    public IEnumerable<Measure> Offered(string path)
    {
        var line = OrganisationPath.Ids(path);
        return All.Where(measure => !PublishedCounts.Are(measure) && (path == "/" || measure.OrganisationId == 0 || line.Contains(measure.OrganisationId)));
    }

    /// <summary>The measure with this code, or null.</summary>
    public Measure? Find(string code) => byCode.GetValueOrDefault(code);

    /// <summary>The measure with this code.</summary>
    /// <exception cref="KeyNotFoundException">No pack declares it.</exception>
    public Measure Get(string code) => Find(code) ?? throw new KeyNotFoundException($"No pack declares the measure “{code}”.");

    /// <summary>The measure with this key.</summary>
    public Measure Get(int id) => byId[id];
}

/// <summary>Keeps the catalog for the whole process: measures change when packs are loaded or published, here or on another node.</summary>
public sealed class MeasureCatalogCache
{
    private volatile MeasureCatalog? catalog;
    private volatile int resets;

    /// <summary>The catalog, read on first use.</summary>
    public async ValueTask<MeasureCatalog> GetAsync(Db db, CancellationToken cancel = default)
    {
        if (catalog is { } known)
            return known;
        var before = resets;
        var read = new MeasureCatalog(await db.Measures.AsNoTracking()
            .Include(measure => measure.Options.OrderBy(option => option.Number))
            .Include(measure => measure.Definitions.OrderBy(definition => definition.Version))
            .OrderBy(measure => measure.Order).ThenBy(measure => measure.Id)
            .AsSplitQuery()
            .ToListAsync(cancel));
        // What was read while packs were taken in is not kept.
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
