using System.Globalization;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Figures.Reading;

namespace Jinguo.Web.Pages.Figures;

/// <summary>How figures are looked at: on whose tree, and as the books were known when.</summary>
/// <param name="Tree">As it was, or today's.</param>
/// <param name="KnownAt">The instant (UTC); null for now.</param>
/// <param name="IsOwn">True for what the body did itself (本级), without the bodies below.</param>
public readonly record struct FigureView(FigureTree Tree = FigureTree.AsWas, DateTime? KnownAt = null, bool IsOwn = false)
{
    /// <summary>What an address says for today's tree.</summary>
    public const string TodaysTree = "now";

    private const string OwnWork = "own";

    /// <summary>Reads what an address says: <c>tree=now</c>; <c>known</c> as a day, of which the end is meant, or an instant; <c>of=own</c>.</summary>
    public static FigureView Of(string? tree, string? known, string? of = null) => new(tree == TodaysTree ? FigureTree.AsIs : FigureTree.AsWas, Instant(known), of == OwnWork);

    /// <summary>What an address says of the tree; null for the usual one.</summary>
    public string? TreeText => Tree == FigureTree.AsIs ? TodaysTree : null;

    /// <summary>What stands in an address.</summary>
    public QueryString AddTo(QueryString query)
    {
        if (TreeText is { } tree)
            query = query.Add("tree", tree);
        if (IsOwn)
            query = query.Add("of", OwnWork);
        return KnownAt is { } instant ? query.Add("known", Text(instant)) : query;
    }

    /// <summary>An instant as <see cref="Of"/> reads it.</summary>
    public static string Text(DateTime instant) => instant.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    /// <summary>The day of <see cref="KnownAt"/> in China, for a date input.</summary>
    public DateOnly? KnownDay => KnownAt is { } instant ? China.Day(instant) : null;

    private static DateTime? Instant(string? known)
    {
        if (DateOnly.TryParseExact(known, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1900 and < 9999)
            return China.EndOf(day);
        return DateTime.TryParseExact(known, "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant) && instant.Year is > 1900 and < 9999
            ? instant
            : null;
    }
}
