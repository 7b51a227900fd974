using System.CommandLine;
using System.Text.Json;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Facts;
using Jinguo.Testing.Data;
using Jinguo.Testing.Web;
using Jinguo.Web.Commands;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Web.Tests.Commands;

public sealed class FiguresCommandTests(WebHost host) : IClassFixture<WebHost>, IAsyncLifetime
{
    public async Task InitializeAsync()
    {
        await using var db = host.Database.Open();
        if (await db.Facts.AnyAsync())
            return;
        await host.PostAsync(host.City.Village, "training.participants", "2009-03-01", 1200, "余", "skills");
        await host.PostAsync(host.City.Village, "donations.money", "2009-04-01", 11_000_050);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Json_HasOneObjectAFigure_MoneyInYuan_OptionsAfterTheirTotal()
    {
        var (code, output) = await RunAsync(FiguresCommand.Create(), "--organisation", "云川市", "--period", "2009", "--format", "json");

        var rows = JsonDocument.Parse(output).RootElement.EnumerateArray().ToList();
        Assert.Equal(CommandLine.Done, code);
        Assert.Contains(rows, row => Is(row, "training.participants", null, 1200, "余"));
        Assert.Contains(rows, row => Is(row, "training.participants", "skills", 1200, "余"));
        Assert.Contains(rows, row => Is(row, "donations.money", null, 110_000.5m, null));
        Assert.Equal(["organisation", "period", "measure", "name", "breakdown", "value", "unit", "hedge", "facts"], rows[0].EnumerateObject().Select(property => property.Name));
    }

    [Fact]
    public async Task Csv_OfABodyCalledLikeAFormula_IsText()
    {
        using var output = new StringWriter();
        await FigureOutput.WriteAsync(output, FigureFormat.Csv, [new("=HYPERLINK(1)妇联", "2026", "donations.money", "@筹集资金", null, -5, "元", null, 1)], Period.Year(2026), new(2026, 11, 22));

        Assert.Equal("'=HYPERLINK(1)妇联,2026,donations.money,'@筹集资金,,-5,元,,1", output.ToString().Replace("\"", "", StringComparison.Ordinal).ReplaceLineEndings("\n").Split('\n')[1]);
    }

    [Fact]
    public async Task Csv_HasAHeadLine()
    {
        var (_, output) = await RunAsync(FiguresCommand.Create(), "--organisation", host.City.Village.Code, "--period", "2009", "--format", "csv", "--measure", "donations.money");

        Assert.Equal("organisation,period,measure,name,breakdown,value,unit,hedge,facts\r\n芙蓉11村妇联,2009,donations.money,筹集资金,,110000.5,元,,1\r\n", output);
    }

    [Theory]
    [InlineData("2009-12-31", 0)]
    [InlineData("2100-01-01", 110_000.5)]
    public async Task Figures_AreReadAsTheBooksWereKnownOnADay_OnTodaysTree(string known, double value)
    {
        var (_, output) = await RunAsync(FiguresCommand.Create(), "--organisation", "云川市", "--period", "2009", "--format", "json", "--measure", "donations.money", "--known", known, "--tree-now");

        Assert.Equal(value, Assert.Single(JsonDocument.Parse(output).RootElement.EnumerateArray()).GetProperty("value").GetDouble());
    }

    [Fact]
    public async Task ADayOfKnowledgeThatIsNone_IsRefused()
    {
        var (code, _) = await RunAsync(FiguresCommand.Create(), "--organisation", "云川市", "--period", "2009", "--known", "去年");

        Assert.Equal(CommandLine.Usage, code);
    }

    [Fact]
    public async Task ARunningPeriod_KeepsTheCodeItWasAskedBy()
    {
        var year = $"{TimeProvider.System.Today().Year}";
        var (_, output) = await RunAsync(FiguresCommand.Create(), "--organisation", "云川市", "--period", year, "--format", "json", "--measure", "donations.money");

        Assert.Equal(year, Assert.Single(JsonDocument.Parse(output).RootElement.EnumerateArray()).GetProperty("period").GetString());
    }

    [Theory]
    [InlineData("2026-11-20", "云川市妇联  2026（至2026-11-20）")]
    [InlineData("2027-01-01", "云川市妇联  2026")]
    public async Task Table_SaysHowFarARunningPeriodHasCome(string today, string heading)
    {
        using var output = new StringWriter();
        await FigureOutput.WriteAsync(output, FigureFormat.Table, [new("云川市妇联", "2026", "donations.money", "筹集资金", null, 5, "元", null, 1)], Period.Year(2026), DateOnly.ParseExact(today, "yyyy-MM-dd"));

        Assert.Equal(heading, output.ToString().Split(Environment.NewLine)[0]);
    }

    [Theory]
    [InlineData("安和县/东山1镇", "东山1镇妇联")]
    [InlineData("990101101000", "东山1镇妇联")]
    [InlineData("双名镇", null)]
    [InlineData("宣平市/双名镇", "双名镇妇联")]
    public async Task ABody_IsNamedByCodePathOrAnUnmistakableName(string wanted, string? name)
    {
        await using (var db = host.Database.Open())
            if (!await db.Organisations.AnyAsync(body => body.Name == "双名镇妇联"))
                for (var county = 1; county <= 2; county++)
                    await Tree.AddAsync(db, $"99010{county}109000", Level.Township, "双名镇妇联", await db.Organisations.SingleAsync(body => body.Code == $"99010{county}000000"));

        var (code, output) = await RunAsync(FiguresCommand.Create(), "--organisation", wanted, "--period", "2009", "--format", "csv", "--measure", "donations.money");

        Assert.Equal(name is null ? CommandLine.Usage : CommandLine.Done, code);
        Assert.Equal(name ?? "", output.Split("\r\n").ElementAtOrDefault(1)?.Split(',')[0] ?? "");
    }

    [Fact]
    public async Task AMeasureAskedFor_IsPrintedEvenWhereNothingWasRecorded()
    {
        var (_, output) = await RunAsync(FiguresCommand.Create(), "--organisation", "云川市", "--period", "2008", "--format", "json", "--measure", "donations.money");

        var row = Assert.Single(JsonDocument.Parse(output).RootElement.EnumerateArray());
        Assert.True(Is(row, "donations.money", null, 0, null));
    }

    [Theory]
    [InlineData("--organisation", "云川市", "--period", "20009")]
    [InlineData("--organisation", "云川市", "--period", "2009", "--measure", "nonsense")]
    [InlineData("--organisation", "无此市", "--period", "2009")]
    public async Task WhatIsNotUnderstood_EndsWithTheCodeForUsage_AndPrintsNothing(params string[] arguments)
    {
        var (code, output) = await RunAsync(FiguresCommand.Create(), arguments);

        Assert.Equal((CommandLine.Usage, ""), (code, output));
    }

    [Fact]
    public async Task Verify_SaysWhatDiffers_AndRebuildMendsIt()
    {
        Assert.Equal(CommandLine.Done, (await RunAsync(VerifyCommand.Create())).Code);
        await using (var db = host.Database.Open())
            await db.Sums.Where(sum => sum.Option == 0 && sum.OrganisationId == host.City.Top.Id).ExecuteUpdateAsync(set => set.SetProperty(sum => sum.Value, sum => sum.Value + 1));

        var (code, output) = await RunAsync(VerifyCommand.Create());

        Assert.Equal(CommandLine.Problems, code);
        Assert.Contains("云川市妇联", output, StringComparison.Ordinal);
        Assert.Contains("存的是1201（1笔），应为1200（1笔）", output, StringComparison.Ordinal);
        Assert.Equal(CommandLine.Done, (await RunAsync(FiguresCommand.Create(), "rebuild")).Code);
        Assert.Equal(CommandLine.Done, (await RunAsync(VerifyCommand.Create())).Code);
    }

    private async Task<(int Code, string Output)> RunAsync(Command command, params string[] arguments)
    {
        using var output = new StringWriter();
        string[] place = ["--data", host.Database.Folder, .. TestDatabase.OnPostgres ? new[] { "--database", host.Database.Name } : []];
        var code = await command.Parse([.. arguments, .. place]).InvokeAsync(new InvocationConfiguration { Output = output });
        return (code, output.ToString());
    }

    private static bool Is(JsonElement row, string measure, string? breakdown, decimal value, string? hedge) =>
        row.GetProperty("measure").GetString() == measure && row.GetProperty("breakdown").GetString() == breakdown
        && row.GetProperty("value").GetDecimal() == value && row.GetProperty("hedge").GetString() == hedge;
}
