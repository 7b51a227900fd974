using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Figures.Closing;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Web.Pages.Figures;

/// <summary>锁账: up to where the books of a body are closed, what was corrected since, and closing the next month.</summary>
[Needs(Right.FigureRead)]
public sealed class ClosingsModel(ClosingReader reader, ClosingService closings, Visible visible, Actor actor, TimeProvider time) : PageModel
{
    private const int MonthsOffered = 24;

    [BindProperty(SupportsGet = true)]
    public int? Organisation { get; set; }

    public Organisation Body { get; private set; } = null!;

    public IReadOnlyList<ClosingLine> Lines { get; private set; } = [];

    public DateOnly Today { get; } = time.Today();

    /// <summary>The client key: the form closes once, however often it is sent.</summary>
    public Guid Key { get; private set; }

    public DateOnly? Through => Lines.Where(line => line.IsOpen).Select(line => (DateOnly?)line.Closing.Through).Max();

    public bool MayClose => actor.May(Right.PeriodClose, Body.Path);

    /// <summary>Months that have ended and are open, the latest first.</summary>
    public IReadOnlyList<SelectListItem> Months => [.. Enumerable.Range(1, MonthsOffered)
        .Select(back => Month.Of(Today).Plus(-back)).Where(month => Through is not { } closed || month.Last > closed)
        .Select(month => new SelectListItem($"{month.Year}年{month.Number % 100}月", $"{month.Last:yyyy-MM-dd}"))];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync([FromForm] Guid key, [FromForm] DateOnly through, [FromForm] string? note, CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
            return NotFound();
        if (!MayClose)
            return Forbid();
        ModelState.Clear();
        var closed = await closings.CloseAsync(new(key, Body.Id, through, note), cancel);
        if (!closed.Done)
        {
            Key = key;
            ModelState.Add(closed.Problems, prefix: "");
            return Page();
        }
        this.Tell(MessageKind.Ok, $"已锁账到{Ui.Show.Day(closed.Value.Through)}。以后这些日子的改动都登记为更正。");
        return LocalRedirect(FigureAddress.Closings(Body.Id));
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var id = Organisation ?? actor.OrganisationId;
        if (await visible.Organisations(Right.FigureRead).SingleOrDefaultAsync(one => one.Id == id, cancel) is not { } body)
            return false;
        Body = body;
        Key = Guid.CreateVersion7(time.GetUtcNow());
        Lines = await reader.ListAsync(id, cancel: cancel);
        return true;
    }
}
