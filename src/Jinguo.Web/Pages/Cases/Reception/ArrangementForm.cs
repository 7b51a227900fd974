using System.Globalization;
using Jinguo.Core.Records.Cases.Reception;

namespace Jinguo.Web.Pages.Cases.Reception;

/// <summary>When, where and who receives, as it is typed.</summary>
public sealed class ArrangementForm
{
    public string? From { get; set; }

    public string? To { get; set; }

    public string? Place { get; set; }

    public string? Leader { get; set; }

    public static ArrangementForm Of(ReceptionArrangement arrangement) => new() { From = ReceptionTexts.Clock(arrangement.From), To = ReceptionTexts.Clock(arrangement.To), Place = arrangement.Place, Leader = arrangement.Leader };

    /// <summary>As the service takes it; a time that cannot be read is midnight, which is no end.</summary>
    public ReceptionArrangement Arrangement => new(Time(From), Time(To), Place ?? "", Leader ?? "");

    private static TimeOnly Time(string? text) => TimeOnly.TryParse(text, CultureInfo.InvariantCulture, out var time) ? time : default;
}
