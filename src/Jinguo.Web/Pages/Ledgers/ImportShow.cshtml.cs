using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Files;
using Jinguo.Core.Base.Jobs;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Ledgers.Exchange;
using Jinguo.Office;
using Jinguo.Office.Excel;
using Jinguo.Web.Running;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Pages.Ledgers;

/// <summary>One import: what was found in its rows, writing them, how far it has come, taking it back.</summary>
[Needs(Right.LedgerWrite)]
public sealed class ImportShowModel(ImportService imports, ProblemWorkbook problems, JobRunner runner, TimeProvider time, FileReads reads) : PageModel
{
    /// <summary>Notes shown at once.</summary>
    public const int NotesOnPage = 50;

    private const string RefreshSeconds = "2";

    [BindProperty(SupportsGet = true, Name = "p")]
    public int CurrentPage { get; set; } = 1;

    public ImportView View { get; private set; } = null!;

    /// <summary>The client key of the next job: it is asked for once, however often the form is sent.</summary>
    public Guid Key { get; private set; }

    public bool GoodOnly { get; private set; }

    public DateOnly Today => time.Today();

    /// <summary>True while it can still be matched and written.</summary>
    public bool IsOpen => View.Import.State == ImportState.Draft && !View.IsWorking;

    public (int Done, int Total) Progress => View.Job is { } job ? runner.ProgressOf(job) : default;

    public string? Failure => View.Job is { State: JobState.Failed } job ? job.Message : null;

    public string WorkTitle => View.Job?.Kind switch
    {
        ImportCheckJob.KindName => "正在逐行核对",
        ImportUndoJob.KindName => "正在撤回",
        _ => "正在导入",
    };

    public IReadOnlyList<RowNote> Notes =>
        [.. (View.Findings?.Notes ?? []).OrderBy(note => note.State != RowState.Bad).Skip((CurrentPage - 1) * NotesOnPage).Take(NotesOnPage)];

    /// <summary>可导入120行，其中3行要核对；2行要改.</summary>
    public string Summary
    {
        get
        {
            var found = View.Findings!;
            var good = $"{(View.Import.State == ImportState.Draft ? "可导入" : "导入")}{Show.Number(found.Good)}行";
            var warned = found.Warned > 0 ? $"，其中{Show.Number(found.Warned)}行请核对" : "";
            var there = found.AlreadyThere > 0 ? $"；已经有了{Show.Number(found.AlreadyThere)}行" : "";
            return good + warned + there + (found.Bad > 0 ? $"；要改{Show.Number(found.Bad)}行" : "");
        }
    }

    /// <summary>Headings of the columns of a sheet that no field takes.</summary>
    public string Ignored(string sheet) => View.Matching.Sheets.FirstOrDefault(one => one.Sheet == sheet) is { Type: not null } matching
        ? string.Join("、", matching.Columns.Where(column => column.Target is null).Select(column => column.Heading))
        : "";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
            return NotFound();
        if (View.IsWorking)
            Response.Headers["Refresh"] = RefreshSeconds;
        return Page();
    }

    public async Task<IActionResult> OnPostLookAsync(Guid id, CancellationToken cancel) =>
        await AnswerAsync(id, await imports.LookOrAskAsync(id, cancel), cancel);

    public async Task<IActionResult> OnPostWriteAsync(Guid id, [FromForm] Guid job, [FromForm] bool good, [FromForm] bool doubles, [FromForm] string? reason, CancellationToken cancel)
    {
        GoodOnly = good;
        var asked = await imports.AskToWriteAsync(id, job, new(good, doubles, reason), cancel);
        return await AnswerAsync(id, asked.Problems, cancel);
    }

    public async Task<IActionResult> OnPostUndoAsync(Guid id, [FromForm] Guid job, [FromForm] string? reason, CancellationToken cancel)
    {
        var asked = await imports.AskToUndoAsync(id, job, reason, cancel);
        return await AnswerAsync(id, asked.Problems, cancel);
    }

    public async Task<IActionResult> OnGetOriginalAsync(Guid id, CancellationToken cancel)
    {
        if (await imports.FindAsync(id, cancel) is not { } view)
            return NotFound();
        await reads.RecordAsync(view.File, cancel);
        Response.Headers.XContentTypeOptions = "nosniff";
        return File(imports.Open(view), view.File.MediaType, view.File.Name);
    }

    public async Task<IActionResult> OnGetProblemsAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
            return NotFound();
        var target = TemporaryFile.Create();
        try
        {
            await using var content = imports.Open(View);
            using var file = Spreadsheet.Open(content, View.File.Name);
            await problems.WriteAsync(target, file, View.Matching, View.Home, id, cancel);
            await reads.RecordAsync(View.File, cancel);
        }
        catch (OfficeFormatException wrong)
        {
            await target.DisposeAsync();
            ModelState.AddModelError("", wrong.Message);
            return Page();
        }
        target.Position = 0;
        return File(target, MediaTypes.Excel, $"问题清单 {Path.GetFileNameWithoutExtension(View.File.Name)}.xlsx");
    }

    private async Task<IActionResult> AnswerAsync(Guid id, IReadOnlyList<Problem> found, CancellationToken cancel)
    {
        if (found.Count == 0)
            return Redirect($"/ledgers/import/{id}");
        if (!await LoadAsync(id, cancel))
            return NotFound();
        ModelState.Clear();
        ModelState.Add(found, prefix: "");
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        if (await imports.FindAsync(id, cancel) is not { } view)
            return false;
        View = view;
        Key = Guid.CreateVersion7(time.GetUtcNow());
        CurrentPage = Math.Clamp(CurrentPage, 1, Math.Max(1, ((view.Findings?.Notes.Count ?? 0) + NotesOnPage - 1) / NotesOnPage));
        return true;
    }
}
