using Jinguo.Core.Base.Time;
using Jinguo.Core.Facts;
using Jinguo.Core.Figures.Reading;

namespace Jinguo.Core.Tests.Figures;

public class CellReaderTests
{
    [Fact]
    public async Task AnOptionOfOneMeasure_BringsNoOptionsOfTheOthersAlong()
    {
        await using var books = await Books.OpenAsync();
        var village = books.City.Village;
        await books.PostAsync(village, new FactDraft(Books.Participants, "law", new(2025, 3, 1), 50), new FactDraft(Books.Participants, "skills", new(2025, 3, 1), 20), new FactDraft(Books.Homes, "village", new(2025, 3, 1), 1));
        await using var db = books.Database.Open();
        var catalog = await books.Measures.GetAsync(db);
        var (participants, homes) = (catalog.Get(Books.Participants), catalog.Get(Books.Homes));
        var law = participants.Options.Find(option => option.Code == "law")!.Number;

        var cells = await new CellReader(db).ReadAsync(
            new(village.Id, [village.Path], [], AreDeep: false, [village.Region], village.Region, FigureTree.AsWas, [participants, homes], [(participants.Id, law)], new(2026, 11, 20), [new(Period.Year(2025), IsOpen: true, IsComparison: false)], KnownAt: null),
            CancellationToken.None);

        Assert.Equal(
            [(participants.Id, 0, 70), (participants.Id, law, 50), (homes.Id, 0, 1)],
            cells.Select(cell => (cell.Key.Measure, cell.Key.Option, cell.Value.Value)).Order());
    }
}
