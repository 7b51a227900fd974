using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Jinguo.EndToEnd.Processes;

/// <summary>The shipped configuration of HAProxy, as far as it concerns what a node is told about a visitor.</summary>
public sealed class ReverseProxyTests
{
    [Fact]
    public async Task WhatAVisitorSaysAboutHerself_DoesNotReachANode()
    {
        using var node = new TcpListener(IPAddress.Loopback, 0);
        node.Start();
        using var over = new CancellationTokenSource();
        var answering = AnswerAsync(node, over.Token);
        var address = new Uri($"http://{node.LocalEndpoint}");
        await using (var proxy = await ReverseProxy.StartAsync(address, address))
        {
            using var visitor = new HttpClient { BaseAddress = proxy.Address };
            visitor.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9");
            visitor.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
            var seen = await visitor.GetStringAsync(new Uri("/", UriKind.Relative));
            Assert.Equal(["X-FORWARDED-FOR: 127.0.0.1"], seen.ToUpperInvariant().Split('\n').Where(line => line.StartsWith("X-FORWARDED-", StringComparison.Ordinal)));
        }
        await over.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answering);
    }

    // Answers each request with its own head.
    private static async Task AnswerAsync(TcpListener node, CancellationToken cancel)
    {
        while (true)
        {
            using var client = await node.AcceptTcpClientAsync(cancel);
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.ASCII);
            var head = new StringBuilder();
            while (await reader.ReadLineAsync(cancel) is { Length: > 0 } line)
                head.Append(line).Append('\n');
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Length: {head.Length}\r\nConnection: close\r\n\r\n{head}"), cancel);
        }
    }
}
