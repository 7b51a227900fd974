namespace Jinguo.Core.Base.Time;

/// <summary>What the State Council's notices say of one calendar year, as far as it differs from ordinary weeks.</summary>
/// <param name="Year">The calendar year of all its days.</param>
/// <param name="Rest">放假: rest days from Monday to Friday.</param>
/// <param name="Work">调休上班: Saturdays and Sundays that are worked.</param>
public sealed record WorkYear(int Year, IReadOnlyList<DateOnly> Rest, IReadOnlyList<DateOnly> Work);

/// <summary>A day that was reckoned in working days.</summary>
/// <param name="Day">The day.</param>
/// <param name="IsProvisional">
/// True where the reckoning touched days whose holidays are not announced yet; it is repeated once the table of that year is there.
/// </param>
public readonly record struct ReckonedDay(DateOnly Day, bool IsProvisional);
