using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Facts;
using Jinguo.Core.Figures.Reading;
using Microsoft.EntityFrameworkCore;
using static Jinguo.Core.Tests.Figures.Books;

namespace Jinguo.Core.Tests.Figures;

/// <summary>The figures of all bodies of a level below a body; the laws of what they add up to are in <see cref="FigureLawsTests"/>.</summary>
public sealed class FigureLevelTests
{
    [Fact]
    public async Task TheBodiesOfALevel_StandInTheTreesOrder_WithoutTheBodysOwnWork()
    {
        await using var books = await OpenAsync();
        await books.PostAsync(books.City.Village, Draft(Participants, "2026-03-01", 50));
        await books.PostAsync(books.City.County, Draft(Participants, "2026-03-01", 7));

        var table = await books.ReadAsync(Question(books.City.Top, Level.Township));

        Assert.Equal(books.City.All.Where(body => body.Level == Level.Township).Select(body => body.Id), table.Children.Select(row => row.Body.Id));
        Assert.Equal([57m, 50m, 0m, 0m, 0m], table.Rows.Select(row => row[0].Value));
        Assert.Null(table.Own);
    }

    [Fact]
    public async Task ABodyThatWasMovedAway_CountsUntilThen_AndTheOneThatTookItFromThen()
    {
        await using var books = await OpenAsync();
        var (village, from, to) = (books.City.Village, books.City.County, books.City.All[8]);
        await books.PostAsync(village, Draft(Participants, "2026-03-01", 50));
        await books.ReorganiseAsync("2026-06-16", (service, order) => service.MoveAsync(new(books.City.Township.Id, to.Id), order));
        await books.PostAsync(village, Draft(Participants, "2026-06-17", 8));

        Assert.Equal(50, Of(await books.ReadAsync(Question(from, Level.Village)), village));
        Assert.Equal(8, Of(await books.ReadAsync(Question(to, Level.Village)), village));
        Assert.Equal(58, Of(await books.ReadAsync(Question(to, Level.Village) with { Tree = FigureTree.AsIs }), village));
        Assert.Null(Of(await books.ReadAsync(Question(from, Level.Village) with { Tree = FigureTree.AsIs }), village));
        Assert.Equal(58, Of(await books.ReadAsync(Question(books.City.Top, Level.Village)), village));
    }

    [Fact]
    public async Task ATableOfMoreBodiesThanItCanHold_IsRefused_AndSaysHowManyThereAre()
    {
        await using var books = await OpenAsync();
        await using var db = books.Database.Open();
        var (town, first) = (books.City.Township, await db.Organisations.MaxAsync(body => body.Id) + 1);
        for (var id = first; id < first + FigureBook.MostBodies; id++)
        {
            db.Organisations.Add(new() { Id = id, Code = $"9{id:D11}", Name = "芙蓉村妇联", Initials = "frc", Level = Level.Village, ParentId = town.Id, Path = OrganisationPath.Of(town.Path, id), Region = town.Region, ValidFrom = new(1949, 10, 1) });
            db.OrganisationEdges.Add(new() { Region = town.Region, OrganisationId = id, ValidFrom = new(1949, 10, 1), ParentId = town.Id, Path = OrganisationPath.Of(town.Path, id) });
        }
        await db.SaveChangesAsync();

        var read = await books.Book(db).ReadAsync(Question(books.City.Top, Level.Village));

        Assert.Equal($"下面有{FigureBook.MostBodies + 8}个这样的单位，一张表最多列{FigureBook.MostBodies}个，请从下一级单位看。", Assert.Single(read.Problems).Text);
    }

    [Fact]
    public async Task AReaderOfHerOwnBodyAlone_SeesNobodyOfALevel()
    {
        await using var books = await OpenAsync();
        var county = books.City.County;
        await books.PostAsync(books.City.Village, Draft(Participants, "2026-03-01", 50));
        var reader = new Actor(Guid.NewGuid(), "张某某", county.Id, county.Region, county.Path, [new(Role.Reader, RoleScope.Own)]);

        Assert.Equal(50, Assert.Single((await books.ReadAsync(Question(county, Level.Village), reader)).Rows)[0].Value);
    }

    [Fact]
    public async Task OfSensitiveMeasures_ALevelTellsWhatIsPublished_AlsoToTheBodyItself()
    {
        await using var books = await OpenAsync();
        var county = books.City.County;
        await books.PostAsync(county, Draft(Violence, "2026-07-03", 9));
        await books.PostAsync(books.City.Village, Draft(Violence, "2026-07-03", 2));

        var table = await books.ReadAsync(Question(county, Level.Village) with { Keys = [new(Violence)] }, Reader(county));

        Assert.All(table.Rows, row => Assert.Null(row[0].Value));
        await books.PublishAsync("2026-12");
        Assert.Equal(9, (await books.ReadAsync(Question(county, Level.Village) with { Keys = [new(Violence)] }, Reader(county))).Total[0].Value);
    }

    [Theory]
    [InlineData("2026", 3)]
    [InlineData("2026-03-04..2026-06-20", 3)]
    public async Task ALevel_IsReadInAFewStatements_HoweverManyBodiesItHas(string period, int statements)
    {
        await using var books = await OpenAsync();
        await books.PostAsync(books.City.Village, Draft(Participants, "2026-03-05", 50));
        var counter = new Jinguo.Testing.Data.StatementCounter();
        await using var db = books.Database.Open(counter);
        await books.Measures.GetAsync(db);
        counter.Clear();

        await books.Book(db).ReadAsync(new(books.City.Top.Id, [new(Participants)], Span(period)) { WithChildren = true, Level = Level.Village });

        Assert.Equal(statements, counter.Statements.Count);
    }

    private static FigureQuestion Question(Organisation body, Level level) => new(body.Id, [new(Participants)], Period.Year(2026)) { WithChildren = true, Level = level };

    private static decimal? Of(FigureTable table, Organisation body) => table.Children.SingleOrDefault(row => row.Body.Id == body.Id)?[0].Value;
}
