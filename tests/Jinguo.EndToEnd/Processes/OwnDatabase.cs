using Jinguo.Core.Base.Data;
using Jinguo.Testing.Data;
using Jinguo.Testing.Postgres;

namespace Jinguo.EndToEnd.Processes;

/// <summary>The data of <see cref="ProductData"/> on a database server of its own, which the test may stop, kill and replace.</summary>
internal sealed class OwnDatabase : IAsyncDisposable
{
    private const string Name = "jinguo";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("jinguo-own-data-");

    private OwnDatabase(OwnPostgres server) => Server = server;

    /// <summary>The server.</summary>
    public OwnPostgres Server { get; }

    /// <summary>The server that follows it, once there is one.</summary>
    public OwnPostgres? Follower { get; private set; }

    /// <summary>The bodies.</summary>
    public Tree.City City { get; private set; } = null!;

    /// <summary>The options by which a process finds this data.</summary>
    public IReadOnlyList<string> Options => ["--data", folder.FullName, "--database", Follower is null ? Server.ConnectionString(Name) : OwnPostgres.ConnectionString(Name, Server, Follower) + ";Host Recheck Seconds=1"];

    /// <summary>A server with the schema and the bodies.</summary>
    public static async Task<OwnDatabase> StartAsync(params string[] settings)
    {
        var own = new OwnDatabase(await OwnPostgres.StartNewAsync(settings));
        await using var db = own.Open();
        await db.PrepareAsync();
        own.City = await ProductData.FillAsync(db);
        return own;
    }

    /// <summary>Has another server follow it; from then on both are named to the product.</summary>
    public async Task FollowAsync(params string[] settings) => Follower = await Server.FollowAsync(settings);

    /// <summary>A context on the server, with a connection that nobody had before: one that lay in a pool may have been cut.</summary>
    public Db Open() => TestDatabase.Open(Server.ConnectionString(Name) + ";Pooling=false");

    public async ValueTask DisposeAsync()
    {
        if (Follower is not null)
            await Follower.DisposeAsync();
        await Server.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
