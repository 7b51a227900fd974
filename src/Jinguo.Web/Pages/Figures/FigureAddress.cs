using System.Globalization;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Figures.Reading;

namespace Jinguo.Web.Pages.Figures;

/// <summary>Addresses at which figures are opened: the same from tables, records and printed reports.</summary>
public static class FigureAddress
{
    /// <summary>What a figure is made of.</summary>
    public static string Explain(int organisationId, FigureKey key, Period period, FigureView view = default) => "/figures/explain" + Query(organisationId, period, key, view);

    /// <summary>The facts behind a figure.</summary>
    public static string Rows(int organisationId, FigureKey key, Period period, FigureView view = default) => "/figures/rows" + Query(organisationId, period, key, view);

    /// <summary>What differs between the books as they were known then and now: of all figures, or of one by bodies below.</summary>
    public static string Differences(int organisationId, Period period, DateTime known, FigureKey? key = null) =>
        "/figures/differences" + Query(organisationId, period, key, new(KnownAt: known));

    /// <summary>The closings that hold for a body.</summary>
    public static string Closings(int organisationId) => "/figures/closings" + QueryString.Create("organisation", organisationId.ToString(CultureInfo.InvariantCulture));

    /// <summary>The table of a body, with the breakdown of one measure or, without one, its main figures.</summary>
    public static string Table(int organisationId, Period? period = null, string? show = null, FigureView view = default)
    {
        var query = QueryString.Create("organisation", organisationId.ToString(CultureInfo.InvariantCulture));
        if (period is { } span)
            query = query.Add("period", span.Code);
        if (show is not null)
            query = query.Add("show", show);
        // A table shows own work in a row of its own.
        return "/figures" + (view with { IsOwn = false }).AddTo(query);
    }

    private static QueryString Query(int organisationId, Period period, FigureKey? key, FigureView view)
    {
        var query = QueryString.Create("organisation", organisationId.ToString(CultureInfo.InvariantCulture));
        if (key is { } wanted)
            query = query.Add("figure", wanted.ToString());
        return view.AddTo(query.Add("period", period.Code));
    }
}
