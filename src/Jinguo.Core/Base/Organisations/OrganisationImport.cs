using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;

namespace Jinguo.Core.Base.Organisations;

/// <summary>A row of a sheet of bodies as it was written.</summary>
/// <param name="Row">Row in the file, from 1.</param>
/// <param name="Parent">The body above: code, path, name, or a name further up in the file; empty for the body of the page.</param>
/// <param name="Name">Full name.</param>
/// <param name="Kind">Name of the kind; empty for 妇联.</param>
/// <param name="Level">Name of the level; empty for one below the parent.</param>
/// <param name="Code">12 digits of a federation, else empty.</param>
public sealed record OrganisationRow(int Row, string Parent, string Name, string Kind, string Level, string Code);

/// <summary>A row with what was found about it.</summary>
/// <param name="Written">The row as written.</param>
/// <param name="Input">The body to be added; its parent's key is 0 when that stands further up in the file.</param>
/// <param name="Parent">Name of the body above.</param>
/// <param name="IsKnown">True when the body exists: the row changes nothing.</param>
/// <param name="Problems">Errors and warnings.</param>
public sealed record CheckedOrganisationRow(OrganisationRow Written, NewOrganisation? Input, string? Parent, bool IsKnown, IReadOnlyList<Problem> Problems)
{
    /// <summary>True when the row gives a new body.</summary>
    public bool IsGood => Input is not null && !IsKnown && Problems.All(problem => problem.Level != ProblemLevel.Error);
}

/// <summary>Bodies from a sheet, looked through before anything is written; a row whose body exists is unchanged.</summary>
public sealed class OrganisationImport(Db db, Visible visible, ChangeLog changes)
{
    /// <summary>Most rows at once.</summary>
    public const int MostRows = 5000;

    /// <summary>Looks through the rows, in their order: a row may hang below an earlier one.</summary>
    public async Task<IReadOnlyList<CheckedOrganisationRow>> CheckAsync(int topId, IReadOnlyList<OrganisationRow> rows, CancellationToken cancel = default)
    {
        var desk = await OrganisationDesk.LoadAsync(db, visible, topId, rows, cancel);
        return desk is null ? [] : [.. rows.Select(desk.Check)];
    }

    /// <summary>Adds the good rows in one transaction; the others are left out.</summary>
    /// <returns>How many were added.</returns>
    public async Task<Outcome<int>> AddAsync(int topId, IReadOnlyList<OrganisationRow> rows, string fileName, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await OrganisationDesk.LoadAsync(db, visible, topId, rows, cancel) is not { } desk)
            return Problem.NotFound("上级组织");
        var good = rows.Select(desk.Check).Where(row => row.IsGood).ToList();
        var ids = await OrganisationIds.ReserveAsync(db, good.Count, cancel);
        // A sheet holds parents before children, so each level is saved before the next.
        foreach (var (row, id) in good.Zip(ids))
            desk.Give(row, id);
        foreach (var level in desk.Added.GroupBy(body => body.Path.Count(letter => letter == '/')).OrderBy(level => level.Key))
        {
            foreach (var body in level)
            {
                db.Organisations.Add(body);
                db.OrganisationEdges.Add(OrganisationService.Edge(body));
                changes.Add(visible.Actor, body.Region, body.Id, "organisation.imported", OrganisationService.SubjectKind, $"{body.Id}", fields:
                    [new("name", null, body.Name), new("code", null, body.Code), new("kind", null, body.Kind.Name()), new("file", null, fileName)]);
            }
            await db.SaveChangesAsync(cancel);
        }
        await write.CommitAsync(cancel);
        return good.Count;
    }
}
