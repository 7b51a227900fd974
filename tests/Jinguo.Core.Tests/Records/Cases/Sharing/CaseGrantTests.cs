using Jinguo.Core.Base;
using Jinguo.Core.Records.Cases;
using Jinguo.Core.Records.Cases.Sharing;
using Jinguo.Testing;

namespace Jinguo.Core.Tests.Records.Cases.Sharing;

/// <summary>The reviewing body reads the file while the review runs, and no longer.</summary>
public sealed class CaseGrantTests : IAsyncLifetime
{
    private SharingDesk sharing = null!;
    private Case one = null!;

    private CaseDesk Desk => sharing.Desk;

    public async Task InitializeAsync()
    {
        sharing = await SharingDesk.OpenAsync();
        one = await sharing.ReceiveAsync();
        one = await Desk.MoveAsync(one, CaseAct.Answer, "2026-11-10 09:20");
    }

    public async Task DisposeAsync() => await sharing.DisposeAsync();

    [Fact, Rule("PET-09")]
    public async Task TheReviewingBody_ReadsTheWholeFile_MaskedOrWithAReason_AndWritesNothing()
    {
        Assert.Equal("case.grant.stage", CaseDesk.Refusal(await GiveAsync(new(2026, 12, 10))));
        one = await Desk.MoveAsync(one, CaseAct.AskReview, "2026-11-12 09:20");
        Assert.Equal("case.grant.until", CaseDesk.Refusal(await GiveAsync(new(2026, 12, 21))));
        Assert.Null(await OpenAsync());

        CaseDesk.Done(await GiveAsync(new(2026, 12, 10)));

        var file = Assert.Single(await Desk.WithAsync(Desk.Superior, hands => hands.Grants.ListReceivedAsync()));
        Assert.Equal(("安妇访〔2026〕001号", "安和县妇联"), (file.Number, file.From));
        Assert.Equal("同意市妇联为复查看案卷", Assert.Single(await Desk.WithAsync(Desk.Officer, hands => hands.Grants.ListGivenAsync(one.Id))).ConsentWords);
        var page = (await OpenAsync())!;
        Assert.Equal((false, 0, "138****1234"), (page.MayAct, page.Colleagues.Count, page[CaseField.Phone]));
        Assert.Contains(page.Course, line => line.Kind == "申请复查");
        Assert.Equal("13812341234", (await OpenAsync("复查要核对身份"))![CaseField.Phone]);
        Assert.Equal(Problem.NotFoundCode, CaseDesk.Refusal(await Desk.TryAsync(page.Case, CaseAct.AnswerReview, "2026-11-20 09:20", Desk.Superior)));
        Assert.Empty((await Desk.ReadAsync(reader => reader.ListAsync(CaseFilter.Closed, 1), Desk.Superior)).Lines);
        Assert.Equal(["case.granted", "case.seen", "case.revealed"], (await Desk.TrailAsync(one)).TakeLast(3));
    }

    [Theory]
    [InlineData("answered")]
    [InlineData("taken back")]
    [InlineData("over")]
    public async Task TheFile_IsReadNoMore_OnceTheReviewIsAnsweredOrItsDayIsOver(string how)
    {
        one = await Desk.MoveAsync(one, CaseAct.AskReview, "2026-11-12 09:20");
        var grant = CaseDesk.Done(await GiveAsync(new(2026, 11, 22)));
        one = await sharing.NowAsync(one);
        Assert.NotNull(await OpenAsync());

        if (how == "answered")
            await Desk.MoveAsync(one, CaseAct.AnswerReview, "2026-11-20 09:20");
        else if (how == "taken back")
            CaseDesk.Done(await Desk.WithAsync(Desk.Officer, hands => hands.Grants.EndAsync(grant.Id)));
        else
            Desk.Clock.Advance(TimeSpan.FromDays(3));

        Assert.Null(await OpenAsync());
        Assert.Empty(await Desk.WithAsync(Desk.Superior, hands => hands.Grants.ListReceivedAsync()));
    }

    private Task<Outcome<CaseGrant>> GiveAsync(DateOnly until) =>
        Desk.WithAsync(Desk.Officer, hands => hands.Grants.GiveAsync(new(Guid.CreateVersion7(), one.Id, one.Version, "云川市妇联", until, SharingDesk.Consent(words: "同意市妇联为复查看案卷"))));

    private Task<CaseView?> OpenAsync(string? fullFor = null) => Desk.ReadAsync(reader => reader.OpenAsync(one.Id, fullFor), Desk.Superior);
}
