using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Cases;
using Jinguo.Core.Records.Cases.Clocks;
using Jinguo.Core.Records.Cases.Letters;
using Jinguo.Core.Records.Cases.Reception;
using Jinguo.Core.Records.Cases.Sharing;
using Jinguo.Core.Tests.Records.Cases.Sharing;
using Jinguo.Office.Word;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Tests.Records.Cases;

/// <summary>
/// Law: whatever two bodies do with a case in whatever order, who is outside reads nothing of it by any way of reading and changes
/// nothing by any act, and the body to which it was handed reads no more than what was sent.
/// </summary>
public sealed class OutsiderLawTests
{
    private const int Acts = 90;
    private const string Sent = "希望制止家暴的诉求";

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, IncludeFields = true };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task WhoIsOutside_ReadsNothing_AndChangesNothing(int seed)
    {
        await using var sharing = await SharingDesk.OpenAsync();
        var desk = sharing.Desk;
        var random = new Random(seed);
        desk.Clock.Advance(TimeSpan.FromHours(14));
        var one = await desk.ReceiveAsync(CaseDesk.Input(texts: [(CaseField.Request, Sent), (CaseField.Facts, SharingDesk.Canary), (CaseField.Phone, "13812341234")]) with { IsMinor = seed == 3 });
        var file = CaseDesk.Done(await desk.WithAsync(desk.Officer, hands => hands.Files.AddAsync(new(Guid.CreateVersion7(), one.Id, one.Version, $"{SharingDesk.Canary}.txt", Encoding.UTF8.GetBytes(SharingDesk.Canary))))).Id;
        await OpenReceptionAsync(desk);
        var done = 0;
        for (var act = 0; act < Acts; act++)
            done += await ActAsync(sharing, one.Id, random) ? 1 : 0;
        Assert.InRange(done, 10, Acts);

        var outsiders = await OutsidersAsync(desk);
        var before = await StoredAsync(desk);
        foreach (var outsider in outsiders)
            foreach (var (act, problem) in await TryAllAsync(desk, outsider, one.Id, file))
                Assert.True(problem == Problem.NotFoundCode, $"{outsider.Name} of {outsider.OrganisationId}: {act} answers {problem ?? "done"} (seed {seed}).");
        Assert.Equal(before, await StoredAsync(desk));
        foreach (var outsider in outsiders)
            Assert.DoesNotContain(await ReadAllAsync(desk, outsider, one.Id, file), text => text.Contains(SharingDesk.Canary, StringComparison.Ordinal) || text.Contains(Sent, StringComparison.Ordinal) || text.Contains("安妇访", StringComparison.Ordinal));
        foreach (var receiver in new[] { sharing.Township, sharing.TownshipOfficer })
            Assert.DoesNotContain(await ReadAllAsync(desk, receiver, one.Id, file), text => text.Contains(SharingDesk.Canary, StringComparison.Ordinal));
        // Those in charge still read it, so the test looks where it stands.
        if (await OwnerAsync(desk, one.Id) is { } owner)
            Assert.Contains(await ReadAllAsync(desk, owner, one.Id, file), text => text.Contains(SharingDesk.Canary, StringComparison.Ordinal));
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
        var change = await db.CaseClockChanges.OrderByDescending(row => row.Id).Select(row => row.Id).FirstOrDefaultAsync();
        var file = await db.CaseFiles.OrderByDescending(row => row.Id).Select(row => row.Id).FirstOrDefaultAsync();
        var booking = await db.ReceptionBookings.AsNoTracking().OrderByDescending(row => row.Id).FirstOrDefaultAsync() ?? new() { BookedByName = "" };
        var minutes = await db.ReceptionMinutes.Select(row => (int?)row.Version).FirstOrDefaultAsync() ?? 0;
        var today = desk.Clock.Today();
        var rules = new[] { ClockRules.Notice, ClockRules.Decision, ClockRules.RecheckAnswer };
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
            async () => (await desk.WithAsync(who, hands => hands.Clocks.AskAsync(new(Guid.CreateVersion7(), id, one.Version, 20, SharingDesk.Canary)))).Done,
            async () => (await desk.WithAsync(who, hands => hands.Clocks.JudgeAsync(change, random.Next(2) == 0, SharingDesk.Canary))).Done,
            async () => (await desk.WithAsync(who, hands => hands.Clocks.TellAsync(change, today, SharingDesk.Canary))).Done,
            async () => (await desk.WithAsync(who, hands => hands.Clocks.WithdrawAsync(change))).Done,
            async () => (await desk.WithAsync(who, hands => hands.Clocks.StopAsync(new(Guid.CreateVersion7(), id, one.Version, rules[random.Next(rules.Length)].Code, today, null, SharingDesk.Canary)))).Done,
            async () => (await desk.WithAsync(who, hands => hands.Clocks.ResumeAsync(change, today))).Done,
            async () => (await desk.WithAsync(desk.Chair, hands => hands.Limits.SetAsync(rules.ToDictionary(rule => rule.Code, _ => random.Next(1, 15))))).Done,
            async () => (await desk.WithAsync(who, hands => hands.Files.AddAsync(new(Guid.CreateVersion7(), id, one.Version, $"{SharingDesk.Canary}.txt", Encoding.UTF8.GetBytes(SharingDesk.Canary))))).Done,
            async () => (await desk.WithAsync(who, hands => hands.Files.StrikeOutAsync(id, file, SharingDesk.Canary))).Done,
            async () => (await desk.WithAsync(who, hands => hands.Files.FileUnderAsync(id, file, "medical"))).Done,
            async () => await desk.WithAsync(who, hands => hands.Letters.MakeAsync(id, new("accepted"))) is not null,
            async () => (await desk.WithAsync(who, hands => hands.ReceptionBookings.BookAsync(new(Guid.CreateVersion7(), today) { Name = SharingDesk.Canary, Phone = "13812341234", Matter = SharingDesk.Canary }))).Done,
            async () => (await desk.WithAsync(who, hands => hands.ReceptionBookings.BookAsync(new(Guid.CreateVersion7(), today) { CaseNumber = "2026-1" }))).Done,
            async () => (await desk.WithAsync(who, hands => hands.ReceptionBookings.MarkAsync(booking.Id, hasCome: true))).Done,
            async () => (await desk.WithAsync(who, hands => hands.ReceptionBookings.WithdrawAsync(booking.Id, SharingDesk.Canary))).Done,
            async () => (await desk.WithAsync(who, hands => hands.ReceptionWords.WriteAsync(new(Guid.CreateVersion7(), booking.Id, booking.Version, SharingDesk.Canary, IsLed: true)))).Done,
            async () => (await desk.WithAsync(who, hands => hands.ReceptionWords.BeginIntakeAsync(booking.Id))).Done,
            async () => booking is { IntakeKey: { } key, CaseId: null } && (await desk.ActAsync(service => service.ReceiveAsync(CaseDesk.Input(texts: (CaseField.Facts, SharingDesk.Canary)) with { Key = key }), who)).Done,
            async () => (await desk.WithAsync(desk.Chair, hands => hands.ReceptionMinutes.WriteAsync(today, new("李某某", 1, SharingDesk.Canary), minutes))).Done,
        ];
        return await all[random.Next(all.Length)]();
    }

    /// <summary>The county receives today.</summary>
    private static async Task OpenReceptionAsync(CaseDesk desk)
    {
        var usual = new ReceptionArrangement(new(9, 0), new(11, 30), "县妇联一楼接待室", "李某某（主席）");
        CaseDesk.Done(await desk.WithAsync(desk.Chair, hands => hands.ReceptionDays.SetRuleAsync(new(15, usual, 50), 0)));
        CaseDesk.Done(await desk.WithAsync(desk.Chair, hands => hands.ReceptionDays.AddAsync(desk.Clock.Today(), usual)));
    }

    /// <summary>Every act on the case, its files, clocks, bookings, loans and letters, by somebody outside: how each was answered; null where it was done.</summary>
    private static async Task<List<(string Act, string? Problem)>> TryAllAsync(CaseDesk desk, Actor actor, Guid id, Guid file)
    {
        await using var db = desk.Database.Open();
        var one = await db.Cases.AsNoTracking().SingleAsync(row => row.Id == id);
        var told = new CaseDone(Guid.CreateVersion7(), id, one.Version, desk.Clock.Instant(), "想改");
        var (today, colleague) = (desk.Clock.Today(), desk.Colleague.AccountId!.Value);
        var (line, referral, grant, opening) = (await db.CaseEntries.Where(row => row.CaseId == id).Select(row => row.Id).FirstAsync(), await IdAsync(db.CaseReferrals.Select(row => row.Id)), await IdAsync(db.CaseGrants.Select(row => row.Id)), await IdAsync(db.CaseOpenings.Where(row => row.AccountId != actor.AccountId).Select(row => row.Id)));
        var (change, booking) = (await IdAsync(db.CaseClockChanges.Select(row => row.Id)), await db.ReceptionBookings.AsNoTracking().FirstOrDefaultAsync() ?? new() { Id = Guid.NewGuid(), BookedByName = "" });
        var answers = new List<(string, string?)>();
        await desk.WithAsync(actor, async hands =>
        {
            await Try("offer", hands.Service.OfferAsync(id, colleague));
            await Try("take over", hands.Service.TakeOverAsync(id));
            await Try("keep out", hands.Service.RecuseAsync(id, colleague));
            await Try("move", hands.Service.MoveAsync(CaseFlow.ActsAt(one.Stage).FirstOrDefault(CaseAct.Accept), told));
            await Try("write", hands.Service.WriteDownAsync(CaseStep.Talk, told));
            await Try("strike", hands.Service.StrikeOutAsync(id, line, "想划"));
            await Try("complete", hands.Service.CompleteAsync(CaseDesk.Input() with { Key = id }, one.Version));
            await Try("refer", hands.Referrals.SendAsync(SharingDesk.Letter(one, fields: [CaseField.Name])));
            await Try("withdraw a referral", hands.Referrals.WithdrawAsync(referral));
            await Try("record an answer", hands.Referrals.RecordAnswerAsync(referral, ReferralState.Accepted, ""));
            await Try("accept", hands.Incoming.AcceptAsync(new(Guid.CreateVersion7(), referral)));
            await Try("refuse", hands.Incoming.RefuseAsync(referral, "想退"));
            await Try("return", hands.Incoming.ReturnAsync(id, "想反馈"));
            await Try("lend", hands.Grants.GiveAsync(new(Guid.CreateVersion7(), id, one.Version, "云川市妇联", today.AddDays(9), SharingDesk.Consent())));
            await Try("end a loan", hands.Grants.EndAsync(grant));
            await Try("ask to read", hands.Openings.AskAsync(Guid.CreateVersion7(), id, "想看", today));
            await Try("judge an opening", hands.Openings.JudgeAsync(opening, isGranted: true, "已核"));
            await Try("ask for an extension", hands.Clocks.AskAsync(new(Guid.CreateVersion7(), id, one.Version, 20, "想延")));
            await Try("judge an extension", hands.Clocks.JudgeAsync(change, isGranted: true, "可以"));
            await Try("tell of an extension", hands.Clocks.TellAsync(change, today, "书面"));
            await Try("take an extension back", hands.Clocks.WithdrawAsync(change));
            await Try("stop", hands.Clocks.StopAsync(new(Guid.CreateVersion7(), id, one.Version, ClockRules.RecheckAnswer.Code, today, null, "想停")));
            await Try("resume", hands.Clocks.ResumeAsync(change, today));
            await Try("set limits", hands.Limits.SetAsync(new Dictionary<string, int> { [ClockRules.Notice.Code] = 1 }));
            await Try("put a file in", hands.Files.AddAsync(new(Guid.CreateVersion7(), id, one.Version, "想放.txt", [1])));
            await Try("strike a file", hands.Files.StrikeOutAsync(id, file, "想划"));
            await Try("file under", hands.Files.FileUnderAsync(id, file, "medical"));
            await Try("tick evidence", hands.Evidence.SaveAsync(id, one.Version, new Dictionary<string, string>()));
            await Try("mark a visitor", hands.ReceptionBookings.MarkAsync(booking.Id, hasCome: true));
            await Try("move a booking", hands.ReceptionBookings.MoveAsync(booking.Id, today));
            await Try("withdraw a booking", hands.ReceptionBookings.WithdrawAsync(booking.Id, "想撤"));
            await Try("write the leader's words", hands.ReceptionWords.WriteAsync(new(Guid.CreateVersion7(), booking.Id, booking.Version, "想写", IsLed: true)));
            await Try("begin an intake", hands.ReceptionWords.BeginIntakeAsync(booking.Id));
            await Try("write minutes", hands.ReceptionMinutes.WriteAsync(today, new("李某某", 1, "想写"), 0));
            await Try("set the rule", hands.ReceptionDays.ArrangeAsync(today, new(new(9, 0), new(10, 0), "别处", "李某某"), 1));
            return true;

            async Task Try<T>(string act, Task<Outcome<T>> attempt)
            {
                var answer = await attempt;
                answers.Add((act, answer.Done ? null : answer.Problems[0].Code));
            }
        });
        return answers;

        static async Task<Guid> IdAsync(IQueryable<Guid> ids) => await ids.FirstOrDefaultAsync() is { } found && found != Guid.Empty ? found : Guid.NewGuid();
    }

    /// <summary>All that is stored of cases and reception days. The trail is not: looking writes a line.</summary>
    private static async Task<string> StoredAsync(CaseDesk desk)
    {
        await using var db = desk.Database.Open();
        return JsonSerializer.Serialize(
            new object[]
            {
                await db.Cases.AsNoTracking().OrderBy(row => row.Id).ToListAsync(), await db.CaseTexts.AsNoTracking().OrderBy(row => row.CaseId).ThenBy(row => row.Field).ToListAsync(), await db.CaseEntries.AsNoTracking().OrderBy(row => row.Id).ToListAsync(),
                await db.CaseFiles.AsNoTracking().OrderBy(row => row.Id).ToListAsync(), await db.CaseEvidence.AsNoTracking().OrderBy(row => row.CaseId).ToListAsync(), await db.CaseClockChanges.AsNoTracking().OrderBy(row => row.Id).ToListAsync(), await db.CaseLimits.AsNoTracking().OrderBy(row => row.OrganisationId).ThenBy(row => row.Rule).ToListAsync(),
                await db.CaseReferrals.AsNoTracking().OrderBy(row => row.Id).ToListAsync(), await db.CaseGrants.AsNoTracking().OrderBy(row => row.Id).ToListAsync(), await db.CaseOpenings.AsNoTracking().OrderBy(row => row.Id).ToListAsync(), await db.CaseRecusals.AsNoTracking().OrderBy(row => row.CaseId).ThenBy(row => row.AccountId).ToListAsync(),
                await db.ReceptionDays.AsNoTracking().OrderBy(row => row.Id).ToListAsync(), await db.ReceptionBookings.AsNoTracking().OrderBy(row => row.Id).ToListAsync(), await db.ReceptionMinutes.AsNoTracking().OrderBy(row => row.DayId).ToListAsync(),
            },
            Plain);
    }

    private static async Task<List<Actor>> OutsidersAsync(CaseDesk desk)
    {
        var city = desk.City;
        var others = new List<Actor> { Actor.CommandLine, desk.Officer with { Token = new("一表通", [.. Enum.GetValues<Right>().Where(right => right != Right.CaseHandle)]) }, (await desk.PersonAsync("卫某某", Role.Chair, city.County)) with { Token = new("热线", [.. Enum.GetValues<Right>()]) }, await desk.PersonAsync("冯某某", Role.Chair, city.Stranger), await desk.PersonAsync("陈某某", Role.Officer, city.Village), await desk.PersonAsync("韩某某", Role.Officer, city.County) };
        foreach (var role in Enum.GetValues<Role>().Where(role => !role.Has(Right.CaseHandle)))
            others.Add(await desk.PersonAsync("褚某某", role, role.IsAdministrator() ? city.Top : city.County));
        return others;
    }

    /// <summary>Who reads it without asking: its handler; once archived the chair, of a minor's case then nobody.</summary>
    private static async Task<Actor?> OwnerAsync(CaseDesk desk, Guid id)
    {
        await using var db = desk.Database.Open();
        var one = await db.Cases.AsNoTracking().SingleAsync(one => one.Id == id);
        if (one.Stage == CaseStage.Archived)
            return one.IsMinor ? null : desk.Chair;
        return new[] { desk.Officer, desk.Colleague, desk.Chair }.Single(person => person.AccountId == one.Handler);
    }

    /// <summary>Whatever the services tell somebody, by every way of reading.</summary>
    private static async Task<List<string>> ReadAllAsync(CaseDesk desk, Actor actor, Guid id, Guid file)
    {
        await using var db = desk.Database.Open();
        var referrals = await db.CaseReferrals.Select(row => row.Id).ToListAsync();
        var bookings = await db.ReceptionBookings.Select(row => row.Id).ToListAsync();
        var day = await db.ReceptionDays.AsNoTracking().FirstAsync();
        var tied = await db.Cases.Select(row => row.Id).ToListAsync();
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
            Tell(await hands.Receptions.ListComingAsync());
            Tell(await hands.Receptions.OpenAsync(day.Day));
            Tell(await hands.Receptions.PrintAsync(day.Day));
            Tell(await hands.Receptions.FindMinutesAsync(day));
            foreach (var booking in bookings)
                Tell(await hands.Receptions.OpenBookingAsync(booking));
            foreach (var other in tied)
                Tell(await hands.Reader.OpenAsync(other, "想看"));
            Tell(await hands.Limits.ListAsync());
            Tell(await hands.Duplicates.FindAsync(null, "13812341234"));
            Tell(await hands.Duplicates.FindByNumberAsync("2026-1"));
            Tell(await hands.Handovers.CountAsync(desk.Officer.AccountId!.Value));
            return told;

            void Tell(object? answer) => told.Add(JsonSerializer.Serialize(answer, Plain));
        });
    }
}
