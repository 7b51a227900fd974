using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Facts;
using Jinguo.Core.Records.Ledgers.Forms;

namespace Jinguo.Web.Pages.Forms;

/// <summary>What the pages that change a form need: the form, if it is the actor's body's own, and the measures she may choose.</summary>
public sealed class OwnForm(Db db, FormReader reader, MeasureCatalogCache measures, Actor actor)
{
    /// <summary>The form; null where it is not there, or another body's.</summary>
    public async Task<OpenedForm?> FindAsync(Guid id, CancellationToken cancel) =>
        await reader.FindAsync(id, cancel) is { } opened && opened.Draft.OrganisationId == actor.OrganisationId && actor.Has(Right.FormWrite) ? opened : null;

    /// <summary>The form, where it is no 簿册.</summary>
    public async Task<OpenedForm?> FindFormAsync(Guid id, CancellationToken cancel) => await FindAsync(id, cancel) is { IsBundle: false } opened ? opened : null;

    /// <summary>The 簿册, where it is one.</summary>
    public async Task<OpenedForm?> FindBundleAsync(Guid id, CancellationToken cancel) => await FindAsync(id, cancel) is { IsBundle: true } opened ? opened : null;

    /// <summary>Where a form is changed.</summary>
    public static string EditAddress(FormDraft draft) => $"/forms/{draft.Id}/{(FormSheet.Of(draft.Json).IsBundle ? "bundle" : "edit")}";

    /// <summary>What is wrong with it yet, in its writer's words.</summary>
    public static IReadOnlyList<string> Problems(OpenedForm opened)
    {
        var sheet = FormSheet.Of(opened.Draft.Json);
        return [.. opened.Reading.Problems.Select(problem => FormWords.Of(problem, sheet)).Distinct()];
    }

    /// <summary>The measures that records count towards, offered to her body, and those that the form itself declares.</summary>
    public async Task<IReadOnlyList<CountedMeasure>> MeasuresAsync(OpenedForm opened, CancellationToken cancel)
    {
        var catalog = await measures.GetAsync(db, cancel);
        var own = opened.Reading.Pack?.Measures ?? [];
        return
        [
            .. own.Select(measure => new CountedMeasure(measure.Code, measure.Name, measure.Unit, measure.Synonyms, measure.Breakdown?.Options.Select(option => (option.Code, option.Name)).ToList() ?? [])),
            .. catalog.Offered(actor.Path).Where(measure => measure.Kind is MeasureKind.Flow or MeasureKind.Stock && own.All(one => one.Code != measure.Code))
                .Select(measure => new CountedMeasure(measure.Code, measure.Name, measure.Unit, measure.Synonyms, measure.Options.ConvertAll(option => (option.Code, option.Name)))),
        ];
    }

    /// <summary>Lets something of a form count as its writer wishes.</summary>
    /// <param name="sheet">The form.</param>
    /// <param name="code">A field, or <c>1</c> for one a record.</param>
    /// <param name="wish">Her wish.</param>
    /// <param name="known">The measures to choose from.</param>
    /// <param name="kind">Event or register.</param>
    public static Problem? Count(FormSheet sheet, string code, CountWish wish, IReadOnlyList<CountedMeasure> known, Core.Base.Forms.RecordKind kind)
    {
        var name = (wish.Measure ?? "").Trim();
        if (name.Length == 0)
        {
            sheet.CountTowards(code, null);
            return null;
        }
        if (known.FirstOrDefault(measure => measure.IsCalled(name)) is { } measure)
        {
            sheet.CountTowards(code, measure.Code, wish.Breakdown);
            return null;
        }
        if (string.IsNullOrWhiteSpace(wish.Definition))
            return new("form.measure", $"没有叫“{name}”的数据项。要新建，请写明口径：什么算、什么不算。", "definition");
        if (code == CountChoice.OneARecord && string.IsNullOrWhiteSpace(wish.Unit))
            return new("form.unit", "新数据项要有单位，例如“场”。", "measureUnit");
        sheet.Declare(code, new(name, wish.Definition.Trim(), (wish.Unit ?? "").Trim()), kind);
        return null;
    }
}

/// <summary>A measure that a form may count towards.</summary>
public sealed record CountedMeasure(string Code, string Name, string Unit, IReadOnlyList<string> Synonyms, IReadOnlyList<(string Code, string Name)> Options)
{
    /// <summary>Whether a person means it: by name, code or another name.</summary>
    public bool IsCalled(string name) => Name == name || Code == name || Synonyms.Contains(name, StringComparer.Ordinal);
}

/// <summary>What something of a form is to count towards.</summary>
public sealed class CountWish
{
    /// <summary>Name of a measure, there already or new; empty for none.</summary>
    public string? Measure { get; set; }

    /// <summary>口径 of a new one.</summary>
    public string? Definition { get; set; }

    /// <summary>Unit of a new one that is no field's.</summary>
    public string? Unit { get; set; }

    /// <summary>A choice field's code, or <c>'option'</c>.</summary>
    public string? Breakdown { get; set; }
}
