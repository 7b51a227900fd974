namespace Jinguo.Office.Mentions;

/// <summary>What was read of a text.</summary>
/// <param name="Mentions">The numbers that it states, in its order.</param>
/// <param name="Skipped">The places with numerals that state none, in its order.</param>
public sealed record TextReading(IReadOnlyList<Mention> Mentions, IReadOnlyList<SkippedPlace> Skipped);

/// <summary>A place with numerals that state no number. 2026年3月8日 is one.</summary>
/// <param name="Start">First letter, in UTF-16 units of the text.</param>
/// <param name="End">Behind the last letter.</param>
/// <param name="Reason">Why they state none.</param>
public sealed record SkippedPlace(int Start, int End, SkippedReason Reason);

/// <summary>Why numerals state no number.</summary>
public enum SkippedReason
{
    /// <summary>A day, month, year or time of day.</summary>
    Date,

    /// <summary>第三届, 三楼: it only orders.</summary>
    Ordinal,

    /// <summary>一、 （二） 三是.</summary>
    ListNumber,

    /// <summary>A document number, telephone, code or version.</summary>
    Code,

    /// <summary>Part of a name or slogan: “三八”, 六个一, 《…100例》.</summary>
    Name,
}

/// <summary>A body or area that a text names: 东山镇, 县妇联, 全市.</summary>
/// <param name="Start">First letter, in UTF-16 units of the text.</param>
/// <param name="End">Behind the last letter.</param>
/// <param name="Text">The words.</param>
public sealed record NamedPlace(int Start, int End, string Text);
