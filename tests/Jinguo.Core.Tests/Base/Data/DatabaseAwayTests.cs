using System.Net.Sockets;
using Jinguo.Core.Base.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Jinguo.Core.Tests.Base.Data;

/// <summary>That the database server is away is known by what network and server themselves say of it.</summary>
public sealed class DatabaseAwayTests
{
    [Fact]
    public async Task NobodyThere_SaysSo()
    {
        await using var connection = new NpgsqlConnection("Host=/tmp/there-is-no-such-folder;Username=nobody;Database=none");
        var refusal = await Record.ExceptionAsync(() => connection.OpenAsync());

        Assert.True(DatabaseAway.Is(refusal), $"{refusal}");
        Assert.True(DatabaseAway.Is(new InvalidOperationException("around it", new DbUpdateException("around it", refusal))));
    }

    [Theory]
    [InlineData(PostgresErrorCodes.AdminShutdown, true)]
    [InlineData(PostgresErrorCodes.CannotConnectNow, true)]
    [InlineData(PostgresErrorCodes.TooManyConnections, true)]
    [InlineData(PostgresErrorCodes.ConnectionFailure, true)]
    [InlineData(PostgresErrorCodes.ReadOnlySqlTransaction, true)]
    [InlineData(PostgresErrorCodes.UniqueViolation, false)]
    [InlineData(PostgresErrorCodes.DiskFull, false)]
    [InlineData(PostgresErrorCodes.UndefinedTable, false)]
    public void WhatTheServerRefuses_IsToldByItsCode(string code, bool isAway) =>
        Assert.Equal(isAway, DatabaseAway.Is(new PostgresException("words", "ERROR", "ERROR", code)));

    [Fact]
    public void OtherFaults_AreNotTakenForIt()
    {
        Assert.True(DatabaseAway.Is(new NpgsqlException("cut", new SocketException((int)SocketError.ConnectionReset))));
        Assert.False(DatabaseAway.Is(new SocketException((int)SocketError.ConnectionReset)));
        Assert.False(DatabaseAway.Is(new TimeoutException()));
        Assert.False(DatabaseAway.Is(new NpgsqlException("a value that cannot be written", new InvalidCastException())));
        Assert.False(DatabaseAway.Is(null));
    }
}
