using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Forms;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Facts;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Figures.Tables.Definitions;

/// <summary>A definition in a list.</summary>
/// <param name="Kept">The version kept.</param>
/// <param name="Body">Name of the body whose it is; null where shipped.</param>
/// <param name="Definition">The definition.</param>
public sealed record DefinitionLine(KeptDefinition Kept, string? Body, TableDefinition Definition);

/// <summary>What 统计法 asks a table to show, given to a table that lacks it.</summary>
/// <param name="Number">表号.</param>
/// <param name="DocumentNumber">文号.</param>
/// <param name="ValidTo">有效期至.</param>
public sealed record TableMarks(string Number, string DocumentNumber, DateOnly? ValidTo);

/// <summary>The definitions that a reader may use: those shipped, those of her body and of the bodies above it.</summary>
public sealed class TableLibrary(Db db, Visible visible, MeasureCatalogCache measures, DefinitionCache definitions, ChangeLog changes, TimeProvider time)
{
    private const string Subject = "table-definition";
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The newest versions: shipped first, then those of bodies from the top down.</summary>
    public async Task<IReadOnlyList<DefinitionLine>> ListAsync(CancellationToken cancel = default)
    {
        var catalog = await measures.GetAsync(db, cancel);
        var bodies = db.Organisations;
        var rows = await Usable().Where(one => one.IsNewest)
            .Select(one => new { Kept = one, Body = bodies.Where(body => body.Id == one.OrganisationId).Select(body => new { body.Name, body.Path }).FirstOrDefault() })
            .OrderBy(row => row.Body == null ? "" : row.Body.Path).ThenBy(row => row.Kept.Number).ThenBy(row => row.Kept.Code)
            .ToListAsync(cancel);
        return [.. rows.Select(row => new DefinitionLine(row.Kept, row.Body?.Name, definitions.Get(row.Kept, catalog)))];
    }

    /// <summary>A definition by its key, or the newest by its code: the nearest body's own before a shipped one.</summary>
    public async Task<DefinitionLine?> FindAsync(string id, CancellationToken cancel = default) => Guid.TryParse(id, out var key)
        ? await Usable().SingleOrDefaultAsync(one => one.Id == key, cancel) is { } kept
            ? new(kept, null, definitions.Get(kept, await measures.GetAsync(db, cancel)))
            : null
        : (await ListAsync(cancel)).LastOrDefault(line => line.Kept.Code == id);

    /// <summary>Takes the shipped tables into the database: a changed file becomes the next version. Saves in its own transaction.</summary>
    /// <returns>What is wrong with them; then nothing was loaded.</returns>
    /// <exception cref="IOException">The folder or a file cannot be read.</exception>
    public async Task<IReadOnlyList<PackProblem>> LoadFolderAsync(string folder, CancellationToken cancel = default)
    {
        if (!Directory.Exists(folder))
            return [];
        var files = new List<PackFile>();
        foreach (var path in Directory.EnumerateFiles(folder, "*.json").Where(path => Path.GetFileName(path) != "schema.json").Order(StringComparer.Ordinal))
            files.Add(new(Path.GetFileName(path), await File.ReadAllTextAsync(path, cancel)));
        var newest = await db.TableDefinitions.AsNoTracking().Where(one => one.OrganisationId == 0 && one.IsNewest).ToDictionaryAsync(one => one.Code, cancel);
        var changed = files.FindAll(file => newest.GetValueOrDefault(Path.GetFileNameWithoutExtension(file.Name))?.Json != file.Text);
        if (changed.Count == 0)
            return [];
        var catalog = await measures.GetAsync(db, cancel);
        var read = changed.ConvertAll(file => (File: file, Reading: TableReading.Read(file, catalog)));
        if (read.Exists(one => one.Reading.Problems.Count > 0))
            return [.. read.SelectMany(one => one.Reading.Problems)];

        await using var write = await db.BeginWriteAsync(cancel);
        foreach (var (file, reading) in read)
            await KeepAsync(Actor.CommandLine, null, reading.Definition!, file.Text, cancel);
        await db.SaveChangesAsync(cancel);
        await write.CommitAsync(cancel);
        return [];
    }

    /// <summary>Takes a body's own table, or the next version of it.</summary>
    public async Task<Outcome<KeptDefinition>> PutAsync(int organisationId, string fileName, string json, Actor actor, CancellationToken cancel = default)
    {
        if (await visible.Organisations(Right.TableWrite).SingleOrDefaultAsync(one => one.Id == organisationId, cancel) is not { } body)
            return Problem.NotFound("这个组织");
        var reading = TableReading.Read(new(Path.GetFileName(fileName), json), await measures.GetAsync(db, cancel));
        if (reading.Problems.Count > 0)
            return reading.Problems.Select(problem => new Problem("table.definition", problem.ToString(), "file")).ToList();
        await using var write = await db.BeginWriteAsync(cancel);
        var kept = await KeepAsync(actor, body, reading.Definition!, json, cancel);
        await db.SaveChangesAsync(cancel);
        await write.CommitAsync(cancel);
        return kept;
    }

    /// <summary>Makes a table that she may use her body's own, issued by it, with the marks that it must show to be sent down.</summary>
    public async Task<Outcome<KeptDefinition>> AdoptAsync(string id, TableMarks marks, Actor actor, CancellationToken cancel = default)
    {
        if (await FindAsync(id, cancel) is not { } found)
            return Problem.NotFound("这张表");
        if (await visible.Organisations(Right.TableWrite).SingleOrDefaultAsync(one => one.Id == actor.OrganisationId, cancel) is not { } body)
            return Problem.NotFound("这个组织");
        if (marks.Number.Length == 0 || marks.DocumentNumber.Length == 0 || marks.ValidTo is null)
            return new Problem("table.marks", "请填表号、文号和有效期，三样都要有。", "number");
        if (marks.ValidTo < time.Today())
            return new Problem("table.expired", "有效期已经过了，请填今天或以后的日期。", "validTo");
        var json = JsonNode.Parse(found.Kept.Json)!.AsObject();
        json["number"] = marks.Number;
        json["issuer"] = body.Name;
        json["documentNumber"] = marks.DocumentNumber;
        json["validTo"] = $"{marks.ValidTo:yyyy-MM-dd}";
        return await PutAsync(body.Id, found.Kept.Code + ".json", json.ToJsonString(Readable), actor, cancel);
    }

    private async Task<KeptDefinition> KeepAsync(Actor actor, Organisation? body, TableDefinition definition, string json, CancellationToken cancel)
    {
        var (region, owner) = (body?.Region ?? 0, body?.Id ?? 0);
        var before = await db.TableDefinitions.SingleOrDefaultAsync(one => one.OrganisationId == owner && one.Code == definition.Code && one.IsNewest, cancel);
        if (before?.Json == json)
            return before;
        if (before is not null)
            before.IsNewest = false;
        var kept = new KeptDefinition
        {
            Region = region,
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            OrganisationId = owner,
            Code = definition.Code,
            Version = (before?.Version ?? 0) + 1,
            Name = definition.Name,
            Number = definition.Number,
            Json = json,
            KeptAt = time.Instant(),
            KeptBy = actor.Name,
            IsNewest = true,
        };
        db.TableDefinitions.Add(kept);
        changes.Add(actor, region, owner, before is null ? "table-definition.added" : "table-definition.replaced", Subject, kept.Id.ToString(), fields: [new("name", before?.Name, definition.Name), new("version", before is null ? null : $"{before.Version}", $"{kept.Version}")]);
        return kept;
    }

    // Used by the body and below: seen from a body, those of itself and of the bodies above it.
    private IQueryable<KeptDefinition> Usable()
    {
        var all = db.TableDefinitions.AsNoTracking();
        if (!visible.Actor.Has(Right.TableRead))
            return all.Where(_ => false);
        if (visible.Actor.Path == "/")
            return all;
        int[] ids = [0, .. OrganisationPath.Ids(visible.Actor.Path)];
        return all.Where(one => ids.Contains(one.OrganisationId));
    }
}
