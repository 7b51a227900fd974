using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Forms;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Records.Ledgers;
using Jinguo.Core.Records.Ledgers.Forms;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Jinguo.Testing.Web;

/// <summary>Forms of bodies, for tests that need one to open.</summary>
public static class OwnForms
{
    /// <summary>Begins a form of a body, of whatever level: a copy of 妇女培训 with one field that is new.</summary>
    public static async Task<Guid> MakeAsync(WebHost host, Organisation body)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        return await MakeAsync(db, body, host.Clock.GetUtcNow().UtcDateTime);
    }

    /// <summary>The same in a database of which the product has loaded the packs.</summary>
    public static async Task<Guid> MakeAsync(Db db, Organisation body, DateTime now)
    {
        var (drafts, packs) = (db.FormDrafts, db.PackVersions);
        var code = $"own-{body.Id}-{await drafts.CountAsync(draft => draft.OrganisationId == body.Id) + 1}";
        var sheet = FormSheet.CopyOf(code, "本地培训", await packs.Where(pack => pack.Code == "training").Select(pack => pack.Json).FirstAsync(), "training");
        sheet.PutField(null, new("学员满意度", FieldType.Number) { Unit = "分" }, []);
        return await KeepAsync(db, body, sheet, now);
    }

    /// <summary>Begins a 簿册 of a body, of whatever level: two books.</summary>
    public static async Task<Guid> MakeBundleAsync(WebHost host, Organisation body)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var drafts = db.FormDrafts;
        var sheet = FormSheet.EmptyBundle($"own-{body.Id}-{await drafts.CountAsync(draft => draft.OrganisationId == body.Id) + 1}", "一簿一册");
        sheet.PutLedger(null, new("妇女培训登记簿", ["training"], ""));
        sheet.PutLedger(null, new("巾帼志愿者花名册", ["volunteer-team"], ""));
        return await KeepAsync(db, body, sheet, host.Clock.GetUtcNow().UtcDateTime);
    }

    private static async Task<Guid> KeepAsync(Db db, Organisation body, FormSheet sheet, DateTime now)
    {
        var form = new FormDraft { Region = body.Region, Id = Guid.CreateVersion7(), OrganisationId = body.Id, Code = sheet.Code, Name = sheet.Name, Json = sheet.ToJson(), ChangedAt = now, ChangedBy = "张某某", Version = 1 };
        db.FormDrafts.Add(form);
        await db.SaveChangesAsync();
        return form.Id;
    }
}
