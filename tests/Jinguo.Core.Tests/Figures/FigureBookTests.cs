using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Figures.Reading;
using Jinguo.Testing.Data;
using static Jinguo.Core.Tests.Figures.Books;

namespace Jinguo.Core.Tests.Figures;

public sealed class FigureBookTests
{
    [Fact]
    public async Task ARunningYear_EndsToday_AndTheYearBeforeIsCutAtTheSameDay()
    {
        await using var books = await OpenAsync();
        await books.PostAsync(
            books.City.Village,
            Draft(Participants, "2026-11-20", 10),
            Draft(Participants, "2026-11-21", 1000),
            Draft(Participants, "2025-11-20", 7),
            Draft(Participants, "2025-11-21", 1000));

        var table = await books.ReadAsync(new(books.City.Top.Id, [new(Participants)], Period.Year(2026)) { WithYearBefore = true });

        Assert.Equal([Span("2026-01-01..2026-11-20"), Span("2025-01-01..2025-11-20")], table.Periods);
        Assert.Equal([10m, 7m], [table.Total[0].Value, table.Total[0, 1].Value]);
    }

    [Fact]
    public async Task ARenamedBody_HasTheNameOfThePeriod_OrTodaysOnTodaysTree()
    {
        await using var books = await OpenAsync();
        await books.PostAsync(books.City.Township, Draft(Participants, "2026-03-01", 5), Draft(Participants, "2026-08-01", 5));
        await using (var db = books.Database.Open())
        {
            db.FormerNames.Add(new() { Region = books.City.Township.Region, OrganisationId = books.City.Township.Id, LastDay = new(2026, 6, 30), Name = "东山乡妇联", Document = "云民发〔2026〕3号" });
            await db.SaveChangesAsync();
        }

        Assert.Equal("东山乡妇联", await NameAsync("2026H1", FigureTree.AsWas));
        Assert.Equal("东山1镇妇联", await NameAsync("2026-07", FigureTree.AsWas));
        Assert.Equal("东山1镇妇联", await NameAsync("2026H1", FigureTree.AsIs));

        async Task<string> NameAsync(string period, FigureTree tree) =>
            (await books.ReadAsync(new(books.City.County.Id, [new(Participants)], Span(period)) { WithChildren = true, Tree = tree })).Children.Single(row => row.Body.Id == books.City.Township.Id).Body.Name;
    }

    [Fact]
    public async Task AChildThatMovedWithinAStartedMonth_CountsInBothPlacesOnlyItsDaysThere()
    {
        await using var books = await OpenAsync();
        var (village, township, county, other) = (books.City.All[3], books.City.All[2], books.City.All[1], books.City.All[8]);
        await books.PostAsync(village, Draft(Participants, "2026-10-05", 2), Draft(Participants, "2026-10-14", 4), Draft(Participants, "2026-10-15", 30), Draft(Participants, "2026-10-28", 500));
        await books.ReorganiseAsync("2026-10-15", (service, order) => service.MoveAsync(new(township.Id, other.Id), order));

        // Of October the days before the period are taken away from its sum, and those after it.
        Assert.Equal(530m, await ChildAsync(other, "2026-10-15..2026-11-20"));
        Assert.Equal(530m, await ChildAsync(other, "2026-10-15..2026-12-14"));
        Assert.Equal(30m, await ChildAsync(other, "2026-10-15..2026-10-20"));
        Assert.Equal(6m, await ChildAsync(county, "2026-09-01..2026-10-14"));
        Assert.Equal(2m, await ChildAsync(county, "2026-09-01..2026-10-10"));

        async Task<decimal?> ChildAsync(Organisation of, string period) =>
            (await books.ReadAsync(new(of.Id, [new(Participants)], Span(period)) { WithChildren = true })).Children.Single(row => row.Body.Id == township.Id)[0].Value;
    }

    [Fact]
    public async Task On29February_TheYearBeforeEndsOn28February()
    {
        await using var books = await OpenAsync();
        books.Clock.Set(new(2028, 2, 29, 1, 0, 0, TimeSpan.Zero));
        await books.PostAsync(books.City.Village, Draft(Participants, "2028-02-29", 5), Draft(Participants, "2027-02-28", 4), Draft(Participants, "2027-03-01", 1000));

        var table = await books.ReadAsync(new(books.City.Top.Id, [new(Participants)], Period.Year(2028)) { WithYearBefore = true });

        Assert.Equal(Span("2027-01-01..2027-02-28"), table.Periods[1]);
        Assert.Equal([5m, 4m], [table.Total[0].Value, table.Total[0, 1].Value]);
        Assert.Equal("增25.0%", YearOnYear.Text(table.Total[0], table.Total[0, 1]));
    }

    [Fact]
    public async Task APeriodToCome_HasNothingInIt()
    {
        await using var books = await OpenAsync();
        await books.PostAsync(books.City.Village, Draft(Homes, "2026-11-01", 1), Draft(Participants, "2027-01-05", 9));

        Assert.True((await books.ReadAsync(books.City.Top, Participants, "2027")).IsNone);
        Assert.True((await books.ReadAsync(books.City.Top, Homes, "2027")).IsNone);
    }

    [Theory]
    [InlineData("2026-10", 2, "a stock at the end of October")]
    [InlineData("2026-11", 1, "one has ended on 5 November")]
    [InlineData("2025", 1, "the first began in 2025")]
    public async Task AStock_IsWhatStandsAtTheEndOfThePeriod(string period, int expected, string why)
    {
        await using var books = await OpenAsync();
        await books.PostAsync(books.City.Village, Draft(Homes, "2025-03-01", 1), Draft(Homes, "2026-10-31", 1), Draft(Homes, "2026-11-05", -1));

        var figure = await books.ReadAsync(books.City.Top, Homes, period);

        Assert.True(expected == figure.Value, why);
    }

    [Fact]
    public async Task ARate_IsReckonedFromItsTwoFigures_NeverAdded()
    {
        await using var books = await OpenAsync();
        await books.PostAsync(books.City.Village, Draft(Received, "2026-03-01", 3), Draft(Replied, "2026-03-01", 3));
        await books.PostAsync(books.City.Stranger, Draft(Received, "2026-03-01", 4), Draft(Replied, "2026-03-01", 1));

        var table = await books.ReadAsync(new(books.City.Top.Id, [new(ReplyRate)], Period.Year(2026)) { WithChildren = true, WithYearBefore = true });

        Assert.Equal([57.1m, 100m, 25m, null], table.Rows.Select(row => row[0].Value));
        Assert.Equal("57.1%", table.Total[0].TextWithUnit);
        Assert.Null(table.Total[0, 1].Value);
        Assert.Equal("—", table.Total[0, 1].Text);
        Assert.Equal("—", YearOnYear.Text(table.Total[0], table.Total[0, 1]));
    }

    [Fact]
    public async Task AnObservedValue_IsTheLastOneEnteredByTheBodyItself()
    {
        await using var books = await OpenAsync();
        await books.PostAsync(books.City.County, Draft(Mortality, "2026-03-31", 85), Draft(Mortality, "2026-06-30", 72));
        await books.PostAsync(books.City.Village, Draft(Mortality, "2026-06-30", 999));

        Assert.Equal(7.2m, (await books.ReadAsync(books.City.County, Mortality, "2026")).Value);
        Assert.Equal(8.5m, (await books.ReadAsync(books.City.County, Mortality, "2026Q1")).Value);
        Assert.Null((await books.ReadAsync(books.City.County, Mortality, "2026Q3")).Value);
        Assert.Null((await books.ReadAsync(books.City.Top, Mortality, "2026")).Value);
    }

    [Theory]
    [InlineData("50余人次", "余")]
    [InlineData("50多人次", "多")]
    [InlineData("近50人次", "近")]
    [InlineData("约50人次", "约")]
    [InlineData("50人次左右", "左右")]
    [InlineData("50人次以上", "以上")]
    [InlineData("不足50人次", "不足")]
    [InlineData("超过50人次", "超过")]
    [InlineData("50人次", "")]
    public async Task AFigureOfOneRecord_IsPrintedWithThatRecordsOwnWord(string expected, string hedge)
    {
        await using var books = await OpenAsync();
        await books.PostAsync(books.City.Village, Draft(Participants, "2026-03-01", 50, hedge));

        Assert.Equal(expected, (await books.ReadAsync(books.City.Top, Participants, "2026")).TextWithUnit);
    }

    [Theory]
    [InlineData("60余", "多", "")]
    [InlineData("近60", "不足", "近")]
    [InlineData("约60", "余", "近")]
    [InlineData("约60", "左右", "")]
    [InlineData("60", "", "")]
    public async Task AFigureOfSeveralRecords_IsPrintedWithTheWordOfTheirClass(string expected, string first, string second)
    {
        await using var books = await OpenAsync();
        await books.PostAsync(books.City.Village, Draft(Participants, "2026-03-01", 50, first));
        await books.PostAsync(books.City.Village, Draft(Participants, "2026-11-02", 10, second));

        Assert.Equal(expected, (await books.ReadAsync(books.City.Top, Participants, "2026")).Text);
    }

    [Fact]
    public async Task AWordLeft_AfterOtherRecordsAreWithdrawn_IsItsOwn()
    {
        await using var books = await OpenAsync();
        var withdrawn = Guid.CreateVersion7();
        await books.PostAsync(books.City.Village, Draft(Participants, "2026-03-01", 50, "上"));
        await books.PostAsync(withdrawn, books.City.Village, Draft(Participants, "2026-03-01", 10, "近"));
        await books.PostAsync(withdrawn, books.City.Village);

        Assert.Equal("上50人次", (await books.ReadAsync(books.City.Top, Participants, "2026")).TextWithUnit);
    }

    [Fact]
    public async Task YesterdaysFigure_CanBeReadAsItWasKnownYesterday()
    {
        await using var books = await OpenAsync();
        var record = Guid.CreateVersion7();
        await books.PostAsync(record, books.City.Village, Draft(Participants, "2026-03-01", 50, "余"));
        var yesterday = books.Clock.Instant();
        books.Clock.Advance(TimeSpan.FromDays(1));
        await books.PostAsync(record, books.City.Village, Draft(Participants, "2026-03-01", 52));

        Assert.Equal("50余", (await books.ReadAsync(books.City.Top, Participants, "2026", yesterday)).Text);
        Assert.Equal("52", (await books.ReadAsync(books.City.Top, Participants, "2026")).Text);
    }

    [Fact]
    public async Task ATable_CostsTheSameStatements_HoweverManyBodiesAndMeasures()
    {
        await using var books = await OpenAsync();
        await books.PostAsync(books.City.Village, Draft(Participants, "2026-11-02", 10), Draft(Homes, "2026-01-02", 1));
        var counter = new StatementCounter();
        await using var db = books.Database.Open(counter);
        await books.Measures.GetAsync(db);

        foreach (var (body, keys) in new[] { (books.City.Township, 1), (books.City.Top, 7) })
        {
            counter.Clear();
            FigureKey[] asked = [new(Participants), new(Homes), new(Money), new(Received), new(Replied), new(ReplyRate), new(Participants, "law")];
            await books.Book(db).ReadAsync(new(body.Id, asked[..keys], Period.Year(2026)) { WithChildren = true, WithYearBefore = true });
            Assert.Equal(2, counter.Statements.Count);
        }
    }

    [Fact]
    public async Task ABodyOutOfReach_HasNoFigures()
    {
        await using var books = await OpenAsync();
        await using var db = books.Database.Open();
        var county = books.City.County;
        var reader = new Actor(Guid.NewGuid(), "张某某", county.Id, county.Region, county.Path, [new(Role.Reader, RoleScope.Subtree)]);
        var administrator = reader with { Grants = [new(Role.SystemAdministrator, RoleScope.Subtree)] };

        Assert.True((await books.Book(db, reader).ReadAsync(new(books.City.Village.Id, [new(Participants)], Period.Year(2026)))).Done);
        Assert.False((await books.Book(db, reader).ReadAsync(new(books.City.Top.Id, [new(Participants)], Period.Year(2026)))).Done);
        Assert.False((await books.Book(db, reader).ReadAsync(new(books.City.Stranger.Id, [new(Participants)], Period.Year(2026)))).Done);
        Assert.False((await books.Book(db, administrator).ReadAsync(new(county.Id, [new(Participants)], Period.Year(2026)))).Done);
    }

    [Fact]
    public async Task AReaderOfHerOwnBodyAlone_SeesItsTotal_ButNotTheBodiesBelow()
    {
        await using var books = await OpenAsync();
        var county = books.City.County;
        await books.PostAsync(books.City.Village, Draft(Participants, "2026-03-01", 50));
        var reader = new Actor(Guid.NewGuid(), "张某某", county.Id, county.Region, county.Path, [new(Role.Reader, RoleScope.Own)]);

        var table = await books.ReadAsync(new(county.Id, [new(Participants)], Period.Year(2026)) { WithChildren = true }, reader);

        Assert.Equal(FigureRowKind.Total, Assert.Single(table.Rows).Kind);
        Assert.Equal(50, table.Total[0].Value);
    }

    [Theory]
    [InlineData("training.nonsense", "figure.measure.unknown")]
    [InlineData("training.participants:nonsense", "figure.option.unknown")]
    public async Task AnUnknownCode_IsAProblem(string key, string problem)
    {
        await using var books = await OpenAsync();
        await using var db = books.Database.Open();

        var answer = await books.Book(db).ReadAsync(new(books.City.Top.Id, [FigureKey.Parse(key)], Period.Year(2026)));

        Assert.Equal(problem, Assert.Single(answer.Problems).Code);
    }
}
