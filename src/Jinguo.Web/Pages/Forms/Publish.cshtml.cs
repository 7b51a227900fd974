using System.Text.Json;
using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Facts;
using Jinguo.Core.Figures.Reading;
using Jinguo.Core.Records.Ledgers.Forms;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Pages.Forms;

/// <summary>The gate: what the form asks that the ledgers hold, with the figures; then 文号, validity and publication.</summary>
[Needs(Right.FormWrite)]
public sealed class PublishModel(OwnForm own, FormGate gate, FormService forms, FigureBook figures, FillTimes times, Actor actor, TimeProvider time) : PageModel
{
    private const string Take = "take";
    private const string Keep = "keep";

    public OpenedForm Opened { get; private set; } = null!;

    public FormFinding Finding { get; private set; } = new([], null);

    public IReadOnlyList<string> Wrong => OwnForm.Problems(Opened);

    /// <summary>The figures that answer, by measure.</summary>
    public IReadOnlyDictionary<string, string> Figures { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>How many fields were given up just now for figures that are there.</summary>
    public int Taken { get; private set; }

    public string? DocumentNumber { get; private set; }

    public DateOnly? ValidFrom { get; private set; }

    public DateOnly? ValidTo { get; private set; }

    public string PeriodName => Period.Year(time.Today().Year).Name;

    public int Seconds => Opened.Addition is { } addition ? addition.Fields.Sum(times.SecondsOf) : Opened.Type is { } type ? times.SecondsOf(type) : 0;

    public decimal MinutesAWeek => FillTimes.MinutesAWeek(Seconds, Opened.Type?.TimesAYear ?? times.UsualTimesAYear);

    /// <summary>True where the form is another name for a ledger that is used: what is new belongs there.</summary>
    public bool MayBecomeAddition => Finding.Alike is not null && Opened.Addition is null && Opened.Versions.Count == 0;

    public string FigureAddress(string measure) => $"/figures/explain?organisation={actor.OrganisationId}&figure={measure}&period={time.Today().Year}";

    /// <summary>What was answered: sent just now, or with the version before.</summary>
    public string Answer(string code) => Sent($"answer-{code}") ?? (Reason(code).Length > 0 ? Keep : "");

    public string Reason(string code) => Sent($"reason-{code}")
        ?? Before.FirstOrDefault(kept => kept.Field == Finding.Demands.FirstOrDefault(demand => demand.Asked.Code == code)?.Asked.Name)?.Reason ?? "";

    private IReadOnlyList<KeptField> Before => Opened.Versions is [{ Kept: { } json }, ..] ? JsonSerializer.Deserialize<List<KeptField>>(json)! : [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
            return NotFound();
        ValidFrom = time.Today();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, [FromForm] int version, [FromForm] string? documentNumber, [FromForm] DateOnly? validFrom, [FromForm] DateOnly? validTo, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
            return NotFound();
        (DocumentNumber, ValidFrom, ValidTo) = (documentNumber, validFrom, validTo);
        ModelState.Clear();
        var taken = Finding.AlreadyHeld.Select(demand => demand.Asked.Code).Where(code => Sent($"answer-{code}") == Take).ToList();
        if (taken.Count > 0)
            return await TakeAsync(id, version, taken, cancel);
        var reasons = Finding.AlreadyHeld.Where(demand => Sent($"answer-{demand.Asked.Code}") == Keep).ToDictionary(demand => demand.Asked.Code, demand => Reason(demand.Asked.Code), StringComparer.Ordinal);
        var published = await forms.PublishAsync(id, version, new(documentNumber ?? "", validFrom, validTo), reasons, cancel);
        if (!published.Done)
        {
            ModelState.Add(published.Problems, prefix: "");
            return Page();
        }
        this.Tell(MessageKind.Ok, $"第{published.Value.Version}版已发布，{Show.Day(published.Value.ValidFrom)}起用。");
        return LocalRedirect($"/forms/{id}");
    }

    public async Task<IActionResult> OnPostAdditionAsync(Guid id, [FromForm] int version, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel) || !MayBecomeAddition)
            return NotFound();
        var fresh = Finding.New.Select(demand => demand.Asked.Code).ToList();
        return await ChangedAsync(id, await forms.ChangeAsync(id, version, sheet =>
        {
            sheet.BecomeAddition(Finding.Alike!.Code, fresh);
            return null;
        }, cancel), $"已改成“{Finding.Alike!.Name}”的补充项，只留下新的{fresh.Count}项。", cancel);
    }

    // The figures are there; what is left is looked at once more before it is published.
    // The page is shown at once, not by another address: what was typed for the others stays.
    private async Task<IActionResult> TakeAsync(Guid id, int version, List<string> taken, CancellationToken cancel)
    {
        var outcome = await forms.ChangeAsync(id, version, sheet =>
        {
            foreach (var code in taken)
                sheet.Remove(code);
            return null;
        }, cancel);
        ModelState.Add(outcome.Problems, prefix: "");
        Taken = outcome.Done ? taken.Count : 0;
        return await LoadAsync(id, cancel) ? Page() : NotFound();
    }

    private async Task<IActionResult> ChangedAsync(Guid id, Outcome<FormDraft> outcome, string message, CancellationToken cancel)
    {
        if (outcome.Done)
        {
            this.Tell(MessageKind.Ok, message);
            return LocalRedirect($"/forms/{id}/publish");
        }
        ModelState.Add(outcome.Problems, prefix: "");
        return await LoadAsync(id, cancel) ? Page() : NotFound();
    }

    private string? Sent(string name) => Request.HasFormContentType && Request.Form.TryGetValue(name, out var sent) ? sent.ToString() : null;

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        if (await own.FindAsync(id, cancel) is not { } opened)
            return false;
        Opened = opened;
        Finding = await gate.FindAsync(opened.Reading, actor.Path, cancel);
        var keys = Finding.AlreadyHeld.SelectMany(demand => demand.Held).Select(held => held.Measure).OfType<string>().Distinct(StringComparer.Ordinal).Select(code => new FigureKey(code)).ToList();
        if (keys.Count > 0 && await figures.ReadAsync(new(actor.OrganisationId, keys, Period.Year(time.Today().Year)), cancel) is { Done: true, Value: var table })
            Figures = table.Total.Figures.ToDictionary(figure => figure.Heading.Key.Measure, figure => figure.TextWithUnit, StringComparer.Ordinal);
        return true;
    }
}
