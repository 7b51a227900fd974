using Jinguo.Core.Records.Cases;
using Jinguo.Web.Ui;

namespace Jinguo.Web.Pages.Cases;

/// <summary>The marks of a case in words: 重复访、越级.</summary>
public static class CaseMarks
{
    /// <summary>Those that it bears, or a dash.</summary>
    public static string Of(Case one)
    {
        var marks = new (bool IsOn, string Name)[]
        {
            (one.IsAnonymous, "匿名"), (one.IsRepeat, "重复访"), (one.Visitors >= CaseChecks.JointFrom, "集体访"), (one.IsByProxy, "代访"), (one.IsSkippingLevel, "越级"), (one.IsMinor, "涉及未成年人"), (one.IsUrgent, "重大紧急"),
        };
        return marks.Any(mark => mark.IsOn) ? string.Join('、', marks.Where(mark => mark.IsOn).Select(mark => mark.Name)) : Show.None;
    }
}
