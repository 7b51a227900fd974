using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Files;
using Jinguo.Core.Base.Forms;
using Jinguo.Core.Base.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Web.Pages.Ledgers;

/// <summary>Keeps the files that come with a form at once, so that they need not be chosen again when it comes back with problems.</summary>
public sealed class RecordPhotos(Db db, FileStore store, Visible visible)
{
    /// <summary>Keeps what was uploaded for a body and adds it to the form.</summary>
    public async Task<IReadOnlyList<Problem>> KeepAsync(RecordForm form, IFormCollection sent, Organisation body, CancellationToken cancel)
    {
        var problems = new List<Problem>();
        foreach (var field in form.Type.Fields.Where(field => field.Type == FieldType.File))
        {
            // A browser sends an empty part where nothing was chosen.
            var uploads = sent.Files.GetFiles(RecordForm.UploadName(field)).Where(upload => upload.FileName.Length > 0).ToList();
            if (form.Keys(field).Count + uploads.Count > RecordForm.MostFiles)
                problems.Add(new("ledger.files.many", $"最多传{RecordForm.MostFiles}个，请少选几个。", field.Code));
            else if (uploads.Count > 0)
                problems.AddRange(await KeepAsync(form, field, uploads, body, cancel));
        }
        return problems;
    }

    /// <summary>The files a form holds, if the actor may see them; keys of others are taken out by the check.</summary>
    public async Task<IReadOnlyList<Problem>> FindAsync(RecordForm form, Organisation body, CancellationToken cancel)
    {
        var fields = form.Type.Fields.Where(field => field.Type == FieldType.File).ToList();
        var keys = fields.SelectMany(form.Keys).Select(key => Guid.TryParse(key, out var id) ? id : Guid.Empty).ToList();
        if (keys.Count == 0)
            return [];
        var files = await visible.Of<StoredFile>(Right.LedgerRead).AsNoTracking().Where(file => keys.Contains(file.Id) && file.OrganisationId == body.Id).ToListAsync(cancel);
        form.Files = files.ToDictionary(file => file.Id.ToString(), StringComparer.Ordinal);
        return [.. fields.Where(field => !form.Keys(field).All(form.Files.ContainsKey)).Select(field => new Problem("ledger.files.unknown", "有文件已经找不到，请去掉后重新选。", field.Code))];
    }

    private async Task<List<Problem>> KeepAsync(RecordForm form, Field field, List<IFormFile> uploads, Organisation body, CancellationToken cancel)
    {
        var problems = new List<Problem>();
        var kept = new List<StoredFile>();
        foreach (var upload in uploads)
        {
            await using var content = upload.OpenReadStream();
            var outcome = await store.AddAsync(visible.Actor, body, upload.FileName, content, cancel);
            if (!outcome.Done)
                problems.AddRange(outcome.Problems.Select(problem => problem with { Field = field.Code }));
            else if (!MediaTypes.IsPicture(outcome.Value.MediaType) && outcome.Value.MediaType != "application/pdf")
            {
                db.Remove(outcome.Value);
                problems.Add(new("ledger.files.kind", $"“{outcome.Value.Name}”不是照片或PDF，请换一个。", field.Code));
            }
            else
                kept.Add(outcome.Value);
        }
        await using var write = await db.BeginWriteAsync(cancel);
        await db.SaveChangesAsync(cancel);
        await write.CommitAsync(cancel);
        form.AddFiles(field, kept);
        return problems;
    }
}
