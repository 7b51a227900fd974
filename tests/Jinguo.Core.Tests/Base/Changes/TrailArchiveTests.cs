using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Time;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Tests.Base.Changes;

public sealed class TrailArchiveTests : TrailCase
{
    private string file = "";

    [Fact]
    public async Task WhatIsOlder_GoesToTheFile_AndTheRestOfTheChainIsStillVerified()
    {
        await YearsAsync();
        var archived = (await ArchiveAsync(Clock.Today().AddMonths(-6))).Value!;
        Assert.Equal((5L, 2), (archived.Entries, archived.Bodies));
        Assert.Equal([3L], await Db.Changes.Where(change => change.OrganisationId == 10).Select(change => change.Number).ToListAsync());
        Assert.Empty(await FindAsync());
        Assert.Empty(await TellAsync(TrailArchive.VerifyAsync(() => File.OpenRead(file))));
        await ActAsync(10, 20);
        await Seals.SealAsync();
        Assert.Empty(await FindAsync());
    }

    [Fact]
    public async Task WhatIsYounger_Stays_WhateverIsAsked()
    {
        await YearsAsync();
        var months = await ArchiveAsync(Clock.Today().AddMonths(-6).AddDays(1), months: 1);
        Assert.Equal("archive.young", Assert.Single(months.Problems).Code);
        Assert.Equal("archive.young", Assert.Single((await ArchiveAsync(Clock.Today().AddMonths(-6), months: 12)).Problems).Code);
        Assert.Equal(6, await Db.Changes.CountAsync());
    }

    [Fact]
    public async Task AChangedChain_IsNotArchived()
    {
        await YearsAsync();
        await TamperAsync("""UPDATE changes SET "Act" = 'record.read' WHERE "OrganisationId" = 10 AND "Number" = 2""");
        Assert.Equal("archive.broken", Assert.Single((await ArchiveAsync(Clock.Today().AddMonths(-6))).Problems).Code);
        Assert.Equal(6, await Db.Changes.CountAsync());
    }

    [Fact]
    public async Task ABeginningTakenAwayWithoutTheAct_IsFound()
    {
        await YearsAsync();
        await TamperAsync("""
            UPDATE chain_heads SET "ArchivedNumber" = 1, "ArchivedHash" = (SELECT "Hash" FROM changes WHERE "OrganisationId" = 10 AND "Number" = 1) WHERE "OrganisationId" = 10;
            DELETE FROM changes WHERE "OrganisationId" = 10 AND "Number" = 1
            """);
        Assert.Equal(["Archive 0:0"], await FindAsync());
    }

    [Fact]
    public async Task AChangedArchive_IsFound()
    {
        await YearsAsync();
        await ArchiveAsync(Clock.Today().AddMonths(-6));
        var text = await File.ReadAllTextAsync(file);
        await File.WriteAllTextAsync(file, text.Replace("写错了", "写对了", StringComparison.Ordinal));
        await Assert.ThrowsAsync<InvalidDataException>(() => TellAsync(TrailArchive.VerifyAsync(() => File.OpenRead(file))));
    }

    // Two entries of body 10 and three of body 20 long ago, one of body 10 now.
    private async Task YearsAsync()
    {
        await ActAsync(10, 20, 20);
        await ActAsync(10, 20);
        await Seals.SealAsync();
        Clock.Advance(TimeSpan.FromDays(300));
        await ActAsync(10);
        await Seals.SealAsync();
    }

    private async Task<Outcome<Archived>> ArchiveAsync(DateOnly before, int months = 6)
    {
        file = Path.Combine(Database.Folder, $"{Guid.NewGuid():N}.archive");
        await using var output = File.Create(file);
        await using var db = Database.Open();
        return await new TrailArchive(db, new(db, Clock), Clock).RunAsync(before, months, output, Actor.CommandLine);
    }
}
