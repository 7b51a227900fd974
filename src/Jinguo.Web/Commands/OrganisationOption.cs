using System.CommandLine;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;

namespace Jinguo.Web.Commands;

/// <summary>
/// <c>--organisation X</c>: a code, a path of names (宣威市/东山镇) or a name that only one body has. Otherwise the
/// candidates are listed and the exit code is <see cref="CommandLine.Usage"/>.
/// </summary>
internal sealed class OrganisationOption
{
    private const int MostCandidates = 20;
    private readonly Option<string> option;

    /// <param name="command">The verb.</param>
    /// <param name="isRequired">False for a verb that does something without a body too.</param>
    public OrganisationOption(Command command, bool isRequired = true)
    {
        option = new("--organisation") { Description = "组织：代码、路径（宣威市/东山镇）或不重复的名称", Required = isRequired };
        command.Options.Add(option);
    }

    public bool IsGiven(ParseResult parsed) => parsed.GetResult(option) is not null;

    public async Task<Organisation> GetAsync(ParseResult parsed, Visible visible, Right right, CancellationToken cancel)
    {
        var wanted = parsed.GetRequiredValue(option);
        return (await visible.Organisations(right).ResolveAsync([wanted], MostCandidates, cancel))[wanted].ValueOr(CommandLine.Usage);
    }
}
