using System.Text;
using System.Text.Json;
using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Forms;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Ledgers;
using Jinguo.Core.Records.Ledgers.Forms;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Pages.Forms;

/// <summary>A form: how it looks, its versions, its file.</summary>
[Needs(Right.FormRead)]
public sealed class ShowModel(FormReader reader, FormService forms, FillTimes times, Actor actor, TimeProvider time) : PageModel
{
    public OpenedForm Opened { get; private set; } = null!;

    public DateOnly Today => time.Today();

    public bool IsOwn => Opened.Draft.OrganisationId == actor.OrganisationId && actor.Has(Right.FormWrite);

    public bool IsRunning => Opened.Versions.Any(version => version.ValidTo is not { } last || last >= Today);

    public Preview? Preview => Opened.Type is { } type ? Pages.Forms.Preview.Of(type, times, Today) : null;

    /// <summary>What the newest version asks although it was held.</summary>
    public IReadOnlyList<KeptField> Kept => Opened.Versions is [{ Kept: { } json }, ..] ? JsonSerializer.Deserialize<List<KeptField>>(json)! : [];

    /// <summary>Where the book is printed as a version has it; null for a form.</summary>
    public string? BundleAddress(PackVersion version) =>
        FormSheet.Of(version.Json).BundleCode is { } code ? $"/ledgers/books?bundle={code}&version={version.Version}" : null;

    /// <summary>What stands in a book.</summary>
    public string Words(BundleLedger ledger) => DesignWords.Of(ledger, Opened.Reading.All);

    /// <summary>文号 of a version.</summary>
    public string NumberOf(PackVersion version) => FormSheet.Of(version.Json).DocumentNumber;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await LoadAsync(id, cancel) ? Page() : NotFound();

    /// <summary>The form as a pack file, as it stands.</summary>
    public async Task<IActionResult> OnGetFileAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
            return NotFound();
        // Bodies below get what was published, not what its writer has in hand.
        var json = IsOwn || Opened.Versions.Count == 0 ? Opened.Draft.Json : Opened.Versions[0].Json;
        return File(Encoding.UTF8.GetBytes(json), "application/json", $"{Opened.Draft.Code}.json");
    }

    public async Task<IActionResult> OnPostEndAsync(Guid id, [FromForm] string? reason, CancellationToken cancel) =>
        await DoneAsync(id, await forms.EndAsync(id, reason, cancel), "已停用。已有的记录和数字都在。", $"/forms/{id}", cancel);

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken cancel) =>
        await DoneAsync(id, await forms.RemoveAsync(id, cancel), "草稿已删除。", "/forms", cancel);

    private async Task<IActionResult> DoneAsync(Guid id, Outcome<FormDraft> outcome, string message, string next, CancellationToken cancel)
    {
        if (outcome.Done)
        {
            this.Tell(MessageKind.Ok, message);
            return LocalRedirect(next);
        }
        if (!await LoadAsync(id, cancel) || !IsOwn)
            return NotFound();
        ModelState.Clear();
        ModelState.Add(outcome.Problems, prefix: "");
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        if (await reader.FindAsync(id, cancel) is not { } opened)
            return false;
        Opened = opened;
        return true;
    }
}
