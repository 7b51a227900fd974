using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Forms;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Facts;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Ledgers;

/// <summary>
/// Takes packs of the product into the database: their measures, options and definitions as rows, their text as a version. Nothing is
/// ever deleted, because facts and records stand on it. Packs that have not changed cost one query.
/// </summary>
public sealed class PackLoader(Db db, TimeProvider time, MeasureCatalogCache measures, RecordTypeCatalogCache types)
{
    /// <summary>Loads all packs of a folder.</summary>
    /// <inheritdoc cref="LoadAsync(IReadOnlyList{PackFile}, CancellationToken)"/>
    /// <exception cref="IOException">The folder or a file cannot be read.</exception>
    public async Task<IReadOnlyList<PackProblem>> LoadFolderAsync(string folder, CancellationToken cancel = default)
    {
        var files = new List<PackFile>();
        foreach (var path in Directory.EnumerateFiles(folder, "*.json").Where(path => Path.GetFileName(path) != "schema.json").Order(StringComparer.Ordinal))
            files.Add(new(Path.GetFileName(path), await File.ReadAllTextAsync(path, cancel)));
        return await LoadAsync(files, cancel);
    }

    /// <summary>Loads packs together with those loaded before.</summary>
    /// <returns>What is wrong with them; then nothing was loaded.</returns>
    public async Task<IReadOnlyList<PackProblem>> LoadAsync(IReadOnlyList<PackFile> files, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var stored = (await db.PackVersions.AsNoTracking().ToListAsync(cancel))
            .GroupBy(version => version.Code, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.MaxBy(version => version.Version)!, StringComparer.Ordinal);
        // What bodies have published is left as it is: a release that takes one of their codes goes before it.
        foreach (var own in stored.Values.Where(version => version.OrganisationId != 0).ToList())
            stored.Remove(own.Code);
        var changed = files.Where(file => !stored.TryGetValue(CodeOf(file), out var old) || old.Json != file.Text).ToList();
        if (changed.Count == 0)
            return [];

        var given = files.Select(CodeOf).ToHashSet(StringComparer.Ordinal);
        var others = stored.Values.Where(version => !given.Contains(version.Code)).Select(version => new PackFile($"{version.Code}.json", version.Json));
        var reading = PackReader.Read([.. files.Concat(others).OrderBy(file => file.Name, StringComparer.Ordinal)]);
        if (reading.Problems.Count > 0)
            return reading.Problems;

        var rows = new MeasureRows(await db.Measures.Include(measure => measure.Options).Include(measure => measure.Definitions).AsSplitQuery().ToListAsync(cancel));
        foreach (var (pack, place) in reading.Packs.Packs.Select((pack, place) => (pack, place)))
            db.Measures.AddRange(rows.Take(pack, place));
        if (rows.Problems.Count > 0)
            return rows.Problems;
        foreach (var file in changed)
        {
            var version = await db.PackVersions.Where(one => one.Code == CodeOf(file)).MaxAsync(one => (int?)one.Version, cancel) + 1 ?? 1;
            db.PackVersions.Add(new() { Code = CodeOf(file), Version = version, Json = file.Text, LoadedAt = time.Instant() });
        }
        await db.SaveChangesAsync(cancel);
        await write.CommitAsync(cancel);
        measures.Reset();
        types.Reset();
        return [];
    }

    private static string CodeOf(PackFile file) => Path.GetFileNameWithoutExtension(file.Name);
}
