using Jinguo.Core.Base.Notices;
using Jinguo.Core.Records.Cases;
using Jinguo.Core.Tests.Records.Cases.Sharing;

namespace Jinguo.Core.Tests.Records.Cases;

/// <summary>What waits about cases is told once, by number and day; what a case is about never.</summary>
public sealed class CaseNoticesTests
{
    [Fact]
    public async Task AnOffer_IsToldAtOnce_HoweverFarItsDay_AndACaseThatPressesOnce()
    {
        await using var desk = await CaseDesk.OpenAsync();
        var pressing = await desk.ReceiveAsync(CaseDesk.Input("2026-11-06 09:20"));
        var far = await desk.ReceiveAsync(CaseDesk.Input("2026-11-20 09:00", risk: "green"), desk.Colleague);
        CaseDesk.Done(await desk.ActAsync(service => service.OfferAsync(far.Id, desk.Officer.AccountId!.Value), desk.Colleague));

        var notices = await desk.NoticesAsync(desk.Officer);

        Assert.Equal([($"{pressing.Id}", null), ($"{far.Id}", "请您接手")], notices.Select(notice => (notice.Key, notice.Note)));
        Assert.Equal((NoticeGroup.Waiting, "安妇访〔2026〕002号"), (notices[1].Group, notices[1].Title));
        Assert.Empty(await desk.NoticesAsync(desk.Superior));
    }

    [Fact]
    public async Task AnAnswerFromAnotherOffice_WaitsUntilSomethingIsDoneInTheCase()
    {
        await using var sharing = await SharingDesk.OpenAsync();
        var desk = sharing.Desk;
        var one = await sharing.ReceiveAsync();
        var letter = await sharing.SendAsync(SharingDesk.Letter(one));
        Assert.Equal($"incoming/{letter.Id}", Assert.Single(await desk.NoticesAsync(sharing.Township)).Key);

        CaseDesk.Done(await desk.WithAsync(sharing.Township, hands => hands.Incoming.RefuseAsync(letter.Id, "不在本镇居住")));
        Assert.Empty(await desk.NoticesAsync(sharing.Township));
        Assert.Single(await desk.NoticesAsync(desk.Officer), notice => notice.Note == "转送的单位有了答复");

        one = (await desk.ReadAsync(reader => reader.OpenAsync(one.Id, null)))!.Case;
        CaseDesk.Done(await desk.ActAsync(service => service.WriteDownAsync(CaseStep.Talk, new(Guid.CreateVersion7(), one.Id, one.Version, desk.Clock.GetUtcNow().UtcDateTime, "告诉她由本会办理"))));
        Assert.DoesNotContain(await desk.NoticesAsync(desk.Officer), notice => notice.Note is not null);
    }
}
