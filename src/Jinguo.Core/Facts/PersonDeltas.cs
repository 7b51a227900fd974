using System.Text;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Facts;

/// <summary>
/// Differences to counted persons, gathered over an act and applied in one fixed order (lowest level first), as
/// <see cref="SumDeltas"/> does with sums. Persons are many, so that a row is hot for nobody.
/// </summary>
internal sealed class PersonDeltas
{
    private const int RowsPerStatement = 100;
    private const int Columns = 8;
    private readonly Dictionary<Cell, long> deltas = [];

    /// <summary>The end of an insert: where a person is counted already, the new facts are added.</summary>
    internal const string OrAdded = """
         ON CONFLICT ("Region", "OrganisationId", "MeasureId", "Tree", "Option", "Month", "PersonId") DO UPDATE SET "Facts" = counted_persons."Facts" + excluded."Facts"
        """;

    /// <param name="fact">The fact or reversal; nothing happens where it counts no person.</param>
    /// <param name="tree">Its body and every ancestor on its day and today.</param>
    public void Add(Fact fact, TreeOnDays tree)
    {
        if (fact.PersonId is not { } person)
            return;
        var one = new PersonSum(fact.MeasureId, fact.Option, Base.Time.Month.Of(fact.Day), person, fact.Reverses is null ? 1 : -1);
        foreach (var node in tree.Ancestors(fact.Path))
            Add(SumTree.AsWas, node, one, +1);
        AddRestated(one, tree, fact.Path, tree.PathNow(fact.OrganisationId));
    }

    /// <summary>Facts that counted below one body count below another on today's tree.</summary>
    public void AddRestated(PersonSum facts, TreeOnDays tree, string before, string now)
    {
        if (before == now)
            return;
        var (old, current) = (tree.Ancestors(before).ToList(), tree.Ancestors(now).ToList());
        foreach (var node in old.Except(current))
            Add(SumTree.Restated, node, facts, -1);
        foreach (var node in current.Except(old))
            Add(SumTree.Restated, node, facts, +1);
    }

    private void Add(SumTree tree, Ancestor node, PersonSum facts, int sign)
    {
        var total = new Cell(node.Level, node.Region, node.OrganisationId, tree, facts.MeasureId, 0, facts.Month.Number, facts.PersonId);
        foreach (var cell in facts.Option == 0 ? (ReadOnlySpan<Cell>)[total] : [total, total with { Option = facts.Option }])
            deltas[cell] = deltas.GetValueOrDefault(cell) + facts.Facts * sign;
    }

    public async Task ApplyAsync(Db db, CancellationToken cancel)
    {
        foreach (var chunk in deltas.Where(pair => pair.Value != 0).OrderBy(pair => pair.Key.Order).Chunk(RowsPerStatement))
        {
            var sql = new StringBuilder("""INSERT INTO counted_persons ("Region", "OrganisationId", "Tree", "MeasureId", "Option", "Month", "PersonId", "Facts") VALUES""");
            var parameters = new List<object>(chunk.Length * Columns);
            foreach (var (cell, facts) in chunk)
            {
                sql.Append(parameters.Count == 0 ? " (" : ", (");
                sql.AppendJoin(", ", Enumerable.Range(parameters.Count, Columns).Select(number => $"{{{number}}}")).Append(')');
                parameters.AddRange([cell.Region, cell.OrganisationId, (int)cell.Tree, cell.MeasureId, cell.Option, cell.Month, cell.PersonId, facts]);
            }
            sql.Append(OrAdded);
            await db.Database.ExecuteSqlRawAsync(sql.ToString(), parameters, cancel);
        }
    }

    private readonly record struct Cell(Level Level, int Region, int OrganisationId, SumTree Tree, int MeasureId, int Option, int Month, Guid PersonId)
    {
        public (int, int, int, SumTree, int, int, int, Guid) Order => (-(int)Level, Region, OrganisationId, Tree, Month, MeasureId, Option, PersonId);
    }
}
