using System.Runtime.InteropServices;
using Jinguo.Core.Base.Time;

namespace Jinguo.Core.Figures.Publishing;

/// <summary>上半年 or 下半年.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct HalfYear(int Year, int Half)
{
    /// <summary>The half-year of a day.</summary>
    public static HalfYear Of(DateOnly day) => new(day.Year, day.Month <= 6 ? 1 : 2);

    /// <summary>yyyy1 or yyyy2, as it is kept.</summary>
    public int Number => Year * 10 + Half;

    /// <summary>First to last day.</summary>
    public Period Days => Period.Half(Year, Half);

    /// <summary>The one after it.</summary>
    public HalfYear Next => Half == 1 ? this with { Half = 2 } : new(Year + 1, 1);
}
