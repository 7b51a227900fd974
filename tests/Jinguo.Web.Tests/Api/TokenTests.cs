using System.CommandLine;
using System.Net;
using System.Net.Http.Json;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Testing.Data;
using Jinguo.Testing.Web;
using Jinguo.Web.Commands;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Jinguo.Web.Tests.Api;

public sealed class TokenTests(WebHost host) : IClassFixture<WebHost>
{
    private static readonly Uri Figures = new("/api/v1/figures?period=2026", UriKind.Relative);

    [Fact]
    public async Task AToken_OpensWhatItsRightsSay_AndNothingElse()
    {
        var issued = await host.TokenAsync(Role.Chair, host.City.Township, [Right.FigureRead]);
        using var program = host.WithToken(issued.Text);

        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync(Figures)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync(new Uri($"/api/v1/organisations/{host.City.Village.Code}", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await program.GetAsync(new Uri($"/api/v1/figures?period=2026&organisation={host.City.County.Code}", UriKind.Relative))).StatusCode);

        // Her own role has both rights; the token passes on one.
        var refused = await program.GetAsync(new Uri("/api/v1/ledgers/records", UriKind.Relative));
        Assert.Equal((HttpStatusCode.Forbidden, "application/problem+json"), (refused.StatusCode, refused.Content.Headers.ContentType?.MediaType));
        Assert.Equal("这个令牌没有做这件事的权限。", (await refused.ReadAsync()).GetProperty("title").GetString());
    }

    [Fact]
    public async Task AToken_WorksUnderTheApiAlone()
    {
        var issued = await host.TokenAsync(Role.Chair, host.City.Township, [Right.FigureRead]);
        using var program = host.WithToken(issued.Text);

        var page = await program.GetAsync(new Uri("/figures", UriKind.Relative));

        Assert.Equal(HttpStatusCode.Found, page.StatusCode);
        Assert.Contains("/sign-in", page.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARequestWithAToken_DoesNotReadCookies_NorNeedToComeFromHere()
    {
        var issued = await host.TokenAsync(Role.Reader, host.City.Village, [Right.LedgerRead]);
        using var chair = await host.SignInAsync(Role.Chair, host.City.Village);
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/ledgers/records/{Guid.CreateVersion7()}") { Content = JsonContent.Create(new { Type = "training" }) };
        request.Headers.Authorization = new("Bearer", issued.Text);
        request.Headers.Add("Origin", "https://one-table.example");

        var answer = await chair.Http.SendAsync(request);

        Assert.Equal("这个令牌没有做这件事的权限。", (await answer.ReadAsync()).GetProperty("title").GetString());
    }

    [Theory]
    [InlineData("made-up", "令牌不对")]
    [InlineData("wrong-secret", "令牌不对")]
    [InlineData("expired", "已经过期")]
    [InlineData("revoked", "已经作废")]
    [InlineData("disabled", "已停用")]
    [InlineData("no-role", "不再在这个单位任职")]
    public async Task ATokenThatIsNoGood_IsRefusedInWords_AndTheTrailSaysSo(string fault, string words)
    {
        var issued = await host.TokenAsync(Role.Reader, host.City.Village, [Right.FigureRead]);
        var text = fault switch { "made-up" => "jg_a-token-that-somebody-has-made-up", "wrong-secret" => issued.Text[..^1] + (issued.Text[^1] == 'A' ? 'B' : 'A'), _ => issued.Text };
        await SpoilAsync(issued.Token, fault);
        using var program = host.WithToken(text);

        var answer = await program.GetAsync(Figures);

        Assert.Equal((HttpStatusCode.Unauthorized, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal("Bearer", Assert.Single(answer.Headers.WwwAuthenticate).Scheme);
        Assert.Contains(words, (await answer.ReadAsync()).GetProperty("title").GetString(), StringComparison.Ordinal);
        await using var db = host.Database.Open();
        var subject = fault == "made-up" ? "-" : $"{issued.Token.Id}";
        var entry = await db.Changes.Where(change => change.Act == "token.refused" && change.SubjectId == subject).SingleAsync();
        Assert.DoesNotContain(text[^20..], entry.Fields!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AResetPassword_EndsTheTokensOfTheAccount_ForGood()
    {
        var (issued, another) = (await host.TokenAsync(Role.Reader, host.City.Village, [Right.FigureRead]), await host.TokenAsync(Role.Reader, host.City.Village, [Right.FigureRead]));
        using var administrator = await host.SignInAsync(Role.SystemAdministrator, host.City.Top);

        await (await administrator.GetAsync($"/accounts/{issued.Token.AccountId}")).Form("main form[action*='reset' i]").SubmitAsync();

        using var program = host.WithToken(issued.Text);
        Assert.Contains("已经作废", (await (await program.GetAsync(Figures)).ReadAsync()).GetProperty("title").GetString(), StringComparison.Ordinal);
        using var other = host.WithToken(another.Text);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync(Figures)).StatusCode);
        await using var db = host.Database.Open();
        var id = $"{issued.Token.Id}";
        Assert.Equal(1, await db.Changes.CountAsync(change => change.Act == "token.revoked" && change.SubjectId == id));
    }

    [Theory]
    [InlineData(false, HttpStatusCode.OK)]
    [InlineData(true, HttpStatusCode.Unauthorized)]
    public async Task HerOwnNewPassword_LeavesTokens_UnlessSheSaysSo(bool revokes, HttpStatusCode then)
    {
        await using var db = host.Database.Open();
        var account = await AccountRows.AddAsync(db, $"{Guid.NewGuid():N}", "李某某", [(host.City.Township, Role.Officer, RoleScope.Subtree)], "Mulan-2026-yes");
        using var browser = host.SignIn(account, host.City.Township.Id);
        Assert.DoesNotContain("令牌", (await browser.GetAsync("/account")).Text, StringComparison.Ordinal);
        var (_, output) = await RunAsync("create", "--name", "大屏", "--user", account.UserName, "--organisation", host.City.Township.Code, "--rights", "FigureRead");

        var form = (await browser.GetAsync("/account")).Form().Set("passwordNow", "Mulan-2026-yes").Set("passwordWanted", "Nine9Lives").Set("passwordAgain", "Nine9Lives");
        var page = await (revokes ? form.Set("revokeTokens", "true") : form).SubmitAsync();

        Assert.Contains("密码已换好", page.Text, StringComparison.Ordinal);
        using var program = host.WithToken(output.Trim());
        Assert.Equal(then, (await program.GetAsync(Figures)).StatusCode);
    }

    [Fact]
    public async Task WithoutATokenOrCookie_TheAnswerIsAProblem()
    {
        using var visitor = host.Visit();
        var answer = await visitor.Http.GetAsync(Figures);
        Assert.Equal((HttpStatusCode.Unauthorized, "application/problem+json", "Bearer"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, Assert.Single(answer.Headers.WwwAuthenticate).Scheme));
    }

    [Fact]
    public async Task UsingAToken_WritesOnceADay()
    {
        var issued = await host.TokenAsync(Role.Reader, host.City.Village, [Right.FigureRead]);
        using var program = host.WithToken(issued.Text);
        await program.GetAsync(Figures);
        await using var db = host.Database.Open();
        var used = db.AccessTokens.AsNoTracking().Where(token => token.Id == issued.Token.Id).Select(token => token.LastUsed);
        Assert.NotNull(await used.SingleAsync());

        host.Statements.Clear();
        await program.GetAsync(Figures);

        Assert.DoesNotContain(host.Statements.Statements, statement => statement.Contains("UPDATE", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task WhatAProgramWrites_StandsInTheHistoryWithItsToken()
    {
        var issued = await host.TokenAsync(Role.Chair, host.City.Village, [Right.LedgerRead, Right.LedgerWrite]);
        using var program = host.WithToken(issued.Text);
        var key = Guid.CreateVersion7();
        var saved = await program.PutAsJsonAsync($"/api/v1/ledgers/records/{key}", new { Type = "training", Organisation = host.City.Village.Id, Values = new { day = "2026-11-16", topic = "缝纫", participants = 12 } });
        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);

        await using var db = host.Database.Open();
        var id = $"{key}";
        var entry = await db.Changes.Where(change => change.SubjectId == id).FirstAsync();
        Assert.Equal(("张某某", "一表通"), (entry.ActorName, ChangeLog.Fields(entry).Single(field => field.Field == "token").After));
    }

    [Fact]
    public async Task TheCommandLine_MakesListsAndRevokes_AndKeepsOnlyAHash()
    {
        await using var db = host.Database.Open();
        var account = await AccountRows.AddAsync(db, $"{Guid.NewGuid():N}", "李某某", [(host.City.Township, Role.Officer, RoleScope.Subtree)]);

        var (code, output) = await RunAsync("create", "--name", "大屏", "--user", account.UserName, "--organisation", host.City.Township.Code, "--rights", "FigureRead,LedgerRead", "--days", "30");
        var text = output.Trim();
        Assert.Equal((CommandLine.Done, true), (code, text.StartsWith("jg_", StringComparison.Ordinal)));
        using (var program = host.WithToken(text))
            Assert.Equal(HttpStatusCode.OK, (await program.GetAsync(Figures)).StatusCode);
        var kept = await db.AccessTokens.AsNoTracking().SingleAsync(token => token.AccountId == account.Id);
        Assert.Equal(("大屏", "LedgerRead FigureRead", TokenText.Hash(text)), (kept.Name, kept.Rights, kept.Hash));

        (code, output) = await RunAsync("list");
        Assert.Contains($"{kept.Id}\t大屏\t{account.UserName}\t{host.City.Township.Name}\tLedgerRead FigureRead", output, StringComparison.Ordinal);
        Assert.DoesNotContain(text[40..], output, StringComparison.Ordinal);

        (code, _) = await RunAsync("revoke", $"{kept.Id}");
        Assert.Equal(CommandLine.Done, code);
        using (var program = host.WithToken(text))
            Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync(Figures)).StatusCode);
        var id = $"{kept.Id}";
        Assert.Equal(["token.made", "token.refused", "token.revoked"], (await db.Changes.Where(change => change.SubjectId == id).Select(change => change.Act).ToListAsync()).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("AccountManage")]
    [InlineData("PersonReveal")]
    [InlineData("TableSign")]
    public async Task RightsThatNoTokenHas_OrTheAccountLacks_AreRefused(string right)
    {
        await using var db = host.Database.Open();
        var account = await AccountRows.AddAsync(db, $"{Guid.NewGuid():N}", "李某某", [(host.City.Township, Role.Officer, RoleScope.Subtree)]);
        var (code, output) = await RunAsync("create", "--name", "大屏", "--user", account.UserName, "--organisation", host.City.Township.Code, "--rights", right);
        Assert.Equal((CommandLine.Problems, ""), (code, output));
    }

    private async Task SpoilAsync(AccessToken token, string fault)
    {
        await using var db = host.Database.Open();
        var (made, tokens, accounts, roles) = (token.MadeAt, db.AccessTokens, db.Accounts, db.RoleAssignments);
        _ = fault switch
        {
            "expired" => await tokens.Where(one => one.Id == token.Id).ExecuteUpdateAsync(set => set.SetProperty(one => one.ExpiresAt, made)),
            "revoked" => await tokens.Where(one => one.Id == token.Id).ExecuteUpdateAsync(set => set.SetProperty(one => one.RevokedAt, made)),
            "disabled" => await accounts.Where(one => one.Id == token.AccountId).ExecuteUpdateAsync(set => set.SetProperty(one => one.Disabled, true)),
            "no-role" => await roles.Where(one => one.AccountId == token.AccountId).ExecuteDeleteAsync(),
            _ => 0,
        };
    }

    private async Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        string[] place = ["--data", host.Database.Folder, .. TestDatabase.OnPostgres ? new[] { "--database", host.Database.Name } : []];
        var code = await TokenCommand.Create().Parse([.. arguments, .. place]).InvokeAsync(new InvocationConfiguration { Output = output });
        return (code, output.ToString());
    }
}
