using Jinguo.Core.Base;
using Jinguo.Core.Figures.Tables.Definitions;

namespace Jinguo.Core.Figures.Tables.Filing;

/// <summary>Problems that several acts on tables meet.</summary>
internal static class TableProblems
{
    public static Problem NotFound() => Problem.NotFound("这张报表");

    public static Problem WrongPeriod(TableDefinition definition) => new("table.period", $"《{definition.Name}》是{definition.Period switch { TablePeriod.Month => "月报，期间请选某个月", TablePeriod.Quarter => "季报，期间请选某个季度", TablePeriod.Half => "半年报，期间请选上半年或下半年", _ => "年报，期间请选某一年" }}。", "period");

    public static Problem Stale(StatisticalTable table) => new(Problem.StaleCode, $"这张报表刚被{table.ChangedBy}改过，请看过最新的再办。");

    public static Problem NotOwn() => new("table.own", "报表由本单位的人签字，请切换到这个单位再签。");
}
