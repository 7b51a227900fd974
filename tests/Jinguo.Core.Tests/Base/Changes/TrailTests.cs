using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Tests.Base.Changes;

public sealed class TrailTests : TrailCase
{
    [Fact]
    public async Task EachBody_HasAChainOfItsOwn_NumberedWithoutAGap()
    {
        await ActAsync(20, 10, 20);
        await ActAsync(0, 20);
        var numbers = await Db.Changes.OrderBy(change => change.OrganisationId).ThenBy(change => change.Number).Select(change => new { change.OrganisationId, change.Number }).ToListAsync();
        Assert.Equal([(0, 1), (10, 1), (20, 1), (20, 2), (20, 3)], numbers.Select(one => (one.OrganisationId, (int)one.Number)));
        Assert.Empty(await FindAsync());
    }

    [Fact]
    public async Task AnActThatIsNotCommitted_LeavesNothing_AndTheNextTakesItsNumber()
    {
        await using (await Db.BeginWriteAsync())
            new ChangeLog(Db, Clock).Add(Actor.CommandLine, 1, 10, "record.added", "record", "1");
        await ActAsync(10);
        Assert.Equal(1, Assert.Single(await Db.Changes.AsNoTracking().ToListAsync()).Number);
    }

    [Fact]
    public void AnEntryWithoutAnAct_IsRefused() =>
        Assert.Throws<InvalidOperationException>(() => new ChangeLog(Db, Clock).Add(Actor.CommandLine, 1, 10, "record.added", "record", "1"));

    [Fact]
    public async Task TwoActsOnTheSameBodies_InAnyOrder_BothReachTheTrail()
    {
        await Task.WhenAll(Enumerable.Range(0, 24).Select(one => Task.Run(() => ActAsync(one % 2 == 0 ? [10, 20, 30] : [30, 20, 10]))));
        Assert.Equal([24L, 24, 24], await Db.ChainHeads.OrderBy(head => head.OrganisationId).Select(head => head.Number).ToListAsync());
        Assert.Empty(await FindAsync());
    }

    [Theory]
    [InlineData("UPDATE changes SET \"Act\" = 'record.read'")]
    [InlineData("DELETE FROM changes")]
    [InlineData("UPDATE seals SET \"Heads\" = 7")]
    [InlineData("DELETE FROM seals")]
    [InlineData("UPDATE sealed_heads SET \"Number\" = 7")]
    [InlineData("DELETE FROM sealed_heads")]
    public async Task TheDatabase_RefusesEdits(string sql)
    {
        await ActAsync(10, 10);
        await Seals.SealAsync();
        var refused = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => Db.Database.ExecuteSqlRawAsync(sql));
        Assert.Contains("never edited", refused.Message);
    }

    public static TheoryData<string, string> OneField => new()
    {
        { "\"Region\" = 9", "Changed 20:3" },
        { "\"ActorName\" = '李某某'", "Changed 20:3" },
        { "\"AccountId\" = \"Id\"", "Changed 20:3" },
        { "\"Act\" = 'record.read'", "Changed 20:3" },
        { "\"SubjectKind\" = 'x'", "Changed 20:3" },
        { "\"SubjectId\" = 'x'", "Changed 20:3" },
        { "\"Reason\" = NULL", "Changed 20:3" },
        { "\"Fields\" = '[]'", "Changed 20:3" },
        { "\"At\" = '2020-01-01 00:00:00'", "Changed 20:3" },
        { "\"Hash\" = 'x'", "Changed 20:3, Changed 20:4" },
        { "\"Number\" = 0", "Inserted 20:0, Removed 20:3" },
        { "\"OrganisationId\" = 30", "Inserted 30:3, Removed 20:3" },
    };

    [Theory]
    [MemberData(nameof(OneField))]
    public async Task AChangedField_IsFound(string edit, string found)
    {
        await ActAsync(10, 20, 20, 20, 20, 20);
        await TamperAsync($"UPDATE changes SET {edit} WHERE \"OrganisationId\" = 20 AND \"Number\" = 3");
        Assert.Equal(found, string.Join(", ", await FindAsync()));
    }

    [Fact]
    public async Task RemovedEntries_AreFound_InTheMiddleAndAtTheEnd()
    {
        await ActAsync(10, 10, 10, 10, 10, 20, 20);
        await TamperAsync("""DELETE FROM changes WHERE "OrganisationId" = 10 AND "Number" IN (2, 3) OR "OrganisationId" = 20 AND "Number" = 2""");
        Assert.Equal(["Removed 10:2-3", "Removed 20:2"], await FindAsync());
    }

    [Fact]
    public async Task SwappedEntries_AreFound()
    {
        await ActAsync(10, 10, 10, 10);
        await TamperAsync("""UPDATE changes SET "Number" = 5 - "Number" + 100 WHERE "Number" IN (2, 3); UPDATE changes SET "Number" = "Number" - 100 WHERE "Number" > 100""");
        Assert.Equal(["Changed 10:2", "Changed 10:3", "Changed 10:4"], await FindAsync());
    }

    [Fact]
    public async Task AChainMadeToFitAgain_IsFoundByItsSeals()
    {
        await ActAsync(10, 10, 10);
        await Seals.SealAsync();
        await ActAsync(10);
        await ForgeAsync(10, rows => rows[1].ActorName = "李某某");
        Assert.Equal(["NotAsSealed 10:3"], await FindAsync());
    }

    [Theory]
    [InlineData("UPDATE seals SET \"Heads\" = 9 WHERE \"Number\" = 2", "Seal 0:2")]
    [InlineData("UPDATE sealed_heads SET \"Number\" = 1 WHERE \"SealNumber\" = 2", "NotAsSealed 10:1, Seal 0:2")]
    [InlineData("DELETE FROM sealed_heads WHERE \"SealNumber\" = 2", "Seal 0:2")]
    [InlineData("DELETE FROM seals WHERE \"Number\" = 2", "Seal 0:2")]
    [InlineData("DELETE FROM seals WHERE \"Number\" = 3", "Seal 0:3")]
    public async Task AChangedSeal_IsFound(string sql, string found)
    {
        for (var minute = 0; minute < 3; minute++)
        {
            await ActAsync(10);
            await Seals.SealAsync();
        }
        await TamperAsync(sql);
        Assert.StartsWith(found, string.Join(", ", await FindAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhereNothingHappened_ThereIsNoNewSeal()
    {
        Assert.Null(await Seals.SealAsync());
        await ActAsync(10, 20);
        var first = await Seals.SealAsync();
        Assert.Equal((1L, 2), (first!.Number, first.Heads));
        Assert.Equal(1, (await Seals.SealAsync())!.Number);
        await ActAsync(20);
        var second = await Seals.SealAsync();
        Assert.Equal((2L, 1), (second!.Number, second.Heads));
        Assert.Empty(await FindAsync());
    }

    [Fact]
    public async Task ACutOffEnd_WithHeadAndSealsMadeToFit_IsFoundByASealKeptOutside()
    {
        await ActAsync(10, 20, 20, 20);
        await Seals.SealAsync();
        await ActAsync(20, 20);
        var file = await KeepSealAsync();
        await ForgeAsync(20, rows => rows.RemoveRange(3, 2));
        await TamperAsync("""DELETE FROM sealed_heads WHERE "SealNumber" = 2; DELETE FROM seals WHERE "Number" = 2""");
        Assert.Empty(await FindAsync());
        Assert.Equal(["CutOff 0:2", "CutOff 20:4-5"], await CompareAsync(file));
    }

    [Fact]
    public async Task AnEntryForgedWithAllItsSeals_IsFoundByASealKeptOutside()
    {
        await ActAsync(10, 10);
        var file = await KeepSealAsync();
        await ForgeAsync(10, rows => rows[0].Reason = null);
        Assert.Contains("NotAsSealed 10:2", await CompareAsync(file));
    }

    [Fact]
    public async Task ASealFile_ThatWasChangedOrCutOff_ProvesNothing()
    {
        await ActAsync(10, 20);
        var file = await KeepSealAsync();
        Assert.Empty(await CompareAsync(file));
        await ActAsync(10);
        Assert.Empty(await CompareAsync(file));
        var lines = await File.ReadAllLinesAsync(file);
        await File.WriteAllLinesAsync(file, lines.SkipLast(1));
        await Assert.ThrowsAsync<InvalidDataException>(() => CompareAsync(file));
        await File.WriteAllLinesAsync(file, lines.Select(line => line.Replace("\"Number\":1", "\"Number\":0", StringComparison.Ordinal)));
        await Assert.ThrowsAsync<InvalidDataException>(() => CompareAsync(file));
    }

    [Fact]
    public async Task EntriesOfOlderVersions_AreChainedOnce_AtTheStart()
    {
        await ActAsync(10, 20, 10);
        await TamperAsync("""UPDATE changes SET "Number" = 0, "Hash" = ''; DELETE FROM chain_heads""");
        await Db.PrepareAsync();
        Assert.Empty(await FindAsync());
        Assert.Equal(2, await Db.Changes.CountAsync(change => change.OrganisationId == 10 && change.Number > 0));
        // What is slipped in without a number afterwards is not taken up.
        await TamperAsync("""UPDATE changes SET "Number" = 0 WHERE "OrganisationId" = 20""");
        await Db.PrepareAsync();
        Assert.Equal(["Inserted 20:0", "Removed 20:1"], await FindAsync());
    }

    private async Task<string> KeepSealAsync()
    {
        var file = Path.Combine(Database.Folder, $"{Guid.NewGuid():N}.seal");
        await using var output = File.Create(file);
        await new SealFile(Db, Seals).WriteAsync(output);
        return file;
    }

    private async Task<List<string>> CompareAsync(string file)
    {
        await using var db = Database.Open();
        return await TellAsync(new SealFile(db, new(db, Clock)).CompareAsync(() => File.OpenRead(file)));
    }
}
