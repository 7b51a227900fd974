using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Jinguo.Web.Ui.TagHelpers;

/// <summary>State of a record. Review state and what it counts towards are two marks.</summary>
public enum RecordMark
{
    /// <summary>存本机</summary>
    OnDevice,

    /// <summary>待审核</summary>
    Waiting,

    /// <summary>已退回</summary>
    Returned,

    /// <summary>已入账</summary>
    Posted,

    /// <summary>已锁账</summary>
    Locked,

    /// <summary>已更正</summary>
    Corrected,

    /// <summary>已计入: waits for review, but counts since it was saved.</summary>
    Counted,

    /// <summary>未计: counts when accepted.</summary>
    NotCounted,

    /// <summary>已撤回</summary>
    Withdrawn,

    /// <summary>草稿</summary>
    Draft,
}

/// <summary><c>&lt;jg-status is="Waiting" /&gt;</c>: icon and word, no pill.</summary>
[HtmlTargetElement("jg-status", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StatusTagHelper : PartTagHelper
{
    public RecordMark Is { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (word, icon, tone) = Is switch
        {
            RecordMark.OnDevice => ("存本机", "wifi-off", " is-warn"),
            RecordMark.Waiting => ("待审核", "clock", ""),
            RecordMark.Returned => ("已退回", "arrow-back-up", " is-bad"),
            RecordMark.Posted => ("已入账", "check", " is-ok"),
            RecordMark.Locked => ("已锁账", "lock", ""),
            RecordMark.Corrected => ("已更正", "refresh", " is-warn"),
            RecordMark.Counted => ("已计入", "check", " is-ok"),
            RecordMark.NotCounted => ("未计", "clock", ""),
            RecordMark.Withdrawn => ("已撤回", "arrow-back-up", ""),
            RecordMark.Draft => ("草稿", "edit", ""),
            _ => throw new InvalidOperationException($"unknown mark {Is}"),
        };
        Become(output, "span", "jg-status" + tone);
        output.Content.AppendHtml(Icon(icon)).Append(word);
    }
}

/// <summary>
/// <c>&lt;jg-clock due="day" today="day" /&gt;</c>: 逾期n天, 今天到期, 剩n天 (amber within three days) or, with <c>done</c>, ✓ 已办.
/// <c>at</c> names the hour of today: 今天17:30.
/// </summary>
[HtmlTargetElement("jg-clock", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ClockTagHelper : PartTagHelper
{
    public DateOnly Due { get; set; }

    public DateOnly Today { get; set; }

    public TimeOnly? At { get; set; }

    public bool Done { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var left = Due.DayNumber - Today.DayNumber;
        var (css, icon, words) = left switch
        {
            _ when Done => (" is-done", "check", "已办"),
            < 0 => (" is-late", "alert-triangle", $"逾期{-left}天"),
            0 => (" is-near", "clock", At is { } hour ? "今天" + hour.ToString("HH:mm", CultureInfo.InvariantCulture) : "今天到期"),
            <= 3 => (" is-near", "clock", $"剩{left}天"),
            _ => ("", null, $"剩{left}天"),
        };
        Become(output, "span", "jg-clock" + css);
        if (icon is not null)
            output.Content.AppendHtml(Icon(icon));
        output.Content.Append(words);
    }
}

/// <summary>Risk of a case.</summary>
public enum RiskLevel
{
    /// <summary>红 高风险</summary>
    Red,

    /// <summary>黄 重点</summary>
    Yellow,

    /// <summary>绿 一般</summary>
    Green,
}

/// <summary><c>&lt;jg-risk level="Red" /&gt;</c></summary>
[HtmlTargetElement("jg-risk", TagStructure = TagStructure.WithoutEndTag)]
public sealed class RiskTagHelper : PartTagHelper
{
    public RiskLevel Level { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (css, icon, words) = Level switch
        {
            RiskLevel.Red => ("is-red", "alert-octagon", "红 高风险"),
            RiskLevel.Yellow => ("is-yellow", "alert-triangle", "黄 重点"),
            _ => ("is-green", "check", "绿 一般"),
        };
        Become(output, "span", "jg-risk " + css);
        output.Content.AppendHtml(Icon(icon)).Append(words);
    }
}
