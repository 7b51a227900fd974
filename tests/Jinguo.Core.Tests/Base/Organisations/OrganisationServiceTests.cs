using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Testing.Data;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Tests.Base.Organisations;

public sealed class OrganisationServiceTests : IAsyncLifetime
{
    private TestDatabase database = null!;
    private Db db = null!;
    private Tree.City city = null!;

    public async Task InitializeAsync()
    {
        database = await TestDatabase.CreateAsync();
        db = database.Open();
        city = await Tree.AddCityAsync(db);
        db.ChangeTracker.Clear();
    }

    public async Task DisposeAsync()
    {
        await db.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task ACommittee_GetsTheNextNumberBelowItsParentsCode()
    {
        var first = await Service().AddAsync(New(OrganisationKind.Committee, "县教育局妇委会"));
        var second = await Service().AddAsync(New(OrganisationKind.NewField, "县快递行业妇联"));
        Assert.Equal([$"{city.County.Code}-001", $"{city.County.Code}-002"], [first.Value!.Code, second.Value!.Code]);
        Assert.Equal((Level.Township, city.Top.Id, "xjyjfwh"), (first.Value.Level, first.Value.Region, first.Value.Initials));
    }

    [Fact]
    public async Task AddingABody_WritesItsEdgeAndItsHistory()
    {
        var body = (await Service().AddAsync(New(OrganisationKind.Federation, "北山镇妇联", code: "990101109000") with { Level = Level.Township, ValidFrom = new(2020, 5, 1) })).Value!;
        var edge = await db.OrganisationEdges.AsNoTracking().SingleAsync(one => one.OrganisationId == body.Id);
        Assert.Equal((body.Path, new DateOnly(2020, 5, 1), body.ParentId), (edge.Path, edge.ValidFrom, edge.ParentId));
        var change = Assert.Single(await new ChangeLog(db, TimeProvider.System).ListAsync("organisation", $"{body.Id}"));
        Assert.Equal(("organisation.added", "张某某"), (change.Act, change.ActorName));
        Assert.Contains(new FieldChange("name", null, "北山镇妇联"), ChangeLog.Fields(change));
    }

    [Fact]
    public async Task AFormSentTwice_MakesOneBody()
    {
        var input = New(OrganisationKind.Committee, "县教育局妇委会");
        var first = await Service().AddAsync(input);
        var second = await Service().AddAsync(input);
        Assert.Equal(first.Value!.Id, second.Value!.Id);
        Assert.Equal(1, await db.Organisations.CountAsync(body => body.Name == "县教育局妇委会"));
    }

    [Fact]
    public async Task AFormSentTwiceAtOnce_MakesOneBody()
    {
        var input = New(OrganisationKind.Committee, "县教育局妇委会");
        var ids = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            await using var own = database.Open();
            return (await Service(own).AddAsync(input)).Value!.Id;
        }));
        Assert.Single(ids.Distinct());
    }

    [Theory]
    [InlineData(OrganisationKind.Federation, "北山镇妇联", null, "organisation.code.division")]
    [InlineData(OrganisationKind.Federation, "北山镇妇联", "99010110900", "organisation.code.division")]
    [InlineData(OrganisationKind.Federation, "北山镇妇联", "990101101000", "organisation.code.taken")]
    [InlineData(OrganisationKind.Federation, "东山1镇妇联", "990101109000", "organisation.name.taken")]
    [InlineData(OrganisationKind.Committee, "县教育局妇委会", "990101109000", "organisation.code.given")]
    [InlineData(OrganisationKind.Committee, "  ", null, "organisation.name.missing")]
    public async Task AWrongInput_IsRefusedWithTheReason(OrganisationKind kind, string name, string? code, string problem)
    {
        var outcome = await Service().AddAsync(New(kind, name, code));
        Assert.False(outcome.Done);
        Assert.Equal(problem, Assert.Single(outcome.Problems).Code);
        Assert.Equal(15, await db.Organisations.CountAsync());
    }

    [Fact]
    public async Task ACodeFromElsewhere_IsSavedWithAWarning()
    {
        var outcome = await Service().AddAsync(New(OrganisationKind.Federation, "高新区妇联", "990271000000"));
        Assert.True(outcome.Done);
        Assert.Equal("organisation.code.elsewhere", Assert.Single(outcome.Problems).Code);
    }

    [Fact]
    public async Task AVillage_MayHangDirectlyBelowACity()
    {
        var outcome = await Service().AddAsync(New(OrganisationKind.Federation, "湖心村妇联", "990100000201") with { ParentId = city.Top.Id, Level = Level.Village });
        Assert.Equal(Level.Village, outcome.Value!.Level);
    }

    [Fact]
    public async Task AFederation_CannotHangBelowAVillage() =>
        Assert.Equal("organisation.kind.not-below", Assert.Single((await Service().AddAsync(New(OrganisationKind.Federation, "组妇联", "990101101299") with { ParentId = city.Village.Id })).Problems).Code);

    [Fact]
    public async Task NothingIsAddedBelowABodyThatHasEnded()
    {
        await db.Organisations.Where(body => body.Id == city.County.Id).ExecuteUpdateAsync(set => set.SetProperty(body => body.ValidTo, new DateOnly(2026, 6, 30)));

        var problem = Assert.Single((await Service().AddAsync(New(OrganisationKind.Committee, "县教育局妇委会"))).Problems);

        Assert.Equal("organisation.ended", problem.Code);
        Assert.Contains("2026年7月1日已经撤并", problem.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAdministratorOfOneCounty_CannotAddBelowAnother()
    {
        var stranger = await Service(actor: Administrator(city.County)).AddAsync(New(OrganisationKind.Group, "妇女小组") with { ParentId = city.Stranger.Id });
        Assert.Equal(Problem.NotFoundCode, Assert.Single(stranger.Problems).Code);
    }

    [Fact]
    public async Task AnEditOfAnOldVersion_IsRefused_AndTheNewerStays()
    {
        var edit = new OrganisationEdit(city.Village.Id, city.Village.Version, "芙蓉新村妇联", 0, OrganisationKind.Federation);
        Assert.True((await Service().EditAsync(edit)).Done);
        var stale = await Service().EditAsync(edit with { Name = "芙蓉社区妇联" });
        Assert.Equal(Problem.StaleCode, Assert.Single(stale.Problems).Code);
        var body = await db.Organisations.AsNoTracking().SingleAsync(one => one.Id == city.Village.Id);
        Assert.Equal(("芙蓉新村妇联", "frxcfl", 1), (body.Name, body.Initials, body.Version));
    }

    [Fact]
    public async Task AnEditThatChangesNothing_IsNoAct()
    {
        var body = city.Village;
        Assert.True((await Service().EditAsync(new(body.Id, body.Version, $" {body.Name} ", body.Order, body.Kind))).Done);
        Assert.Empty(await new ChangeLog(db, TimeProvider.System).ListAsync("organisation", $"{body.Id}"));
    }

    [Fact]
    public async Task ARenamedBody_KeepsItsFormerName_AndIsFoundByIt()
    {
        var body = city.Township;
        var renamed = await Service().EditAsync(new(body.Id, body.Version, "东山街道妇联", body.Order, body.Kind, new(new(2026, 7, 1), "云民发〔2026〕3号")));

        Assert.True(renamed.Done);
        var former = Assert.Single(await TreeOf(Administrator(city.Top)).ListFormerNamesAsync(body.Id));
        Assert.Equal(("东山1镇妇联", new DateOnly(2026, 6, 30), "云民发〔2026〕3号"), (former.Name, former.LastDay, former.Document));
        Assert.Equal("东山街道妇联", Assert.Single(await TreeOf(Administrator(city.Top)).SearchAsync("东山1镇")).Name);
        Assert.Equal("organisation.renamed", (await new ChangeLog(db, TimeProvider.System).ListAsync("organisation", $"{body.Id}"))[0].Act);
    }

    [Fact]
    public async Task AMendedName_LeavesNoFormerName()
    {
        var body = city.Township;
        Assert.True((await Service().EditAsync(new(body.Id, body.Version, "东山一镇妇联", body.Order, body.Kind))).Done);

        Assert.Empty(await TreeOf(Administrator(city.Top)).ListFormerNamesAsync(body.Id));
    }

    [Theory]
    [InlineData("东山街道妇联", "2030-01-01", "云民发〔2026〕3号", "organisation.rename.future")]
    [InlineData("东山街道妇联", "1900-01-01", "云民发〔2026〕3号", "organisation.rename.early")]
    [InlineData("东山街道妇联", "2026-07-01", " ", "organisation.rename.document")]
    [InlineData("东山1镇妇联", "2026-07-01", "云民发〔2026〕3号", "organisation.rename.same")]
    public async Task ARenaming_NeedsANewName_ADocument_AndADayThatHasCome(string name, string from, string document, string code)
    {
        var body = city.Township;
        var refused = await Service().EditAsync(new(body.Id, body.Version, name, body.Order, body.Kind, new(DateOnly.ParseExact(from, "yyyy-MM-dd"), document)));

        Assert.Equal(code, Assert.Single(refused.Problems).Code);
        Assert.Equal("东山1镇妇联", (await db.Organisations.AsNoTracking().SingleAsync(one => one.Id == body.Id)).Name);
    }

    [Theory]
    [InlineData("芙蓉", 4)]
    [InlineData("fr", 4)]
    [InlineData("FR11", 1)]
    [InlineData("990101", 7)]
    [InlineData("990102101202", 1)]
    [InlineData("没有", 0)]
    [InlineData("", 0)]
    [InlineData("%", 0)]
    public async Task Search_FindsByNameInitialsAndCode(string words, int count) =>
        Assert.Equal(count, (await TreeOf(Administrator(city.Top)).SearchAsync(words)).Count);

    [Fact]
    public async Task Search_GivesExactNamesFirst_AndNothingFromOutside()
    {
        await Tree.AddAsync(db, "990199000000", Level.County, "西河妇联", city.Top);
        var found = await TreeOf(Administrator(city.Top)).SearchAsync("西河");
        Assert.Equal("西河妇联", found[0].Name);
        Assert.Equal(2, (await TreeOf(Administrator(city.County)).SearchAsync("芙蓉")).Count);
        Assert.Empty(await TreeOf(Administrator(city.Stranger)).SearchAsync("安和"));
    }

    [Fact]
    public async Task Children_ComeByThePage_InTheirOrder()
    {
        for (var number = 1; number <= 60; number++)
            await Tree.AddAsync(db, $"990101101{300 + number}", Level.Village, $"新{number}村妇联", city.Township);
        var first = await TreeOf(Administrator(city.Top)).ListChildrenAsync(city.Township.Id, 1);
        var second = await TreeOf(Administrator(city.Top)).ListChildrenAsync(city.Township.Id, 2);
        Assert.Equal((62, 50, 12), (first.Total, first.Lines.Count, second.Lines.Count));
        Assert.Equal("990101101201", first.Lines[0].Code);
        Assert.Equal("990101101360", second.Lines[^1].Code);
    }

    [Theory]
    [InlineData("990101101201", "芙蓉11村妇联")]
    [InlineData(" 芙蓉11村 ", "芙蓉11村妇联")]
    [InlineData("芙蓉11村妇联", "芙蓉11村妇联")]
    [InlineData("安和县/新村", "新村妇联")]
    [InlineData("新区/老街", "老街妇女联合会")]
    [InlineData("云川市/宣平市/新村", null)]
    [InlineData("新村", null)]
    [InlineData("没有这个村", null)]
    [InlineData("", null)]
    public async Task ABody_IsFoundByCodeNameOrPath_WhenThereIsOnlyOne(string text, string? name)
    {
        await Tree.AddAsync(db, "990101101299", Level.Village, "新村妇联", city.Township);
        await Tree.AddAsync(db, "990102102299", Level.Village, "新村妇联", city.All.Last(body => body.Level == Level.Township));
        await Tree.AddAsync(db, "990102102298", Level.Village, "新村", city.All.Last(body => body.Level == Level.Township));
        var district = await Tree.AddAsync(db, "990103000000", Level.County, "新区妇女联合会", city.Top);
        await Tree.AddAsync(db, "990103101000", Level.Township, "老街妇女联合会", district);
        var found = (await db.Organisations.ResolveAsync([text]))[text];
        Assert.Equal(name, found.Value?.Name);
        if (text == "新村")
            Assert.Contains("东山1镇妇联/新村妇联（990101101299）", found.Problems[0].Text, StringComparison.Ordinal);
    }

    private static Actor Administrator(Organisation body) =>
        new(Guid.NewGuid(), "张某某", body.Id, body.Region, body.Path, [new(Role.SystemAdministrator, RoleScope.Subtree)]);

    private OrganisationService Service(Db? own = null, Actor? actor = null) => DivisionLoaderTests.Service(own ?? db, actor ?? Administrator(city.Top));

    private OrganisationTree TreeOf(Actor actor) => new(db, new(db, actor));

    private NewOrganisation New(OrganisationKind kind, string name, string? code = null) =>
        new(Guid.CreateVersion7(), city.County.Id, kind, name, kind == OrganisationKind.Federation ? Level.Township : null, code);
}
