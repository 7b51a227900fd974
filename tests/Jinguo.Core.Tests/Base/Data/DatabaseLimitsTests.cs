using Jinguo.Core.Base.Data;
using Npgsql;

namespace Jinguo.Core.Tests.Base.Data;

/// <summary>A connection string gets the limits of the settings, as far as it does not name its own.</summary>
public sealed class DatabaseLimitsTests
{
    [Theory]
    [InlineData("Host=db;Database=jinguo;Password=a b", 12, 7)]
    [InlineData("Host=db;Maximum Pool Size=3", 3, 7)]
    [InlineData("Host=db;MaxPoolSize=3;CommandTimeout=90", 3, 90)]
    [InlineData("Host=db;Minimum Pool Size=20", 20, 7)]
    public void WhatTheStringNames_Holds(string database, int connections, int seconds)
    {
        var limited = new NpgsqlConnectionStringBuilder(DatabaseSetup.WithLimits(database, 12, TimeSpan.FromSeconds(7)));

        Assert.Equal((connections, seconds, new NpgsqlConnectionStringBuilder(database).Password), (limited.MaxPoolSize, limited.CommandTimeout, limited.Password));
    }

    [Fact]
    public void AFile_StaysAsItIs() => Assert.Equal("data/jinguo.db", DatabaseSetup.WithLimits("data/jinguo.db", 12, TimeSpan.FromSeconds(7)));
}
