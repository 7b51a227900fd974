using Jinguo.Core.Base.Notices;
using Jinguo.Web.Pages.Notices;

namespace Jinguo.Web.Tests.Notices;

public class NoticeWordsTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);
    private static readonly DateTime Since = new(2026, 11, 18, 2, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void RecordsToReview_AreCountedByBody_AndLeadToItsQueue()
    {
        var notice = new Notice(NoticeKind.Review, NoticeGroup.Waiting, "7", "安和县东山镇妇联") { Count = 3, Since = Since };

        Assert.EndsWith("东山镇待审核3笔", NoticeWords.Title(notice), StringComparison.Ordinal);
        Assert.Equal(("最早11月18日报来", "去审核", "/ledgers/review?body=7"), (NoticeWords.Note(notice, Today), NoticeWords.Act(notice), NoticeWords.Address(notice)));
    }

    [Fact]
    public void ARecordThatCameBack_SaysWhy_AndLeadsToItsForm()
    {
        var notice = new Notice(NoticeKind.Returned, NoticeGroup.Returned, "1a", "编织培训") { Note = "缺到场人数", Since = Since };

        Assert.Equal(("编织培训", "原因：缺到场人数　11月18日退回，改好再交前不计入数", "/ledgers/1a/edit"), (NoticeWords.Title(notice), NoticeWords.Note(notice, Today), NoticeWords.Address(notice)));
    }

    [Theory]
    [InlineData(true, "去回复")]
    [InlineData(false, "去签收")]
    public void ACircular_IsAnsweredOrReceived(bool needsAnswer, string act) =>
        Assert.Equal(act, NoticeWords.Act(new(NoticeKind.Circular, NoticeGroup.Soon, "1a", "通知") { NeedsAnswer = needsAnswer }));

    [Fact]
    public void ATableThatIsNotBegun_LeadsToANewOne_ABegunOneToItself()
    {
        var asked = new Notice(NoticeKind.Table, NoticeGroup.Soon, "1a", "月报") { Period = "2026-10" };

        Assert.Equal(("去填报", "/tables/new?definition=1a&period=2026-10"), (NoticeWords.Act(asked), NoticeWords.Address(asked)));
        Assert.Equal(("接着填", "/tables/1a"), (NoticeWords.Act(asked with { Period = null }), NoticeWords.Address(asked with { Period = null })));
    }

    [Fact]
    public void EveryKind_HasItsWordsAndItsPage() =>
        Assert.All(Enum.GetValues<NoticeKind>(), kind =>
        {
            var notice = new Notice(kind, NoticeGroup.Waiting, "1", "题") { Since = Since };
            Assert.All([NoticeWords.Title(notice), NoticeWords.Act(notice), NoticeWords.AllOf(kind)], words => Assert.NotEmpty(words));
            Assert.All([NoticeWords.Address(notice), NoticeWords.Home(kind)], address => Assert.StartsWith("/", address, StringComparison.Ordinal));
        });
}
