using Jinguo.Core.Base.Backups;

namespace Jinguo.Core.Tests.Base.Backups;

public sealed class BackupFolderTests : IDisposable
{
    private readonly DirectoryInfo place = Directory.CreateTempSubdirectory("jinguo-backup-");

    public void Dispose() => place.Delete(recursive: true);

    [Theory]
    [InlineData("a/b", "a", true)]
    [InlineData("a", "a", true)]
    [InlineData("a/../b", "a", false)]
    [InlineData("ab", "a", false)]
    [InlineData("..a", "", true)]
    [InlineData("link/keys", "a", true)]
    public void AFolder_IsWithinAnother_LinksFollowed(string folder, string outer, bool isWithin)
    {
        Directory.CreateDirectory(At("a"));
        Directory.CreateSymbolicLink(At("link"), At("a"));
        Assert.Equal(isWithin, Folders.IsWithin(At(folder), At(outer)));
    }

    [Fact]
    public void WhatAKilledRunLeft_IsNoBackup_AndIsCleared_AndNothingElseIs()
    {
        var folder = new BackupFolder(place.FullName);
        foreach (var name in new[] { "20261120T180000Z", "20261121T180000Z.partial", "files/ab", "photos.partial" })
            Directory.CreateDirectory(At(name));
        File.WriteAllText(At("files/ab/abc.part"), "half");
        File.WriteAllText(At("files/ab/abc"), "whole");

        Assert.Equal(["20261120T180000Z"], folder.List());
        folder.Clear();
        Assert.Equal(["20261120T180000Z", "files", "photos.partial"], Directory.GetDirectories(place.FullName).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(["abc"], Directory.GetFiles(At("files/ab")).Select(Path.GetFileName));
    }

    [Fact]
    public void OneWritesAtATime_AndTwoOfOneSecondHaveTwoNames()
    {
        var folder = new BackupFolder(At("new"));
        using (var first = folder.Lock())
        {
            Assert.NotNull(first);
            Assert.Null(folder.Lock());
        }
        using var again = folder.Lock();
        Assert.NotNull(again);
        var at = new DateTime(2026, 11, 20, 18, 0, 0, DateTimeKind.Utc);
        for (var number = 0; number < 2; number++)
        {
            var (name, draft) = folder.Begin(at);
            folder.Finish(name, draft);
        }
        Assert.Equal(["20261120T180000Z", "20261120T180000Z-2"], folder.List());
    }

    private string At(string name) => Path.Combine(place.FullName, name);
}
