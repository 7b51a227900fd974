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
    public async Task ABodyTooLarge_IsToldInChinese_ToProgramsAndToPeople()
    {
        using var chair = await host.SignInAsync(Role.Chair, host.City.County);
        using var json = new StringContent(new string(' ', 1 + (1 << 20)) + "{}", Encoding.UTF8, "application/json");
        using var form = new MultipartFormDataContent { { new ByteArrayContent(new byte[2 << 20]), "file", "表.json" } };

        var refused = await chair.Http.PutAsync(new Uri($"/api/v1/ledgers/records/{Guid.CreateVersion7()}", UriKind.Relative), json);
        var page = await chair.Http.PostAsync(new Uri("/forms/new", UriKind.Relative), form);

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, ApiProblems.MediaType), (refused.StatusCode, refused.Content.Headers.ContentType?.MediaType));
        Assert.Contains("请求太大", (await refused.ReadAsync()).GetProperty("title").GetString(), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "text/html"), (page.StatusCode, page.Content.Headers.ContentType?.MediaType));
        Assert.Contains("文件太大", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TooManyRequestsOfAToken_AreToldWhenToComeAgain()
    {
        await using var small = new WebHost { Settings = new Dictionary<string, string> { ["Jinguo:Protection:TokenRequestsPerMinute"] = "2" } };
        await small.InitializeAsync();
        using var program = small.WithToken((await small.TokenAsync(Role.Reader, small.City.Village, [Right.FigureRead])).Text);
        var answers = new List<HttpResponseMessage>();
        for (var time = 0; time < 3; time++)
            answers.Add(await program.GetAsync(new Uri("/api/v1/figures?period=2026", UriKind.Relative)));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests], answers.Select(answer => answer.StatusCode));
        Assert.Equal((TimeSpan.FromMinutes(1), ApiProblems.MediaType), (answers[2].Headers.RetryAfter?.Delta, answers[2].Content.Headers.ContentType?.MediaType));
        Assert.Contains("太频繁", (await answers[2].ReadAsync()).GetProperty("title").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task HalfACharacter_IsTold()
    {
        using var chair = await host.SignInAsync(Role.Chair, host.City.Village);
        using var json = new StringContent($$$"""{"type":"training","organisation":{{{host.City.Village.Id}}},"values":{"day":"2026-11-16","topic":"刺绣\uDE00","participants":1}}""", Encoding.UTF8, "application/json");

        var answer = await chair.Http.PutAsync(new Uri($"/api/v1/ledgers/records/{Guid.CreateVersion7()}", UriKind.Relative), json);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("半个字符", (await answer.ReadAsync()).GetProperty("title").GetString(), StringComparison.Ordinal);
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
