using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Figures.Tables.Filing;

namespace Jinguo.Core.Tests.Figures.Tables;

public sealed class TableLifeTests
{
    [Fact]
    public async Task ThreeSign_AndTheLastSignatureFilesTheTable()
    {
        await using var office = await TableOffice.OpenAsync();
        var (officer, reviewer, chair) = (await office.AddAsync(office.City.County, Role.Officer), await office.AddAsync(office.City.County, Role.Reviewer), await office.AddAsync(office.City.County, Role.Chair));
        var table = await office.MakeAsync(officer, office.City.County);

        Assert.Equal("table.sign.order", await office.RefusedAsync(chair, desk => desk.Signing.SignAsync(table.Id, table.Version, SignatureStep.Head, chair)));
        table = await office.SignAsync(officer, table, SignatureStep.Filler);
        Assert.Equal("table.sign.right", await office.RefusedAsync(officer, desk => desk.Signing.SignAsync(table.Id, table.Version, SignatureStep.Reviewer, officer)));
        table = await office.SignAsync(reviewer, table, SignatureStep.Reviewer);
        Assert.Equal("table.sign.right", await office.RefusedAsync(reviewer, desk => desk.Signing.SignAsync(table.Id, table.Version, SignatureStep.Head, reviewer)));
        table = await office.SignAsync(chair, table, SignatureStep.Head);

        Assert.Equal((TableState.Filed, true), (table.State, table.IsCurrent));
        var opened = await office.OpenAsync(table.Id);
        Assert.Equal(["张某Officer", "张某Reviewer", "张某Chair"], opened.Signatures.Select(one => one.Name));
        await using var db = office.Books.Database.Open();
        Assert.Equal(
            ["table.filed", "table.made", "table.reviewed", "table.signed"],
            (await new ChangeLog(db, office.Books.Clock).ListAsync(TableService.Subject, table.Id.ToString())).Select(change => change.Act).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task OnePerson_MayFillAndReview_OnlyWhereNobodyElseCanReview()
    {
        await using var office = await TableOffice.OpenAsync();
        var alone = await office.AddAsync(office.City.Township, Role.Chair);
        var table = await office.SignAsync(alone, await office.MakeAsync(alone, office.City.Township), SignatureStep.Filler);
        await office.SignAsync(alone, table, SignatureStep.Reviewer);

        await office.AddAsync(office.City.Township, Role.Reviewer);
        var second = await office.SignAsync(alone, await office.MakeAsync(alone, office.City.Township, "2025H2"), SignatureStep.Filler);
        Assert.Equal("table.sign.same", await office.RefusedAsync(alone, desk => desk.Signing.SignAsync(second.Id, second.Version, SignatureStep.Reviewer, alone)));
    }

    [Fact]
    public async Task ASuperior_FillsInButDoesNotSignForABodyBelow()
    {
        await using var office = await TableOffice.OpenAsync();
        var chair = await office.AddAsync(office.City.County, Role.Chair);
        var table = await office.MakeAsync(chair, office.City.Township);

        Assert.Equal("table.own", await office.RefusedAsync(chair, desk => desk.Signing.SignAsync(table.Id, table.Version, SignatureStep.Filler, chair)));
    }

    [Fact]
    public async Task SigningTwice_SignsOnce_AndMakingTwiceMakesOneTable()
    {
        await using var office = await TableOffice.OpenAsync();
        var chair = await office.AddAsync(office.City.County, Role.Chair);
        var draft = await office.MakeAsync(chair, office.City.County);
        Assert.Equal(draft.Id, (await office.MakeAsync(chair, office.City.County)).Id);

        var (first, second) = (await office.SignAsync(chair, draft, SignatureStep.Filler), await office.SignAsync(chair, draft, SignatureStep.Filler));

        Assert.Equal(first.Version, second.Version);
        Assert.Single((await office.OpenAsync(draft.Id)).Signatures);
    }

    [Fact]
    public async Task ATableWhoseEquationsFail_IsNotSigned()
    {
        await using var office = await TableOffice.OpenAsync();
        var table = await office.MakeAsync(Actor.CommandLine, office.City.Village);
        table = await office.SupplementAsync(Actor.CommandLine, table, "1", "3", 5);

        Assert.Equal(["第1行“合计”：3+4=5，应不大于2栏=0，差5"], (await office.OpenAsync(table.Id)).Failures.Select(failure => failure.Text));
        Assert.Equal("table.checks", await office.RefusedAsync(Actor.CommandLine, desk => desk.Signing.SignAsync(table.Id, table.Version, SignatureStep.Filler, Actor.CommandLine)));
    }

    [Fact]
    public async Task AReturnedTable_RunsAgain_AndAFiledOneNeverChanges()
    {
        await using var office = await TableOffice.OpenAsync();
        var chair = await office.AddAsync(office.City.County, Role.Chair);
        var table = await office.SignAsync(chair, await office.MakeAsync(chair, office.City.County), SignatureStep.Filler);
        Assert.Equal("table.signed", await office.RefusedAsync(chair, desk => desk.Service.SupplementAsync(table.Id, table.Version, new("4", "2", 5, "原因"), chair)));
        await office.Books.PostAsync(office.City.County, Books.Draft(Books.Participants, "2026-03-01", 8));
        Assert.Null((await office.OpenAsync(table.Id)).Sheet[0, 1].Value);
        Assert.Equal("table.return.reason", await office.RefusedAsync(chair, desk => desk.Signing.ReturnAsync(table.Id, table.Version, " ", chair)));

        table = await office.DoAsync(chair, desk => desk.Signing.ReturnAsync(table.Id, table.Version, "漏了一个班", chair));
        Assert.Equal((8m, 0), ((await office.OpenAsync(table.Id)).Sheet[0, 1].Value, (await office.OpenAsync(table.Id)).Signatures.Count));

        table = await office.SignAsync(chair, table, SignatureStep.Filler);
        table = await office.SignAsync(chair, table, SignatureStep.Reviewer);
        table = await office.SignAsync(chair, table, SignatureStep.Head);
        Assert.Equal("table.filed", await office.RefusedAsync(chair, desk => desk.Signing.ReturnAsync(table.Id, table.Version, "改", chair)));
        Assert.Equal("table.signed", await office.RefusedAsync(chair, desk => desk.Service.DeleteAsync(table.Id, table.Version, chair)));
    }

    [Fact]
    public async Task ACorrection_IsTheNextEdition_WithItsReason_AndTheFirstStays()
    {
        await using var office = await TableOffice.OpenAsync();
        var table = await office.MakeAsync(Actor.CommandLine, office.City.County);
        table = await office.FileAsync(await office.SupplementAsync(Actor.CommandLine, table, "4", "2", 6));
        await office.Books.PostAsync(office.City.County, Books.Draft(Books.Participants, "2026-03-01", 8));
        var opened = await office.OpenAsync(table.Id);
        Assert.Equal(["合计，人次（第2栏）", "本级，人次（第2栏）"], opened.Differences.Where(one => one.Column == 1).Select(one => one.Place));

        var second = await office.DoAsync(Actor.CommandLine, desk => desk.Service.CorrectAsync(Guid.CreateVersion7(), table.Id, "漏报一期", Actor.CommandLine));
        Assert.Equal(second.Id, (await office.DoAsync(Actor.CommandLine, desk => desk.Service.CorrectAsync(Guid.CreateVersion7(), table.Id, "漏报一期", Actor.CommandLine))).Id);
        Assert.Equal(14, (await office.OpenAsync(second.Id)).Sheet[0, 1].Value);
        second = await office.FileAsync(second);

        Assert.Equal((2, "漏报一期", true), (second.Edition, second.CorrectionReason, second.IsCurrent));
        opened = await office.OpenAsync(table.Id);
        Assert.Equal((6m, false, TableState.Filed), (opened.Sheet[0, 1].Value, opened.Table.IsCurrent, opened.Table.State));
        Assert.Equal("table.correction.old", await office.RefusedAsync(Actor.CommandLine, desk => desk.Service.CorrectAsync(Guid.CreateVersion7(), table.Id, "再改", Actor.CommandLine)));
    }

    [Fact]
    public async Task AFiledTable_KeepsItsDefinition_WhenTheDefinitionGetsItsNextVersion()
    {
        await using var office = await TableOffice.OpenAsync();
        var table = await office.FileAsync(await office.MakeAsync(Actor.CommandLine, office.City.County));
        var next = TestTables.Trainings.Replace("云妇字〔2026〕3号", "云妇字〔2026〕9号", StringComparison.Ordinal);
        await office.DoAsync(Actor.CommandLine, desk => desk.Library.PutAsync(office.City.Top.Id, "trainings.json", next, Actor.CommandLine));

        Assert.Equal("云妇字〔2026〕3号", (await office.OpenAsync(table.Id)).Definition.DocumentNumber);
        var list = await office.AsAsync(Actor.CommandLine, desk => desk.Library.ListAsync());
        Assert.Equal(("云妇字〔2026〕9号", 2), (list.Single().Definition.DocumentNumber, list.Single().Kept.Version));
    }

    [Theory]
    [InlineData("1", "2", 5, "原因", "table.supplement.cell")]
    [InlineData("4", "6", 5, "原因", "table.supplement.cell")]
    [InlineData("4", "8", 5, "原因", "table.supplement.cell")]
    [InlineData("3", "2", 5, "原因", "table.supplement.cell")]
    [InlineData("9", "2", 5, "原因", "table.supplement.cell")]
    [InlineData("4", "2", 5, "", "table.supplement.reason")]
    [InlineData("4", "2", 0.5, "原因", "table.supplement.amount")]
    public async Task ASupplement_NeedsACellThatTakesIt_AReasonAndAWholeNumber(string row, string column, double amount, string reason, string expected)
    {
        await using var office = await TableOffice.OpenAsync();
        var table = await office.MakeAsync(Actor.CommandLine, office.City.County);

        Assert.Equal(expected, await office.RefusedAsync(Actor.CommandLine, desk => desk.Service.SupplementAsync(table.Id, table.Version, new(row, column, (decimal)amount, reason), Actor.CommandLine)));
    }

    [Theory]
    [InlineData("2026", "table.period")]
    [InlineData("2019H1", "table.expired")]
    [InlineData("2028H1", "table.expired")]
    [InlineData("甲", "table.period")]
    public async Task ATable_IsMadeForAPeriodOfItsKindWhileItIsInForce(string period, string expected)
    {
        await using var office = await TableOffice.OpenAsync();

        Assert.Equal(expected, await office.RefusedAsync(Actor.CommandLine, desk => desk.Service.MakeAsync(new(Guid.CreateVersion7(), office.City.County.Id, "trainings", period), Actor.CommandLine)));
    }

    [Fact]
    public async Task ATableWithoutItsMarks_OrOutOfValidity_CannotBeSentDown()
    {
        await using var office = await TableOffice.OpenAsync();
        var officer = await office.AddAsync(office.City.Top, Role.Officer);
        var bare = TestTables.Trainings.Replace("\"documentNumber\": \"云妇字〔2026〕3号\",", "", StringComparison.Ordinal);
        await office.DoAsync(officer, desk => desk.Library.PutAsync(office.City.Top.Id, "trainings.json", bare, officer));
        NewRequest request = new(Guid.CreateVersion7(), "trainings", "2026H1", Level.County, new(2026, 12, 1));
        Assert.Equal("table.request.marks", await office.RefusedAsync(officer, desk => desk.Requests.SendAsync(request, officer)));

        await office.DoAsync(officer, desk => desk.Library.PutAsync(office.City.Top.Id, "trainings.json", TestTables.Trainings.Replace("2027-12-31", "2026-06-30", StringComparison.Ordinal), officer));
        Assert.Equal("table.request.expired", await office.RefusedAsync(officer, desk => desk.Requests.SendAsync(request, officer)));

        Assert.Equal("table.expired", await office.RefusedAsync(officer, desk => desk.Library.AdoptAsync("trainings", new("云妇统2表", "云妇字〔2026〕8号", new(2026, 6, 30)), officer)));
        await office.DoAsync(officer, desk => desk.Library.AdoptAsync("trainings", new("云妇统2表", "云妇字〔2026〕8号", new(2027, 6, 30)), officer));
        await office.DoAsync(officer, desk => desk.Requests.SendAsync(request, officer));
    }

    [Fact]
    public async Task ARequest_IsSeenByTheBodiesAsked_UntilTheyHaveFiled()
    {
        await using var office = await TableOffice.OpenAsync();
        var (officer, county, township) = (await office.AddAsync(office.City.Top, Role.Officer), await office.AddAsync(office.City.County, Role.Chair), await office.AddAsync(office.City.Township, Role.Chair));
        NewRequest input = new(Guid.CreateVersion7(), "trainings", "2026H1", Level.County, new(2026, 12, 1));
        var request = await office.DoAsync(officer, desk => desk.Requests.SendAsync(input, officer));
        Assert.Equal(request.Id, (await office.DoAsync(officer, desk => desk.Requests.SendAsync(input, officer))).Id);

        var asked = await office.AsAsync(county, desk => desk.Requests.ListAskedAsync());
        Assert.Equal([("云川市妇联", (TableState?)null)], asked.Select(line => (line.Body, line.State)));
        Assert.Empty(await office.AsAsync(township, desk => desk.Requests.ListAskedAsync()));

        var table = await office.MakeAsync(county, office.City.County);
        Assert.Equal(TableState.Draft, (await office.AsAsync(county, desk => desk.Requests.ListAskedAsync())).Single().State);
        await office.FileAsync(table);
        Assert.Empty(await office.AsAsync(county, desk => desk.Requests.ListAskedAsync()));
        var (bodies, filed) = await office.AsAsync(officer, desk => desk.Requests.ListBodiesAsync(request, 1));
        Assert.Equal([("安和县妇联", (TableState?)TableState.Filed), ("宣平市妇联", null)], bodies.Lines.Select(one => (one.Name, one.State)));
        Assert.Equal((2, 1), (bodies.Total, filed));

        await office.DoAsync(officer, desk => desk.Requests.WithdrawAsync(request.Id, officer));
        Assert.True((await office.AsAsync(officer, desk => desk.Requests.FindAsync(request.Id)))!.IsWithdrawn);
    }

    [Fact]
    public async Task ADefinition_IsUsedByItsBodyAndThoseBelow_NotBesideOrAbove()
    {
        await using var office = await TableOffice.OpenAsync();
        var (county, stranger) = (await office.AddAsync(office.City.County, Role.Officer), await office.AddAsync(office.City.Stranger, Role.Chair));
        await office.DoAsync(county, desk => desk.Library.PutAsync(office.City.County.Id, "trainings.json", TestTables.Trainings.Replace("\"table\": \"trainings\"", "\"table\": \"county-own\"", StringComparison.Ordinal), county));

        Assert.NotNull(await office.AsAsync(await office.AddAsync(office.City.Village, Role.Chair), desk => desk.Library.FindAsync("county-own")));
        Assert.Null(await office.AsAsync(stranger, desk => desk.Library.FindAsync("county-own")));
        Assert.Equal(Problem.NotFoundCode, await office.RefusedAsync(stranger, desk => desk.Library.PutAsync(office.City.County.Id, "x.json", TestTables.Trainings, stranger)));
    }
}
