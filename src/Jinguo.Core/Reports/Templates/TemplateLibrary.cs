using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Files;
using Jinguo.Core.Base.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Reports.Templates;

/// <summary>The folder of the templates shipped with the product.</summary>
/// <param name="Path">The folder; need not exist.</param>
public sealed record TemplateFolder(string Path);

/// <summary>A template in a list.</summary>
/// <param name="Id">Key of one that was uploaded, the name of one that is shipped.</param>
/// <param name="Name">Name.</param>
/// <param name="Body">The body whose it is; null for those shipped.</param>
/// <param name="OrganisationId">Its key, or null.</param>
/// <param name="Version">Counts replacements.</param>
/// <param name="ChangedAt">When the file came (UTC), or null.</param>
/// <param name="ChangedBy">Who brought it, or null.</param>
public sealed record TemplateLine(string Id, string Name, string? Body = null, int? OrganisationId = null, int Version = 0, DateTime? ChangedAt = null, string? ChangedBy = null);

/// <summary>A template ready to be filled.</summary>
/// <param name="Name">Name.</param>
/// <param name="Content">The .docx.</param>
public sealed record OpenedTemplate(string Name, byte[] Content);

/// <summary>The templates that a reader may use: those shipped, those of her body and of the bodies above it.</summary>
public sealed class TemplateLibrary(Db db, Actor actor, FileStore files, TemplateFolder shipped)
{
    private const string Ending = ".docx";

    /// <summary>Shipped templates first, then those of bodies from the top down, by name.</summary>
    public async Task<IReadOnlyList<TemplateLine>> ListAsync(CancellationToken cancel = default)
    {
        var bodies = db.Organisations;
        var uploaded = await (
            from template in Uploaded()
            from body in bodies.Where(one => one.Id == template.OrganisationId)
            orderby body.Path, template.Name
            select new TemplateLine(template.Id.ToString(), template.Name, body.Name, body.Id, template.Version, template.ChangedAt, template.ChangedBy)).ToListAsync(cancel);
        return [.. ShippedNames().Select(name => new TemplateLine(name, name)), .. uploaded];
    }

    /// <summary>Opens a template by its key, or by its name where only one has it.</summary>
    public async Task<Outcome<OpenedTemplate>> OpenAsync(string id, CancellationToken cancel = default)
    {
        var isKey = Guid.TryParse(id, out var key);
        var found = await Uploaded().Where(template => isKey ? template.Id == key : template.Name == id).OrderBy(template => template.Id).Take(2).ToListAsync(cancel);
        // The nearer body's own template goes before a shipped one of the same name.
        if (found is [var only])
        {
            var file = await db.StoredFiles.AsNoTracking().SingleAsync(one => one.Id == only.FileId, cancel);
            await using var content = files.Open(file);
            return new OpenedTemplate(only.Name, await ReadAsync(content, cancel));
        }
        if (found.Count > 1)
            return new Problem("template.name.twice", $"叫“{id}”的模板不止一个，请在列表里选。", "template");
        if (!ShippedNames().Contains(id, StringComparer.Ordinal))
            return new Problem("template.unknown", $"没有模板“{id}”。现有：{string.Join("、", (await ListAsync(cancel)).Select(one => one.Name).Distinct())}。", "template");
        return new OpenedTemplate(id, await File.ReadAllBytesAsync(Path.Combine(shipped.Path, id + Ending), cancel));
    }

    /// <summary>Names of the templates shipped with the product.</summary>
    public IReadOnlyList<string> ShippedNames() => !Directory.Exists(shipped.Path)
        ? []
        : [.. Directory.EnumerateFiles(shipped.Path, "*" + Ending).Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    // Visible to the body and below: seen from a body, those of itself and of the bodies above it.
    private IQueryable<ReportTemplate> Uploaded()
    {
        var templates = db.ReportTemplates.AsNoTracking();
        if (actor.Path == "/")
            return templates;
        if (actor.OrganisationId == 0)
            return templates.Where(_ => false);
        var ids = OrganisationPath.Ids(actor.Path);
        return templates.Where(template => ids.Contains(template.OrganisationId));
    }

    private static async Task<byte[]> ReadAsync(Stream content, CancellationToken cancel)
    {
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, cancel);
        return copy.ToArray();
    }
}
