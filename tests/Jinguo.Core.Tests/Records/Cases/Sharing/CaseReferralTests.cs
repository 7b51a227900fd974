using Jinguo.Core.Base;
using Jinguo.Core.Base.Encryption;
using Jinguo.Core.Records.Cases;
using Jinguo.Core.Records.Cases.Sharing;
using Jinguo.Testing;
using Jinguo.Testing.Data;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Tests.Records.Cases.Sharing;

/// <summary>A matter is handed to another body: with consent, field by field, and owned until somebody accepts it.</summary>
public sealed class CaseReferralTests : IAsyncLifetime
{
    private SharingDesk sharing = null!;
    private Case one = null!;

    private CaseDesk Desk => sharing.Desk;

    public async Task InitializeAsync()
    {
        sharing = await SharingDesk.OpenAsync();
        one = await sharing.ReceiveAsync();
    }

    public async Task DisposeAsync() => await sharing.DisposeAsync();

    [Fact, Rule("PET-06")]
    public async Task WhoAccepts_HasACaseOfItsOwn_MadeOfWhatWasSent_AndTheSenderSeesHowItStands()
    {
        var referral = await sharing.SendAsync(SharingDesk.Letter(one, answerBy: new(2026, 12, 20), fields: [CaseField.Name, CaseField.Phone]));
        Assert.Equal(1, await Desk.WithAsync(sharing.Township, hands => hands.ReferralReader.CountIncomingAsync()));
        var letter = (await Desk.WithAsync(sharing.TownshipOfficer, hands => hands.ReferralReader.OpenIncomingAsync(referral.Id, null)))!;
        Assert.Equal(("安和县妇联", "请上门核实并回访", "138****1234"), (letter.From, letter.Asks, letter.Texts[CaseField.Phone]));

        var received = await sharing.AcceptAsync(referral);

        Assert.Equal(("assigned", sharing.TownshipOfficer.AccountId!.Value, 1), (received.Channel, received.Handler, received.Sequence));
        var page = (await Desk.ReadAsync(reader => reader.OpenAsync(received.Id, "上门前核对"), sharing.TownshipOfficer))!;
        // The safe contact goes along with the telephone; what was asked for is the request.
        Assert.Equal([CaseField.Name, CaseField.Phone, CaseField.Request, CaseField.SafeContact], page.Texts.Keys.Where(field => field != CaseField.QueryCode).Order());
        Assert.Equal("请上门核实并回访", page[CaseField.Request]);
        Assert.Equal((1, 1, 2), (await Desk.CountAsync(CaseFacts.Items, Desk.City.Top, "visit"), await Desk.CountAsync(CaseFacts.Items, Desk.City.Township, "letter"), await Desk.CountAsync(CaseFacts.Violence, Desk.City.Top)));

        Desk.Clock.Advance(TimeSpan.FromDays(1));
        received = await Desk.MoveAsync(received, CaseAct.Accept, "2026-11-20 22:00", sharing.TownshipOfficer);
        var sent = Assert.Single(await Desk.WithAsync(Desk.Officer, hands => hands.ReferralReader.ListSentAsync(one.Id)));
        Assert.Equal((ReferralState.Accepted, "东妇访〔2026〕001号", CaseStage.Accepted, received.DueAt), (sent.Referral.State, sent.Standing!.Number, sent.Standing.Stage, sent.Standing.DueAt));

        Assert.Equal("case.referral.unfinished", CaseDesk.Refusal(await Desk.WithAsync(sharing.TownshipOfficer, hands => hands.Incoming.ReturnAsync(received.Id, "已调解"))));
        await Desk.MoveAsync(received, CaseAct.Answer, "2026-11-20 23:00", sharing.TownshipOfficer);
        CaseDesk.Done(await Desk.WithAsync(sharing.TownshipOfficer, hands => hands.Incoming.ReturnAsync(received.Id, "双方达成调解协议")));
        sent = Assert.Single(await Desk.WithAsync(Desk.Officer, hands => hands.ReferralReader.ListSentAsync(one.Id)));
        Assert.Equal((ReferralState.Returned, "双方达成调解协议", CaseStage.Answered), (sent.Referral.State, sent.Answer, sent.Standing!.Stage));
        Assert.Equal("东山1镇妇联反馈：双方达成调解协议", (await Desk.ReadAsync(reader => reader.OpenAsync(one.Id, null)))!.Course[0].Text);
        Assert.Equal(["case.received", "case.referred", "case.seen", "case.referral-accepted", "case.referral-returned", "case.seen"], await Desk.TrailAsync(one));
    }

    [Fact]
    public async Task UntilItIsAccepted_TheSenderOwnsIt_AndARefusalComesBackToHerWithItsReason()
    {
        var referral = await sharing.SendAsync(SharingDesk.Letter(one));
        one = await sharing.NowAsync(one);
        foreach (var act in new[] { CaseAct.Transfer, CaseAct.Answer })
            Assert.Equal("case.referral.waiting", CaseDesk.Refusal(await Desk.TryAsync(one, act, "2026-11-19 10:00")));
        Assert.Equal("case.referral.open", CaseDesk.Refusal(await Desk.WithAsync(Desk.Officer, hands => hands.Referrals.SendAsync(SharingDesk.Letter(one)))));

        Assert.Equal("case.referral.answer", CaseDesk.Refusal(await Desk.WithAsync(sharing.Township, hands => hands.Incoming.RefuseAsync(referral.Id, " "))));
        CaseDesk.Done(await Desk.WithAsync(sharing.Township, hands => hands.Incoming.RefuseAsync(referral.Id, "当事人已搬到西河镇")));

        Assert.Null(await Desk.WithAsync(sharing.Township, hands => hands.ReferralReader.OpenIncomingAsync(referral.Id, null)));
        var page = (await Desk.ReadAsync(reader => reader.OpenAsync(one.Id, null)))!;
        Assert.Equal((Desk.Officer.AccountId, "东山1镇妇联没有接收，理由：当事人已搬到西河镇"), (page.Case.Handler, page.Course[0].Text));
        await Desk.MoveAsync(page.Case, CaseAct.Answer, "2026-11-19 10:00");
    }

    [Fact]
    public async Task SentTwice_AcceptedTwice_TakenBackTwice_ItIsDoneOnce()
    {
        var letter = SharingDesk.Letter(one);
        var referral = await sharing.SendAsync(letter);
        Assert.Equal(referral.Id, (await sharing.SendAsync(letter)).Id);
        var acceptance = new ReferralAcceptance(Guid.CreateVersion7(), referral.Id);
        var first = CaseDesk.Done(await Desk.WithAsync(sharing.Township, hands => hands.Incoming.AcceptAsync(acceptance)));
        Assert.Equal(first.Sequence, CaseDesk.Done(await Desk.WithAsync(sharing.Township, hands => hands.Incoming.AcceptAsync(acceptance))).Sequence);
        Assert.Equal(Problem.NotFoundCode, CaseDesk.Refusal(await Desk.WithAsync(sharing.TownshipOfficer, hands => hands.Incoming.AcceptAsync(acceptance with { Key = Guid.CreateVersion7() }))));
        Assert.Equal("case.referral.answered", CaseDesk.Refusal(await Desk.WithAsync(Desk.Officer, hands => hands.Referrals.WithdrawAsync(referral.Id))));
        Assert.Equal(1, await Desk.CountAsync(CaseFacts.Items, Desk.City.Township, "letter"));

        one = await sharing.NowAsync(one);
        var other = await sharing.SendAsync(SharingDesk.Letter(one, to: "云川市妇联"));
        CaseDesk.Done(await Desk.WithAsync(Desk.Officer, hands => hands.Referrals.WithdrawAsync(other.Id)));
        Assert.Equal(ReferralState.Withdrawn, CaseDesk.Done(await Desk.WithAsync(Desk.Officer, hands => hands.Referrals.WithdrawAsync(other.Id))).State);
        Assert.Equal(Problem.NotFoundCode, CaseDesk.Refusal(await Desk.WithAsync(Desk.Superior, hands => hands.Incoming.AcceptAsync(new(Guid.CreateVersion7(), other.Id)))));
    }

    [Fact]
    public async Task WithoutConsent_OnlyALegalGroundWithItsReason_LetsItBeSent()
    {
        Assert.Equal("case.consent.ground", await RefusedAsync(SharingDesk.Letter(one, consent: SharingDesk.Consent(ground: null))));
        Assert.Equal("case.consent.words", await RefusedAsync(SharingDesk.Letter(one, consent: SharingDesk.Consent(SharingGround.DangerToLife, ""))));
        Assert.Equal("case.referral.to", await RefusedAsync(SharingDesk.Letter(one, outside: "县公安局")));
        Assert.Equal("case.sharing.to", await RefusedAsync(SharingDesk.Letter(one, to: "芙蓉11村妇联")));
        Assert.Equal("case.sharing.to", await RefusedAsync(SharingDesk.Letter(one, to: "安和县妇联")));
        await sharing.SendAsync(SharingDesk.Letter(one, consent: SharingDesk.Consent(SharingGround.DangerToLife, "对方持刀威胁，联系不上她本人")));

        Assert.Equal(["东山1镇妇联"], (await Desk.WithAsync(Desk.Officer, hands => hands.Bodies.FindAsync("东山", handlesCases: true))).Select(body => body.Name));
        Assert.Contains("宣平市妇联", (await Desk.WithAsync(Desk.Officer, hands => hands.Bodies.FindAsync("宣平", handlesCases: false))).Select(body => body.Name));
    }

    [Fact]
    public async Task ADepartmentOutside_IsAnsweredForByTheSender()
    {
        var referral = await sharing.SendAsync(SharingDesk.Letter(one, to: null, outside: "县公安局"));
        Assert.Equal("case.referral.order", CaseDesk.Refusal(await RecordAsync(ReferralState.Withdrawn, "")));
        CaseDesk.Done(await RecordAsync(ReferralState.Accepted, ""));
        Assert.Equal("case.referral.answer", CaseDesk.Refusal(await RecordAsync(ReferralState.Returned, "")));
        Assert.Equal(ReferralState.Returned, CaseDesk.Done(await RecordAsync(ReferralState.Returned, "已出具告诫书")).State);

        Task<Outcome<CaseReferral>> RecordAsync(ReferralState state, string words) => Desk.WithAsync(Desk.Officer, hands => hands.Referrals.RecordAnswerAsync(referral.Id, state, words));
    }

    [Fact]
    public async Task WhatAReferralTells_StandsNowhereInTheDatabase_AndAChangeOfTheKeySealsItAnew()
    {
        var referral = await sharing.SendAsync(SharingDesk.Letter(one, consent: SharingDesk.Consent(words: $"同意告知{SharingDesk.Canary}的情况"), fields: [.. SharingChecks.Sendable]) with { Asks = $"请到{SharingDesk.Canary}核实" });
        await Desk.WithAsync(sharing.Township, hands => hands.Incoming.RefuseAsync(referral.Id, $"{SharingDesk.Canary}不在本镇"));

        await using var db = Desk.Database.Open();
        Assert.Empty(await DatabaseDump.PlacesOfAsync(db, SharingDesk.Canary));
        var (old, newer) = (new CaseSeal(Keys.Cipher, Keys.Index), NewerSeal());
        var moved = await db.CaseReferralTexts.AsNoTracking().FirstAsync(row => row.Field == CaseField.Facts);
        moved.Field = CaseField.Request;
        Assert.Throws<DataKeysException>(() => old.Open(moved));
        var sealing = new SealedSharings(db, newer);
        while (await sealing.SealAnewAsync(5, default) > 0)
            db.ChangeTracker.Clear();
        Assert.Equal(0, await sealing.CountOldAsync(default));
        Assert.Equal($"{SharingDesk.Canary}不在本镇", newer.OpenAnswer(await db.CaseReferrals.AsNoTracking().SingleAsync()));
    }

    /// <summary>The seal after a new key was added to the ring.</summary>
    private static CaseSeal NewerSeal()
    {
        var store = new DataKeyStore("", Keys.Store.Keys.WithNewKey(new(2026, 11, 20)).ToText());
        return new(new(store), new(store));
    }

    private async Task<string> RefusedAsync(ReferralInput letter) => CaseDesk.Refusal(await Desk.WithAsync(Desk.Officer, hands => hands.Referrals.SendAsync(letter)));
}
