using System.Net;
using Jinguo.Web.Running.Watching;
using Jinguo.Web.Setup;
using Microsoft.AspNetCore.Http;

namespace Jinguo.Web.Tests.Running;

public sealed class MetricsDoorTests
{
    [Theory]
    [InlineData("127.0.0.1", "127.0.0.1", "", "", true)]
    [InlineData("::1", "localhost", "", "", true)]
    [InlineData("::ffff:127.0.0.1", "[::1]", "", "", true)]
    [InlineData("10.0.0.7", "127.0.0.1", "", "", false)]
    // Through a proxy on this machine: it says so, or the host that was asked for tells it.
    [InlineData("127.0.0.1", "127.0.0.1", "X-Forwarded-For", "", false)]
    [InlineData("127.0.0.1", "127.0.0.1", "X-Original-For", "", false)]
    [InlineData("127.0.0.1", "127.0.0.1", "Forwarded", "", false)]
    [InlineData("127.0.0.1", "127.0.0.1", "Via", "", false)]
    [InlineData("127.0.0.1", "fl.example.cn", "", "", false)]
    // It says nothing, but the installation is reached elsewhere.
    [InlineData("127.0.0.1", "127.0.0.1", "", "https://fl.example.cn", false)]
    [InlineData("127.0.0.1", "127.0.0.1", "", "http://127.0.0.1:5080", true)]
    // Neither a socket nor the server of tests has an address.
    [InlineData(null, "localhost", "", "", false)]
    public void OnlyThisMachine_ComingDirectly_ReadsWithoutToken(string? address, string asked, string header, string reached, bool isOpen)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = address is null ? null : IPAddress.Parse(address);
        context.Request.Host = new(asked, 5080);
        if (header.Length > 0)
            context.Request.Headers[header] = "10.0.0.9";
        Assert.Equal(isOpen, MetricsDoor.IsOpenTo(context, new Settings { PublicAddress = reached }));
    }

    [Theory]
    [InlineData("Bearer 0123456789abcdef", true)]
    [InlineData("bearer 0123456789abcdef", true)]
    [InlineData("Bearer 0123456789abcdeF", false)]
    [InlineData("Bearer 0123456789abcde", false)]
    [InlineData("Basic 0123456789abcdef", false)]
    [InlineData("Bearer ", false)]
    public void FromElsewhere_TheTokenOpens(string header, bool isOpen)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse("10.0.0.7");
        context.Request.Headers.Authorization = header;
        Assert.Equal(isOpen, MetricsDoor.IsOpenTo(context, new Settings { MetricsToken = "0123456789abcdef" }));
        Assert.False(MetricsDoor.IsOpenTo(context, new Settings()));
    }
}
