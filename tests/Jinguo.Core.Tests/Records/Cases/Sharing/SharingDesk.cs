using Jinguo.Core.Base.Access;
using Jinguo.Core.Records.Cases;
using Jinguo.Core.Records.Cases.Sharing;

namespace Jinguo.Core.Tests.Records.Cases.Sharing;

/// <summary>A case of 安和县 with a canary in every text, and 东山1镇 and 云川市, which handle cases too.</summary>
internal sealed class SharingDesk : IAsyncDisposable
{
    public const string Canary = "桂花巷九号院";

    private SharingDesk(CaseDesk desk) => Desk = desk;

    public CaseDesk Desk { get; }

    /// <summary>The chair of the township, which is asked.</summary>
    public Actor Township { get; private set; } = null!;

    /// <summary>An officer of the township.</summary>
    public Actor TownshipOfficer { get; private set; } = null!;

    public static async Task<SharingDesk> OpenAsync()
    {
        var sharing = new SharingDesk(await CaseDesk.OpenAsync());
        var desk = sharing.Desk;
        sharing.Township = await desk.PersonAsync("周某某", Role.Chair, desk.City.Township);
        sharing.TownshipOfficer = await desk.PersonAsync("吴某某", Role.Officer, desk.City.Township);
        CaseDesk.Done(await desk.ActAsync(service => service.SwitchOnAsync(new(2026, 1, 1), "东妇访"), sharing.Township));
        CaseDesk.Done(await desk.ActAsync(service => service.SwitchOnAsync(new(2026, 1, 1), "云妇访"), desk.Superior));
        return sharing;
    }

    /// <summary>A case whose every text holds the canary.</summary>
    public Task<Case> ReceiveAsync(Actor? actor = null) => Desk.ReceiveAsync(
        CaseDesk.Input(texts: [.. Enum.GetValues<CaseField>().Where(field => field is not (CaseField.IdNumber or CaseField.Phone)).Select(field => (field, $"{Canary}{field}")), (CaseField.Phone, "13812341234")]),
        actor);

    public static ConsentInput Consent(SharingGround? ground = SharingGround.Oral, string words = "同意把情况告诉东山镇妇联") => new(ground, CaseDesk.At("2026-11-07 09:00"), "赵某某", words);

    public static ReferralInput Letter(Case one, string? to = "东山1镇妇联", string? outside = null, DateOnly? answerBy = null, ConsentInput? consent = null, params CaseField[] fields) =>
        new(Guid.CreateVersion7(), one.Id, one.Version, to, outside, "请上门核实并回访", answerBy, fields, consent ?? Consent());

    /// <summary>Sends a referral that must be taken.</summary>
    public async Task<CaseReferral> SendAsync(ReferralInput letter, Actor? actor = null) =>
        CaseDesk.Done(await Desk.WithAsync(actor ?? Desk.Officer, hands => hands.Referrals.SendAsync(letter)));

    /// <summary>Accepts a referral; it must be done.</summary>
    public async Task<Case> AcceptAsync(CaseReferral referral, Actor? actor = null) =>
        CaseDesk.Done(await Desk.WithAsync(actor ?? TownshipOfficer, hands => hands.Incoming.AcceptAsync(new(Guid.CreateVersion7(), referral.Id))));

    /// <summary>The case as it is now.</summary>
    public async Task<Case> NowAsync(Case one, Actor? actor = null) => (await Desk.ReadAsync(reader => reader.OpenAsync(one.Id, null), actor))!.Case;

    public ValueTask DisposeAsync() => Desk.DisposeAsync();
}
