using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Cases;
using Jinguo.Core.Records.Cases.Letters;
using Jinguo.Core.Tests.Records.Cases.Sharing;
using Jinguo.Office.Word;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Tests.Records.Cases;

/// <summary>
/// Law: whatever two bodies do with a case in whatever order, who is outside reads nothing of it by any way of reading, and the
/// body to which it was handed reads no more than what was sent.
/// </summary>
public sealed class OutsiderLawTests
{
    private const int Acts = 40;
    private const string Sent = "希望制止家暴的诉求";

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, IncludeFields = true };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task WhoIsOutside_ReadsNothing(int seed)
    {
        await using var sharing = await SharingDesk.OpenAsync();
        var desk = sharing.Desk;
        var random = new Random(seed);
        desk.Clock.Advance(TimeSpan.FromHours(14));
        var one = await desk.ReceiveAsync(CaseDesk.Input(texts: [(CaseField.Request, Sent), (CaseField.Facts, SharingDesk.Canary), (CaseField.Phone, "13812341234")]) with { IsMinor = seed == 3 });
        var file = CaseDesk.Done(await desk.WithAsync(desk.Officer, hands => hands.Files.AddAsync(new(Guid.CreateVersion7(), one.Id, one.Version, $"{SharingDesk.Canary}.txt", Encoding.UTF8.GetBytes(SharingDesk.Canary))))).Id;
        var done = 0;
        for (var act = 0; act < Acts; act++)
            done += await ActAsync(sharing, one.Id, random) ? 1 : 0;
        Assert.InRange(done, 5, Acts);

        foreach (var outsider in await OutsidersAsync(desk))
            Assert.DoesNotContain(await ReadAllAsync(desk, outsider, one.Id, file), text => text.Contains(SharingDesk.Canary, StringComparison.Ordinal) || text.Contains(Sent, StringComparison.Ordinal) || text.Contains("安妇访", StringComparison.Ordinal));
        foreach (var receiver in new[] { sharing.Township, sharing.TownshipOfficer })
            Assert.DoesNotContain(await ReadAllAsync(desk, receiver, one.Id, file), text => text.Contains(SharingDesk.Canary, StringComparison.Ordinal));
        // Those in charge still read it, so the test looks where it stands.
        Assert.Contains(await ReadAllAsync(desk, await OwnerAsync(desk, one.Id), one.Id, file), text => text.Contains(SharingDesk.Canary, StringComparison.Ordinal));
    }

    /// <summary>One act of one of those inside, mostly one that cannot be done just then.</summary>
    private static async Task<bool> ActAsync(SharingDesk sharing, Guid id, Random random)
    {
        var desk = sharing.Desk;
        Actor[] inside = [desk.Officer, desk.Colleague, desk.Chair];
        var (who, receiver) = (inside[random.Next(inside.Length)], random.Next(2) == 0 ? sharing.Township : sharing.TownshipOfficer);
        await using var db = desk.Database.Open();
        var one = await db.Cases.AsNoTracking().SingleAsync(one => one.Id == id);
        var referral = await db.CaseReferrals.OrderByDescending(row => row.Id).Select(row => row.Id).FirstOrDefaultAsync();
        var grant = await db.CaseGrants.OrderByDescending(row => row.Id).Select(row => row.Id).FirstOrDefaultAsync();
        var opening = await db.CaseOpenings.OrderByDescending(row => row.Id).Select(row => row.Id).FirstOrDefaultAsync();
        var received = await db.CaseReferrals.Where(row => row.ReceivedCaseId != null).Select(row => row.ReceivedCaseId!.Value).FirstOrDefaultAsync();
        var acts = CaseFlow.ActsAt(one.Stage);
        var told = new CaseDone(Guid.CreateVersion7(), id, one.Version, CaseDesk.At("2026-11-20 20:00"), $"在{SharingDesk.Canary}走访");
        Func<Task<bool>>[] all =
        [
            async () => (await desk.ActAsync(service => service.OfferAsync(id, desk.Colleague.AccountId!.Value), who)).Done,
            async () => (await desk.ActAsync(service => service.TakeOverAsync(id), who)).Done,
            async () => acts.Count > 0 && (await desk.ActAsync(service => service.MoveAsync(acts[random.Next(acts.Count)], told), who)).Done,
            async () => (await desk.ActAsync(service => service.WriteDownAsync(random.Next(2) == 0 ? CaseStep.HomeVisit : CaseStep.PoliceReport, told), who)).Done,
            async () => (await desk.WithAsync(who, hands => hands.Referrals.SendAsync(SharingDesk.Letter(one, fields: [CaseField.Name, CaseField.Phone, CaseField.Request])))).Done,
            async () => (await desk.WithAsync(who, hands => hands.Referrals.WithdrawAsync(referral))).Done,
            async () => (await desk.WithAsync(receiver, hands => hands.Incoming.AcceptAsync(new(Guid.CreateVersion7(), referral)))).Done,
            async () => (await desk.WithAsync(receiver, hands => hands.Incoming.RefuseAsync(referral, "不在本镇"))).Done,
            async () => (await desk.WithAsync(receiver, hands => hands.Incoming.ReturnAsync(received, "已办结"))).Done,
            async () => (await desk.WithAsync(who, hands => hands.Grants.GiveAsync(new(Guid.CreateVersion7(), id, one.Version, "云川市妇联", new(2026, 12, 1), SharingDesk.Consent())))).Done,
            async () => (await desk.WithAsync(who, hands => hands.Grants.EndAsync(grant))).Done,
            async () => (await desk.WithAsync(who, hands => hands.Evidence.SaveAsync(id, one.Version, new Dictionary<string, string> { ["medical"] = SharingDesk.Canary }))).Done,
            async () => (await desk.WithAsync(who, hands => hands.Openings.AskAsync(Guid.CreateVersion7(), id, "要陪同就医", new(2026, 12, 1)))).Done,
            async () => (await desk.WithAsync(who, hands => hands.Openings.OpenAtOnceAsync("2026-1", "正在被打"))).Done,
            async () => (await desk.WithAsync(who, hands => hands.Openings.JudgeAsync(opening, random.Next(2) == 0, "已核"))).Done,
        ];
        return await all[random.Next(all.Length)]();
    }

    private static async Task<List<Actor>> OutsidersAsync(CaseDesk desk)
    {
        var city = desk.City;
        var others = new List<Actor> { Actor.CommandLine, desk.Officer with { Token = new("一表通", [.. Enum.GetValues<Right>().Where(right => right != Right.CaseHandle)]) }, (await desk.PersonAsync("卫某某", Role.Chair, city.County)) with { Token = new("热线", [.. Enum.GetValues<Right>()]) }, await desk.PersonAsync("冯某某", Role.Chair, city.Stranger), await desk.PersonAsync("陈某某", Role.Officer, city.Village), await desk.PersonAsync("韩某某", Role.Officer, city.County) };
        foreach (var role in Enum.GetValues<Role>().Where(role => !role.Has(Right.CaseHandle)))
            others.Add(await desk.PersonAsync("褚某某", role, role.IsAdministrator() ? city.Top : city.County));
        return others;
    }

    private static async Task<Actor> OwnerAsync(CaseDesk desk, Guid id)
    {
        await using var db = desk.Database.Open();
        var handler = await db.Cases.Where(one => one.Id == id).Select(one => one.Handler).SingleAsync();
        return new[] { desk.Officer, desk.Colleague, desk.Chair }.Single(person => person.AccountId == handler);
    }

    /// <summary>Whatever the services tell somebody, by every way of reading.</summary>
    private static async Task<List<string>> ReadAllAsync(CaseDesk desk, Actor actor, Guid id, Guid file)
    {
        await using var db = desk.Database.Open();
        var referrals = await db.CaseReferrals.Select(row => row.Id).ToListAsync();
        return await desk.WithAsync(actor, async hands =>
        {
            var told = new List<string>();
            foreach (var filter in Enum.GetValues<CaseFilter>())
                Tell(await hands.Reader.ListAsync(filter, 1));
            Tell(await hands.Reader.OpenAsync(id, null));
            Tell(await hands.Reader.OpenAsync(id, "想看"));
            foreach (var referral in referrals)
                Tell(await hands.ReferralReader.OpenIncomingAsync(referral, "想看"));
            Tell(await hands.ReferralReader.ListIncomingAsync(1));
            Tell(await hands.ReferralReader.ListSentAsync(id));
            Tell(await hands.ReferralReader.FindOriginAsync(id));
            Tell(await hands.Grants.ListGivenAsync(id));
            Tell(await hands.Grants.ListReceivedAsync());
            Tell(await hands.OpeningReader.ListOfAsync(id));
            Tell(await hands.OpeningReader.ListOwnAsync());
            Tell(await hands.OpeningReader.ListToJudgeAsync());
            Tell(await hands.Looks.ListAsync(id, 1));
            Tell(await hands.Notices.ListAsync(new(desk.Clock.Today()), 50, CancellationToken.None));
            Tell(await hands.FileReader.ListAsync(id));
            Tell(await hands.Evidence.ReadAsync(id));
            Tell(await hands.FileReader.OpenAsync(id, file) is { } opened ? $"{opened.Name}{Encoding.UTF8.GetString(opened.Content)}" : null);
            Tell(await hands.Letters.ListAsync(id));
            foreach (var letter in CaseDesk.Words.Letters)
                foreach (var referral in referrals.Prepend(Guid.Empty))
                    Tell(await hands.Letters.MakeAsync(id, new(letter.Code, referral, LetterOpinion.Supported)) is { } made ? WordText.Read(new MemoryStream(made.Content)) : null);
            Tell(await hands.Duplicates.FindAsync(null, "13812341234"));
            Tell(await hands.Duplicates.FindByNumberAsync("2026-1"));
            Tell(await hands.Handovers.CountAsync(desk.Officer.AccountId!.Value));
            return told;

            void Tell(object? answer) => told.Add(JsonSerializer.Serialize(answer, Plain));
        });
    }
}
