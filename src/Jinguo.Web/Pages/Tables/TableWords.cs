using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Figures.Tables.Definitions;
using Jinguo.Core.Figures.Tables.Filing;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Jinguo.Web.Pages.Tables;

/// <summary>Tables in words.</summary>
public static class TableWords
{
    private const int Years = 3;

    /// <summary>Where a table stands.</summary>
    public static string Name(this TableState state) => state switch
    {
        TableState.Draft => "草稿",
        TableState.Signed => "待审核",
        TableState.Reviewed => "待负责人签字",
        _ => "已报出",
    };

    /// <summary>更正表 of a later edition, else nothing.</summary>
    public static string Edition(int edition) => edition == 1 ? "" : edition == 2 ? "更正表" : $"第{edition - 1}次更正表";

    /// <summary>The period in words.</summary>
    public static string Period(string code) => Core.Base.Time.Period.TryParse(code, out var period) ? period.Name : code;

    /// <summary>How often a table is filed.</summary>
    public static string Name(this TablePeriod period) => period switch
    {
        TablePeriod.Month => "月报",
        TablePeriod.Quarter => "季报",
        TablePeriod.Half => "半年报",
        _ => "年报",
    };

    /// <summary>Periods for which a table is filed, the newest first; the chosen one or else the last that has ended is marked.</summary>
    public static IReadOnlyList<SelectListItem> Periods(TableDefinition definition, string? chosen, DateOnly today)
    {
        var all = Enumerable.Range(0, Years).SelectMany(back => OfYear(today.Year - back)).Where(period => definition.IsFor(period) && period.First <= today && definition.IsInForceIn(period))
            .OrderByDescending(period => period.First).ToList();
        var marked = all.Exists(period => period.Code == chosen) ? chosen : all.Find(period => period.Last < today).Code;
        return [.. all.Select(period => new SelectListItem(period.Name, period.Code, period.Code == marked))];
    }

    /// <summary>Levels below one.</summary>
    public static IReadOnlyList<SelectListItem> LevelsBelow(Level level, Level? chosen) =>
        [.. Enum.GetValues<Level>().Where(one => one > level).Select(one => new SelectListItem(one.Name(), one.ToString(), one == chosen))];

    /// <summary>What was done to a table.</summary>
    public static string Act(Change change) => change.Act switch
    {
        "table.made" => "新建",
        "table.supplemented" => "手工补充",
        "table.written" => "填写文字",
        "table.signed" => "填表人签字",
        "table.reviewed" => "审核人签字",
        "table.filed" => "负责人签字并报出",
        "table.returned" => "退回草稿",
        "table.correction-begun" => "开始更正",
        _ => change.Act,
    };

    private static IEnumerable<Period> OfYear(int year) =>
    [
        Core.Base.Time.Period.Year(year),
        .. Enumerable.Range(1, 2).Select(half => Core.Base.Time.Period.Half(year, half)),
        .. Enumerable.Range(1, 4).Select(quarter => Core.Base.Time.Period.Quarter(year, quarter)),
        .. Enumerable.Range(1, 12).Select(month => Core.Base.Time.Period.OfMonth(year, month)),
    ];
}
