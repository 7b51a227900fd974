using System.Net;
using System.Net.Http.Json;
using Jinguo.Core.Base.Access;
using Jinguo.Testing.Web;

namespace Jinguo.Web.Tests.Api;

public sealed class PagingTests(WebHost host) : IClassFixture<WebHost>
{
    [Fact]
    public async Task FollowingTheLinks_GivesEveryLineOnce()
    {
        using var program = host.WithToken((await host.TokenAsync(Role.Chair, host.City.Village, [Right.LedgerRead, Right.LedgerWrite])).Text);
        var saved = new List<string>();
        for (var number = 1; number <= 5; number++)
        {
            var key = Guid.CreateVersion7();
            saved.Add($"{key}");
            var answer = await program.PutAsJsonAsync($"/api/v1/ledgers/records/{key}", new { Type = "training", Organisation = host.City.Village.Id, Values = new { day = $"2026-11-0{number}", topic = $"缝纫第{number}期", participants = number } });
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        var (read, address) = (new List<string>(), (string?)"/api/v1/ledgers/records?type=training&q=%E7%BC%9D%E7%BA%AB&pageSize=2");
        for (var pages = 0; address is not null && pages < 5; pages++)
        {
            var answer = await program.GetAsync(new Uri(address, UriKind.Relative));
            var page = await answer.ReadAsync();
            Assert.Equal(5, page.GetProperty("total").GetInt32());
            read.AddRange(page.GetProperty("lines").EnumerateArray().Select(line => line.GetProperty("id").GetString()!));
            address = answer.Headers.TryGetValues("Link", out var links) ? Next(links.Single()) : null;
        }

        Assert.Equal(saved.AsEnumerable().Reverse(), read);
    }

    [Fact]
    public async Task APageBehindTheLast_IsEmpty()
    {
        using var program = host.WithToken((await host.TokenAsync(Role.Reader, host.City.Top, [Right.LedgerRead])).Text);
        var page = await (await program.GetAsync(new Uri("/api/v1/ledgers/records?page=99", UriKind.Relative))).ReadAsync();
        Assert.Equal(0, page.GetProperty("lines").GetArrayLength());
    }

    [Fact]
    public async Task ABody_IsFoundByCodeAndKey_WithItsChildren_WithinReach()
    {
        using var program = host.WithToken((await host.TokenAsync(Role.Reader, host.City.County, [Right.FigureRead])).Text);
        var township = host.City.Township;
        foreach (var key in new[] { township.Code, $"{township.Id}" })
            Assert.Equal(township.Name, (await (await program.GetAsync(new Uri($"/api/v1/organisations/{key}", UriKind.Relative))).ReadAsync()).GetProperty("name").GetString());
        var children = await program.GetAsync(new Uri($"/api/v1/organisations/{township.Code}/children?pageSize=1", UriKind.Relative));
        Assert.Equal(2, (await children.ReadAsync()).GetProperty("total").GetInt32());
        Assert.Contains("page=2", Next(children.Headers.GetValues("Link").Single()), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await program.GetAsync(new Uri($"/api/v1/organisations/{host.City.Stranger.Code}", UriKind.Relative))).StatusCode);
    }

    private static string? Next(string links) => links.Split(", ").FirstOrDefault(link => link.EndsWith("rel=\"next\"", StringComparison.Ordinal))?.Split('<', '>')[1];
}
