namespace Jinguo.Core.Base;

/// <summary>Whether a <see cref="Problem"/> stops the act or only asks for a second look.</summary>
public enum ProblemLevel
{
    /// <summary>The act is refused until this is mended.</summary>
    Error,

    /// <summary>The act may go on; the person is told.</summary>
    Warning,
}

/// <summary>
/// One thing that is wrong with an input, in the words of the person who sees it.
/// The same problem is shown by the page, returned by the API, listed by the import and enforced by the act.
/// </summary>
/// <param name="Code">Stable name for programs and tests, dotted lower case: <c>ledger.day.future</c>.</param>
/// <param name="Text">A polite Chinese sentence: what was expected and what to do.</param>
/// <param name="Field">Code of the field concerned, or null for the whole input.</param>
/// <param name="Row">1-based row of an imported sheet, or null.</param>
/// <param name="Level">Error or warning.</param>
public sealed record Problem(string Code, string Text, string? Field = null, int? Row = null, ProblemLevel Level = ProblemLevel.Error)
{
    /// <summary>Code of the problem when something is not there or not visible to the reader: both answer alike.</summary>
    public const string NotFoundCode = "not-found";

    /// <summary>Code of the problem when somebody else changed the same thing meanwhile.</summary>
    public const string StaleCode = "stale";

    /// <summary>Code of the problem when a client key is that of something which the sender may not see.</summary>
    public const string KeyTakenCode = "key-taken";

    /// <summary>The client key belongs to something else, of which nothing is told.</summary>
    public static Problem KeyTaken() => new(KeyTakenCode, "这张表单的编号已经用过，请重新打开再填。");

    /// <summary>The thing asked for does not exist, or the reader may not know whether it does.</summary>
    public static Problem NotFound(string what) => new(NotFoundCode, $"没有找到{what}，或者您无权查看。");
}
