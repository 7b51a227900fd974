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
/// <param name="Beside">Those of the problems that only a verification by hand looks for, such as lost files of cases; null where nobody looked.</param>
public sealed record Verified(DateTime At, long Facts, long Cells, int Problems, RegionPart Part, int? Beside = null)
{
    /// <summary>All that is known to be wrong: these problems, and those found before in what has not been verified since.</summary>
    public int Open { get; init; } = Problems;
}

/// <summary>Verifications of the books in the trail of the installation.</summary>
public sealed class VerificationTrail(Db db, ChangeLog changes)
{
    /// <summary>Kind of verifications in the history.</summary>
    public const string SubjectKind = "figures";

    private const int Parts = 7;

    // So many are done in a minute or two.
    private const long MostAtOnce = 1_000_000;

    private const string Subject = "verification";

    // Verifications by hand have a subject of their own: the last is found at once, however many nights ago it was.
    private const string SubjectByHand = "verification.all";

    // Among so many nights each part has been, also where some were done twice.
    private const int MostNights = 2 * Parts;

    /// <summary>Writes that the books were verified.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="result">What was found.</param>
    /// <param name="part">In which part.</param>
    /// <param name="beside">Problems found beside those, by hand; null for a night, which does not look for them.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task RecordAsync(Actor actor, VerificationResult result, RegionPart part, int? beside = null, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        changes.Add(actor, region: 0, organisationId: 0, "figures.verified", SubjectKind, beside is null ? Subject : SubjectByHand, fields:
        [
            new("facts", null, Text(result.Facts)), new("cells", null, Text(result.Cells)), new("problems", null, Text(result.Differences.Count + result.Faults.Count + (beside ?? 0))),
            new("part", null, part.IsWhole ? null : Text(part.Number)), new("of", null, part.IsWhole ? null : Text(part.Of)),
            new("beside", null, beside is { } more ? Text(more) : null),
        ]);
        await write.CommitAsync(cancel);
    }

    /// <summary>The last one, with what is still open from those before it; or null.</summary>
    public async Task<Verified?> LastAsync(CancellationToken cancel = default)
    {
        var nights = await Newest(Subject).Take(MostNights).ToListAsync(cancel);
        var byHand = await Newest(SubjectByHand).Take(1).ToListAsync(cancel);
        return Last([.. nights.Concat(byHand).OrderByDescending(change => change.Id).Select(Of)]);
    }

    /// <summary>What is to be verified next by itself: small books whole, of large ones a seventh of the regions.</summary>
    public async Task<RegionPart> NextPartAsync(CancellationToken cancel = default) =>
        After(await Newest(Subject).Where(change => change.Fields!.Contains("\"part\"")).FirstOrDefaultAsync(cancel) is { } last ? Of(last).Part : null, await db.Facts.LongCountAsync(cancel));

    /// <summary>
    /// A problem stands until that in which it was found has been verified again: a part in its next turn or with the whole, the
    /// whole as a whole (the parts look at less of nation and province), and what only a verification by hand looks for by hand.
    /// What two of them found counts twice.
    /// </summary>
    /// <param name="newest">Verifications, the newest first.</param>
    internal static Verified? Last(IReadOnlyList<Verified> newest)
    {
        if (newest.Count == 0)
            return null;
        var open = newest.FirstOrDefault(one => one.Beside is not null)?.Beside ?? 0;
        var seen = new HashSet<RegionPart>();
        foreach (var one in newest)
        {
            if (!seen.Add(one.Part))
                continue;
            open += one.Problems - (one.Beside ?? 0);
            if (one.Part.IsWhole)
                break;
        }
        return newest[0] with { Open = open };
    }

    /// <summary>The part after the one that was done last, so that a night that was missed is not a part that was missed.</summary>
    /// <param name="last">The last that was not the whole, or null.</param>
    /// <param name="facts">How many facts there are.</param>
    internal static RegionPart After(RegionPart? last, long facts) =>
        facts <= MostAtOnce ? RegionPart.Whole : new(last is { Of: Parts } before ? (before.Number + 1) % Parts : 0, Parts);

    private IQueryable<Change> Newest(string subject) =>
        db.Changes.AsNoTracking().Where(change => change.SubjectKind == SubjectKind && change.SubjectId == subject).OrderByDescending(change => change.Id);

    // Those by hand of earlier versions do not say what was found beside the books: they stand as a night of the whole.
    private static Verified Of(Change change)
    {
        var fields = ChangeLog.Fields(change).ToDictionary(field => field.Field, field => Number(field.After));
        return new(
            change.At, fields["facts"], fields["cells"], (int)fields["problems"],
            fields.TryGetValue("part", out var part) ? new((int)part, (int)fields["of"]) : RegionPart.Whole, fields.TryGetValue("beside", out var beside) ? (int)beside : null);
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static long Number(string? text) => long.Parse(text ?? "0", CultureInfo.InvariantCulture);
}
