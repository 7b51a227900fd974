using System.CommandLine;

namespace Jinguo.Benchmarks.Nation;

/// <summary>The options of what is measured on the national set.</summary>
internal sealed class NationOptions
{
    private readonly Option<DirectoryInfo> folder = new("--folder") { Description = "Folder of the server and its sets, kept for the next run (about 1 KB a fact)", DefaultValueFactory = _ => new(Path.Combine(Path.GetTempPath(), "jinguo-nation")) };
    private readonly Option<string> region = new("--region") { Description = "all, or the digits of a province, city or county", DefaultValueFactory = _ => "all" };
    private readonly Option<int> years = new("--years") { Description = "Calendar years of work", DefaultValueFactory = _ => 3 };

    public NationOptions(Command command)
    {
        command.Options.Add(folder);
        command.Options.Add(region);
        command.Options.Add(years);
    }

    public string Folder(ParseResult parsed) => parsed.GetRequiredValue(folder).FullName;

    public NationSet Set(ParseResult parsed, long facts) => new(parsed.GetRequiredValue(region) is "all" ? "" : parsed.GetRequiredValue(region), parsed.GetValue(years), facts);
}
