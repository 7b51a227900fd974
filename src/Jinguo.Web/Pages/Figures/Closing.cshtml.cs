using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Figures.Closing;
using Jinguo.Core.Records.Ledgers;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Web.Pages.Figures;

/// <summary>One closing: what was corrected since and why, what it changed, and opening the period again.</summary>
[Needs(Right.FigureRead)]
public sealed class ClosingModel(ClosingReader reader, ClosingService closings, FigureDifferences differences, Visible visible, Actor actor, TimeProvider time) : PageModel
{
    /// <summary>Corrections on one page.</summary>
    public const int PageSize = 50;

    private Dictionary<Guid, string> titles = [];

    [BindProperty(SupportsGet = true, Name = "p")]
    public int CurrentPage { get; set; } = 1;

    public ClosingLine Line { get; private set; } = null!;

    public IReadOnlyList<CorrectionLine> Corrections { get; private set; } = [];

    public int Total { get; private set; }

    /// <summary>The year of the last day, as far as it was closed, by the figures of the body that closed; null where they are not hers to see.</summary>
    public BodyDifferences? Differences { get; private set; }

    public Period Span => new(new(Line.Closing.Through.Year, 1, 1), Line.Closing.Through);

    public DateOnly Today { get; } = time.Today();

    public bool MayReopen => Line.IsOpen && actor.May(Right.PeriodClose, Line.Path);

    /// <summary>How the record that was corrected is called; null where it is not hers to open.</summary>
    public string? Title(CorrectionLine line) => titles.GetValueOrDefault(line.Correction.SourceId);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await LoadAsync(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostReopenAsync(Guid id, [FromForm] string? reason, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
            return NotFound();
        if (!actor.May(Right.PeriodClose, Line.Path))
            return Forbid();
        ModelState.Clear();
        var opened = await closings.ReopenAsync(id, reason, cancel);
        if (!opened.Done)
        {
            ModelState.Add(opened.Problems, prefix: "");
            return Page();
        }
        this.Tell(MessageKind.Ok, "已解锁。之后的改动不再登记为更正，改完请再锁账。");
        return LocalRedirect(FigureAddress.Closings(Line.Closing.OrganisationId));
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        if (await reader.FindAsync(id, cancel) is not { } line)
            return false;
        Line = line;
        CurrentPage = Math.Max(1, CurrentPage);
        (Corrections, Total) = await reader.ListCorrectionsAsync(line, CurrentPage, PageSize, cancel);
        var records = Corrections.Where(one => one.Correction.SourceKind == RecordRef.Ledger).Select(one => one.Correction.SourceId).ToList();
        if (records.Count > 0)
            titles = await visible.Of<Record>(Right.LedgerRead).Where(record => records.Contains(record.Id)).ToDictionaryAsync(record => record.Id, record => record.Title, cancel);
        if (line.Corrections > 0)
            Differences = (await differences.ListAsync(line.Closing.OrganisationId, Span, line.Closing.At, line.Closing.ReopenedAt, cancel)).Value;
        return true;
    }
}
