using Jinguo.Core.Records.Cases;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Jinguo.Web.Pages.Cases;

/// <summary>The words by which cases are classed, as choices of a form.</summary>
public static class CaseChoices
{
    /// <summary>未婚, 已婚…</summary>
    public static IReadOnlyList<string> Marital { get; } = ["未婚", "已婚", "离异", "丧偶"];

    /// <summary>女, 男.</summary>
    public static IReadOnlyList<string> Sexes { get; } = ["女", "男"];

    /// <summary>来信, 来访…</summary>
    public static IEnumerable<SelectListItem> Of(IEnumerable<CaseWord> choices) => choices.Select(word => new SelectListItem(word.Name, word.Code));

    /// <summary>The parts of every class, each with its class: 婚姻家庭权益：家庭暴力.</summary>
    public static IEnumerable<SelectListItem> Categories(CaseWords words) =>
        words.Categories.SelectMany(category => category.Parts.Select(part => new SelectListItem($"{category.Name}：{part.Name}", part.Code))).Prepend(new("请选择", ""));

    /// <summary>红 高风险：有暴力或人身危险….</summary>
    public static IEnumerable<SelectListItem> Risks(CaseWords words) => words.Risks.Reverse().Select(risk => new SelectListItem($"{risk.Name}（{risk.Meaning}）", risk.Code));

    /// <summary>婚姻家庭权益（家庭暴力）.</summary>
    public static string Category(CaseWords words, Case one) => Category(words, one.Category);

    /// <summary>婚姻家庭权益（家庭暴力）, of a part's code.</summary>
    public static string Category(CaseWords words, string code) => words.Category(code) is var (category, part) ? $"{category.Name}（{part.Name}）" : "";

    /// <summary>The level of a risk, for its sign.</summary>
    public static Ui.TagHelpers.RiskLevel Level(CaseWords words, Case one) => Level(words, one.Risk);

    /// <summary>The level of a risk's code, for its sign.</summary>
    public static Ui.TagHelpers.RiskLevel Level(CaseWords words, string code) => words.Risks.ToList().FindIndex(risk => risk.Code == code) switch
    {
        0 => Ui.TagHelpers.RiskLevel.Red,
        1 => Ui.TagHelpers.RiskLevel.Yellow,
        _ => Ui.TagHelpers.RiskLevel.Green,
    };
}
