using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Testing.Data;

namespace Jinguo.EndToEnd.Processes;

/// <summary>A data folder with 云川市 in it, a village chair and a county chair, for processes of the product to work on.</summary>
public sealed class ProductData : IAsyncLifetime
{
    public const string UserName = "chair";

    public const string CountyUserName = "county";

    public const string Password = "Mulan-2026-yes";

    private TestDatabase? database;

    public TestDatabase Database => database ?? throw new InvalidOperationException("Not started.");

    public Tree.City City { get; private set; } = null!;

    /// <summary>The options by which a process finds this data.</summary>
    public IReadOnlyList<string> Options => TestDatabase.OnPostgres
        ? ["--data", Database.Folder, "--database", Database.Name]
        : ["--data", Database.Folder];

    public static async Task<ProductData> CreateAsync()
    {
        var data = new ProductData();
        await data.InitializeAsync();
        return data;
    }

    public async Task InitializeAsync()
    {
        database = await TestDatabase.CreateAsync();
        await using var db = database.Open();
        City = await FillAsync(db);
    }

    /// <summary>Writes the bodies and accounts into a database that is ready.</summary>
    public static async Task<Tree.City> FillAsync(Db db)
    {
        var city = await Tree.AddCityAsync(db);
        await AccountRows.AddAsync(db, UserName, "张某某", [(city.Village, Role.Chair, RoleScope.Subtree)], Password);
        await AccountRows.AddAsync(db, CountyUserName, "张某某", [(city.County, Role.Chair, RoleScope.Subtree)], Password);
        return city;
    }

    public async Task DisposeAsync() => await Database.DisposeAsync();
}
