using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Ledgers;
using Jinguo.Web.Setup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Pages.Ledgers;

/// <summary>One waiting record with what helps to decide: the queue as cards, one after the other.</summary>
[Needs(Right.LedgerReview)]
public sealed class CardModel(ReviewQueue queue, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Body { get; set; }

    public WaitingRecord Waiting { get; private set; } = null!;

    public int Number { get; private set; }

    public int Total { get; private set; }

    /// <summary>Where an act or 下一条 leads: the next card, or the queue after the last.</summary>
    public string Next { get; private set; } = "";

    /// <summary>This card, to come back to when a return lacks its reason.</summary>
    public string Here => $"/ledgers/review/{Waiting.Record.Id}{Query}";

    public DateOnly Today => time.Today();

    public string Query => (All ? "?all=true" : "") + (Body is { } body ? $"{(All ? "&" : "?")}body={body}" : "");

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        var waiting = await queue.ListAsync(All, Body, cancel);
        var place = waiting.Records.ToList().FindIndex(record => record.Record.Id == id);
        // Decided meanwhile, or further back than the queue shows: its own page tells.
        if (place < 0)
            return LocalRedirect($"/ledgers/{id}");
        Waiting = waiting.Records[place];
        (Number, Total) = (place + 1, Math.Max(waiting.Records.Count, Body is null ? waiting.Total : 0));
        var next = waiting.Records[(place + 1) % waiting.Records.Count].Record.Id;
        Next = next == id ? $"/ledgers/review{Query}" : $"/ledgers/review/{next}{Query}";
        return Page();
    }
}
