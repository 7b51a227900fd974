using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Forms;
using Jinguo.Core.Records.Ledgers.Forms;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Jinguo.Web.Pages.Forms;

/// <summary>One field of a form, and what it counts towards.</summary>
[Needs(Right.FormWrite)]
public sealed class FieldModel(OwnForm own, FormService forms) : PageModel
{
    private const int MostOptions = 60;

    [BindProperty(SupportsGet = true, Name = "code")]
    public string? Code { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public OpenedForm Opened { get; private set; } = null!;

    public CountChoice Counts { get; private set; } = null!;

    /// <summary>The fields that name persons.</summary>
    public IReadOnlyList<SelectListItem> Persons => Opened.OwnFields.Any(one => one.Type == FieldType.Person)
        ? [new("不是", ""), .. Opened.OwnFields.Where(one => one.Type == FieldType.Person).Select(one => new SelectListItem(one.Name, one.Code))]
        : [];

    /// <summary>The fields of the form.</summary>
    public sealed class Form
    {
        public int Version { get; set; }

        public string? Name { get; set; }

        public FieldType Type { get; set; } = FieldType.Text;

        public string? Unit { get; set; }

        public string? Options { get; set; }

        public bool InEntry { get; set; }

        public bool Required { get; set; }

        public bool Hedge { get; set; }

        public bool Recall { get; set; }

        public bool Personal { get; set; }

        public bool Minor { get; set; }

        public string? PersonField { get; set; }

        public decimal? Min { get; set; }

        public decimal? Max { get; set; }

        public int Decimals { get; set; }

        public string? Default { get; set; }

        public string? Hint { get; set; }

        public string? Help { get; set; }

        /// <summary>Whether something behind 更多 is filled.</summary>
        public bool HasMore => Min is not null || Max is not null || Decimals != 0 || !string.IsNullOrEmpty(Default + Hint + Help);

        internal static Form Of(FieldWish wish, int version) => new()
        {
            Version = version,
            Name = wish.Name,
            Type = wish.Type,
            Unit = wish.Unit,
            Options = string.Join('\n', wish.Options),
            InEntry = wish.InEntry,
            Required = wish.Required,
            Hedge = wish.Hedge,
            Recall = wish.Recall,
            Personal = wish.Personal,
            Minor = wish.Minor,
            PersonField = wish.PersonField,
            Min = wish.Min,
            Max = wish.Max,
            Decimals = wish.Decimals,
            Default = wish.Default,
            Hint = wish.Hint,
            Help = wish.Help,
        };

        internal FieldWish ToWish() => new((Name ?? "").Trim(), Type)
        {
            Unit = (Unit ?? "").Trim(),
            Options = [.. (Options ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal).Take(MostOptions)],
            InEntry = InEntry,
            Required = Required,
            Hedge = Hedge,
            Recall = Recall,
            Personal = Personal,
            Minor = Minor,
            PersonField = PersonField ?? "",
            Min = Min,
            Max = Max,
            Decimals = Math.Clamp(Decimals, 0, 4),
            Default = Default ?? "",
            Hint = Hint ?? "",
            Help = Help ?? "",
        };
    }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
            return NotFound();
        Input.Version = Opened.Draft.Version;
        if (Code is not null && Opened.OwnFields.FirstOrDefault(field => field.Code == Code) is { } field)
            Input = Form.Of(FieldWish.Of(field, Opened.Type?.Entry.Contains(Code, StringComparer.Ordinal) == true), Opened.Draft.Version);
        else if (Code is not null)
            return NotFound();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, [FromForm] CountWish wish, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
            return NotFound();
        if (string.IsNullOrWhiteSpace(Input.Name))
            return Refused(new Problem("form.field", "请写这一项的名称。", "Input.Name"));
        var known = await own.MeasuresAsync(Opened, cancel);
        var code = Code;
        var changed = await forms.ChangeAsync(id, Input.Version, sheet =>
        {
            code = sheet.PutField(Code, Input.ToWish(), Opened.TakenCodes);
            return Input.Type is FieldType.Number or FieldType.Money ? OwnForm.Count(sheet, code, wish, known, Opened.Type?.Kind ?? RecordKind.Event) : null;
        }, cancel);
        if (!changed.Done)
            return Refused([.. changed.Problems]);
        // A measure that is divided asks further: into which part.
        var opened = (await own.FindFormAsync(id, cancel))!;
        if (CountChoice.Of(opened, code!, await own.MeasuresAsync(opened, cancel)) is { Parts.Count: > 0, Breakdown: "" })
        {
            this.Tell(MessageKind.Info, "已存下。这个数据项分类统计，请选归入哪一类。");
            return LocalRedirect($"/forms/{id}/field?code={code}");
        }
        return LocalRedirect($"/forms/{id}/edit");
    }

    private PageResult Refused(params Problem[] problems)
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
        Counts = CountChoice.Of(opened, Code ?? "", await own.MeasuresAsync(opened, cancel));
        return true;
    }
}
