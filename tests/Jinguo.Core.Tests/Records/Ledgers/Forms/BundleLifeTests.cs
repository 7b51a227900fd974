using Jinguo.Core.Base.Forms;
using Jinguo.Core.Records.Ledgers.Forms;

namespace Jinguo.Core.Tests.Records.Ledgers.Forms;

public sealed class BundleLifeTests : IAsyncLifetime
{
    private const string Shipped = """
        { "pack": "books", "name": "簿册", "version": 1, "validFrom": "2000-01-01",
          "bundles": [ { "code": "two-books", "name": "一簿一册", "version": 1, "basis": "常用的一簿一册",
            "ledgers": [ { "name": "妇女培训登记簿", "types": ["training"] }, { "name": "阵地花名册", "types": ["venue"] } ] } ] }
        """;

    private FormDesk desk = null!;

    private Ledger Ledger => desk.Ledger;

    public async Task InitializeAsync()
    {
        desk = await FormDesk.OpenAsync();
        await using var db = Ledger.Database.Open();
        Assert.Empty(await Ledger.LoadAsync(db, Shipped, "books.json"));
    }

    public async Task DisposeAsync() => await desk.DisposeAsync();

    [Fact]
    public async Task APublishedBundle_IsPrintedByTheBodyAndThoseBelow_InItsOrder_AndByNobodyElse()
    {
        var draft = await desk.ChangeAsync(await StartAsync("二簿一册"), sheet =>
        {
            sheet.PutLedger(null, new("妇女培训登记簿", ["training", "training"], ""));
            sheet.PutLedger(null, new("评议登记簿", ["hearing"], ""));
            sheet.PutLedger(null, new("干部花名册", [], "见“组织”"));
            sheet.PutLedger(null, new("写错的", ["venue"], ""));
            sheet.MoveLedger(1, up: true);
            sheet.RemoveLedger(3);
            sheet.DescribeBundle("二簿一册", "安妇字〔2026〕3号");
        });
        Assert.DoesNotContain((await desk.CatalogAsync()).Bundles(Ledger.City.Village.Path), bundle => bundle.Code == draft.Code);

        await desk.PublishAsync(draft);

        var catalog = await desk.CatalogAsync();
        var bundle = catalog.Bundles(Ledger.City.Village.Path).Single(one => one.Code == draft.Code);
        Assert.Equal(("二簿一册", "安妇字〔2026〕3号", 1), (bundle.Name, bundle.Basis, bundle.Version));
        Assert.Equal(["评议登记簿：hearing", "妇女培训登记簿：training", "干部花名册："], Told(bundle));
        Assert.NotNull(catalog.FindBundle(draft.Code, Ledger.City.County.Path));
        Assert.Null(catalog.FindBundle(draft.Code, Ledger.City.Stranger.Path));
        Assert.Null(catalog.FindBundle(draft.Code, Ledger.City.Stranger.Path, 1));
        Assert.Null(catalog.FindBundle(draft.Code, Ledger.City.Top.Path));
    }

    [Fact]
    public async Task AChange_IsANewVersion_AndTheOldOneStaysReadable_AlsoWhenTheBundleIsEnded()
    {
        var draft = await StartAsync(null, from: "two-books");
        Assert.Equal("一簿一册", draft.Name);
        await desk.PublishAsync(draft);
        draft = await desk.ChangeAsync(await desk.DraftAsync(draft.Id), sheet => sheet.PutLedger(null, new("评议登记簿", ["hearing"], "")));
        var second = await desk.PublishAsync(draft);

        var (catalog, village) = (await desk.CatalogAsync(), Ledger.City.Village.Path);
        Assert.Equal((2, new DateOnly(2026, 11, 20)), (second.Version, second.ValidFrom));
        Assert.Equal((2, 3), (catalog.FindBundle(draft.Code, village)!.Version, catalog.FindBundle(draft.Code, village)!.Ledgers.Count));
        Assert.Equal(["妇女培训登记簿：training", "阵地花名册：venue"], Told(catalog.FindBundle(draft.Code, village, 1)!));
        Assert.Null(catalog.FindBundle(draft.Code, village, 3));

        Assert.True((await desk.ActAsync(desk.County, forms => forms.EndAsync(draft.Id, "改用市里的"))).Done);
        catalog = await desk.CatalogAsync();
        Assert.Null(catalog.FindBundle(draft.Code, village));
        Assert.Equal(3, catalog.FindBundle(draft.Code, village, 2)!.Ledgers.Count);
    }

    [Fact]
    public async Task ABundleWithoutABook_OrWithALedgerThatIsNotThere_IsNotPublished_AndSaysWhich()
    {
        var draft = await StartAsync("空的");
        Assert.Contains("至少要有一本", (await desk.TryPublishAsync(draft)).Problems[0].Text, StringComparison.Ordinal);
        draft = await desk.ChangeAsync(draft, sheet => sheet.PutLedger(null, new("没有的", ["nothing"], "")));

        Assert.Contains("第1本“没有的”的台账：没有“nothing”这种台账", (await desk.TryPublishAsync(draft)).Problems.Select(problem => problem.Text));
    }

    [Fact]
    public async Task AVillage_MakesNoBundle_AndABundleBegunTwiceIsOne()
    {
        var key = Guid.CreateVersion7();
        var first = await desk.ActAsync(desk.County, forms => forms.StartBundleAsync(new(key, "一簿", null)));
        Assert.Equal(first.Value!.Code, (await desk.ActAsync(desk.County, forms => forms.StartBundleAsync(new(key, "一簿", null)))).Value!.Code);
        Assert.Equal("form.level", (await desk.ActAsync(Ledger.Village, forms => forms.StartBundleAsync(new(Guid.CreateVersion7(), "一簿", null)))).Problems[0].Code);
        Assert.Equal("form.name", (await desk.ActAsync(desk.County, forms => forms.StartBundleAsync(new(Guid.CreateVersion7(), " ", null)))).Problems[0].Code);
        Assert.False((await desk.ActAsync(desk.County, forms => forms.StartBundleAsync(new(Guid.CreateVersion7(), null, "no-books")))).Done);
    }

    [Fact]
    public async Task AnExportedBundle_ImportsAsItWas_AndAFileWithTwoThingsIsRefused()
    {
        var draft = await StartAsync(null, from: "two-books");
        await desk.ActAsync(desk.County, forms => forms.RemoveAsync(draft.Id));

        var imported = await desk.ActAsync(desk.County, forms => forms.ImportAsync(Guid.CreateVersion7(), "books.json", draft.Json));

        Assert.Equal(draft.Json, imported.Value!.Json);
        var two = draft.Json.Replace(draft.Code, $"{draft.Code}9", StringComparison.Ordinal)
            .Replace("\"measures\": []", "\"measures\": [], \"additions\": [{ \"to\": \"training\", \"fields\": [{ \"code\": \"extra\", \"name\": \"补充\", \"type\": \"text\" }] }]", StringComparison.Ordinal);
        Assert.Equal("form.one", (await desk.ActAsync(desk.County, forms => forms.ImportAsync(Guid.CreateVersion7(), "two.json", two))).Problems[0].Code);
    }

    private static IEnumerable<string> Told(Bundle bundle) => bundle.Ledgers.Select(ledger => $"{ledger.Name}：{string.Join('、', ledger.Types)}");

    private async Task<FormDraft> StartAsync(string? name, string? from = null)
    {
        var begun = await desk.ActAsync(desk.County, forms => forms.StartBundleAsync(new(Guid.CreateVersion7(), name, from)));
        Assert.True(begun.Done, string.Join(' ', begun.Problems.Select(problem => problem.Text)));
        return begun.Value;
    }
}
