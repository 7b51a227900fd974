using Jinguo.Core.Base.Access;
using Jinguo.Core.Records.Cases;
using Jinguo.Core.Records.Cases.Letters;
using Jinguo.Core.Tests.Records.Cases.Sharing;
using Jinguo.Office.Word;
using Jinguo.Testing;

namespace Jinguo.Core.Tests.Records.Cases.Letters;

/// <summary>Letters hold the facts of the case that belong in them, blanks for what the office writes, and nothing that must not go out.</summary>
public sealed class CaseLettersTests : IAsyncLifetime
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

    [Fact]
    public async Task NoLetterOfTheCase_HoldsSafeContactTelephoneOrAddress()
    {
        foreach (var letter in CaseDesk.Words.Letters.Where(letter => !letter.IsForReferral))
        {
            var text = await TextAsync(new(letter.Code, Opinion: LetterOpinion.Supported));
            foreach (var inside in new[] { $"{SharingDesk.Canary}SafeContact", $"{SharingDesk.Canary}Address", "13812341234", $"{SharingDesk.Canary}NextStep", $"{SharingDesk.Canary}Proxy" })
                Assert.DoesNotContain(inside, text, StringComparison.Ordinal);
            Assert.DoesNotContain("{{", text, StringComparison.Ordinal);
            Assert.Contains(LetterMarks.Blank, text, StringComparison.Ordinal);
        }
    }

    [Theory, Rule("PET-06")]
    [InlineData("received")]
    [InlineData("accepted")]
    [InlineData("declined")]
    [InlineData("forwarded")]
    public async Task ANotice_NamesTheCase_AndTellsNothingOfTheMatter(string code)
    {
        one = await Desk.MoveAsync(one, CaseAct.Accept, "2026-11-07 10:00");
        var text = await TextAsync(new(code));
        Assert.Contains($"{SharingDesk.Canary}Name：", text, StringComparison.Ordinal);
        Assert.Contains("您2026年11月6日反映的信访事项", text, StringComparison.Ordinal);
        Assert.Contains("安妇访〔2026〕001号", text, StringComparison.Ordinal);
        Assert.Contains("安和县妇联（印章）", text, StringComparison.Ordinal);
        Assert.Contains("2026年11月20日", text, StringComparison.Ordinal);
        foreach (var inside in new[] { "Request", "Facts", "Counterpart" })
            Assert.DoesNotContain($"{SharingDesk.Canary}{inside}", text, StringComparison.Ordinal);
        Assert.DoesNotContain("家庭暴力", text, StringComparison.Ordinal);
        Assert.Equal("case.letter", (await Desk.TrailAsync(one))[^1]);
    }

    [Theory, Rule("PET-13")]
    [InlineData(LetterOpinion.Supported, "予以支持")]
    [InlineData(LetterOpinion.Explained, "缺乏法律依据")]
    [InlineData(LetterOpinion.Refused, "不予支持")]
    public async Task ADecision_HoldsOneOpinion(LetterOpinion opinion, string words)
    {
        var text = await TextAsync(new("decision", Opinion: opinion));
        Assert.Contains($"您的诉求：{SharingDesk.Canary}Request", text, StringComparison.Ordinal);
        Assert.Equal([words], new[] { "予以支持", "缺乏法律依据", "不予支持" }.Where(other => text.Contains(other, StringComparison.Ordinal)));
        Assert.Null(await MakeAsync(new("decision")));
    }

    [Fact, Rule("PET-17")]
    public async Task ATransfer_HoldsWhatWasChosenForTheReferral_AndNothingElse()
    {
        var referral = await sharing.SendAsync(SharingDesk.Letter(one, to: null, outside: "县公安局", fields: [CaseField.Name, CaseField.Request]));
        var text = await TextAsync(new("transfer", referral.Id));
        foreach (var chosen in new[] { "县公安局：", "请上门核实并回访", $"姓名：{SharingDesk.Canary}Name", $"诉求：{SharingDesk.Canary}Request", "家庭暴力方面" })
            Assert.Contains(chosen, text, StringComparison.Ordinal);
        foreach (var field in Enum.GetValues<CaseField>().Except([CaseField.Name, CaseField.Request]))
            Assert.DoesNotContain($"{SharingDesk.Canary}{field}", text, StringComparison.Ordinal);
        Assert.DoesNotContain("13812341234", text, StringComparison.Ordinal);
        Assert.Contains("县公安局：", await TextAsync(new("urging", referral.Id)), StringComparison.Ordinal);
        Assert.Null(await MakeAsync(new("assignment", referral.Id)));
        Assert.Null(await MakeAsync(new("transfer")));
        var other = await sharing.ReceiveAsync();
        Assert.Null(await Desk.WithAsync(Desk.Officer, hands => hands.Letters.MakeAsync(other.Id, new("transfer", referral.Id))));

        CaseDesk.Done(await Desk.WithAsync(Desk.Officer, hands => hands.Referrals.WithdrawAsync(referral.Id)));
        Assert.Null(await MakeAsync(new("transfer", referral.Id)));
        Assert.DoesNotContain((await ListAsync())!.Lines, line => line.Letter.IsForReferral);
    }

    [Fact]
    public async Task WhatIsSentDownWithADay_IsAnAssignment_AndSafeContactGoesAlongWithTheTelephone()
    {
        var referral = await sharing.SendAsync(SharingDesk.Letter(one, answerBy: new(2026, 12, 1), fields: [CaseField.Phone]));
        var text = await TextAsync(new("assignment", referral.Id));
        foreach (var chosen in new[] { "东山1镇妇联：", "2026年12月1日前报告结果", "电话：13812341234", $"安全联系：{SharingDesk.Canary}SafeContact" })
            Assert.Contains(chosen, text, StringComparison.Ordinal);
        Assert.Null(await MakeAsync(new("transfer", referral.Id)));
    }

    [Fact, Rule("DV-10")]
    public async Task TheApplicationForAProtectionOrder_ListsTheEvidenceThatIsThere()
    {
        CaseDesk.Done(await Desk.WithAsync(Desk.Officer, hands => hands.Evidence.SaveAsync(one.Id, one.Version, new Dictionary<string, string> { ["medical"] = "县医院病历一份" })));
        var text = await TextAsync(new("protection"));
        foreach (var fact in new[] { $"申请人：{SharingDesk.Canary}Name", $"被申请人：{SharingDesk.Canary}Counterpart", $"{SharingDesk.Canary}Facts", "医疗机构的诊疗记录：县医院病历一份", "安妇访〔2026〕001号来信来访登记表", "第二十九条" })
            Assert.Contains(fact, text, StringComparison.Ordinal);
        Assert.DoesNotContain("伤情鉴定意见", text, StringComparison.Ordinal);

        one = await Desk.ReceiveAsync(CaseDesk.Input(category: "wages"));
        Assert.Null(await MakeAsync(new("protection")));
        Assert.DoesNotContain((await ListAsync())!.Lines, line => line.Letter.Use == LetterUse.Protection);
    }

    [Fact]
    public async Task AMarkInWhatSheSaid_StaysWhatSheSaid()
    {
        one = await Desk.ReceiveAsync(CaseDesk.Input(texts: [(CaseField.Request, "{{身份证号}}"), (CaseField.IdNumber, "11010519491231002X")]));
        var text = await TextAsync(new("decision", Opinion: LetterOpinion.Refused));
        Assert.Contains("您的诉求：{{身份证号}}", text, StringComparison.Ordinal);
        Assert.DoesNotContain("11010519491231002X", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoDoesNotActOnTheCase_OrMayNotReadIt_GetsNoLetter()
    {
        var minor = await Desk.ReceiveAsync(CaseDesk.Input() with { IsMinor = true });
        Assert.Null(await Desk.WithAsync(Desk.Chair, hands => hands.Letters.MakeAsync(minor.Id, new("received"))));
        Assert.Null(await Desk.WithAsync(Desk.Chair, hands => hands.Letters.ListAsync(minor.Id)));

        one = await Desk.MoveAsync(one, CaseAct.Answer, "2026-11-10 09:20");
        one = await Desk.MoveAsync(one, CaseAct.AskReview, "2026-11-12 09:20");
        CaseDesk.Done(await Desk.WithAsync(Desk.Officer, hands => hands.Grants.GiveAsync(new(Guid.CreateVersion7(), one.Id, one.Version, "云川市妇联", new(2026, 12, 10), SharingDesk.Consent()))));
        foreach (var other in new[] { Desk.Superior, Desk.Colleague, sharing.Township })
        {
            Assert.Null(await MakeAsync(new("received"), other));
            Assert.Null(await Desk.WithAsync(other, hands => hands.Letters.ListAsync(one.Id)));
        }
        Assert.NotNull(await MakeAsync(new("received"), Desk.Chair));
    }

    private async Task<string> TextAsync(LetterChoice choice) =>
        string.Join('\n', WordText.Read(new MemoryStream((await MakeAsync(choice))!.Content)).Select(paragraph => paragraph.Text));

    private Task<MadeLetter?> MakeAsync(LetterChoice choice, Actor? actor = null) => Desk.WithAsync(actor ?? Desk.Officer, hands => hands.Letters.MakeAsync(one.Id, choice));

    private Task<LettersView?> ListAsync() => Desk.WithAsync(Desk.Officer, hands => hands.Letters.ListAsync(one.Id));
}
