using System.Globalization;
using Jinguo.Testing.Web;

namespace Jinguo.EndToEnd.Processes;

/// <summary>Two nodes of the product on one database and one data folder, behind a reverse proxy that sends each request to the next.</summary>
internal sealed class Cluster : IAsyncDisposable
{
    private readonly IReadOnlyList<string> options;
    private readonly ProductProcess[] nodes;
    private ReverseProxy? proxy;

    private Cluster(IReadOnlyList<string> options, ProductProcess[] nodes) => (this.options, this.nodes) = (options, nodes);

    /// <summary>The nodes.</summary>
    public IReadOnlyList<ProductProcess> Nodes => nodes;

    /// <summary>Where both are reached.</summary>
    public Uri Address => proxy!.Address;

    /// <summary>By what name the database server knows a node.</summary>
    public static string NameOf(int node) => string.Create(CultureInfo.InvariantCulture, $"node-{node}");

    /// <summary>Starts both at the same moment, then the proxy.</summary>
    public static async Task<Cluster> StartAsync(IReadOnlyList<string> options)
    {
        var cluster = new Cluster(options, await Task.WhenAll(ServeAsync(0, 0, options), ServeAsync(1, 0, options)));
        cluster.proxy = await ReverseProxy.StartAsync(cluster.nodes[0].Address, cluster.nodes[1].Address);
        return cluster;
    }

    /// <summary>A browser that comes through the proxy and has signed in.</summary>
    public Task<PageClient> SignInAsync(string userName = ProductData.UserName, RepeatingHandler? repeats = null) => Visitor.SignInAsync(Address, userName, repeats);

    /// <summary>Starts a node again where it was.</summary>
    public async Task StartAgainAsync(int node)
    {
        var port = nodes[node].Address.Port;
        await nodes[node].DisposeAsync();
        nodes[node] = await ServeAsync(node, port, options);
    }

    public async ValueTask DisposeAsync()
    {
        if (proxy is not null)
            await proxy.DisposeAsync();
        foreach (var node in nodes)
            await node.DisposeAsync();
    }

    private static Task<ProductProcess> ServeAsync(int node, int port, IReadOnlyList<string> options) =>
        ProductProcess.ServeAsync(port, options, ("Jinguo__Protection__Proxies", "127.0.0.1"), ("PGAPPNAME", NameOf(node)));
}
