using System.Globalization;
using System.Net;
using System.Text;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Organisations;
using Jinguo.Testing;
using Jinguo.Testing.Web;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Web.Tests.Access;

/// <summary>
/// Every endpoint of the running product × every role × things of her own body, a child, a sibling and a stranger, against
/// the table <c>access.txt</c> that a person has approved.
/// </summary>
[Trait("Database", "Sqlite")]
public sealed class AccessMatrixTests(WebHost host) : IClassFixture<WebHost>
{
    private readonly AccessSamples samples = new(host);

    private const string Heading = """
        # Who reaches what. Each role works for a township (scope: it and everything below); the four letters are a thing of
        # her own body, of a child, of a sibling, of a stranger; one letter where the address names no thing.
        #   y  reached    w  reached, and the act was done    d  refused: the role lacks the right
        #   n  not there: outside her reach, or she may not know
        # "open" stands for endpoints that anybody may use. The test AccessMatrixTests says how to approve a change.
        #
        #                                                                    Chair Offic Revie Reade Syste Secur Audit
        """;

    [Fact]
    public async Task EveryEndpoint_AnswersEachRoleAsApproved()
    {
        var approved = RepositoryFolder.At("tests", "Jinguo.Web.Tests", "Access", "access.txt");
        var found = await TableAsync();
        var expected = File.Exists(approved) ? await File.ReadAllTextAsync(approved) : "";
        if (found == expected)
            return;
        var artifact = RepositoryFolder.At("artifacts", "access.txt");
        Directory.CreateDirectory(Path.GetDirectoryName(artifact)!);
        await File.WriteAllTextAsync(artifact, found);
        Assert.Fail($"""
            The access matrix has changed (- approved, + found):
            {Difference(expected, found)}
            If every line is meant so: cp artifacts/access.txt tests/Jinguo.Web.Tests/Access/access.txt
            """);
    }

    private static string Difference(string expected, string found)
    {
        var (before, after) = (expected.Split('\n'), found.Split('\n'));
        return string.Join('\n', before.Except(after).Select(line => "- " + line).Concat(after.Except(before).Select(line => "+ " + line)));
    }

    private async Task<string> TableAsync()
    {
        var people = new List<(PageClient Browser, string Mark)>();
        foreach (var role in Enum.GetValues<Role>())
        {
            var browser = await host.SignInAsync(role, host.City.Township);
            people.Add((browser, (await browser.GetAsync("/account")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!));
        }
        var table = new StringBuilder(Heading).Append('\n');
        foreach (var endpoint in await EndpointList.OfAsync(host.Services))
        {
            var name = $"{endpoint.Method,-6} {endpoint.Pattern}{endpoint.Query}";
            table.Append(CultureInfo.InvariantCulture, $"{name,-68}");
            if (endpoint.IsOpen)
                table.Append(" open");
            else
                foreach (var (browser, mark) in people)
                    table.Append(' ').Append((await AnswersAsync(browser, mark, endpoint)).PadRight(5));
            while (table[^1] == ' ')
                table.Length--;
            table.Append('\n');
        }
        people.ForEach(person => person.Browser.Dispose());
        return table.ToString();
    }

    private async Task<string> AnswersAsync(PageClient browser, string mark, EndpointLine endpoint)
    {
        if (!endpoint.Pattern.Contains('{', StringComparison.Ordinal))
            return $"{await AnswerAsync(browser, mark, endpoint, endpoint.Pattern)}";
        var answers = new StringBuilder();
        foreach (var body in (Organisation[])[host.City.Township, host.City.Village, Sibling, host.City.Stranger])
        {
            var address = await samples.AddressAsync(endpoint.Pattern, body)
                ?? throw new InvalidOperationException($"The access matrix cannot ask for {endpoint.Pattern}: add a line to AccessSamples that makes such a thing for a body.");
            var answer = await AnswerAsync(browser, mark, endpoint, address);
            if (answer == 'w')
                samples.Forget(body);
            answers.Append(answer);
        }
        return answers.ToString();
    }

    private Organisation Sibling => host.City.All.Last(body => body.ParentId == host.City.Township.ParentId);

    private async Task<char> AnswerAsync(PageClient browser, string mark, EndpointLine endpoint, string address)
    {
        await using var db = host.Database.Open();
        var before = await db.Set<Change>().CountAsync();
        var answer = await AskAsync(browser, mark, endpoint, address);
        // A page may be reached by those whose act it then refuses: what counts is whether the history grew.
        return await db.Set<Change>().CountAsync() == before ? answer
            : answer == 'y' ? 'w'
            : throw new InvalidOperationException($"{endpoint.Method} {address} was answered '{answer}', yet something was done.");
    }

    private static async Task<char> AskAsync(PageClient browser, string mark, EndpointLine endpoint, string address)
    {
        using var request = new HttpRequestMessage(new(endpoint.Method), "http://localhost" + address + endpoint.Query);
        if (endpoint.Method != "GET")
            request.Content = endpoint.IsPage ? new FormUrlEncodedContent([new("__RequestVerificationToken", mark)]) : new StringContent("{}", Encoding.UTF8, "application/json");
        request.Headers.Add("Origin", "http://localhost");
        using var response = await browser.Http.SendAsync(request);
        var target = response.Headers.Location?.OriginalString ?? "";
        return response.StatusCode switch
        {
            HttpStatusCode.Forbidden => 'd',
            HttpStatusCode.NotFound => 'n',
            HttpStatusCode.Found when target.Contains("/denied", StringComparison.Ordinal) => 'd',
            HttpStatusCode.Unauthorized => throw new InvalidOperationException($"{endpoint.Method} {address} asks a person who is signed in to sign in."),
            HttpStatusCode.Found when target.Contains("/sign-in", StringComparison.Ordinal) => throw new InvalidOperationException($"{endpoint.Method} {address} asks a person who is signed in to sign in."),
            >= HttpStatusCode.InternalServerError => throw new InvalidOperationException($"{endpoint.Method} {address} failed with {(int)response.StatusCode}."),
            _ => 'y',
        };
    }
}
