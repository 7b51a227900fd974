using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Records.Cases;
using Jinguo.Core.Records.Cases.Files;
using Jinguo.Testing;
using Jinguo.Testing.Data;

namespace Jinguo.Core.Tests.Records.Cases.Files;

/// <summary>The evidence for a protection order, by the kinds of the law.</summary>
public sealed class CaseEvidenceTests : IAsyncLifetime
{
    private CaseDesk desk = null!;
    private Case one = null!;

    public async Task InitializeAsync()
    {
        desk = await CaseDesk.OpenAsync();
        one = await desk.ReceiveAsync(CaseDesk.Input());
    }

    public async Task DisposeAsync() => await desk.DisposeAsync();

    [Fact, Rule("DV-10")]
    public void TheLawNamesElevenKinds() => Assert.Equal(11, CaseDesk.Words.Evidence.Kinds.Count);

    [Fact, Rule("DV-02")]
    public async Task TheRecordOfTheFederation_IsThereOfItself_AndTheOthersAreTickedWithTheirNotesAndFiles()
    {
        Assert.Equal(["requests"], (await ReadAsync())!.Lines.Where(line => line.IsThere).Select(line => line.Kind.Code));
        var file = CaseDesk.Done(await desk.WithAsync(desk.Officer, hands => hands.Files.AddAsync(new(Guid.CreateVersion7(), one.Id, one.Version, "病历.pdf", [1], "medical"))));
        one = (await ReadAsync())!.Case;

        CaseDesk.Done(await SaveAsync(("medical", " 县医院病历一份 "), ("police", "")));
        CaseDesk.Done(await SaveAsync(("medical", "县医院病历一份"), ("police", "")));

        var lines = (await ReadAsync())!.Lines;
        Assert.Equal(["police", "medical", "requests"], lines.Where(line => line.IsThere).Select(line => line.Kind.Code));
        var medical = lines.Single(line => line.Kind.Code == "medical");
        Assert.Equal(("县医院病历一份", "病历.pdf"), (medical.Note, Assert.Single(medical.Files).Name));
        Assert.Equal(["case.file-added", "case.seen", "case.evidence", "case.seen"], (await desk.TrailAsync(one)).TakeLast(4));
        await using (var db = desk.Database.Open())
            Assert.Empty(await DatabaseDump.PlacesOfAsync(db, "县医院"));

        CaseDesk.Done(await desk.WithAsync(desk.Officer, hands => hands.Files.FileUnderAsync(one.Id, file.Id, "injury")));
        Assert.Equal(["injury"], (await ReadAsync())!.Lines.Where(line => line.Files.Count > 0).Select(line => line.Kind.Code));
        Assert.Equal("case.evidence.kind", CaseDesk.Refusal(await desk.WithAsync(desk.Officer, hands => hands.Files.FileUnderAsync(one.Id, file.Id, "甲"))));
    }

    [Fact]
    public async Task WhatIsWrong_IsTold_AndOthersFindNoList()
    {
        Assert.Equal("case.evidence.kind", CaseDesk.Refusal(await SaveAsync(("甲", ""))));
        Assert.Equal("case.evidence.note", CaseDesk.Refusal(await SaveAsync(("medical", new string('长', 201)))));
        Assert.Equal(Problem.StaleCode, CaseDesk.Refusal(await desk.WithAsync(desk.Officer, hands => hands.Evidence.SaveAsync(one.Id, one.Version + 1, new Dictionary<string, string>()))));
        Assert.Null(await ReadAsync(desk.Colleague));
        Assert.Equal(Problem.NotFoundCode, CaseDesk.Refusal(await desk.WithAsync(desk.Colleague, hands => hands.Evidence.SaveAsync(one.Id, one.Version, new Dictionary<string, string>()))));
        var wages = await desk.ReceiveAsync(CaseDesk.Input(category: "wages"));
        Assert.Null(await desk.WithAsync(desk.Officer, hands => hands.Evidence.ReadAsync(wages.Id)));
    }

    private Task<EvidenceView?> ReadAsync(Actor? actor = null) => desk.WithAsync(actor ?? desk.Officer, hands => hands.Evidence.ReadAsync(one.Id));

    private Task<Outcome<Case>> SaveAsync(params (string Code, string Note)[] ticked) =>
        desk.WithAsync(desk.Officer, hands => hands.Evidence.SaveAsync(one.Id, one.Version, ticked.ToDictionary(line => line.Code, line => line.Note)));
}
