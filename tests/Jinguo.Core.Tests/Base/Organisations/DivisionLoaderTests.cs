using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Organisations.Divisions;
using Jinguo.Testing.Data;
using Jinguo.Testing.Time;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Tests.Base.Organisations;

public sealed class DivisionLoaderTests
{
    private static readonly Division[] Divisions =
    [
        new("98", "云省"), new("9801", "云川市"), new("9890", "省直辖县级行政区划"),
        new("980101", "江北区"), new("980121", "安和县"), new("989004", "仙水市"),
        new("980121100", "东山镇"), new("980121100201", "芙蓉村村民委员会"), new("980121100202", "芙蓉村委会"), new("980121100203", "安迪村委会"),
        new("989004001", "河口街道"), new("989004001001", "河口社区居委会"),
    ];

    [Fact]
    public async Task ARegion_IsLoadedWithEverythingBelowItsTop()
    {
        await using var database = await TestDatabase.CreateAsync();
        var loaded = await LoadAsync(database, "9801");
        Assert.True(loaded.Done);
        Assert.Equal(("云川市妇联", 7, 0), (loaded.Value.Top.Name, loaded.Value.Added, loaded.Value.Known));
        await using var db = database.Open();
        var village = await db.Organisations.SingleAsync(body => body.Code == "980121100203");
        Assert.Equal(["云川市妇联", "安和县妇联", "东山镇妇联", "安迪村妇联"], await NamesAsync(db, village.Path));
        Assert.Equal((loaded.Value.Top.Id, "adcfl", Level.Village), (village.Region, village.Initials, village.Level));
        Assert.Equal(7, await db.OrganisationEdges.CountAsync());
    }

    [Fact]
    public async Task VillagesThatCleaningWouldNameAlike_KeepTheirPublishedNames()
    {
        await using var database = await TestDatabase.CreateAsync();
        await LoadAsync(database, "980121");
        await using var db = database.Open();
        Assert.Equal(["芙蓉村村民委员会妇联", "芙蓉村委会妇联"], await db.Organisations.Where(body => body.Name.StartsWith("芙蓉")).OrderBy(body => body.Code).Select(body => body.Name).ToListAsync());
    }

    [Fact]
    public async Task LoadingAgain_AddsOnlyWhatIsMissing()
    {
        await using var database = await TestDatabase.CreateAsync();
        Assert.Equal(3, (await LoadAsync(database, "9801", Divisions[..5])).Value!.Added);
        var again = await LoadAsync(database, "9801");
        Assert.Equal((4, 3), (again.Value!.Added, again.Value.Known));
        Assert.Equal((0, 7), (await LoadAsync(database, "9801")).Value is { } third ? (third.Added, third.Known) : default);
    }

    [Fact]
    public async Task ACityDirectlyUnderAProvince_HangsOnIt_AndLeadsItsOwnRegion()
    {
        await using var database = await TestDatabase.CreateAsync();
        await LoadAsync(database, "98");
        await using var db = database.Open();
        var direct = await db.Organisations.SingleAsync(body => body.Code == "989004000000");
        Assert.Equal(["云省妇联", "仙水市妇联"], await NamesAsync(db, direct.Path));
        Assert.Equal(direct.Id, direct.Region);
        Assert.Equal(0, (await db.Organisations.SingleAsync(body => body.Level == Level.Province)).Region);
        Assert.False(await db.Organisations.AnyAsync(body => body.Code == "989000000000"));
    }

    [Fact]
    public async Task ACountyLoadedBelowAnExistingCity_HangsOnIt()
    {
        await using var database = await TestDatabase.CreateAsync();
        await LoadAsync(database, "9801", Divisions[..2]);
        var loaded = await LoadAsync(database, "980121");
        await using var db = database.Open();
        Assert.Equal(["云川市妇联", "安和县妇联"], await NamesAsync(db, loaded.Value!.Top.Path));
    }

    [Theory]
    [InlineData("9", "region.digits")]
    [InlineData("9801211", "region.digits")]
    [InlineData("9802", "region.unknown")]
    [InlineData("9890", "region.placeholder")]
    public async Task ARegionThatCannotBeLoaded_IsRefusedWithTheReason(string region, string code)
    {
        await using var database = await TestDatabase.CreateAsync();
        Assert.Equal(code, Assert.Single((await LoadAsync(database, region)).Problems).Code);
    }

    [Fact]
    public async Task AProvinceAboveACityThatIsTheTopAlready_IsRefused()
    {
        await using var database = await TestDatabase.CreateAsync();
        await LoadAsync(database, "9801");
        Assert.Equal("region.above-root", Assert.Single((await LoadAsync(database, "98")).Problems).Code);
    }

    [Fact]
    public async Task AfterLoading_BodiesCanStillBeAdded()
    {
        await using var database = await TestDatabase.CreateAsync();
        var top = (await LoadAsync(database, "9801")).Value!.Top;
        await using var db = database.Open();
        var added = await Service(db, Actor.CommandLine).AddAsync(new(Guid.CreateVersion7(), top.Id, OrganisationKind.Committee, "市教育局妇委会"));
        Assert.Equal("980100000000-001", added.Value!.Code);
    }

    internal static OrganisationService Service(Db db, Actor actor)
    {
        var clock = new TestClock();
        return new(db, new(db, actor), new(db, clock), new(db, clock), clock);
    }

    private static async Task<Outcome<LoadedRegion>> LoadAsync(TestDatabase database, string region, Division[]? divisions = null)
    {
        await using var db = database.Open();
        return await new DivisionLoader(db, Actor.CommandLine, new ChangeLog(db, new TestClock())).LoadAsync(region, divisions ?? Divisions);
    }

    private static async Task<List<string>> NamesAsync(Db db, string path) =>
        [.. (await new OrganisationTree(db, new(db, Actor.CommandLine)).ListStepsAsync(path)).Select(step => step.Name)];
}
