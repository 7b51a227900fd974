using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Jinguo.Web.Pages.Accounts;

/// <summary>A line of the form: body, role and reach. A line without a body is left out.</summary>
public sealed class RoleFields
{
    /// <summary>Name or code; stored ones are shown by code, for a name may be that of several.</summary>
    public string? Body { get; set; }

    /// <summary>Name of the body, beside its code; not read back.</summary>
    public string? BodyName { get; init; }

    public Role Role { get; set; } = Role.Chair;

    public RoleScope Scope { get; set; } = RoleScope.Subtree;

    public static IEnumerable<SelectListItem> Roles => Enum.GetValues<Role>().Select(role => new SelectListItem(role.Name(), $"{role}"));

    public static IEnumerable<SelectListItem> Scopes => Enum.GetValues<RoleScope>().Reverse().Select(scope => new SelectListItem(scope.Name(), $"{scope}"));

    /// <summary>Reads the lines against the bodies that may be given; problems stand at their line.</summary>
    public static async Task<Outcome<IReadOnlyList<RoleOn>>> ReadAsync(IReadOnlyList<RoleFields> lines, IQueryable<Organisation> bodies, CancellationToken cancel)
    {
        var written = lines.Select((line, at) => (line, at)).Where(one => !string.IsNullOrWhiteSpace(one.line.Body)).ToList();
        var found = await bodies.ResolveAsync(written.Select(one => one.line.Body!), cancel: cancel);
        var problems = written.SelectMany(one => found[one.line.Body!].Problems.Select(problem => problem with { Field = $"Roles[{one.at}].Body" })).ToList();
        return problems.Count > 0
            ? problems
            : Outcome<IReadOnlyList<RoleOn>>.With([.. written.Select(one => new RoleOn(found[one.line.Body!].Value!.Id, one.line.Role, one.line.Scope))], []);
    }

    /// <summary>Lines to fill: those written, and some empty ones after them.</summary>
    public static List<RoleFields> Padded(IEnumerable<RoleFields> lines, int empty) =>
        [.. lines.Where(line => !string.IsNullOrWhiteSpace(line.Body)), .. Enumerable.Range(0, empty).Select(_ => new RoleFields())];
}
