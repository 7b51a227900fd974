using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Encryption;
using Jinguo.Core.Base.Files;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Cases;
using Jinguo.Core.Records.Cases.Files;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Jinguo.Web.Pages.Cases;

/// <summary>材料 of a case: put in, downloaded, struck out. What is sent stays in memory until it is sealed; nothing of it is ever shown in a page.</summary>
[Needs(Right.CaseHandle)]
[RequestSizeLimit(LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestRequest, MemoryBufferThreshold = LargestRequest)]
public sealed class FilesModel(CaseFileReader reader, CaseFileService service, CaseWords words, TimeProvider time, ILogger<FilesModel> log) : PageModel
{
    private const int LargestRequest = (int)FileStore.LargestSize + (1 << 20);

    public CaseFilesView View { get; private set; } = null!;

    /// <summary>The client key: a file is put in once, however often it is sent.</summary>
    [BindProperty]
    public Guid Key { get; set; }

    /// <summary>The case's version as she saw it.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>The kind of evidence under which it is filed, or null.</summary>
    [BindProperty]
    public string? Evidence { get; set; }

    /// <summary>True where the content that she asked for is gone or damaged on the disk.</summary>
    public bool IsLost { get; private set; }

    public DateOnly Today { get; } = time.Today();

    public bool MayAct => View.MayAct && View.Case.Stage != CaseStage.Archived;

    /// <summary>True where a protection order may be asked for.</summary>
    public bool HasEvidence => words.Evidence.IsFor(View.Case);

    public CaseEvidenceKind? Kind(string? code) => words.Evidence.Kind(code);

    public IEnumerable<SelectListItem> Kinds(string? chosen) => words.Evidence.Kinds.Select(kind => new SelectListItem(kind.Name, kind.Code, kind.Code == chosen)).Prepend(new("不归类", "", chosen is null));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
            return NotFound();
        (Key, Version) = (Guid.CreateVersion7(time.GetUtcNow()), View.Case.Version);
        return Page();
    }

    public async Task<IActionResult> OnGetContentAsync(Guid id, Guid file, CancellationToken cancel)
    {
        try
        {
            if (await reader.OpenAsync(id, file, cancel) is not { } opened)
                return NotFound();
            CaseDownloads.Guard(Response);
            return File(opened.Content, opened.MediaType, opened.Name);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or DataKeysException)
        {
            log.LogError(exception, "The content of the file {File} of a case is gone or damaged. Bring it back from a backup; verify tells of all such files.", file);
            return await LostAsync(id, cancel);
        }
    }

    public async Task<IActionResult> OnPostAsync(Guid id, [FromForm(Name = "File")] List<IFormFile> files, CancellationToken cancel)
    {
        ModelState.Clear();
        var sent = new List<SentCaseFile>();
        foreach (var file in files)
        {
            var content = new byte[file.Length];
            await using var upload = file.OpenReadStream();
            await upload.ReadExactlyAsync(content, cancel);
            sent.Add(new(file.FileName, content));
        }
        return await DoneAsync(id, service.AddAllAsync(new(Key, id, Version, sent, string.IsNullOrEmpty(Evidence) ? null : Evidence), cancel),
            sent.Count == 1 ? "材料收存好了，内容已加密。" : $"{sent.Count}份材料收存好了，内容已加密。", cancel);
    }

    public Task<IActionResult> OnPostStrikeAsync(Guid id, [FromForm] Guid file, [FromForm] string? reason, CancellationToken cancel) =>
        DoneAsync(id, service.StrikeOutAsync(id, file, reason ?? "", cancel), "这份材料划去了，内容和原因都还留着。", cancel);

    public Task<IActionResult> OnPostFileUnderAsync(Guid id, [FromForm] Guid file, CancellationToken cancel) =>
        DoneAsync(id, service.FileUnderAsync(id, file, string.IsNullOrEmpty(Evidence) ? null : Evidence, cancel), "归好类了。", cancel);

    /// <summary>Her list again, with what happened: nothing that she can mend.</summary>
    private async Task<IActionResult> LostAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
            return NotFound();
        (Key, Version) = (Guid.CreateVersion7(time.GetUtcNow()), View.Case.Version);
        IsLost = true;
        Response.StatusCode = StatusCodes.Status500InternalServerError;
        return Page();
    }

    private async Task<IActionResult> DoneAsync<T>(Guid id, Task<Outcome<T>> act, string message, CancellationToken cancel)
    {
        var done = await act;
        if (done.Done)
        {
            this.Tell(MessageKind.Ok, message);
            return LocalRedirect($"/cases/{id}/files");
        }
        if (done.Problems.Any(problem => problem.Code == Problem.NotFoundCode) || !await LoadAsync(id, cancel))
            return NotFound();
        ModelState.Clear();
        ModelState.Add(done.Problems, prefix: "");
        // She has read why: what she sends next builds on what stands now.
        (Key, Version) = (Key == Guid.Empty || done.Problems.Any(problem => problem.Code == Problem.KeyTakenCode) ? Guid.CreateVersion7(time.GetUtcNow()) : Key, View.Case.Version);
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        if (await reader.ListAsync(id, cancel) is not { } view)
            return false;
        View = view;
        return true;
    }
}
