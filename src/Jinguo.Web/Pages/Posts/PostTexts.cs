using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Records.Posts;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Jinguo.Web.Pages.Posts;

/// <summary>When 换届 is due, as a mark: words, icon and tone agree.</summary>
/// <param name="Words">换届逾期12天, 半年内换届….</param>
/// <param name="Icon">Its icon.</param>
/// <param name="Tone">Its class, or empty.</param>
public sealed record DueMark(string Words, string Icon, string Tone)
{
    private const int DaysOfMonth = 30;
    private const int DaysToMonths = 60;

    /// <summary>The mark of a term.</summary>
    public static DueMark Of(Term term, DateOnly today) => term.Ended is { } ended ? new($"{Show.Day(ended)}结束", "check", "") : Of(term.Due, today);

    /// <summary>The mark of a term that has not ended.</summary>
    public static DueMark Of(DateOnly due, DateOnly today)
    {
        var left = due.DayNumber - today.DayNumber;
        return Term.StateOf(due, today) switch
        {
            TermState.Overdue => new($"换届逾期{-left}天", "alert-triangle", " is-bad"),
            TermState.Soon => new(left < DaysToMonths ? $"还有{left}天换届" : $"还有{left / DaysOfMonth}个月换届", "clock", " is-warn"),
            _ => new($"{Show.Day(due)}换届", "check", " is-ok"),
        };
    }
}

/// <summary>Terms and posts in the words of the pages.</summary>
public static class PostTexts
{
    /// <summary>第12届，2024年3月8日起.</summary>
    public static string Name(Term term) => $"第{term.Number}届，{Show.Day(term.From)}{(term.Ended is { } ended ? $"至{Show.Day(ended)}" : "起")}";

    /// <summary>村党组织班子, 村（居）委会; at other levels 同级党委（党组）.</summary>
    public static string Committees(Post post, Organisation body) =>
        string.Join('、', new[] { post.IsInPartyCommittee ? PartyCommittee(body) : "", post.IsInVillageCommittee ? "村（居）委会" : "" }.Where(text => text.Length > 0));

    /// <summary>How the Party organisation of her level is called.</summary>
    public static string PartyCommittee(Organisation body) => body.IsOfVillage ? "村（社区）党组织班子" : "同级党委（党组）";

    /// <summary>The posts that a body may have.</summary>
    public static IReadOnlyList<SelectListItem> Kinds(Organisation body) =>
        [.. Enum.GetValues<PostKind>().Where(kind => kind != PostKind.Standing || body.MayHaveStanding).Select(kind => new SelectListItem(kind.Name(body.Kind), $"{kind}"))];

    /// <summary>The ways of entry.</summary>
    public static IReadOnlyList<SelectListItem> Entries { get; } = [.. Enum.GetValues<PostEntry>().Select(entry => new SelectListItem(entry.Name(), $"{entry}"))];

    /// <summary>The reasons of leaving that somebody may choose.</summary>
    public static IReadOnlyList<SelectListItem> Departures { get; } =
        [.. Enum.GetValues<Departure>().Where(departure => departure is not (Departure.TermEnded or Departure.Changed)).Select(departure => new SelectListItem(departure.Name(), $"{departure}"))];
}
