using System.Globalization;
using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Ledgers;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Jinguo.Web.Pages.Ledgers;

/// <summary>记一笔: the form of one new record.</summary>
[Needs(Right.LedgerWrite)]
public sealed class NewModel(Db db, RecordTypeCatalogCache types, WritableBodies bodies, RecentValues recent, RecordPhotos photos, LedgerService ledgers, RecordReader reader, Actor actor, TimeProvider time) : PageModel
{
    public LedgerType Type { get; private set; } = null!;

    public Organisation Body { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Bodies { get; private set; } = [];

    public RecordForm Form { get; private set; } = null!;

    public IReadOnlyList<Problem> Warnings { get; private set; } = [];

    /// <summary>The client key: the form is saved once, however often it is sent.</summary>
    public Guid Key { get; private set; }

    /// <summary>Why a record of a closed day is written only now.</summary>
    public string? Reason { get; private set; }

    /// <summary>True once it is known that a reason is needed.</summary>
    public bool NeedsReason => Reason is not null || ModelState.ContainsKey("reason");

    public Guid? Account => actor.AccountId;

    public DateOnly Today => time.Today();

    public bool IsForOther => Body.Id != actor.OrganisationId;

    public bool IsMoreOpen => Form.MoreIsFilled || Form.More.Any(one => ModelState.ContainsKey(RecordForm.Name(one)));

    /// <summary>What becomes of the record.</summary>
    public string Promise => (IsForOther, Body.ParentId, Type.Type.Counts) switch
    {
        (true, _, _) or (_, null, _) => "存下就入账",
        (_, _, Core.Base.Forms.CountsWhen.Saved) => "存下就计入各级数字，由上级妇联审核",
        _ => "存下后由上级妇联审核，通过后计入",
    };

    public async Task<IActionResult> OnGetAsync(string type, int? body, CancellationToken cancel)
    {
        if (!await LoadAsync(type, body, cancel))
            return NotFound();
        Key = Guid.CreateVersion7(time.GetUtcNow());
        Form = RecordForm.Empty(Type.Type, Today, await recent.ListAsync(Type, Body.Id, cancel));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string type, [FromForm] int? body, [FromForm] Guid key, [FromForm] bool confirmed, [FromForm] string? reason, CancellationToken cancel)
    {
        if (!await LoadAsync(type, body, cancel))
            return NotFound();
        ModelState.Clear();
        (Key, Reason) = (key, reason);
        Form = RecordForm.Sent(Type.Type, Request.Form);
        var problems = new List<Problem>(await photos.KeepAsync(Form, Request.Form, Body, cancel));
        problems.AddRange(await photos.FindAsync(Form, Body, cancel));
        var reading = Form.Read(Today);
        problems.AddRange(reading.Problems);
        if (problems.Count > 0)
            return await AgainAsync(problems, cancel);
        var outcome = await ledgers.SaveAsync(new(key, type, Body.Id, reading.Values, confirmed, Reason: reason), actor, cancel);
        if (!outcome.Done)
            return await AgainAsync(outcome.Problems, cancel);
        await TellAsync(outcome.Value, cancel);
        return LocalRedirect($"/ledgers/{outcome.Value.Id}");
    }

    private async Task<IActionResult> AgainAsync(IReadOnlyList<Problem> problems, CancellationToken cancel)
    {
        Warnings = this.Show(problems);
        // Opened from the recent values again, so that chips are still offered.
        Form = RecordForm.Sent(Type.Type, Request.Form, await recent.ListAsync(Type, Body.Id, cancel)).WithFilesOf(Form);
        return Page();
    }

    private async Task TellAsync(SavedRecord saved, CancellationToken cancel)
    {
        if (!saved.Changed)
        {
            this.Tell(MessageKind.Info, "这一笔先前已经存下，没有重复存。要改请点“修改”。");
            return;
        }
        var facts = RecordWords.Facts((await reader.FactsAsync([saved.Id], cancel))[saved.Id]);
        this.Tell(
            MessageKind.Ok,
            facts.Length > 0 ? $"已存下，各级数字加上{facts}。" : "已存下。",
            $"/ledgers/{saved.Id}?handler=undo", $"/ledgers/new/{Type.Type.Code}", "再记一笔");
    }

    private async Task<bool> LoadAsync(string type, int? body, CancellationToken cancel)
    {
        if (await bodies.FindAsync(body, cancel) is not { } choice || (await types.GetAsync(db, cancel)).Find(type, choice.Chosen.Path) is not { } found)
            return false;
        (Type, Body) = (found, choice.Chosen);
        Bodies = [.. choice.Offered.Select(one => new SelectListItem(one.Name, one.Id.ToString(CultureInfo.InvariantCulture)))];
        return true;
    }
}
