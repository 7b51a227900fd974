using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Testing.Data;

namespace Jinguo.Benchmarks.Figures;

/// <summary>A city with all its towns directly below it (直筒子市): 120 bodies in one table, villages that do the work below.</summary>
/// <param name="Top">The city.</param>
/// <param name="Villages">The bodies that record.</param>
internal sealed record City(Organisation Top, IReadOnlyList<Organisation> Villages)
{
    public const int Towns = 119;
    private const int VillagesPerTown = 8;

    public static async Task<City> AddAsync(Db db)
    {
        await using var write = await db.BeginWriteAsync();
        var top = await Tree.AddAsync(db, "990100000000", Level.City, "云川市妇联");
        var villages = new List<Organisation>();
        for (var town = 1; town <= Towns; town++)
        {
            var body = await Tree.AddAsync(db, $"990100{town:000}000", Level.Township, $"东山{town}镇妇联", top);
            for (var village = 1; village <= VillagesPerTown; village++)
                villages.Add(await Tree.AddAsync(db, $"990100{town:000}{200 + village}", Level.Village, $"芙蓉{town}-{village}村妇联", body));
        }
        await write.CommitAsync();
        db.ChangeTracker.Clear();
        return new(top, villages);
    }
}
