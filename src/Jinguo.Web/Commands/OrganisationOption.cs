using System.CommandLine;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Web.Commands;

/// <summary>
/// <c>--organisation X</c>: a code, a path of names (宣威市/东山镇) or a name that only one body has. Otherwise the
/// candidates are listed and the exit code is <see cref="CommandLine.Usage"/>.
/// </summary>
internal sealed class OrganisationOption
{
    private const int MostCandidates = 20;
    private readonly Option<string> option = new("--organisation") { Description = "组织：代码、路径（宣威市/东山镇）或不重复的名称", Required = true };

    public OrganisationOption(Command command) => command.Options.Add(option);

    public Task<Organisation> GetAsync(ParseResult parsed, Visible visible, Right right, CancellationToken cancel) =>
        FindAsync(parsed.GetRequiredValue(option), visible.Organisations(right), cancel);

    internal static async Task<Organisation> FindAsync(string wanted, IQueryable<Organisation> bodies, CancellationToken cancel)
    {
        wanted = wanted.Trim();
        if (await bodies.SingleOrDefaultAsync(body => body.Code == wanted, cancel) is { } byCode)
            return byCode;

        var steps = wanted.Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (steps.Length == 0)
            throw new CommandException(CommandLine.Usage, "请在 --organisation 后写组织的代码、路径或名称。");
        var found = await NamedAsync(bodies, steps[^1], cancel);
        if (found.Count > 1 || steps.Length > 1)
            found = await BelowAsync(bodies, found, steps[..^1], cancel);
        return found switch
        {
            [var only] => only,
            [] => throw new CommandException(CommandLine.Usage, $"没有找到组织“{wanted}”。请核对名称，或改用代码。"),
            _ => throw new CommandException(CommandLine.Usage, $"“{wanted}”不止一个，请改用代码：\n" + string.Join('\n', found.Take(MostCandidates).Select(body => $"  {body.Code}  {body.Name}"))),
        };
    }

    private static async Task<List<Organisation>> NamedAsync(IQueryable<Organisation> bodies, string name, CancellationToken cancel)
    {
        var names = new[] { name, name + "妇联" };
        return await bodies.Where(body => names.Contains(body.Name)).OrderBy(body => body.Path).ToListAsync(cancel);
    }

    // Keeps those whose ancestors carry the names before, in this order.
    private static async Task<List<Organisation>> BelowAsync(IQueryable<Organisation> bodies, List<Organisation> found, string[] steps, CancellationToken cancel)
    {
        var ids = found.SelectMany(body => OrganisationPath.Ids(body.Path)).Distinct().ToList();
        var names = await bodies.Where(body => ids.Contains(body.Id)).ToDictionaryAsync(body => body.Id, body => body.Name, cancel);
        return [.. found.Where(body => Matches(OrganisationPath.Ids(body.Path)[..^1].Select(id => names.GetValueOrDefault(id, "")), steps))];
    }

    private static bool Matches(IEnumerable<string> ancestors, string[] steps)
    {
        var next = 0;
        foreach (var name in ancestors)
            if (next < steps.Length && (name == steps[next] || name == steps[next] + "妇联"))
                next++;
        return next == steps.Length;
    }
}
