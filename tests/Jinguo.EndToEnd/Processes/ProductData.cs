using Jinguo.Core.Base.Access;
using Jinguo.Testing.Data;

namespace Jinguo.EndToEnd.Processes;

/// <summary>A data folder with 云川市 in it and one village chair, for processes of the product to work on.</summary>
public sealed class ProductData : IAsyncLifetime
{
    public const string UserName = "chair";

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
        City = await Tree.AddCityAsync(db);
        await AccountRows.AddAsync(db, UserName, "张某某", [(City.Village, Role.Chair, RoleScope.Subtree)], Password);
    }

    public async Task DisposeAsync() => await Database.DisposeAsync();
}
