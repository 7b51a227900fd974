using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Files;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Circulars;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Pages.Circulars;

/// <summary>One circular: what it says, receiving and answering it, and for the sender who has and who has not.</summary>
[Needs(Right.CircularRead)]
public sealed class ShowModel(CircularReader reader, CircularService circulars, FileStore store, Actor actor, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public ReceiptFilter Filter { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public OpenedCircular Opened { get; private set; } = null!;

    public PageOf<ReceiptLine> Receipts { get; private set; } = new([], 0);

    public DateOnly Today { get; } = time.Today();

    public bool MayWithdraw => Opened.Circular.OrganisationId == actor.OrganisationId && Opened.Circular.WithdrawnAt is null && actor.Has(Right.CircularWrite);

    public bool MayAnswer => Opened is { Receipt: not null, Circular.WithdrawnAt: null } && actor.Has(Right.CircularWrite);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await LoadAsync(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnGetFileAsync(Guid id, Guid file, CancellationToken cancel)
    {
        if (await reader.FindAsync(id, cancel) is not { } opened || opened.Files.FirstOrDefault(one => one.Id == file) is not { } stored)
            return NotFound();
        Response.Headers.XContentTypeOptions = "nosniff";
        Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return File(store.Open(stored), stored.MediaType, stored.Name);
    }

    public async Task<IActionResult> OnPostReceiveAsync(Guid id, CancellationToken cancel) =>
        await DoneAsync(id, (await circulars.ReceiveAsync(id, cancel)).Problems, "已签收。", cancel);

    public async Task<IActionResult> OnPostAnswerAsync(Guid id, [FromForm] string? answer, CancellationToken cancel) =>
        await DoneAsync(id, (await circulars.AnswerAsync(id, answer, cancel)).Problems, "回复已送到。", cancel);

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken cancel) =>
        await DoneAsync(id, (await circulars.WithdrawAsync(id, cancel)).Problems, "已收回，下级不用再办。", cancel);

    private async Task<IActionResult> DoneAsync(Guid id, IReadOnlyList<Problem> problems, string message, CancellationToken cancel)
    {
        if (problems.Any(problem => problem.Code == Problem.NotFoundCode))
            return NotFound();
        if (problems.Count == 0)
        {
            this.Tell(MessageKind.Ok, message);
            return LocalRedirect($"/circulars/{id}");
        }
        if (!await LoadAsync(id, cancel))
            return NotFound();
        ModelState.Clear();
        ModelState.Add(problems, prefix: "");
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        if (await reader.FindAsync(id, cancel) is not { } opened)
            return false;
        Opened = opened;
        PageNumber = Math.Max(1, PageNumber);
        if (opened.Sent is { } sent)
            Receipts = await reader.ListReceiptsAsync(sent, Filter, PageNumber, cancel);
        return true;
    }
}
