using System.Globalization;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Facts;

/// <summary>When the books were last verified, and what was found.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="Facts">Facts looked at.</param>
/// <param name="Cells">Stored sums compared.</param>
/// <param name="Problems">How many things were wrong; 0 as it must be.</param>
/// <param name="Part">Which part of the books.</param>
public sealed record Verified(DateTime At, long Facts, long Cells, int Problems, RegionPart Part);

/// <summary>Verifications of the books in the trail of the installation.</summary>
public sealed class VerificationTrail(Db db, ChangeLog changes)
{
    /// <summary>Kind of verifications in the history.</summary>
    public const string SubjectKind = "figures";

    private const int Parts = 7;

    // So many are done in a minute or two.
    private const long MostAtOnce = 1_000_000;

    private const string Subject = "verification";

    /// <summary>Writes that the books were verified.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="result">What was found.</param>
    /// <param name="part">In which part.</param>
    /// <param name="more">Problems found beside those.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task RecordAsync(Actor actor, VerificationResult result, RegionPart part, int more = 0, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        changes.Add(actor, region: 0, organisationId: 0, "figures.verified", SubjectKind, Subject, fields:
        [
            new("facts", null, Text(result.Facts)), new("cells", null, Text(result.Cells)), new("problems", null, Text(result.Differences.Count + result.Faults.Count + more)),
            new("part", null, part.IsWhole ? null : Text(part.Number)), new("of", null, part.IsWhole ? null : Text(part.Of)),
        ]);
        await write.CommitAsync(cancel);
    }

    /// <summary>The last one, or null.</summary>
    public async Task<Verified?> LastAsync(CancellationToken cancel = default) => Of(await Newest.FirstOrDefaultAsync(cancel));

    /// <summary>What is to be verified next by itself: small books whole, of large ones a seventh of the regions.</summary>
    public async Task<RegionPart> NextPartAsync(CancellationToken cancel = default) =>
        After(Of(await Newest.Where(change => change.Fields!.Contains("\"part\"")).FirstOrDefaultAsync(cancel))?.Part, await db.Facts.LongCountAsync(cancel));

    /// <summary>The part after the one that was done last, so that a night that was missed is not a part that was missed.</summary>
    /// <param name="last">The last that was not the whole, or null.</param>
    /// <param name="facts">How many facts there are.</param>
    internal static RegionPart After(RegionPart? last, long facts) =>
        facts <= MostAtOnce ? RegionPart.Whole : new(last is { Of: Parts } before ? (before.Number + 1) % Parts : 0, Parts);

    private IQueryable<Change> Newest => db.Changes.AsNoTracking().Where(change => change.SubjectKind == SubjectKind && change.SubjectId == Subject).OrderByDescending(change => change.Id);

    private static Verified? Of(Change? last)
    {
        if (last is null)
            return null;
        var fields = ChangeLog.Fields(last).ToDictionary(field => field.Field, field => Number(field.After));
        return new(last.At, fields["facts"], fields["cells"], (int)fields["problems"], fields.TryGetValue("part", out var part) ? new((int)part, (int)fields["of"]) : RegionPart.Whole);
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static long Number(string? text) => long.Parse(text ?? "0", CultureInfo.InvariantCulture);
}
