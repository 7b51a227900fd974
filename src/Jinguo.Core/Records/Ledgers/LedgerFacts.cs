using Jinguo.Core.Base.Forms;
using Jinguo.Core.Facts;

namespace Jinguo.Core.Records.Ledgers;

/// <summary>The pure way from a ledger record to its facts.</summary>
public static class LedgerFacts
{
    /// <summary>What a record stands for while it counts.</summary>
    /// <param name="type">Its form.</param>
    /// <param name="values">What it holds, free of errors.</param>
    public static IReadOnlyList<FactDraft> From(RecordType type, RecordValues values) =>
        [.. RecordPostings.From(type, values).Select(line => new FactDraft(line.Measure, line.Option, line.Day, line.Value, line.Hedge.Word()))];
}
