using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Forms;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Ledgers;
using Jinguo.Core.Records.Ledgers.Forms;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Jinguo.Web.Pages.Forms;

/// <summary>The designer: each act is a form that is sent, and the page comes back with it done.</summary>
[Needs(Right.FormWrite)]
public sealed class EditModel(Db db, OwnForm own, FormService forms, RecordTypeCatalogCache types, FillTimes times, Actor actor, TimeProvider time) : PageModel
{
    public OpenedForm Opened { get; private set; } = null!;

    public IReadOnlyList<CountedMeasure> Measures { get; private set; } = [];

    public IReadOnlyCollection<string> Groups { get; private set; } = [];

    public IReadOnlyList<string> Wrong => OwnForm.Problems(Opened);

    public Preview? Preview => Opened.Type is { } type ? Pages.Forms.Preview.Of(type, times, time.Today()) : null;

    public IReadOnlyList<Check> Checks => Opened.Addition?.Checks ?? Opened.Type?.Checks ?? [];

    public IReadOnlyList<SentencePiece> Sentences => Opened.Addition?.Sentences ?? Opened.Type?.Sentences ?? [];

    public IReadOnlyList<Field> Fields => Opened.Type?.Fields ?? [];

    public IEnumerable<SelectListItem> FieldItems => Fields.Select(one => new SelectListItem(one.Name, one.Code));

    public IReadOnlyCollection<string> FieldNames => [.. Fields.Where(one => one.Type is FieldType.Number or FieldType.Money or FieldType.Date).Select(one => one.Name)];

    public string Codes => string.Join("，", Fields.Select(one => $"{one.Name} {one.Code}"));

    /// <summary>计入培训人次, or nothing.</summary>
    public string CountsTowards(string code) =>
        FormSheet.Of(Opened.Draft.Json).MeasureOf(code) is { } measure ? $"计入{Measures.FirstOrDefault(one => one.Code == measure)?.Name ?? measure}" : "";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await LoadAsync(id, cancel) ? Page() : NotFound();

    public Task<IActionResult> OnPostUpAsync(Guid id, [FromForm] int version, [FromForm] string code, CancellationToken cancel) =>
        ChangeAsync(id, version, sheet => sheet.Move(code, up: true), cancel);

    public Task<IActionResult> OnPostDownAsync(Guid id, [FromForm] int version, [FromForm] string code, CancellationToken cancel) =>
        ChangeAsync(id, version, sheet => sheet.Move(code, up: false), cancel);

    public Task<IActionResult> OnPostRemoveAsync(Guid id, [FromForm] int version, [FromForm] string code, CancellationToken cancel) =>
        ChangeAsync(id, version, sheet => sheet.Remove(code), cancel);

    public Task<IActionResult> OnPostDropAsync(Guid id, [FromForm] int version, [FromForm] string list, [FromForm] int place, CancellationToken cancel) =>
        ChangeAsync(id, version, sheet => sheet.RemoveAt(list, place), cancel);

    public async Task<IActionResult> OnPostHeadAsync(Guid id, [FromForm] int version, [FromForm] string? name, [FromForm] string? group, [FromForm] string? title, [FromForm] int? timesAYear, [FromForm] bool accepted, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
            return NotFound();
        if (string.IsNullOrWhiteSpace(name) || string.IsNullOrWhiteSpace(group) || string.IsNullOrWhiteSpace(title))
            return Refused([new("form.head", "名称、归在哪一组、怎么称呼，三样都要填。", "name")]);
        var head = new FormHead(name.Trim(), group.Trim(), accepted ? CountsWhen.Accepted : CountsWhen.Saved, FormWords.WithCodes(title.Trim(), Fields), timesAYear);
        return await ChangeAsync(id, version, sheet => sheet.Describe(head), cancel);
    }

    public async Task<IActionResult> OnPostCountAsync(Guid id, [FromForm] int version, [FromForm] CountWish wish, [FromForm] string? measureUnit, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
            return NotFound();
        wish.Unit = measureUnit;
        return await ChangeAsync(id, await forms.ChangeAsync(id, version, sheet => OwnForm.Count(sheet, CountChoice.OneARecord, wish, Measures, Opened.Type?.Kind ?? RecordKind.Event), cancel), cancel);
    }

    public async Task<IActionResult> OnPostCheckAsync(Guid id, [FromForm] int version, [FromForm] string? left, [FromForm] string? sign, [FromForm] string? right, [FromForm] string? message, [FromForm] string? formula, [FromForm] bool onlyWarns, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
            return NotFound();
        var test = string.IsNullOrWhiteSpace(formula) ? DesignWords.Comparison(left, sign, right, Fields) : formula.Trim();
        if (test is null)
            return Refused([new("form.check", "请选一项，再写和哪一项（名称）或多少（数）比。", "right")]);
        if (!Formula.TryParse(test, out var parsed, out var error))
            return Refused([new("form.check", $"公式有误，{error}", "formula")]);
        var words = !string.IsNullOrWhiteSpace(message) ? message.Trim() : $"应当是：{DesignWords.Formula(parsed, Opened.Type!)}，请核对。";
        var level = onlyWarns ? ProblemLevel.Warning : ProblemLevel.Error;
        return await ChangeAsync(id, version, sheet => sheet.AddCheck(test, words, level, string.IsNullOrWhiteSpace(formula) ? left : null), cancel);
    }

    public async Task<IActionResult> OnPostSentenceAsync(Guid id, [FromForm] int version, [FromForm] string? text, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
            return NotFound();
        return string.IsNullOrWhiteSpace(text)
            ? Refused([new("form.sentence", "请写一句话，花括号里写字段名。", "text")])
            : await ChangeAsync(id, version, sheet => sheet.AddSentence(FormWords.WithCodes(text.Trim(), Fields), null), cancel);
    }

    private async Task<IActionResult> ChangeAsync(Guid id, int version, Action<FormSheet> change, CancellationToken cancel) =>
        await ChangeAsync(id, await forms.ChangeAsync(id, version, sheet =>
        {
            change(sheet);
            return null;
        }, cancel), cancel);

    private async Task<IActionResult> ChangeAsync(Guid id, Outcome<FormDraft> outcome, CancellationToken cancel)
    {
        if (outcome.Done)
            return LocalRedirect($"/forms/{id}/edit");
        return await LoadAsync(id, cancel) ? Refused(outcome.Problems) : NotFound();
    }

    private PageResult Refused(IReadOnlyList<Problem> problems)
    {
        ModelState.Clear();
        ModelState.Add(problems, prefix: "");
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        if (await own.FindFormAsync(id, cancel) is not { } opened)
            return false;
        Opened = opened;
        Measures = await own.MeasuresAsync(opened, cancel);
        Groups = [.. (await types.GetAsync(db, cancel)).Offered(actor.Path).Select(type => type.Type.Group).Distinct(StringComparer.Ordinal)];
        return true;
    }
}
