using Jinguo.Core.Base.Notices;
using Jinguo.Web.Pages.Figures;
using Jinguo.Web.Pages.Tables;
using Jinguo.Web.Ui;

namespace Jinguo.Web.Pages.Notices;

/// <summary>Notices in words, and where they lead.</summary>
public static class NoticeWords
{
    /// <summary>The groups in their order.</summary>
    public static IReadOnlyList<NoticeGroup> Groups { get; } = [NoticeGroup.Overdue, NoticeGroup.Soon, NoticeGroup.Returned, NoticeGroup.Waiting];

    /// <summary>逾期.</summary>
    public static string Name(NoticeGroup group) => group switch
    {
        NoticeGroup.Overdue => "逾期",
        NoticeGroup.Soon => "快到期",
        NoticeGroup.Returned => "退回",
        NoticeGroup.Waiting => "等着办",
        _ => throw new ArgumentOutOfRangeException(nameof(group)),
    };

    /// <summary>What waits: 待审核3笔, 走访 芙蓉村妇女之家.</summary>
    public static string Title(Notice notice) => notice.Kind switch
    {
        NoticeKind.Review => $"{BodyWords.Short(notice.Title)}待审核{notice.Count}笔",
        NoticeKind.Returned => notice.Title,
        NoticeKind.Visit => $"走访 {notice.Title}",
        NoticeKind.Circular => $"通知 {notice.Title}",
        NoticeKind.Table => $"报表 {notice.Title}{(notice.Period is { } period ? $"（{TableWords.Period(period)}）" : "")}",
        NoticeKind.Term => $"{notice.Title}换届",
        NoticeKind.Request => $"{notice.Title}{notice.Count}个",
        NoticeKind.Case => $"维权 {notice.Title}",
        _ => throw new ArgumentOutOfRangeException(nameof(notice)),
    };

    /// <summary>The line below it: why it came back, who asks, since when; empty for none.</summary>
    public static string Note(Notice notice, DateOnly today) => notice.Kind switch
    {
        NoticeKind.Review => $"最早{Show.Moment(notice.Since!.Value, today)}报来",
        NoticeKind.Returned => $"{(notice.Note is null ? "" : $"原因：{notice.Note}　")}{Show.Moment(notice.Since!.Value, today)}退回，改好再交前不计入数",
        NoticeKind.Circular => $"{notice.Note}　{Show.Moment(notice.Since!.Value, today)}发来",
        NoticeKind.Table => $"{notice.Note}　{Show.Moment(notice.Since!.Value, today)}布置",
        NoticeKind.Case => notice.Note ?? "",
        _ => "",
    };

    /// <summary>What to do: 去审核.</summary>
    public static string Act(Notice notice) => notice.Kind switch
    {
        NoticeKind.Review => "去审核",
        NoticeKind.Returned => "去修改",
        NoticeKind.Visit => "去登记",
        NoticeKind.Circular => notice.NeedsAnswer ? "去回复" : "去签收",
        NoticeKind.Table => notice.Period is null ? "接着填" : "去填报",
        NoticeKind.Term => "去查看",
        NoticeKind.Request => "去处理",
        NoticeKind.Case => "去办理",
        _ => throw new ArgumentOutOfRangeException(nameof(notice)),
    };

    /// <summary>Where that is done.</summary>
    public static string Address(Notice notice) => notice.Kind switch
    {
        NoticeKind.Review => $"/ledgers/review?body={notice.Key}",
        NoticeKind.Returned => $"/ledgers/{notice.Key}/edit",
        NoticeKind.Visit => $"/ledgers/{notice.Key}",
        NoticeKind.Circular => $"/circulars/{notice.Key}",
        NoticeKind.Table => notice.Period is { } period ? $"/tables/new?definition={notice.Key}&period={period}" : $"/tables/{notice.Key}",
        NoticeKind.Term => $"/organisations/{notice.Key}/posts",
        NoticeKind.Request => "/security",
        NoticeKind.Case => $"/cases/{notice.Key}",
        _ => throw new ArgumentOutOfRangeException(nameof(notice)),
    };

    /// <summary>Where everything of a kind is listed.</summary>
    public static string Home(NoticeKind kind) => kind switch
    {
        NoticeKind.Review => "/ledgers/review",
        NoticeKind.Returned => "/ledgers/list?state=Returned",
        NoticeKind.Visit => "/ledgers/registers",
        NoticeKind.Circular => "/circulars",
        NoticeKind.Table => "/tables",
        NoticeKind.Term => "/posts?filter=Overdue",
        NoticeKind.Request => "/security",
        NoticeKind.Case => "/cases",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>全部到期走访.</summary>
    public static string AllOf(NoticeKind kind) => kind switch
    {
        NoticeKind.Review => "全部待审核的记录",
        NoticeKind.Returned => "全部退回的记录",
        NoticeKind.Visit => "全部到期走访",
        NoticeKind.Circular => "全部通知",
        NoticeKind.Table => "上级要的全部报表",
        NoticeKind.Term => "全部换届情况",
        NoticeKind.Request => "全部申请",
        NoticeKind.Case => "全部在办的事项",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
