using System.Globalization;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Figures.Reading;

namespace Jinguo.Web.Pages.Figures;

/// <summary>Addresses at which figures are opened: the same from tables, records and printed reports.</summary>
public static class FigureAddress
{
    /// <summary>What a figure is made of.</summary>
    public static string Explain(int organisationId, FigureKey key, Period period, FigureTree tree = FigureTree.AsWas) => "/figures/explain" + Query(organisationId, key, period, tree);

    /// <summary>The facts behind a figure.</summary>
    public static string Rows(int organisationId, FigureKey key, Period period, FigureTree tree = FigureTree.AsWas) => "/figures/rows" + Query(organisationId, key, period, tree);

    /// <summary>The table of a body, with the breakdown of one measure or, without one, its main figures.</summary>
    public static string Table(int organisationId, Period? period = null, string? show = null, FigureTree tree = FigureTree.AsWas)
    {
        var query = QueryString.Create("organisation", organisationId.ToString(CultureInfo.InvariantCulture));
        if (period is { } span)
            query = query.Add("period", span.Code);
        if (show is not null)
            query = query.Add("show", show);
        return "/figures" + query.AddTree(tree);
    }

    /// <summary>The tree named by an address: today's, or as it was.</summary>
    public static FigureTree Tree(string? named) => named == TodaysTree ? FigureTree.AsIs : FigureTree.AsWas;

    private const string TodaysTree = "now";

    private static QueryString AddTree(this QueryString query, FigureTree tree) => tree == FigureTree.AsIs ? query.Add("tree", TodaysTree) : query;

    private static QueryString Query(int organisationId, FigureKey key, Period period, FigureTree tree) => QueryString
        .Create("organisation", organisationId.ToString(CultureInfo.InvariantCulture))
        .Add("figure", key.ToString())
        .Add("period", period.Code)
        .AddTree(tree);
}
