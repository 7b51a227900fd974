namespace Jinguo.Core.Base.Forms;

/// <summary>
/// 补充项: further fields for a record type that is used already, so that one piece of work stays one record. They are never
/// required without a default: what a superior would like to know does not stop anybody from writing her work down.
/// </summary>
/// <param name="To">Code of the record type.</param>
/// <param name="Fields">The further fields; their codes are new to the type.</param>
/// <param name="Checks">What must or should hold; may speak of the type's own fields.</param>
/// <param name="Posts">What they count towards.</param>
/// <param name="Sentences">What they add to the record's sentences.</param>
public sealed record TypeAddition(
    string To,
    IReadOnlyList<Field> Fields,
    IReadOnlyList<Check> Checks,
    IReadOnlyList<PostingRule> Posts,
    IReadOnlyList<SentencePiece> Sentences);
