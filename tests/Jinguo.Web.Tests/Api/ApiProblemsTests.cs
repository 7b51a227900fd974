using System.Net;
using System.Text;
using Jinguo.Core.Base.Access;
using Jinguo.Testing.Web;
using Jinguo.Web.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;

namespace Jinguo.Web.Tests.Api;

public sealed class ApiProblemsTests(WebHost host) : IClassFixture<WebHost>
{
    [Theory]
    [InlineData("GET", "/api/v1/nothing", "", "application/json", HttpStatusCode.NotFound)]
    [InlineData("DELETE", "/api/v1/figures", "", "application/json", HttpStatusCode.MethodNotAllowed)]
    [InlineData("PUT", "/api/v1/ledgers/records/00000000-0000-7000-8000-000000000001", "{nonsense", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("PUT", "/api/v1/ledgers/records/00000000-0000-7000-8000-000000000001", "a=b", "application/x-www-form-urlencoded", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("GET", "/api/v1/ledgers/records?page=x", "", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("GET", "/api/v1/ledgers/records?pageSize=9999", "", "application/json", HttpStatusCode.UnprocessableEntity)]
    [InlineData("GET", "/api/v1/figures?period=2026&tree=old", "", "application/json", HttpStatusCode.UnprocessableEntity)]
    [InlineData("GET", "/api/v1/figures?period=2026&known=yesterday", "", "application/json", HttpStatusCode.UnprocessableEntity)]
    public async Task EveryRefusal_IsAProblemInChinese(string method, string address, string body, string mediaType, HttpStatusCode status)
    {
        using var chair = await host.SignInAsync(Role.Chair, host.City.Village);
        using var request = new HttpRequestMessage(new(method), new Uri(address, UriKind.Relative));
        if (body.Length > 0)
            request.Content = new StringContent(body, Encoding.UTF8, mediaType);

        var answer = await chair.Http.SendAsync(request);

        Assert.Equal((status, ApiProblems.MediaType), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        var problem = await answer.ReadAsync();
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        Assert.Matches("[一-鿿]", problem.GetProperty("title").GetString());
    }

    [Fact]
    public async Task AFault_IsAnsweredWithoutAWordAboutItsInside()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        await using var app = builder.Build();
        app.UseApiProblems();
        app.MapGet("/api/v1/broken", string (HttpContext _) => throw new InvalidOperationException("the inside"));
        await app.StartAsync();

        using var http = app.GetTestClient();
        var answer = await http.GetAsync(new Uri("/api/v1/broken", UriKind.Relative));

        Assert.Equal((HttpStatusCode.InternalServerError, ApiProblems.MediaType), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        var words = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain("the inside", words, StringComparison.Ordinal);
        Assert.DoesNotContain(nameof(InvalidOperationException), words, StringComparison.Ordinal);
    }
}
