using System.Numerics;

namespace Jinguo.Core.Tests.Figures.Publishing;

/// <summary>All that follows from some sums by adding and taking away: exact elimination over the whole numbers.</summary>
internal sealed class RowSpace
{
    private readonly SortedDictionary<int, Dictionary<int, BigInteger>> byPivot = [];

    /// <summary>Takes in a sum that is known.</summary>
    public void Add(Dictionary<int, BigInteger> sum)
    {
        var left = Reduced(sum);
        if (left.Count > 0)
            byPivot[left.Keys.Min()] = left;
    }

    /// <summary>True where a sum can be reckoned from those that are known.</summary>
    public bool Contains(Dictionary<int, BigInteger> sum) => Reduced(sum).Count == 0;

    private Dictionary<int, BigInteger> Reduced(Dictionary<int, BigInteger> sum)
    {
        var left = new Dictionary<int, BigInteger>(sum.Where(term => term.Value != 0));
        foreach (var (pivot, row) in byPivot)
        {
            if (!left.TryGetValue(pivot, out var here))
                continue;
            var there = row[pivot];
            foreach (var term in left.Keys.Union(row.Keys).ToList())
            {
                var value = left.GetValueOrDefault(term) * there - row.GetValueOrDefault(term) * here;
                if (value == 0)
                    left.Remove(term);
                else
                    left[term] = value;
            }
        }
        return left;
    }
}
