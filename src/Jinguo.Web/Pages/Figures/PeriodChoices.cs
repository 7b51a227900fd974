using Jinguo.Core.Base.Time;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Jinguo.Web.Pages.Figures;

/// <summary>The periods a page offers: this year and the two before, with halves, quarters and months.</summary>
public static class PeriodChoices
{
    private const int Years = 3;

    /// <summary>2026年，至11月20日 for a period that runs.</summary>
    public static string Name(Period period, DateOnly today)
    {
        var cut = period.UpTo(today);
        return cut.Last == period.Last ? period.Name : $"{period.Name}，至{cut.Last.Month}月{cut.Last.Day}日";
    }

    /// <summary>Everything that has begun by <paramref name="today"/>; the chosen period comes first where it is none of these.</summary>
    public static IEnumerable<SelectListItem> Items(Period chosen, DateOnly today)
    {
        var offered = Enumerable.Range(0, Years).SelectMany(back => OfYear(today.Year - back)).Where(period => period.First <= today).ToList();
        if (!offered.Contains(chosen))
            offered.Insert(0, chosen);
        return offered.Select(period => new SelectListItem(Name(period, today), period.Code, period == chosen));
    }

    private static IEnumerable<Period> OfYear(int year) =>
    [
        Period.Year(year),
        Period.Half(year, 1), Period.Half(year, 2),
        .. Enumerable.Range(1, 4).Select(quarter => Period.Quarter(year, quarter)),
        .. Enumerable.Range(1, 12).Select(month => Period.OfMonth(year, month)),
    ];
}
