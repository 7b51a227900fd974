using System.Globalization;
using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Ledgers;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Record = Jinguo.Core.Records.Ledgers.Record;

namespace Jinguo.Web.Pages.Ledgers;

/// <summary>待审核: what the bodies below have written, to be accepted one by one or together, or returned with a reason.</summary>
[Needs(Right.LedgerReview)]
public sealed class ReviewModel(ReviewQueue queue, LedgerService ledgers, Actor actor, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Body { get; set; }

    public WaitingRecords Queue { get; private set; } = null!;

    public DateOnly Today => time.Today();

    public string Note => Queue.Total == 0 ? "" : $"{Queue.Bodies.Count}个组织，最早{RecordWords.Waited(Queue.Bodies[0].Since, Today)}";

    /// <summary>A record as seen: its key and version.</summary>
    public static string Choice(Record record) => string.Create(CultureInfo.InvariantCulture, $"{record.Id}:{record.Version}");

    /// <summary>The page of one waiting record within this queue.</summary>
    public string CardAddress(Guid id) => $"/ledgers/review/{id}{Query}";

    private string Query => (All, Body) switch
    {
        (true, { } body) => $"?all=true&body={body}",
        (true, null) => "?all=true",
        (false, { } body) => $"?body={body}",
        _ => "",
    };

    public async Task OnGetAsync(CancellationToken cancel) => Queue = await queue.ListAsync(All, Body, cancel);

    public async Task<IActionResult> OnPostAcceptAsync(string[] ids, string? one, string? back, CancellationToken cancel)
    {
        var choices = Choices(one is null ? ids : [one]);
        var outcome = await ledgers.AcceptAsync(choices, actor, cancel);
        return await AfterAsync(outcome, choices, "已接受", back, cancel);
    }

    public async Task<IActionResult> OnPostReturnAsync(string[] ids, string? reason, string? from, string? back, CancellationToken cancel)
    {
        var choices = Choices(ids);
        if (choices.Count != 1)
            return BadRequest();
        var outcome = await ledgers.ReturnAsync(choices[0], reason, actor, cancel);
        if (!outcome.Done && Url.IsLocalUrl(from))
        {
            this.Tell(MessageKind.Bad, outcome.Problems[0].Text);
            return LocalRedirect(from);
        }
        return await AfterAsync(outcome, choices, "已退回", back, cancel);
    }

    public async Task<IActionResult> OnPostReopenAsync(string[] ids, string? back, CancellationToken cancel)
    {
        var choices = Choices(ids);
        var outcome = await ledgers.ReopenAsync(choices, actor, cancel);
        return await AfterAsync(outcome, choices, "已撤回审核，又排在待审核里", back, cancel, canUndo: false);
    }

    private async Task<IActionResult> AfterAsync(Outcome<ReviewedRecords> outcome, List<ReviewChoice> choices, string done, string? back, CancellationToken cancel, bool canUndo = true)
    {
        if (!outcome.Done)
        {
            this.Show(outcome.Problems);
            Queue = await queue.ListAsync(All, Body, cancel);
            return Page();
        }
        var versions = choices.ToDictionary(choice => choice.Id, choice => choice.Version);
        var undo = string.Join('&', outcome.Value.Done.Select(id => string.Create(CultureInfo.InvariantCulture, $"ids={id}:{versions[id] + 1}")));
        var skipped = outcome.Value.Skipped > 0 ? $"另有{outcome.Value.Skipped}条刚被改过或审过，没有动。" : "";
        this.Tell(MessageKind.Ok, $"{done}{outcome.Value.Done.Count}条。{skipped}", canUndo ? $"/ledgers/review?handler=reopen&{undo}" : null);
        return LocalRedirect(Url.IsLocalUrl(back) ? back : $"/ledgers/review{Query}");
    }

    private static List<ReviewChoice> Choices(IEnumerable<string> texts) =>
    [
        .. texts.Select(text => text.Split(':')).Where(parts => parts.Length == 2 && Guid.TryParse(parts[0], out _) && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .Select(parts => new ReviewChoice(Guid.Parse(parts[0]), int.Parse(parts[1], CultureInfo.InvariantCulture))).DistinctBy(choice => choice.Id),
    ];
}
