using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Files;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Records.Circulars;
using Jinguo.Web.Pages.Tables;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Jinguo.Web.Pages.Circulars;

/// <summary>发通知: to all bodies of a level below, or to some directly below.</summary>
[Needs(Right.CircularWrite)]
public sealed class NewModel(Db db, CircularService circulars, OrganisationTree tree, FileStore store, Actor actor, TimeProvider time) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public Organisation Body { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Levels { get; private set; } = [];

    public IReadOnlyList<OrganisationLine> Children { get; private set; } = [];

    public IReadOnlyList<StoredFile> Files { get; private set; } = [];

    /// <summary>The fields of the form.</summary>
    public sealed class Form
    {
        public Guid Key { get; set; }

        public string? Title { get; set; }

        public string? Number { get; set; }

        public string? Text { get; set; }

        public Level? Level { get; set; }

        public List<int> Bodies { get; set; } = [];

        public bool NeedsAnswer { get; set; }

        public DateOnly? Due { get; set; }

        /// <summary>Files kept already, when the form came back with problems.</summary>
        public List<Guid> Kept { get; set; } = [];
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Input.Key = Guid.CreateVersion7(time.GetUtcNow());
        return await LoadAsync(cancel) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync([FromForm] List<IFormFile> files, CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
            return NotFound();
        var problems = await KeepAsync(files, cancel);
        if (problems.Count == 0)
        {
            var sent = await circulars.SendAsync(
                new(Input.Key, Input.Title ?? "", Input.Text ?? "", Input.Level, Input.Bodies) { Number = Input.Number, NeedsAnswer = Input.NeedsAnswer, Due = Input.Due, Files = Input.Kept }, cancel);
            if (sent.Done)
            {
                this.Tell(MessageKind.Ok, "通知发出了。谁签收、谁回复，在这里看。");
                return LocalRedirect($"/circulars/{sent.Value.Id}");
            }
            problems.AddRange(sent.Problems);
        }
        ModelState.Clear();
        foreach (var problem in problems)
            ModelState.AddModelError(problem.Field is { } field ? "Input." + char.ToUpperInvariant(field[0]) + field[1..] : "", problem.Text);
        return Page();
    }

    // Kept at once, so that they need not be chosen again when the form comes back.
    private async Task<List<Problem>> KeepAsync(List<IFormFile> uploads, CancellationToken cancel)
    {
        var problems = new List<Problem>();
        foreach (var upload in uploads.Where(upload => upload.FileName.Length > 0).Take(CircularChecks.MostFiles + 1))
        {
            await using var content = upload.OpenReadStream();
            var kept = await store.AddAsync(actor, Body, upload.FileName, content, cancel);
            if (kept.Done)
                Input.Kept.Add(kept.Value.Id);
            else
                problems.AddRange(kept.Problems);
        }
        await using var write = await db.BeginWriteAsync(cancel);
        await db.SaveChangesAsync(cancel);
        await write.CommitAsync(cancel);
        return problems;
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await tree.FindAsync(actor.OrganisationId, Right.CircularWrite, cancel) is not { } body)
            return false;
        Body = body;
        Levels = [new("只发给下面勾选的", "", Input.Level is null), .. TableWords.LevelsBelow(body.Level, Input.Level)];
        Children = [.. (await tree.ListChildrenAsync(body.Id, 1, cancel)).Lines.Where(child => child.ValidTo is null)];
        return true;
    }
}
