using Jinguo.Core.Base.Organisations;
using Jinguo.Testing.Data;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Tests.Base.Data;

public sealed class TestDatabaseTests
{
    [Fact]
    public async Task EachTest_HasADatabaseOfItsOwn()
    {
        await using var first = await TestDatabase.CreateAsync();
        await using var second = await TestDatabase.CreateAsync();
        await using (var db = first.Open())
            await Tree.AddCityAsync(db);
        await using var other = second.Open();
        Assert.False(await other.Organisations.AnyAsync());
    }

    [Fact]
    public async Task ASubtree_IsFoundByItsPath()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var db = database.Open();
        var city = await Tree.AddCityAsync(db);
        Assert.Equal(7, await db.Organisations.Within(city.County.Path).CountAsync());
        Assert.Equal(15, await db.Organisations.Within(city.Top.Path).CountAsync());
    }
}
