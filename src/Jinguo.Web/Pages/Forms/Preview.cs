using Jinguo.Core.Base.Forms;
using Jinguo.Core.Records.Ledgers.Forms;
using Jinguo.Web.Pages.Ledgers;

namespace Jinguo.Web.Pages.Forms;

/// <summary>A form as the one who records will see it: the very parts of 记一笔 draw it.</summary>
/// <param name="Form">Empty, with its defaults.</param>
/// <param name="Seconds">What it asks for takes about so long.</param>
/// <param name="Today">Today in China.</param>
public sealed record Preview(RecordForm Form, int Seconds, DateOnly Today)
{
    /// <summary>The preview of a form.</summary>
    public static Preview Of(RecordType type, FillTimes times, DateOnly today) =>
        new(RecordForm.Empty(type, today, new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)), times.SecondsOf(type), today);
}
