using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Files;
using Jinguo.Testing.Data;
using Jinguo.Testing.Time;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Tests.Base.Files;

/// <summary>Whatever a file is called by whoever sends it, it lies in its folder and has a name that can be kept.</summary>
public sealed class FileStoreTests
{
    [Theory]
    [InlineData("../../../etc/passwd", "passwd")]
    [InlineData("C:\\Windows\\台账.xlsx", "台账.xlsx")]
    [InlineData("/data/jinguo.db", "jinguo.db")]
    [InlineData("..", "文件")]
    [InlineData("a/", "文件")]
    [InlineData("甲\0乙\u202Efdp.csv", "甲乙fdp.csv")]
    [InlineData("\uFEFF册.csv", "册.csv")]
    public async Task TheNameOfAFile_IsItsLastPart_WithoutWhatNobodyTyped(string sent, string kept) => Assert.Equal(kept, await KeepAsync(sent));

    [Fact]
    public async Task AnEndlessName_KeepsItsBeginningAndItsEnding()
    {
        var kept = await KeepAsync(string.Concat(Enumerable.Repeat("😀", 5_000)) + ".xlsx");

        Assert.InRange(kept.Length, FileStore.LongestName - 1, FileStore.LongestName);
        Assert.EndsWith("😀.xlsx", kept, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("通知.exe", "甲")]
    [InlineData("通知.pdf\u202E.EXE ", "甲")]
    [InlineData("通知.docx", "MZ\u0090")]
    [InlineData("通知", "#!/bin/sh")]
    [InlineData("通知.html", "<p>甲")]
    public async Task Programs_AreRefused_ByTheirNameAndByTheirFirstBytes(string name, string content)
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var db = database.Open();
        var body = (await Tree.AddCityAsync(db)).Village;

        var outcome = await new FileStore(db, new TestClock(), new(Path.Combine(database.Folder, "files"))).AddAsync(Actor.CommandLine, body, name, new MemoryStream(System.Text.Encoding.UTF8.GetBytes(content)));

        Assert.Equal("file.program", Assert.Single(outcome.Problems).Code);
    }

    private static async Task<string> KeepAsync(string name)
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var db = database.Open();
        var body = (await Tree.AddCityAsync(db)).Village;
        var folder = Path.Combine(database.Folder, "files");

        var outcome = await new FileStore(db, new TestClock(), new(folder)).AddAsync(Actor.CommandLine, body, name, new MemoryStream([1, 2, 3]));
        await db.SaveChangesAsync();

        var file = outcome.Value!;
        Assert.Equal([Path.Combine(folder, file.Hash[..2], file.Hash)], Directory.GetFiles(folder, "*", SearchOption.AllDirectories));
        return await db.StoredFiles.AsNoTracking().Where(one => one.Id == file.Id).Select(one => one.Name).SingleAsync();
    }
}
