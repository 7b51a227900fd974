namespace Jinguo.Office.Word;

/// <summary>
/// Takes out of a paragraph what has nothing to say: a sentence whose values are all nothing, a clause between commas, an item of
/// an enumeration. What has no value in it stays as long as the paragraph has something to tell.
/// </summary>
internal static class Clauses
{
    private static readonly string[] Separators = ["。！？；", "，,", "、"];

    // Leads over to what follows, whichever of it is left.
    private const string Lead = "其中";

    /// <summary>A value in the text.</summary>
    internal readonly record struct Value(int Start, int Length, bool IsNothing);

    /// <summary>A stretch of text.</summary>
    internal readonly record struct Stretch(int Start, int End)
    {
        internal bool Holds(int position) => position >= Start && position < End;
    }

    // Content from Start to End; behind it a separator up to Next.
    private readonly record struct Piece(int Start, int End, int Next);

    /// <summary>The stretches to take out, in order; null where the whole paragraph goes.</summary>
    /// <param name="text">The paragraph with its marks.</param>
    /// <param name="marks">All marks: what stands in them separates nothing.</param>
    /// <param name="values">The marks that are values.</param>
    internal static IReadOnlyList<Stretch>? Gone(string text, IReadOnlyList<Stretch> marks, IReadOnlyList<Value> values)
    {
        if (!values.Any(v => v.IsNothing))
        {
            return [];
        }

        if (values.All(v => v.IsNothing))
        {
            return null;
        }

        var begin = TypedNumber.Find(text) is { } number ? number.Start + number.Length : text.Length - text.TrimStart().Length;
        var gone = new List<Stretch>();
        Cut(text, new(begin, text.Length), 0, marks, values, gone);
        return gone;
    }

    private static void Cut(string text, Stretch range, int level, IReadOnlyList<Stretch> marks, IReadOnlyList<Value> values, List<Stretch> gone)
    {
        var pieces = Split(text, range, Separators[level], marks);
        var stays = pieces.FindLastIndex(p => !IsGone(p, values));
        for (var i = 0; i < pieces.Count; i++)
        {
            var piece = pieces[i];
            if (i > stays)
            {
                // The last separator stays: it ends what is left.
                gone.Add(new(pieces[stays].End, pieces[^1].End));
                return;
            }

            if (IsGone(piece, values))
            {
                gone.Add(new(piece.Start, piece.Next));
            }
            else if (level + 1 < Separators.Length && values.Any(v => v.IsNothing && Within(v, piece)))
            {
                Cut(text, new(BehindLead(text, piece), piece.End), level + 1, marks, values, gone);
            }
        }
    }

    private static int BehindLead(string text, Piece piece) =>
        text.AsSpan(piece.Start, piece.End - piece.Start).StartsWith(Lead, StringComparison.Ordinal) ? piece.Start + Lead.Length : piece.Start;

    private static bool IsGone(Piece piece, IReadOnlyList<Value> values)
    {
        var own = values.Where(v => Within(v, piece)).ToList();
        return own.Count > 0 && own.TrueForAll(v => v.IsNothing);
    }

    private static bool Within(Value value, Piece piece) => value.Start >= piece.Start && value.Start < piece.End;

    private static List<Piece> Split(string text, Stretch range, string separators, IReadOnlyList<Stretch> marks)
    {
        var pieces = new List<Piece>();
        var (start, depth) = (range.Start, 0);
        for (var i = range.Start; i < range.End; i++)
        {
            if (marks.Any(m => m.Holds(i)))
            {
                continue;
            }

            depth += text[i] is '（' or '(' or '“' or '《' ? 1 : text[i] is '）' or ')' or '”' or '》' ? -1 : 0;
            if (depth <= 0 && separators.Contains(text[i]))
            {
                pieces.Add(new(start, i, i + 1));
                start = i + 1;
            }
        }

        if (start < range.End)
        {
            pieces.Add(new(start, range.End, range.End));
        }

        return pieces;
    }
}
