using System.Diagnostics.CodeAnalysis;

namespace Jinguo.Core.Base.Forms;

/// <summary>
/// A sentence with fields in it: 「{day}[在{place}]举办{topic}培训，{participants}参加。」 A clause between ， or ； falls away
/// when a field in it is empty; a part in brackets falls away alone. When the first clause falls away, so does all.
/// {count#} prints a number without its unit.
/// </summary>
public sealed class SentencePiece : IEquatable<SentencePiece>
{
    private readonly IReadOnlyList<Clause> clauses;

    private SentencePiece(string text, Formula? when, IReadOnlyList<Clause> clauses)
    {
        Text = text;
        When = when;
        this.clauses = clauses;
    }

    /// <summary>The sentence as written in the pack.</summary>
    public string Text { get; }

    /// <summary>Only where this holds; null for always.</summary>
    public Formula? When { get; }

    /// <summary>The codes of the fields in it.</summary>
    public IReadOnlyList<string> Codes => [.. clauses.SelectMany(clause => clause.Parts).SelectMany(part => part.AllCodes).Distinct(StringComparer.Ordinal)];

    /// <summary>Parses a sentence.</summary>
    /// <param name="text">The text.</param>
    /// <param name="when">Its condition, or null.</param>
    /// <param name="piece">The piece, where the text is sound.</param>
    /// <param name="error">What is wrong, where it is not.</param>
    public static bool TryParse(
        string text,
        Formula? when,
        [NotNullWhen(true)] out SentencePiece? piece,
        [NotNullWhen(false)] out string? error)
    {
        piece = null;
        var read = new List<Clause>();
        var parts = new List<Part>();
        List<Part>? bracket = null;
        for (var at = 0; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '{':
                    var end = text.IndexOf('}', at);
                    if (end < 0)
                        return Fail($"第{at + 1}个字符处的“{{”没有配对的“}}”", out error);
                    (bracket ?? parts).Add(ReadField(text[(at + 1)..end]));
                    at = end;
                    break;
                case '[' when bracket is null:
                    bracket = [];
                    break;
                case ']' when bracket is not null:
                    parts.Add(new Part(PartKind.Bracket, "", bracket));
                    bracket = null;
                    break;
                case '}' or '[' or ']':
                    return Fail($"第{at + 1}个字符处的“{text[at]}”没有配对，方括号里也不能再套方括号", out error);
                case '，' or '；' or '。' when bracket is null:
                    read.Add(new Clause(parts, text[at].ToString()));
                    parts = [];
                    break;
                default:
                    (bracket ?? parts).Add(new Part(PartKind.Words, text[at].ToString(), []));
                    break;
            }
        }

        if (bracket is not null)
            return Fail("方括号没有写完", out error);
        if (parts.Count > 0)
            read.Add(new Clause(parts, ""));
        if (read.Count == 0)
            return Fail("句子是空的", out error);
        if (read.SkipLast(1).Any(clause => clause.Ending == "。"))
            return Fail("一条只写一个句子，句号只能在末尾", out error);
        piece = new SentencePiece(text, when, read);
        error = null;
        return true;
    }

    /// <summary>Fills the sentence; empty where its first clause lacks a field.</summary>
    /// <param name="printed">A field's value as printed, with its unit or without; empty for an empty field.</param>
    public string Fill(Func<string, bool, string> printed)
    {
        var kept = new List<(string Text, string Ending)>();
        foreach (var clause in clauses)
        {
            var text = Print(clause.Parts, printed);
            if (text is null && kept.Count == 0)
                return "";
            if (!string.IsNullOrEmpty(text))
                kept.Add((text, clause.Ending));
        }

        var joined = string.Concat(kept.SkipLast(1).Select(clause => clause.Text + clause.Ending));
        return kept.Count == 0 ? "" : joined + kept[^1].Text + clauses[^1].Ending;
    }

    /// <inheritdoc/>
    public bool Equals(SentencePiece? other) => other is not null && Text == other.Text && Equals(When, other.When);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SentencePiece);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Text);

    private static Part ReadField(string code) =>
        code.EndsWith('#') ? new Part(PartKind.BareField, code[..^1], []) : new Part(PartKind.Field, code, []);

    private static bool Fail(string text, out string error)
    {
        error = text;
        return false;
    }

    private static string? Print(IReadOnlyList<Part> parts, Func<string, bool, string> printed)
    {
        var text = "";
        foreach (var part in parts)
        {
            var words = part.Kind switch
            {
                PartKind.Words => part.Text,
                PartKind.Field or PartKind.BareField => printed(part.Text, part.Kind == PartKind.Field) is { Length: > 0 } value ? value : null,
                _ => Print(part.Inner, printed) ?? "",
            };
            if (words is null)
                return null;
            text += words;
        }

        return text;
    }

    private enum PartKind
    {
        Words,
        Field,
        BareField,
        Bracket,
    }

    private sealed record Part(PartKind Kind, string Text, IReadOnlyList<Part> Inner)
    {
        public IEnumerable<string> AllCodes => Kind is PartKind.Field or PartKind.BareField ? [Text] : Inner.SelectMany(part => part.AllCodes);
    }

    private sealed record Clause(IReadOnlyList<Part> Parts, string Ending);
}
