namespace Jinguo.Office.Mentions.Arithmetic;

/// <summary>The same thing told in two places: 400多名妇女参加签名活动 … 500多名妇女参加签名; 这320名志愿者; 所募12.1万元.</summary>
internal static class TwiceRule
{
    private const int ShortestName = 6;
    private const int LongestAnnounced = 6;
    private const int SharedNoun = 3;
    private const int Near = 400;
    private const int Former = 6;
    private static readonly char[] Closing = ['”', '》'];

    public static IEnumerable<Relation> Find(string text, IReadOnlyList<Mention> mentions)
    {
        // Compared with the last one of the same name only, so that it stays linear.
        var last = new Dictionary<string, Mention>(StringComparer.Ordinal);
        for (var i = 0; i < mentions.Count; i++)
        {
            var mention = mentions[i];
            if (mention.Kind is not (MentionKind.Count or MentionKind.Money or MentionKind.Other))
                continue;
            if (PointsBack(text, mention))
            {
                if (mentions.Skip(Math.Max(0, i - Former)).Take(Math.Min(Former, i)).LastOrDefault(one => one.Unit == mention.Unit && one.Kind == mention.Kind && SharesNoun(one.Of, mention.Of)) is { } meant)
                    yield return Relate(meant, mention, sure: 0.7);
                continue;
            }
            if (Key(mention) is not { } key)
                continue;
            if (last.TryGetValue(key, out var former) && (mention.Kind == MentionKind.Other || mention.Start - former.End < Near || mention.Value == former.Value)
                // Different numbers of a common noun are usually different things.
                && (former.Value == mention.Value || (IsNamed(mention) && IsSame(former, mention))))
                yield return Relate(former, mention, former.Value == mention.Value ? 0.8 : 0.6);
            last[key] = mention;
        }
    }

    private static Relation Relate(Mention former, Mention mention, double sure)
    {
        var holds = former.Value == mention.Value;
        return RelationFinder.Make(RelationType.SameFigureTwice, holds, sure, holds ? $"“{mention.Of}”两处都是{Amounts.Show(mention)}" : $"“{mention.Of}”一处是{former.Text}，一处是{mention.Text}", former, mention);
    }

    // 这320名, 上述12户, 所募12.1万元.
    private static bool PointsBack(string text, Mention mention)
    {
        var before = text.AsSpan(Math.Max(0, mention.Start - 3)..mention.Start);
        return before.EndsWith("这") || before.EndsWith("上述") || before.EndsWith("这些") || (before.Length >= 2 && before[^2] == '所' && before[^1] is '募' or '筹' or '捐' or '得' or '收');
    }

    private static bool SharesNoun(string one, string other)
    {
        for (var at = 0; at + SharedNoun <= other.Length; at++)
            if (one.Contains(other.AsSpan(at, SharedNoun), StringComparison.Ordinal))
                return true;
        return false;
    }

    private static string? Key(Mention mention)
    {
        if (mention.Kind == MentionKind.Other)
            return mention.Of.Length is > 0 and <= LongestAnnounced ? $"{mention.Unit}{mention.Of}" : null;
        var name = Name(mention);
        return name.Length >= ShortestName ? $"{mention.Kind}{mention.Unit}{name[..ShortestName]}" : null;
    }

    // 省级“妇女之家” and 省级“妇女微家” are two; what is told of 活动3次 may well be told of others later.
    private static bool IsSame(Mention former, Mention mention)
    {
        var (one, other) = (Name(former), Name(mention));
        var (end, otherEnd) = (one.LastIndexOfAny(Closing) + 1, other.LastIndexOfAny(Closing) + 1);
        if (mention.Unit is "次" or "场" or "期" or "场次" || end != otherEnd || one[..end] != other[..end])
            return false;
        // 签名活动 and 签名; but 最美家庭 and 最美家庭标兵 are two.
        var (rest, otherRest) = (one[end..], other[end..]);
        return rest == otherRest || (rest.Length > 0 && otherRest.Length > 0 && (rest.StartsWith(otherRest, StringComparison.Ordinal) || otherRest.StartsWith(rest, StringComparison.Ordinal)));
    }

    private static string Name(Mention mention) => mention.Of.Replace("了", "", StringComparison.Ordinal).Replace("的", "", StringComparison.Ordinal);

    // A name in quotation marks is one thing.
    private static bool IsNamed(Mention mention) => mention.Of.Contains('“', StringComparison.Ordinal) || mention.Of.Contains('《', StringComparison.Ordinal);
}
