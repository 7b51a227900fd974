using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Jinguo.Web.Pages.Accounts;

/// <summary>A line of the form: body, role and reach. A line without a body is left out.</summary>
public sealed class RoleFields
{
    /// <summary>Bodies offered for what is written.</summary>
    public const int MostChoices = 8;

    /// <summary>Name or code; stored ones are shown by code, for a name may be that of several.</summary>
    public string? Body { get; set; }

    /// <summary>Name of the body, beside its code; not read back.</summary>
    public string? BodyName { get; init; }

    /// <summary>Code chosen from <see cref="Choices"/>: it wins over what stands in the field.</summary>
    public string? Chosen { get; set; }

    /// <summary>What was written may mean one of these; not read back.</summary>
    public IReadOnlyList<OrganisationChoice> Choices { get; private set; } = [];

    public Role Role { get; set; } = Role.Chair;

    public RoleScope Scope { get; set; } = RoleScope.Subtree;

    public static IEnumerable<SelectListItem> Roles => Enum.GetValues<Role>().Select(role => new SelectListItem(role.Name(), $"{role}"));

    public static IEnumerable<SelectListItem> Scopes => Enum.GetValues<RoleScope>().Reverse().Select(scope => new SelectListItem(scope.Name(), $"{scope}"));

    private string? Written => string.IsNullOrWhiteSpace(Chosen) ? Body : Chosen;

    /// <summary>Reads the lines against the bodies that may be given; problems stand at their line, with what may be meant.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="bodies">Bodies that may be given.</param>
    /// <param name="tree">Offers what may be meant.</param>
    /// <param name="mayHaveEnded">Codes of bodies that may have ended: on which she has a role already, and where cases are not finished.</param>
    /// <param name="cancel">Stops.</param>
    public static async Task<Outcome<IReadOnlyList<RoleOn>>> ReadAsync(IReadOnlyList<RoleFields> lines, IQueryable<Organisation> bodies, OrganisationTree tree, IReadOnlyCollection<string> mayHaveEnded, CancellationToken cancel)
    {
        var written = lines.Select((line, at) => (line, at)).Where(one => !string.IsNullOrWhiteSpace(one.line.Written)).ToList();
        var found = await bodies.ResolveAsync(written.Select(one => one.line.Written!), cancel: cancel);
        foreach (var (line, _) in written.Where(one => !found[one.line.Written!].Done))
            line.Choices = await tree.OfferAsync(line.Written!.Split('/')[^1], Right.AccountManage, MostChoices, cancel);
        var problems = written.SelectMany(one => Problems(found[one.line.Written!], mayHaveEnded).Select(problem => problem with { Field = $"Roles[{one.at}].Body" })).ToList();
        return problems.Count > 0
            ? problems
            : Outcome<IReadOnlyList<RoleOn>>.With([.. written.Select(one => new RoleOn(found[one.line.Written!].Value!.Id, one.line.Role, one.line.Scope))], []);
    }

    private static IReadOnlyList<Problem> Problems(Outcome<Organisation> found, IReadOnlyCollection<string> mayHaveEnded) =>
        found.Done && !mayHaveEnded.Contains(found.Value.Code) && OrganisationChecks.Ended(found.Value) is { } ended ? [ended] : found.Problems;

    /// <summary>Lines to fill: those written, and some empty ones after them.</summary>
    public static List<RoleFields> Padded(IEnumerable<RoleFields> lines, int empty) =>
        [.. lines.Where(line => !string.IsNullOrWhiteSpace(line.Body)), .. Enumerable.Range(0, empty).Select(_ => new RoleFields())];
}
