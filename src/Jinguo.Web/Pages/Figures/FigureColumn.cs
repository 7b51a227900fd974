using Jinguo.Core.Figures.Reading;
using Jinguo.Web.Ui;

namespace Jinguo.Web.Pages.Figures;

/// <summary>A column of figures as a table shows it: large sums of money in 万元, the exact sum behind the link.</summary>
public sealed class FigureColumn
{
    private const decimal YuanInWan = 10_000;
    private const decimal LeastForWan = 100_000;
    private readonly bool inWan;

    public FigureColumn(Figure total)
    {
        Heading = total.Heading;
        inWan = Heading.Unit == "元" && Math.Abs(total.Value ?? 0) >= LeastForWan;
    }

    public FigureHeading Heading { get; }

    public string Code => Heading.Key.ToString();

    public string Unit => inWan ? "万元" : Heading.Unit;

    /// <summary>The number in the unit of the column; null where nothing was recorded.</summary>
    public decimal? Value(Figure figure) => figure.IsNone ? null : inWan ? figure.Value / YuanInWan : figure.Value;

    /// <summary>Digits after the point: none for a sum of whole 元.</summary>
    public int Decimals(Figure figure) => inWan ? 2 : Heading.Unit == "元" && decimal.IsInteger(figure.Value ?? 0) ? 0 : Heading.Decimals;

    /// <summary>The number alone, for cells that are not opened.</summary>
    public string Text(Figure figure) => Value(figure) is { } value ? Show.Number(value, Decimals(figure)) : figure.Words ?? Show.None;

    /// <summary>Its part of the total: 13.9%.</summary>
    public string Share(Figure figure, Figure total) =>
        Heading.IsRatio || figure.IsNone || total.Value is not > 0 ? Show.None : Show.Percent((figure.Value ?? 0) / total.Value.Value);
}
