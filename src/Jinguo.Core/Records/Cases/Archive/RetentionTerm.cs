namespace Jinguo.Core.Records.Cases.Archive;

/// <summary>
/// 保管期限: how long an archived case is kept (domain-rules §2: a body fixes its own table, which its
/// archives office approves). Counted from the year after it was archived.
/// </summary>
public enum RetentionTerm
{
    /// <summary>10年.</summary>
    TenYears = 1,

    /// <summary>30年.</summary>
    ThirtyYears,

    /// <summary>永久: never destroyed.</summary>
    Permanent,
}

/// <summary>What a term means.</summary>
public static class RetentionTerms
{
    /// <summary>Where neither the archivist chose nor the body's table says: long rather than short, because what is destroyed does not come back.</summary>
    public const RetentionTerm Default = RetentionTerm.ThirtyYears;

    /// <summary>All of them, the shortest first.</summary>
    public static IReadOnlyList<RetentionTerm> All { get; } = Enum.GetValues<RetentionTerm>();

    /// <summary>10年, 30年, 永久.</summary>
    public static string Name(this RetentionTerm term) => term.Years() is { } years ? $"{years}年" : "永久";

    /// <summary>The last day on which it is kept, counted from the end of a day's year; null for ever.</summary>
    public static DateOnly? KeptUntil(this RetentionTerm term, DateOnly from) => term.Years() is { } years ? new(from.Year + years, 12, 31) : null;

    private static int? Years(this RetentionTerm term) => term switch
    {
        RetentionTerm.TenYears => 10,
        RetentionTerm.ThirtyYears => 30,
        RetentionTerm.Permanent => null,
        _ => throw new ArgumentOutOfRangeException(nameof(term)),
    };
}
