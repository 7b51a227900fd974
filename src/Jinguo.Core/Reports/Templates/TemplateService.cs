using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Files;
using Jinguo.Core.Base.Time;
using Jinguo.Office;
using Jinguo.Office.Word;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Reports.Templates;

/// <summary>Keeps the templates of bodies. Each is checked when it comes: a mark nobody knows is refused.</summary>
public sealed class TemplateService(Db db, Visible visible, FileStore files, TemplateWordsReader words, ChangeLog changes, TimeProvider time)
{
    private const string Subject = "report-template";
    private const int LongestName = 100;

    /// <summary>Adds a template under the name of its file; one of the same name in the same body is replaced.</summary>
    public async Task<Outcome<ReportTemplate>> PutAsync(int organisationId, string fileName, byte[] content, Actor actor, CancellationToken cancel = default)
    {
        if (await visible.Organisations(Right.ReportWrite).SingleOrDefaultAsync(one => one.Id == organisationId, cancel) is not { } body)
            return Problem.NotFound("这个组织");
        var name = Path.GetFileNameWithoutExtension(fileName.Replace('\\', '/')).Trim();
        if (name.Length is 0 or > LongestName)
            return new Problem("template.name.length", $"请给文件起一个1到{LongestName}个字的名字，再上传。", "file");
        var problems = await CheckAsync(content, cancel);
        if (problems.Exists(problem => problem.Level == ProblemLevel.Error))
            return problems;

        await using var write = await db.BeginWriteAsync(cancel);
        using var stream = new MemoryStream(content);
        var file = await files.AddAsync(actor, body, name + ".docx", stream, cancel);
        if (!file.Done)
            return Outcome<ReportTemplate>.Refused(file.Problems);
        var template = await db.ReportTemplates.SingleOrDefaultAsync(one => one.OrganisationId == body.Id && one.Name == name, cancel);
        var isNew = template is null;
        if (template is null)
            db.ReportTemplates.Add(template = new() { Region = body.Region, Id = Guid.CreateVersion7(time.GetUtcNow()), OrganisationId = body.Id, Name = name, ChangedBy = actor.Name });
        (template.FileId, template.ChangedAt, template.ChangedBy) = (file.Value.Id, time.Instant(), actor.Name);
        template.Version++;
        changes.Add(actor, body.Region, body.Id, isNew ? "template.added" : "template.replaced", Subject, template.Id.ToString());
        await db.SaveChangesAsync(cancel);
        await write.CommitAsync(cancel);
        return Outcome<ReportTemplate>.With(template, problems);
    }

    /// <summary>Deletes a template; reports made from it keep their own copy.</summary>
    public async Task<Outcome<ReportTemplate>> DeleteAsync(Guid id, Actor actor, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await visible.Of<ReportTemplate>(Right.ReportWrite).SingleOrDefaultAsync(one => one.Id == id, cancel) is not { } template)
            return Problem.NotFound("这个模板");
        db.ReportTemplates.Remove(template);
        changes.Add(actor, template.Region, template.OrganisationId, "template.deleted", Subject, template.Id.ToString(), fields: [new("name", template.Name, null)]);
        await db.SaveChangesAsync(cancel);
        await write.CommitAsync(cancel);
        return template;
    }

    /// <summary>What is wrong with a template: each mark that is not known, with its paragraph.</summary>
    public async Task<List<Problem>> CheckAsync(byte[] content, CancellationToken cancel = default)
    {
        try
        {
            using var stream = new MemoryStream(content);
            using var template = WordTemplate.Open(stream);
            return TemplateChecks.Check(template.Placeholders, await words.ReadAsync(cancel));
        }
        catch (OfficeFormatException cause)
        {
            return [new("template.file.format", cause.Message, "file")];
        }
    }
}
