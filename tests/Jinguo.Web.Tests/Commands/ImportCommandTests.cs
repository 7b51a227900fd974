using System.CommandLine;
using Jinguo.Core.Records.Ledgers;
using Jinguo.Testing.Data;
using Jinguo.Testing.Web;
using Jinguo.Web.Commands;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Web.Tests.Commands;

public sealed class ImportCommandTests(WebHost host) : IClassFixture<WebHost>
{
    private const string Good = "日期,主题,参加人次\n2026-03-08,刺绣,50\n2026-03-09,剪纸,20\n";
    private const string OneBad = "日期,主题,参加人次\n2026-04-08,刺绣,50\n2026-04-09,剪纸,许多\n";

    [Fact]
    public async Task AFile_IsImportedOnce_AndOneLineTellsOfEachSheet()
    {
        var file = Write("妇女培训.csv", Good);

        Assert.Equal((CommandLine.Done, "妇女培训\t妇女培训\t2\t2\t0\t0\n", ""), await RunAsync(file, host.City.Village.Code));
        Assert.Equal((CommandLine.Done, "妇女培训\t妇女培训\t2\t0\t2\t0\n"), Short(await RunAsync(file, host.City.Village.Code)));
        Assert.Equal([ReviewState.Accepted], await StatesAsync(host.City.Village.Id));
    }

    [Fact]
    public async Task OneBadRow_KeepsTheFileOut_UnlessTheGoodRowsAreAskedFor()
    {
        var file = Write("培训.csv", OneBad);
        var code = host.City.Stranger.Code;

        var refused = await RunAsync(file, code, "--type", "training");
        Assert.Equal((CommandLine.Problems, "培训\t妇女培训\t2\t0\t0\t1\n"), Short(refused));
        Assert.Contains("第3行C列“参加人次”", refused.Error, StringComparison.Ordinal);
        Assert.Empty(await StatesAsync(host.City.Stranger.Id));

        Assert.Equal((CommandLine.Problems, "培训\t妇女培训\t2\t1\t0\t1\n"), Short(await RunAsync(file, code, "--type", "妇女培训", "--good-rows-only")));
        Assert.Single(await StatesAsync(host.City.Stranger.Id));
    }

    [Fact]
    public async Task APreview_WritesNothing()
    {
        var body = host.City.All[5];

        Assert.Equal((CommandLine.Done, "妇女培训\t妇女培训\t2\t2\t0\t0\n"), Short(await RunAsync(Write("妇女培训.csv", Good), body.Code, "--preview")));
        Assert.Empty(await StatesAsync(body.Id));
    }

    [Fact]
    public async Task WhatIsNotThere_EndsWithTheCodeForUsage_AndAWrongFileWithTheCodeForProblems()
    {
        Assert.Equal(CommandLine.Usage, (await RunAsync("无此文件.xlsx", host.City.Village.Code)).Code);
        Assert.Equal(CommandLine.Usage, (await RunAsync(Write("妇女培训.csv", Good), "无此村")).Code);
        Assert.Equal(CommandLine.Usage, (await RunAsync(Write("妇女培训.csv", Good), host.City.Village.Code, "--type", "nonsense")).Code);
        Assert.Equal(CommandLine.Problems, (await RunAsync(Write("报表.pdf", "%PDF-1.7"), host.City.Village.Code)).Code);
    }

    private string Write(string name, string content)
    {
        var path = Path.Combine(host.Database.Folder, name);
        File.WriteAllText(path, content);
        return path;
    }

    private static (int, string) Short((int Code, string Output, string Error) result) => (result.Code, result.Output);

    private async Task<(int Code, string Output, string Error)> RunAsync(string file, string organisation, params string[] more)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        string[] place = ["--data", host.Database.Folder, .. TestDatabase.OnPostgres ? new[] { "--database", host.Database.Name } : []];
        var code = await ImportCommand.Create().Parse([file, "--organisation", organisation, .. more, .. place]).InvokeAsync(new InvocationConfiguration { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }

    private async Task<List<ReviewState>> StatesAsync(int body)
    {
        await using var db = host.Database.Open();
        return await db.Records.Where(record => record.OrganisationId == body).Select(record => record.Review).Distinct().ToListAsync();
    }
}
