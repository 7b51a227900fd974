using System.Globalization;
using System.Text;
using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Encryption;
using Jinguo.Core.Records.Cases;
using Jinguo.Core.Records.Cases.Files;
using Jinguo.Core.Tests.Records.Cases.Sharing;
using Jinguo.Testing;
using Jinguo.Testing.Data;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Tests.Records.Cases.Files;

/// <summary>What she brings is kept sealed, for those alone who may read her case, and never goes away.</summary>
public sealed class CaseFilesTests : IAsyncLifetime
{
    private const string Canary = "桂花巷九号院的病历";

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
    public async Task AFile_LiesSealed_UnderANameThatTellsNothing_AndComesBackWhole()
    {
        var content = Encoding.UTF8.GetBytes($"诊断：{Canary}");

        var file = await AddAsync($"{Canary}.txt", content);

        var place = Assert.Single(OnDisk());
        Assert.Matches("^[0-9a-f]{32}$", Path.GetFileName(place));
        await using (var db = Desk.Database.Open())
            Assert.Empty(await DatabaseDump.PlacesOfAsync(db, Canary));
        foreach (var path in Directory.GetFiles(Desk.Database.Folder, "*", SearchOption.AllDirectories))
            Assert.Equal((path, -1), (path, (await BytesAsync(path)).AsSpan().IndexOf(Encoding.UTF8.GetBytes(Canary))));

        var line = Assert.Single((await ListAsync())!.Files);
        var opened = (await OpenAsync(file))!;
        Assert.Equal(($"{Canary}.txt", "text/plain", $"{Canary}.txt"), (line.Name, opened.MediaType, opened.Name));
        Assert.Equal(content, opened.Content);
        Assert.Equal(["case.file-added", "case.seen", "case.file-opened"], (await Desk.TrailAsync(one)).TakeLast(3));
        Assert.Contains((await Desk.WithAsync(Desk.Chair, hands => hands.Looks.ListAsync(one.Id, 1)))!.Lines, look => look is { Who: "赵某某", Reason: "打开材料" });
    }

    [Fact]
    public async Task OfAPhoto_ThePictureAloneIsKept()
    {
        var file = await AddAsync("伤情.jpg", SamplePictures.JpegOfPhone(6));
        Assert.Equal(-1, (await OpenAsync(file))!.Content.AsSpan().IndexOf(Encoding.Latin1.GetBytes(SamplePictures.Place)));
    }

    [Theory]
    [InlineData("../../../etc/passwd", "passwd")]
    [InlineData("/data/jinguo.db", "jinguo.db")]
    [InlineData("C:\\病历\0\u202Egpj.pdf", "病历gpj.pdf")]
    [InlineData("<script>alert(1)<script>.txt", "<script>alert(1)<script>.txt")]
    [InlineData("..", "文件")]
    public async Task TheNameOfAFile_IsItsLastPart_AndNamesNothingOnTheDisk(string sent, string kept)
    {
        await AddAsync(sent, [1, 2, 3]);
        Assert.Equal(kept, Assert.Single((await ListAsync())!.Files).Name);
        Assert.StartsWith(Path.Combine(Desk.Database.Folder, "files", "cases"), Assert.Single(OnDisk()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnEndlessName_KeepsItsEnding()
    {
        await AddAsync(new string('长', 300) + ".pdf", [1]);
        Assert.EndsWith("长.pdf", Assert.Single((await ListAsync())!.Files).Name, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("证明.docx.exe", "甲", "file.program")]
    [InlineData("证明.docx", "MZ\u0090", "file.program")]
    [InlineData("伤情.svg", "<svg onload=alert(1)>", "file.program")]
    [InlineData("证明.pdf", "", "file.empty")]
    public async Task Programs_AndNothing_AreRefused_AndLeaveNothingBehind(string name, string content, string code)
    {
        Assert.Equal(code, CaseDesk.Refusal(await TryAsync(name, Encoding.UTF8.GetBytes(content))));
        Assert.Empty(OnDisk());
    }

    [Fact]
    public async Task SentTwice_ItIsThereOnce_AndWhoSawAnOlderCase_IsTold()
    {
        var input = new CaseFileInput(Guid.CreateVersion7(), one.Id, one.Version, "病历.pdf", [1, 2]);
        var (first, second) = (await PutAsync(input), await PutAsync(input));
        Assert.Equal(CaseDesk.Done(first).Id, CaseDesk.Done(second).Id);
        Assert.Single((await ListAsync())!.Files);
        Assert.Single(OnDisk());

        Assert.Equal(Problem.StaleCode, CaseDesk.Refusal(await PutAsync(input with { Key = Guid.CreateVersion7() })));
        var other = await sharing.ReceiveAsync();
        Assert.Equal(Problem.KeyTakenCode, CaseDesk.Refusal(await PutAsync(input with { CaseId = other.Id, Version = other.Version })));
        Assert.Single(OnDisk());
    }

    [Fact]
    public async Task AFile_IsStruckOutWithAReason_AndStays_AndNothingIsPutIntoWhatIsArchived()
    {
        var file = await AddAsync("别人的病历.pdf", [1, 2]);
        Assert.Equal("case.strike.reason", CaseDesk.Refusal(await StrikeAsync(file, " ")));
        CaseDesk.Done(await StrikeAsync(file, "放错了人"));
        var line = Assert.Single((await ListAsync())!.Files);
        Assert.Equal(("放错了人", "赵某某"), (line.StruckReason, line.File.StruckByName));
        Assert.Equal([1, 2], (await OpenAsync(file))!.Content);

        one = await Desk.MoveAsync(await sharing.NowAsync(one), CaseAct.Answer, "2026-11-19 10:00");
        one = await Desk.MoveAsync(one, CaseAct.Archive, "2026-11-19 11:00");
        Assert.Equal("case.archived", CaseDesk.Refusal(await TryAsync("病历.pdf", [1])));
        Assert.Equal("case.archived", CaseDesk.Refusal(await StrikeAsync(file, "放错了人")));
    }

    [Fact]
    public async Task SomeFiles_AreKeptTogether_OnceHoweverOftenTheyAreSent()
    {
        var input = Some(("病历.pdf", [1, 2]), ("欠条.pdf", [3]), ("录音.mp3", [4]));

        var first = CaseDesk.Done(await PutAllAsync(input));
        var second = CaseDesk.Done(await PutAllAsync(input));

        Assert.Equal(first.Select(file => file.Id), second.Select(file => file.Id));
        Assert.Equal(["病历.pdf", "欠条.pdf", "录音.mp3"], (await ListAsync())!.Files.OrderBy(line => first.Select(file => file.Id).ToList().IndexOf(line.File.Id)).Select(line => line.Name));
        Assert.Equal([3], (await OpenAsync(first[1]))!.Content);
        Assert.Equal((3, 3), (OnDisk().Length, (await Desk.TrailAsync(one)).Count(act => act == "case.file-added")));
        Assert.Equal(one.Version + 1, (await sharing.NowAsync(one)).Version);
        Assert.Equal(Problem.KeyTakenCode, CaseDesk.Refusal(await PutAllAsync(input with { Files = [.. input.Files, new("又一份.pdf", [5])] })));
        Assert.Equal(3, OnDisk().Length);
    }

    [Fact]
    public async Task WhereOneFileIsRefused_NoneIsKept_AndItIsNamed()
    {
        var refused = await PutAllAsync(Some(("病历.pdf", [1]), ("证明.docx.exe", [2]), ("空.pdf", [])));

        Assert.Equal("文件“证明.docx.exe”是程序、脚本或网页，不能上传。请改传文档、表格、图片或压缩包。这次选的3份都没有收，去掉它再选一次。", Assert.Single(refused.Problems).Text);
        Assert.Equal((0, 0), ((await ListAsync())!.Files.Count, OnDisk().Length));
        Assert.Equal("case.file", CaseDesk.Refusal(await PutAllAsync(Some())));
        Assert.Equal("case.files.many", CaseDesk.Refusal(await PutAllAsync(Some([.. Enumerable.Repeat(("病历.pdf", new byte[] { 1 }), CaseFileService.MostFiles + 1)]))));
        await AddAsync("病历.pdf", [1]);
        one = await sharing.NowAsync(one);
        Assert.Equal("case.files.many", CaseDesk.Refusal(await PutAllAsync(Some([.. Enumerable.Repeat(("病历.pdf", new byte[] { 1 }), CaseFileService.MostFiles)]))));
        Assert.Single(OnDisk());
    }

    [Fact]
    public async Task WhereTheDiskTakesNoMore_WhatWasWrittenOfThemIsTakenAway()
    {
        // Contents lie in 256 folders: where half of them cannot be made, some of twenty files find a place and some do not.
        var cases = Path.Combine(Desk.Database.Folder, "files", "cases");
        Directory.CreateDirectory(cases);
        var blocked = Enumerable.Range(0, 128).Select(number => Path.Combine(cases, number.ToString("x2", CultureInfo.InvariantCulture))).ToList();
        blocked.ForEach(path => File.WriteAllText(path, ""));

        await Assert.ThrowsAnyAsync<IOException>(() => PutAllAsync(Some([.. Enumerable.Repeat(("病历.pdf", new byte[] { 1 }), 20)])));

        Assert.Equal(blocked, OnDisk().Order(StringComparer.Ordinal));
        Assert.Empty((await ListAsync())!.Files);
    }

    [Fact]
    public void TheKeysOfFilesSentTogether_AreDifferentOnesOfVersion7()
    {
        var input = new CaseFilesInput(Guid.Parse("019a0b1c-2d3e-7f40-8a5b-6c7d8e9fa0ff"), default, 1, []);
        var keys = Enumerable.Range(0, CaseFileService.MostFiles).Select(input.KeyOf).ToList();
        Assert.Equal((input.Key, CaseFileService.MostFiles), (keys[0], keys.Distinct().Count()));
        Assert.All(keys, key => Assert.Equal(7, key.Version));
    }

    [Fact]
    public async Task ACase_HoldsFiftyFiles()
    {
        for (var count = 0; count < CaseFileService.MostFiles; count++)
            await AddAsync("病历.pdf", [1]);
        Assert.Equal("case.files.many", CaseDesk.Refusal(await TryAsync("病历.pdf", [1])));
        Assert.Equal(CaseFileService.MostFiles, OnDisk().Length);
    }

    [Fact]
    public async Task WhoMayNotReadTheCase_FindsNeitherListNorFile_AndPutsNothingIn()
    {
        var file = await AddAsync("病历.pdf", [1]);
        foreach (var other in new[] { Desk.Colleague, sharing.Township, Desk.Superior, Actor.CommandLine, Desk.Officer with { Token = new("一表通", [.. Enum.GetValues<Right>()]) } })
        {
            Assert.Null(await ListAsync(other));
            Assert.Null(await OpenAsync(file, other));
            Assert.Equal(Problem.NotFoundCode, CaseDesk.Refusal(await TryAsync("病历.pdf", [1], other)));
            Assert.Equal(Problem.NotFoundCode, CaseDesk.Refusal(await StrikeAsync(file, "想划", other)));
        }
        var another = await sharing.ReceiveAsync();
        Assert.Null(await Desk.WithAsync(Desk.Officer, hands => hands.FileReader.OpenAsync(another.Id, file.Id)));
        Assert.Single(OnDisk());
    }

    [Fact]
    public async Task TheReviewingBody_ReadsTheFiles_AndPutsNothingIn()
    {
        var file = await AddAsync("病历.pdf", [1, 2]);
        one = await Desk.MoveAsync(await sharing.NowAsync(one), CaseAct.Answer, "2026-11-10 09:20");
        one = await Desk.MoveAsync(one, CaseAct.AskReview, "2026-11-12 09:20");
        CaseDesk.Done(await Desk.WithAsync(Desk.Officer, hands => hands.Grants.GiveAsync(new(Guid.CreateVersion7(), one.Id, one.Version, "云川市妇联", new(2026, 12, 10), SharingDesk.Consent()))));

        Assert.False((await ListAsync(Desk.Superior))!.MayAct);
        Assert.Equal([1, 2], (await OpenAsync(file, Desk.Superior))!.Content);
        Assert.Equal(Problem.NotFoundCode, CaseDesk.Refusal(await TryAsync("病历.pdf", [1], Desk.Superior)));
    }

    [Fact, Rule("DV-04")]
    public async Task OfAMinorsCase_FilesAreReadWithAnApproval()
    {
        one = await Desk.ReceiveAsync(CaseDesk.Input() with { IsMinor = true });
        var file = await AddAsync("病历.pdf", [1]);
        Assert.Null(await ListAsync(Desk.Chair));
        Assert.Null(await OpenAsync(file, Desk.Chair));
        Assert.Equal(Problem.NotFoundCode, CaseDesk.Refusal(await TryAsync("病历.pdf", [1], Desk.Chair)));
        Assert.NotNull(await OpenAsync(file));
    }

    [Fact]
    public async Task AContentThatWasChanged_OrLiesUnderAnothersRow_DoesNotOpen()
    {
        var (first, second) = (await AddAsync("病历.pdf", [1, 2]), await AddAsync("欠条.pdf", [3, 4]));
        await using var db = Desk.Database.Open();
        await db.CaseFiles.Where(file => file.Id == first.Id).ExecuteUpdateAsync(set => set.SetProperty(file => file.Place, second.Place));
        await Assert.ThrowsAsync<DataKeysException>(() => OpenAsync(first));
        await db.CaseFiles.Where(file => file.Id == first.Id).ExecuteUpdateAsync(set => set.SetProperty(file => file.Label, second.Label));
        await Assert.ThrowsAsync<DataKeysException>(() => OpenAsync(first));

        var place = OnDisk().Single(path => Path.GetFileName(path) == second.Place);
        var bytes = await File.ReadAllBytesAsync(place);
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(place, bytes);
        await Assert.ThrowsAsync<DataKeysException>(() => OpenAsync(second));
    }

    [Fact]
    public async Task AfterAChangeOfTheKey_FilesAndEvidenceOpenWithTheNewOneAlone()
    {
        var file = await AddAsync("病历.pdf", [1, 2]);
        CaseDesk.Done(await StrikeAsync(file, "放错了人"));
        one = await sharing.NowAsync(one);
        CaseDesk.Done(await Desk.WithAsync(Desk.Officer, hands => hands.Evidence.SaveAsync(one.Id, one.Version, new Dictionary<string, string> { ["medical"] = "病历一份" })));
        var ring = Keys.Store.Keys.WithNewKey(new(2026, 11, 20));
        var seal = new CaseSeal(new(new DataKeyStore("", ring.ToText())), Keys.Index);
        await using (var db = Desk.Database.Open())
        {
            var sealedRows = new SealedCaseFiles(db, seal);
            Assert.Equal(2, await sealedRows.CountOldAsync(default));
            Assert.Equal(2, await sealedRows.SealAnewAsync(100, default));
            Assert.Equal(0, await sealedRows.CountOldAsync(default));
        }

        // The ring without the key that sealed them first.
        var newest = System.Text.Json.Nodes.JsonNode.Parse(ring.ToText())!;
        newest["keys"]!.AsArray().RemoveAt(0);
        await using var after = Desk.Database.Open();
        var access = new CaseAccess(after, Desk.Officer, Desk.Clock);
        var alone = new CaseSeal(new(new DataKeyStore("", newest.ToJsonString())), Keys.Index);
        var reader = new CaseFileReader(after, access, alone, new(new(Path.Combine(Desk.Database.Folder, "files"))), new(after, Desk.Clock));
        Assert.Equal([1, 2], (await reader.OpenAsync(one.Id, file.Id))!.Content);
        Assert.Equal("放错了人", Assert.Single((await reader.ListAsync(one.Id))!.Files).StruckReason);
        Assert.Equal("病历一份", (await new CaseEvidenceBook(after, access, null!, reader, alone, CaseDesk.Words).ReadAsync(one.Id))!.Lines.Single(line => line.Kind.Code == "medical").Note);
    }

    [Fact]
    public async Task AContentThatIsGone_IsFoundByTheVerification()
    {
        var file = await AddAsync("病历.pdf", [1, 2]);
        await using var db = Desk.Database.Open();
        var verification = new CaseFileVerification(db, new(new(Path.Combine(Desk.Database.Folder, "files"))));
        Assert.Empty((await verification.RunAsync()).Lost);
        File.Delete(Assert.Single(OnDisk()));
        Assert.Equal([file.Id], (await verification.RunAsync()).Lost);
    }

    private string[] OnDisk() => Directory.Exists(Path.Combine(Desk.Database.Folder, "files")) ? Directory.GetFiles(Path.Combine(Desk.Database.Folder, "files"), "*", SearchOption.AllDirectories) : [];

    // The database has its file open.
    private static async Task<byte[]> BytesAsync(string path)
    {
        await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        return copy.ToArray();
    }

    private async Task<CaseFile> AddAsync(string name, byte[] content) => CaseDesk.Done(await TryAsync(name, content));

    private async Task<Outcome<CaseFile>> TryAsync(string name, byte[] content, Actor? actor = null) =>
        await PutAsync(new(Guid.CreateVersion7(), one.Id, (await sharing.NowAsync(one)).Version, name, content), actor);

    private Task<Outcome<CaseFile>> PutAsync(CaseFileInput input, Actor? actor = null) => Desk.WithAsync(actor ?? Desk.Officer, hands => hands.Files.AddAsync(input));

    private CaseFilesInput Some(params (string Name, byte[] Content)[] files) => new(Guid.CreateVersion7(), one.Id, one.Version, [.. files.Select(file => new SentCaseFile(file.Name, file.Content))]);

    private Task<Outcome<IReadOnlyList<CaseFile>>> PutAllAsync(CaseFilesInput input) => Desk.WithAsync(Desk.Officer, hands => hands.Files.AddAllAsync(input));

    private Task<Outcome<CaseFile>> StrikeAsync(CaseFile file, string reason, Actor? actor = null) => Desk.WithAsync(actor ?? Desk.Officer, hands => hands.Files.StrikeOutAsync(one.Id, file.Id, reason));

    private Task<CaseFilesView?> ListAsync(Actor? actor = null) => Desk.WithAsync(actor ?? Desk.Officer, hands => hands.FileReader.ListAsync(one.Id));

    private Task<OpenedCaseFile?> OpenAsync(CaseFile file, Actor? actor = null) => Desk.WithAsync(actor ?? Desk.Officer, hands => hands.FileReader.OpenAsync(one.Id, file.Id));
}
