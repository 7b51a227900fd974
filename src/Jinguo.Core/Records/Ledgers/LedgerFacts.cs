using Jinguo.Core.Base.Forms;
using Jinguo.Core.Facts;

namespace Jinguo.Core.Records.Ledgers;

/// <summary>The pure way from a ledger record to its facts.</summary>
public static class LedgerFacts
{
    /// <summary>What a record stands for while it counts.</summary>
    /// <param name="type">Its form.</param>
    /// <param name="values">What it holds, free of errors.</param>
    /// <param name="persons">Who is meant by the names in it.</param>
    public static IReadOnlyList<FactDraft> From(RecordType type, RecordValues values, IEnumerable<RecordPerson> persons) =>
        [.. RecordPostings.From(type, values).SelectMany(line => line.Person is null
            ? [Draft(line, person: null)]
            : persons.Where(person => person.Field == line.Person).Select(person => person.PersonId).Distinct().Select(person => Draft(line, person)))];

    private static FactDraft Draft(PostingLine line, Guid? person) => new(line.Measure, line.Option, line.Day, line.Value, line.Hedge.Word(), person);
}
