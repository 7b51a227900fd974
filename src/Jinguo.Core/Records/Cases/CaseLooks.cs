using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;

namespace Jinguo.Core.Records.Cases;

/// <summary>Looking at what a case tells is an act: each look is a line in the trail of the body that handles it.</summary>
internal static class CaseLooks
{
    /// <summary>Somebody saw it masked.</summary>
    public const string SeenAct = "case.seen";

    /// <summary>Somebody saw in full who she is.</summary>
    public const string RevealedAct = "case.revealed";

    /// <summary>Somebody printed it in full.</summary>
    public const string PrintedAct = "case.printed";

    /// <summary>Somebody opened a file of it.</summary>
    public const string OpenedAct = "case.file-opened";

    /// <summary>Somebody made a letter of it.</summary>
    public const string LetterAct = "case.letter";

    /// <summary>A longer reason is cut in the trail, in letters.</summary>
    private const int LongestReason = 200;

    /// <summary>Writes a look.</summary>
    /// <param name="db">The database.</param>
    /// <param name="changes">The trail.</param>
    /// <param name="actor">Who looks.</param>
    /// <param name="one">Region and body of the case, and its key.</param>
    /// <param name="fullFor">Why it is seen in full; null where it is masked.</param>
    /// <param name="cancel">Stops.</param>
    public static async Task WriteAsync(Db db, ChangeLog changes, Actor actor, (int Region, int OrganisationId, Guid Id) one, string? fullFor, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        changes.Add(actor, one.Region, one.OrganisationId, fullFor is null ? SeenAct : RevealedAct, CaseService.SubjectKind, $"{one.Id}", fullFor?[..Math.Min(fullFor.Length, LongestReason)]);
        await write.CommitAsync(cancel);
    }

    /// <summary>Writes that a file was opened.</summary>
    public static async Task WriteOpenedAsync(Db db, ChangeLog changes, Actor actor, Case one, Guid file, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        changes.Add(actor, one.Region, one.OrganisationId, OpenedAct, CaseService.SubjectKind, $"{one.Id}", fields: [new("file", null, $"{file}")]);
        await write.CommitAsync(cancel);
    }

    /// <summary>Writes that a letter was made: its name, nothing of what it says.</summary>
    public static async Task WriteLetterAsync(Db db, ChangeLog changes, Actor actor, Case one, string letter, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        changes.Add(actor, one.Region, one.OrganisationId, LetterAct, CaseService.SubjectKind, $"{one.Id}", fields: [new("letter", null, letter)]);
        await write.CommitAsync(cancel);
    }
}
