using System.Globalization;
using Jinguo.Core.Records.Cases.Reception;

namespace Jinguo.Web.Pages.Cases.Reception;

/// <summary>Reception days in words.</summary>
public static class ReceptionTexts
{
    /// <summary>09:00.</summary>
    public static string Clock(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>09:00—11:30.</summary>
    public static string When(ReceptionArrangement arrangement) => $"{Clock(arrangement.From)}—{Clock(arrangement.To)}";

    /// <summary>2026-12-15, as addresses have it.</summary>
    public static string Address(DateOnly day) => $"/cases/reception/{day:yyyy-MM-dd}";

    /// <summary>What is particular about a day: 暂定, 已取消…; empty where nothing is.</summary>
    public static string Marks(ReceptionDayLine line)
    {
        var day = line.Day;
        var marks = new (bool IsOn, string Name)[]
        {
            (day.CancelledAt is not null, "已取消"), (line.IsProvisional, "暂定，节假日还没有公布"), (line.IsRestDay, "现在是休息日，请改期"),
            (day.MovedFrom is not null, $"由{day.MovedFrom:M月d日}改来"), (day.Month is null, "加开"), (line.IsFinal, "纪要已定稿"),
        };
        return string.Join('；', marks.Where(mark => mark.IsOn).Select(mark => mark.Name));
    }
}
