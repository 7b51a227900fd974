using Jinguo.Core.Base;
using Jinguo.Core.Base.Forms;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Facts;

namespace Jinguo.Core.Records.OldReports;

/// <summary>Why a figure would be counted twice, and what to do instead. Pure.</summary>
internal static class OldReportWords
{
    /// <summary>A value with its word of approximation and unit: 1300余人次.</summary>
    public static string Number(long value, string hedge, Measure measure)
    {
        HedgeWords.TryFind(hedge, out var word);
        return new Quantity(measure.InUnit(value), word).InSentence(measure.Unit);
    }

    /// <summary>Another document tells it.</summary>
    public static Problem Told(OldFigure figure, DocumentOverlap overlap, Measure measure, OldReport report)
    {
        var other = overlap.Other;
        var document = overlap.Title is { } title ? $"《{title}》" : "一份旧材料";
        var whose = other.OrganisationId == report.OrganisationId ? "" : overlap.Body;
        var rest = measure.Kind == MeasureKind.Flow && other.OrganisationId == report.OrganisationId && Rest(figure.Period, other.Period) is { } left
            ? $"只差{left.Name}的，请把其余的数从台账记在{left.Name}；"
            : "";
        return new("old-report.told", $"“{Written(figure)}”与{whose}{document}里{other.Period.Name}的{measure.Name}{Number(other.Value, other.Hedge, measure)}重叠，会算两遍。{rest}要用这个数，请先在那份材料里撤销那一个。", "figures");
    }

    /// <summary>Records tell it.</summary>
    public static Problem Recorded(OldFigure figure, RecordOverlap overlap, Measure measure) =>
        new("old-report.recorded", $"“{Written(figure)}”：{figure.Period.Name}的{measure.Name}台账已有{(measure.IsSensitive ? "" : Number(overlap.Value, "", measure))}，再入账会算两遍，请去掉勾。", "figures");

    // The one stretch of a period that another one leaves; null where there is none, or two.
    private static Period? Rest(Period period, Period taken) => (taken.First <= period.First, taken.Last >= period.Last) switch
    {
        (true, false) => new(taken.Last.AddDays(1), period.Last),
        (false, true) => new(period.First, taken.First.AddDays(-1)),
        _ => null,
    };

    private static string Written(OldFigure figure) => figure.Quote.Substring(figure.At, figure.Length);
}
