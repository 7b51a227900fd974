using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Records.Cases;
using Jinguo.Testing.Data;
using Jinguo.Testing.Web;
using Jinguo.Web.Tests.Access;
using Jinguo.Web.Tests.Api;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Web.Tests.Cases;

/// <summary>
/// Law: no sequence of requests by an outsider reveals a word of a case. Every text holds a canary; it never leaves in a response,
/// an export, a log line, or a dump of database and files, whatever is asked for in whatever order.
/// </summary>
public sealed class CanaryTests
{
    private const int RequestsEach = 60;
    private const string Canary = "zyx7canary";
    private const string Phone = "13977770001";
    private const string IdNumber = "110101199003070003";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task WhateverOutsidersAskFor_NoWordOfACaseLeaves(int seed)
    {
        using var logs = new KeptLogs();
        await using var host = new WebHost { Logs = logs };
        await host.InitializeAsync();
        await ReceivedCases.MakeAsync(host, host.City.County);
        using var handler = await host.SignInAsync(Role.Officer, host.City.County);
        var known = await WorkOnCasesAsync(host, handler);

        var random = new Random(seed);
        var endpoints = await EndpointList.OfAsync(host.Services);
        var outsiders = await OutsidersAsync(host, endpoints);
        var met = new HashSet<HttpStatusCode>();
        for (var turn = 0; turn < RequestsEach; turn++)
            foreach (var outsider in outsiders)
            {
                var endpoint = outsider.Reaches[random.Next(outsider.Reaches.Count)];
                using var request = Request(endpoint, outsider.Mark, known, random);
                using var response = await outsider.Http.SendAsync(request);
                met.Add(response.StatusCode);
                var told = await TextAsync(response);
                Assert.True(Secrets.All(secret => !told.Contains(secret, StringComparison.OrdinalIgnoreCase)), $"{outsider.Name}: {request.Method} {request.RequestUri} tells a word of a case (seed {seed}).");
                Assert.True((int)response.StatusCode < 500, $"{outsider.Name}: {request.Method} {request.RequestUri} answers {(int)response.StatusCode} (seed {seed}).");
            }

        // They were let in and kept out, and did not only stand before closed doors.
        Assert.Superset(new HashSet<HttpStatusCode> { HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.Redirect }, met);
        Assert.NotEmpty(logs.Lines);
        Assert.Empty(logs.Lines.Where(line => Secrets.Any(secret => line.Contains(secret, StringComparison.OrdinalIgnoreCase))).Select(line => line.Split(':')[0]).Distinct());
        await using var db = host.Database.Open();
        foreach (var secret in Secrets)
            Assert.Empty(await DatabaseDump.PlacesOfAsync(db, secret));
        foreach (var file in Directory.EnumerateFiles(host.Database.Folder, "*", SearchOption.AllDirectories))
            Assert.True(Secrets.All(secret => !Holds(file, secret)), $"{Path.GetFileName(file)} holds a word of a case.");
    }

    private static string[] Secrets => [Canary, Phone, IdNumber];

    /// <summary>All that is done with cases by who may: every text holds the canary. Gives back what an outsider might guess or have heard.</summary>
    private static async Task<IReadOnlyList<string>> WorkOnCasesAsync(WebHost host, PageClient handler)
    {
        var form = (await handler.GetAsync("/cases/new")).Form();
        foreach (var name in form.Names.Where(name => name is "Name" or "Request" or "Facts" or "Evidence" or "Address" or "Occupation" or "Counterpart" or "Proxy" or "SafeContact" or "NextStep" or "Age" or "Marital"))
            form.Set(name, $"{Canary} {name}");
        form.Set("Channel", "call").Set("Category", "violence").Set("Phone", Phone).Set("IdNumber", IdNumber).Set("NextStepDue", "2026-11-25");
        using (var keep = form.Request())
        {
            keep.RequestUri = new(keep.RequestUri!, "/cases/new?handler=Keep");
            keep.Headers.TryAddWithoutValidation("Origin", "http://localhost");
            Assert.Equal(HttpStatusCode.OK, (await handler.Http.SendAsync(keep)).StatusCode);
        }
        var page = await form.SubmitAsync("登记");
        Assert.Contains(Canary, page.Html, StringComparison.Ordinal);
        var address = page.Address;
        await (await handler.GetAsync($"{address}/write?step=Talk")).Form().Set("Text", $"{Canary} 接谈").SubmitAsync("记下");
        page = await (await handler.GetAsync(address)).Form("form[action*='Strike']").Set("reason", $"{Canary} 记错了").SubmitAsync("划去");
        Assert.Contains("这一条划去了", page.Text, StringComparison.Ordinal);
        page = await (await handler.GetAsync($"{address}/refer")).Form().Set("Outside", "县公安局").Set("Asks", $"{Canary} 请出警").Set("Fields", "Name").Set("Ground", "Oral").Set("Words", $"{Canary} 同意").SubmitAsync("转出");
        Assert.Contains("县公安局：待接收", page.Text, StringComparison.Ordinal);
        await (await handler.GetAsync(address)).Form("form[action*='Reveal']").Set("purpose", "打电话约她").SubmitAsync("显示");
        foreach (var more in new[] { "/edit", "/record", "/receipt", "/looks", "" })
            Assert.Equal(HttpStatusCode.OK, (await handler.GetAsync(address + more)).Status);

        await using var db = host.Database.Open();
        return
        [
            address["/cases/".Length..], "2", "云妇访〔2026〕002号", "2026-2", "张某某", "training", host.City.County.Code, $"{host.City.County.Id}",
            .. (await db.CaseEntries.Select(entry => entry.Id).ToListAsync()).Select(id => $"{id}"),
            .. (await db.CaseReferrals.Select(one => one.Id).ToListAsync()).Select(id => $"{id}"),
            .. (await db.Accounts.Select(one => one.Id).ToListAsync()).Select(id => $"{id}"),
        ];
    }

    private static async Task<IReadOnlyList<Outsider>> OutsidersAsync(WebHost host, IReadOnlyList<EndpointLine> all)
    {
        var outsiders = new List<Outsider> { new("nobody", host.Visit().Http, "", all) };
        foreach (var (role, body) in new[]
        {
            (Role.Officer, host.City.County), (Role.Reader, host.City.County), (Role.SystemAdministrator, host.City.County), (Role.SecurityAdministrator, host.City.County), (Role.AuditAdministrator, host.City.County),
            (Role.Chair, host.City.Top), (Role.Chair, host.City.Township), (Role.Chair, host.City.Stranger),
        })
        {
            var browser = await host.SignInAsync(role, body);
            var mark = (await browser.GetAsync("/account")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
            outsiders.Add(new($"{role} of {body.Name}", browser.Http, mark, all));
        }
        // A program reaches the API alone; with the right to handle cases it sees those of its account, of which it has none.
        var (api, cases) = (all.Where(endpoint => endpoint.Pattern.StartsWith("/api/", StringComparison.Ordinal)).ToList(), all.Where(endpoint => endpoint.Pattern.StartsWith("/api/v1/cases/", StringComparison.Ordinal)).ToList());
        Assert.NotEmpty(cases);
        foreach (var (name, role, body, rights, reaches) in new (string, Role, Organisation, Right[], IReadOnlyList<EndpointLine>)[]
        {
            ("a program", Role.Chair, host.City.County, [Right.LedgerRead, Right.FigureRead, Right.TableRead, Right.ReportRead], api),
            ("a program of the chair", Role.Chair, host.City.County, [Right.CaseHandle, Right.LedgerRead, Right.FigureRead], [.. api, .. cases, .. cases]),
            ("a program of a colleague", Role.Officer, host.City.County, [Right.CaseHandle], cases),
            ("a program of the body above", Role.Chair, host.City.Top, [Right.CaseHandle], cases),
        })
            outsiders.Add(new(name, host.WithToken((await host.TokenAsync(role, body, rights)).Text), "", reaches));
        return outsiders;
    }

    /// <summary>An endpoint with what is known in its address, and for a form all that is known in every field that a case has.</summary>
    private static HttpRequestMessage Request(EndpointLine endpoint, string mark, IReadOnlyList<string> known, Random random)
    {
        var address = new StringBuilder();
        foreach (var part in endpoint.Pattern.Split('/', StringSplitOptions.RemoveEmptyEntries))
            address.Append('/').Append(part.StartsWith('{') ? Uri.EscapeDataString(part.Contains(":int", StringComparison.Ordinal) ? random.Next(1, 20).ToString(CultureInfo.InvariantCulture) : Any()) : part);
        address.Append(endpoint.Query.Length > 0 ? endpoint.Query : $"?q={Uri.EscapeDataString(random.Next(2) == 0 ? Canary[..4] : Any())}&id={Uri.EscapeDataString(Any())}&format=csv");
        var request = new HttpRequestMessage(new(endpoint.Method), "http://localhost" + address);
        request.Headers.Add("Origin", "http://localhost");
        if (endpoint.Method == "GET")
            return request;
        string[] fields = ["id", "key", "case", "entry", "referral", "opening", "draft", "grant", "to", "who", "number", "reason", "purpose", "words", "text", "q", "Organisation", "Version"];
        request.Content = endpoint.IsPage
            ? new FormUrlEncodedContent(fields.Select(field => new KeyValuePair<string, string>(field, Any())).Append(new("__RequestVerificationToken", mark)))
            : new StringContent($$"""{"id":"{{Any()}}","organisation":"{{Any()}}","text":"{{Canary[..4]}}","version":{{random.Next(9)}},"step":"Talk","at":"2026-11-20T09:00:00+08:00"}""", Encoding.UTF8, "application/json");
        return request;

        string Any() => known[random.Next(known.Count)];
    }

    /// <summary>All that a response tells: headers, body, and what is packed in an Office file or an archive.</summary>
    private static async Task<string> TextAsync(HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsByteArrayAsync();
        var told = new StringBuilder($"{response.Headers}{response.Content.Headers}").Append(Encoding.UTF8.GetString(body));
        if (!body.AsSpan().StartsWith("PK\u0003\u0004"u8))
            return told.ToString();
        await using var archive = new ZipArchive(new MemoryStream(body));
        foreach (var entry in archive.Entries)
        {
            await using var content = await entry.OpenAsync();
            using var reader = new StreamReader(content);
            told.Append(await reader.ReadToEndAsync());
        }
        return told.ToString();
    }

    private static bool Holds(string file, string secret)
    {
        using var content = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.GetBuffer().AsSpan(0, (int)bytes.Length).IndexOf(Encoding.UTF8.GetBytes(secret)) >= 0;
    }

    private sealed record Outsider(string Name, HttpClient Http, string Mark, IReadOnlyList<EndpointLine> Reaches);
}
