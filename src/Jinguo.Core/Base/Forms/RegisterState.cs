namespace Jinguo.Core.Base.Forms;

/// <summary>How a register entry stands on a day.</summary>
/// <param name="InForce">Whether it exists: begun and not ended.</param>
/// <param name="VisitDue">The day by which it must be visited, or null where no visits are due.</param>
public readonly record struct RegisterState(bool InForce, DateOnly? VisitDue)
{
    /// <summary>The state of an entry.</summary>
    /// <param name="type">A register type.</param>
    /// <param name="values">What the entry holds.</param>
    /// <param name="day">The day asked about, usually today.</param>
    public static RegisterState On(RecordType type, RecordValues values, DateOnly day)
    {
        var inForce = values.Day <= day && (values.Until is not { } until || until > day);
        if (!inForce || type.VisitEveryMonths is not { } months)
            return new RegisterState(inForce, null);
        var last = (values[RecordType.LastVisitField] as DaysValue)?.Days.Last ?? values.Day;
        return new RegisterState(true, last?.AddMonths(months));
    }
}
