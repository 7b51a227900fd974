using Jinguo.Core.Base;
using Jinguo.Core.Base.Forms;

namespace Jinguo.Core.Records.Ledgers;

// Ledgers that a body has left, because another module counts the same one by one.
public sealed partial class LedgerService
{
    /// <summary>What may not be counted, because it would be counted twice.</summary>
    private async Task<List<Problem>> SwitchedAsync(IReadOnlyCollection<(string Type, int Body, RecordValues Values, int? Row)> entries, CancellationToken cancel)
    {
        var problems = new List<Problem>();
        foreach (var one in switches)
        {
            var affected = entries.Where(entry => entry.Type == one.TypeCode).ToList();
            if (affected.Count == 0)
                continue;
            var since = await one.SinceAsync([.. affected.Select(entry => entry.Body).Distinct()], cancel);
            problems.AddRange(affected.Where(entry => since.TryGetValue(entry.Body, out var from) && entry.Values.Days?.Last >= from)
                .Select(entry => new Problem("ledger.switched", $"{since[entry.Body]:yyyy年M月d日}起，这些事在“{one.Instead}”里一件一件登记，数字由那里产生，台账不再记，免得算两遍。", "day", entry.Row)));
        }
        return problems;
    }
}
