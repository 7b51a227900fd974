using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Records.Cases;
using Jinguo.Core.Records.Cases.Archive;
using Jinguo.Core.Records.Cases.Reception;
using Jinguo.Core.Records.Cases.Sharing;
using Jinguo.Core.Tests.Records.Cases.Reception;
using Jinguo.Core.Tests.Records.Cases.Sharing;
using Jinguo.Testing.Data;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Tests.Records.Cases.Archive;

/// <summary>归档以后: sealed, kept as long as its term says, and destroyed by two persons, never by one.</summary>
public sealed class CaseArchiveTests : IAsyncLifetime
{
    private const string Words = "在桂花巷九号院被打";

    private static readonly CaseSeal Seal = new(Keys.Cipher, Keys.Index);

    private SharingDesk sharing = null!;
    private Actor second = null!;

    private CaseDesk Desk => sharing.Desk;

    public async Task InitializeAsync()
    {
        sharing = await SharingDesk.OpenAsync();
        second = await Desk.PersonAsync("吴某某", Role.Chair, Desk.City.County);
    }

    public async Task DisposeAsync() => await sharing.DisposeAsync();

    [Fact]
    public async Task ACase_IsKept_AsLongAsWasChosen_ElseAsTheTableOfTheBodySays_ElseThirtyYears()
    {
        CaseDesk.Done(await RulesAsync(new() { ["marriage"] = RetentionTerm.Permanent }, Desk.Chair));
        Assert.Equal(Problem.NotFoundCode, CaseDesk.Refusal(await RulesAsync([], Desk.Officer)));
        Assert.Equal("case.retention", CaseDesk.Refusal(await RulesAsync(new() { ["nothing"] = RetentionTerm.TenYears }, Desk.Chair)));

        var (chosen, byTable, otherwise) = (await ArchivedAsync(RetentionTerm.TenYears), await ArchivedAsync(term: null), await ArchivedAsync(term: null, category: "wages"));

        Assert.Equal((RetentionTerm.TenYears, new DateOnly(2036, 12, 31)), (chosen.Retention!.Value, chosen.KeepUntil!.Value));
        Assert.Equal((RetentionTerm.Permanent, null), (byTable.Retention!.Value, byTable.KeepUntil));
        Assert.Equal((RetentionTerm.ThirtyYears, new DateOnly(2056, 12, 31)), (otherwise.Retention!.Value, otherwise.KeepUntil!.Value));
        var open = await Desk.ReceiveAsync(CaseDesk.Input());
        var early = new CaseDone(Guid.CreateVersion7(), open.Id, open.Version, CaseDesk.At("2026-11-19 10:00"), "受理") { Retention = RetentionTerm.TenYears };
        Assert.Equal("case.retention.act", CaseDesk.Refusal(await Desk.ActAsync(service => service.MoveAsync(CaseAct.Accept, early))));
    }

    [Fact]
    public async Task OnceArchived_ASupervisorAloneReadsIt_ItsHandlerAsks_AndNobodyWrites()
    {
        var one = await ArchivedAsync(RetentionTerm.TenYears);

        Assert.Equal(Words, (await OpenAsync(one, Desk.Chair))![CaseField.Facts]);
        var closed = (await OpenAsync(one, Desk.Officer))!;
        Assert.Equal((true, 0, 0), (closed.NeedsApproval, closed.Texts.Count, closed.Course.Count));
        foreach (var who in new[] { Desk.Officer, Desk.Chair })
        {
            var line = new CaseDone(Guid.CreateVersion7(), one.Id, one.Version, CaseDesk.At("2026-11-19 10:00"), "补记");
            Assert.Equal("case.archived", CaseDesk.Refusal(await Desk.ActAsync(service => service.WriteDownAsync(CaseStep.Talk, line), who)));
            Assert.Equal("case.archived", CaseDesk.Refusal(await Desk.ActAsync(service => service.CompleteAsync(CaseDesk.Input() with { Key = one.Id }, one.Version), who)));
        }
        var asked = CaseDesk.Done(await Desk.WithAsync(Desk.Officer, hands => hands.Openings.AskAsync(Guid.CreateVersion7(), one.Id, "她又来问，要看当时怎样答复", new(2026, 11, 25))));
        CaseDesk.Done(await Desk.WithAsync(second, hands => hands.Openings.JudgeAsync(asked.Id, isGranted: true, "")));
        Assert.Equal(Words, (await OpenAsync(one, Desk.Officer))![CaseField.Facts]);
        Desk.Clock.Advance(TimeSpan.FromDays(7));
        Assert.True((await OpenAsync(one, Desk.Officer))!.NeedsApproval);
    }

    [Fact]
    public async Task ALineOfAnArchivedCase_IsNotStruckOutEither()
    {
        var one = await ArchivedAsync(RetentionTerm.TenYears);
        await using var db = Desk.Database.Open();
        var line = await db.CaseEntries.FirstAsync(entry => entry.CaseId == one.Id && entry.Step == CaseStep.Talk);

        Assert.Equal("case.archived", CaseDesk.Refusal(await Desk.ActAsync(service => service.StrikeOutAsync(one.Id, line.Id, "记错了"), Desk.Chair)));
    }

    [Fact]
    public async Task WhatWasKeptLongEnough_IsListedForSupervisors_AndKeptLonger_OrPutOnAList()
    {
        var (first, later, kept) = (await ArchivedAsync(RetentionTerm.TenYears), await ArchivedAsync(RetentionTerm.ThirtyYears), await ArchivedAsync(RetentionTerm.TenYears));
        Desk.Clock.Set(new(2036, 12, 31, 1, 0, 0, TimeSpan.Zero));
        Assert.Equal("case.archive.due", CaseDesk.Refusal(await ProposeAsync(Desk.Chair, first)));
        Desk.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal([first.Id, kept.Id], await ExpiredAsync(Desk.Chair));
        Assert.Empty(await ExpiredAsync(Desk.Officer));
        Assert.Empty(await ExpiredAsync(Desk.Superior));
        Assert.Equal(Problem.NotFoundCode, CaseDesk.Refusal(await ProposeAsync(Desk.Officer, first)));
        Assert.Equal("case.archive.due", CaseDesk.Refusal(await ProposeAsync(Desk.Chair, first, later)));
        Assert.Equal("case.archive.none", CaseDesk.Refusal(await ProposeAsync(Desk.Chair)));
        CaseDesk.Done(await KeepLongerAsync(kept, RetentionTerm.TenYears));
        Assert.Equal([first.Id], await ExpiredAsync(Desk.Chair));

        var list = CaseDesk.Done(await ProposeAsync(Desk.Chair, first));
        Assert.Empty(await ExpiredAsync(Desk.Chair));
        Assert.Single(await Desk.NoticesAsync(second), notice => notice.Key == $"archive/{list.Id}");
        Assert.DoesNotContain(await Desk.NoticesAsync(Desk.Chair), notice => notice.Key.StartsWith("archive", StringComparison.Ordinal));
        CaseDesk.Done(await JudgeAsync(list, isGranted: false, second));
        Assert.Equal([first.Id], await ExpiredAsync(Desk.Chair));
        Assert.Equal(["case.destruction-proposed", "case.destruction-refused"], (await Desk.TrailAsync(first)).TakeLast(2));
    }

    [Fact]
    public async Task KeptLongerTwice_ItIsKeptOnce()
    {
        var one = await ArchivedAsync(RetentionTerm.TenYears);
        Desk.Clock.Set(new(2037, 1, 4, 1, 0, 0, TimeSpan.Zero));

        Assert.Equal(1, CaseDesk.Done(await KeepLongerAsync(one, RetentionTerm.TenYears)));
        Assert.Equal(1, CaseDesk.Done(await KeepLongerAsync(one, RetentionTerm.TenYears)));

        Assert.Equal("case.archive.due", CaseDesk.Refusal(await KeepLongerAsync(one, RetentionTerm.ThirtyYears)));
        Assert.Single(await Desk.TrailAsync(one), act => act == "case.kept-longer");
        Assert.Equal(new(2047, 12, 31), (await sharing.NowAsync(one)).KeepUntil);
    }

    [Fact]
    public async Task TwoPersonsDestroy_AndNeitherWordNorFileIsLeft_WhileNumberAndFiguresStay()
    {
        var one = await ArchivedAsync(RetentionTerm.TenYears, withAll: true);
        var counts = await CountsAsync();
        Desk.Clock.Set(new(2037, 1, 4, 1, 0, 0, TimeSpan.Zero));
        var list = CaseDesk.Done(await ProposeAsync(Desk.Chair, one));
        Assert.Equal("case.destruction.self", CaseDesk.Refusal(await JudgeAsync(list, isGranted: true, Desk.Chair)));
        Assert.Equal(Problem.NotFoundCode, CaseDesk.Refusal(await JudgeAsync(list, isGranted: true, Desk.Officer)));
        Assert.Equal(Words, (await OpenAsync(one, Desk.Chair))![CaseField.Facts]);

        CaseDesk.Done(await JudgeAsync(list, isGranted: true, second));
        CaseDesk.Done(await JudgeAsync(list, isGranted: true, second));
        Assert.Equal("case.destruction.judged", CaseDesk.Refusal(await JudgeAsync(list, isGranted: false, second)));

        await using var db = Desk.Database.Open();
        Assert.False(await db.CaseTexts.AnyAsync(text => text.CaseId == one.Id) || await db.CaseFiles.AnyAsync(file => file.CaseId == one.Id) || await db.CaseEvidence.AnyAsync(row => row.CaseId == one.Id) || await db.CaseReferralTexts.AnyAsync());
        Assert.Empty(Directory.GetFiles(Path.Combine(Desk.Database.Folder, "files"), "*", SearchOption.AllDirectories));
        Assert.All(await db.CaseEntries.Where(entry => entry.CaseId == one.Id).ToListAsync(), entry => Assert.Equal("（已销毁）", Seal.OpenEntry(entry.Id, entry.Sealed)));
        Assert.All(await db.CaseReferrals.Where(letter => letter.CaseId == one.Id).ToListAsync(), letter => Assert.Equal("（已销毁）", Seal.OpenAsks(letter)));
        var left = await db.Cases.SingleAsync(same => same.Id == one.Id);
        Assert.Equal((one.Year, one.Sequence, one.Category, one.ReceivedAt, null, null), (left.Year, left.Sequence, left.Category, left.ReceivedAt, left.IdIndex, left.PhoneIndex));
        Assert.NotEqual(one.QueryIndex, left.QueryIndex);
        Assert.Equal(counts, await CountsAsync());
        Assert.Empty(await Desk.WithAsync(Desk.Chair, hands => hands.Duplicates.FindAsync(null, "13800001234")));

        var page = (await OpenAsync(one, Desk.Chair))!;
        Assert.Equal((true, 0, 0), (page.NeedsApproval, page.Texts.Count, page.Course.Count));
        Assert.Equal("case.opening.destroyed", CaseDesk.Refusal(await Desk.WithAsync(Desk.Officer, hands => hands.Openings.AskAsync(Guid.CreateVersion7(), one.Id, "想看", new(2037, 1, 10)))));
        Assert.Equal([one.Id], (await Desk.WithAsync(Desk.Chair, hands => hands.Archives.FindAsync(list.Id)))!.Value.Cases.Select(line => line.Case.Id));
        Assert.Null(await Desk.WithAsync(Desk.Officer, hands => hands.Archives.FindAsync(list.Id)));
        Assert.Null(await Desk.WithAsync(Desk.Superior, hands => hands.Archives.FindAsync(list.Id)));
    }

    [Fact]
    public async Task ThePlaceItHadOnAReceptionDay_KeepsItsNumber_AndLosesWhyItWasWithdrawn()
    {
        var one = await Desk.ReceiveAsync(CaseDesk.Input());
        CaseDesk.Done(await Desk.WithAsync(Desk.Chair, hands => hands.ReceptionDays.SetRuleAsync(new(15, ReceptionDesk.Usual, MostBookings: 3), 0)));
        var booking = CaseDesk.Done(await Desk.WithAsync(Desk.Officer, hands => hands.ReceptionBookings.BookAsync(new(Guid.CreateVersion7(), ReceptionDesk.December) { CaseNumber = $"{one.Year}-{one.Sequence}" })));
        CaseDesk.Done(await Desk.WithAsync(Desk.Officer, hands => hands.ReceptionBookings.WithdrawAsync(booking.Id, Words)));
        one = await ArchiveAsync(await sharing.NowAsync(one), RetentionTerm.TenYears);
        Desk.Clock.Set(new(2037, 1, 4, 1, 0, 0, TimeSpan.Zero));

        var list = CaseDesk.Done(await ProposeAsync(Desk.Chair, one));
        CaseDesk.Done(await JudgeAsync(list, isGranted: true, second));

        await using var db = Desk.Database.Open();
        var left = await db.ReceptionBookings.SingleAsync();
        Assert.Equal((1, "（已销毁）"), (left.Sequence, Seal.OpenWords(ReceptionSeal.Withdrawn, left.Id, left.WithdrawnReason!)));
    }

    [Fact]
    public async Task WhoKeepsOutOfACase_DoesNotDestroyAListOnWhichItStands()
    {
        var one = await Desk.ReceiveAsync(CaseDesk.Input());
        CaseDesk.Done(await Desk.ActAsync(service => service.RecuseAsync(one.Id, second.AccountId!.Value), Desk.Chair));
        one = await ArchiveAsync(await sharing.NowAsync(one), RetentionTerm.TenYears);
        Desk.Clock.Set(new(2037, 1, 4, 1, 0, 0, TimeSpan.Zero));
        var list = CaseDesk.Done(await ProposeAsync(Desk.Chair, one));

        Assert.Equal("case.destruction.recused", CaseDesk.Refusal(await JudgeAsync(list, isGranted: true, second)));
    }

    private async Task<Case> ArchivedAsync(RetentionTerm? term, string category = "violence", bool withAll = false)
    {
        var one = await Desk.ReceiveAsync(CaseDesk.Input(category: category, texts: [(CaseField.Facts, Words), (CaseField.Phone, "13800001234")]));
        if (withAll)
        {
            var letter = await sharing.SendAsync(SharingDesk.Letter(one, fields: CaseField.Facts));
            CaseDesk.Done(await Desk.WithAsync(Desk.Officer, hands => hands.Referrals.WithdrawAsync(letter.Id)));
            one = await sharing.NowAsync(one);
            CaseDesk.Done(await Desk.WithAsync(Desk.Officer, hands => hands.Files.AddAsync(new(Guid.CreateVersion7(), one.Id, one.Version, "伤情.txt", "照片说明"u8.ToArray()))));
            one = await sharing.NowAsync(one);
        }
        one = CaseDesk.Done(await Desk.ActAsync(service => service.WriteDownAsync(CaseStep.Talk, new(Guid.CreateVersion7(), one.Id, one.Version, CaseDesk.At("2026-11-18 10:00"), "接谈"))));
        return await ArchiveAsync(one, term);
    }

    private async Task<Case> ArchiveAsync(Case one, RetentionTerm? term)
    {
        one = await Desk.MoveAsync(one, CaseAct.Answer, "2026-11-18 11:00");
        var done = new CaseDone(Guid.CreateVersion7(), one.Id, one.Version, CaseDesk.At("2026-11-19 10:00"), "归档") { Retention = term };
        return CaseDesk.Done(await Desk.ActAsync(service => service.MoveAsync(CaseAct.Archive, done)));
    }

    private Task<CaseView?> OpenAsync(Case one, Actor who) => Desk.ReadAsync(reader => reader.OpenAsync(one.Id, "核对"), who);

    private Task<Outcome<int>> RulesAsync(Dictionary<string, RetentionTerm> terms, Actor who) => Desk.WithAsync(who, hands => hands.Archive.SetRulesAsync(terms));

    private Task<Outcome<CaseDestruction>> ProposeAsync(Actor who, params Case[] cases) => Desk.WithAsync(who, hands => hands.Archive.ProposeAsync(Guid.CreateVersion7(), [.. cases.Select(one => one.Id)]));

    private Task<Outcome<int>> KeepLongerAsync(Case one, RetentionTerm term) => Desk.WithAsync(Desk.Chair, hands => hands.Archive.KeepLongerAsync([one.Id], term));

    private Task<Outcome<CaseDestruction>> JudgeAsync(CaseDestruction list, bool isGranted, Actor who) => Desk.WithAsync(who, hands => hands.Archive.JudgeAsync(list.Id, isGranted));

    private async Task<IEnumerable<Guid>> ExpiredAsync(Actor who) => (await Desk.WithAsync(who, hands => hands.Archives.ListExpiredAsync(page: 1))).Lines.Select(line => line.Case.Id);

    private async Task<(long, long, long)> CountsAsync() => (await Desk.CountAsync(CaseFacts.Items, Desk.City.County), await Desk.CountAsync(CaseFacts.Closed, Desk.City.County), await Desk.CountAsync(CaseFacts.OnTime, Desk.City.County));
}
