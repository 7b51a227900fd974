using Jinguo.Core.Base.Backups;
using Npgsql;

namespace Jinguo.Core.Tests.Base.Backups;

/// <summary>PostgreSQL's programs find the database where the product does.</summary>
public sealed class PostgresToolsTests
{
    [Theory]
    [InlineData("Host=db;Port=5433", "db", "5433", null)]
    [InlineData("Host=one,two:6000;Target Session Attributes=primary", "one,two", "5432,6000", "primary")]
    [InlineData("Host=/run/one,/run/two", "/run/one,/run/two", "5432,5432", null)]
    [InlineData("Host=[::1]:6000,::2", "::1,::2", "6000,5432", null)]
    [InlineData("Host=one,two;Target Session Attributes=prefer-primary", "one,two", "5432,5432", "any")]
    public void SeveralHosts_AreToldAsSeveral(string database, string hosts, string ports, string? wanted)
    {
        var told = PostgresTools.EnvironmentOf(new NpgsqlConnectionStringBuilder(database));

        Assert.Equal((hosts, ports, wanted), (told["PGHOST"], told["PGPORT"], told.GetValueOrDefault("PGTARGETSESSIONATTRS")));
    }
}
