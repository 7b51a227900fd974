using Jinguo.Core.Base;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Figures.Reading;

namespace Jinguo.Core.Figures.Closing;

/// <summary>A figure at two states of knowledge.</summary>
/// <param name="Then">As it was known at the earlier instant.</param>
/// <param name="Later">As it was known at the later one, or is now.</param>
public sealed record FigureDifference(Figure Then, Figure Later)
{
    /// <summary>Later less then, in the measure's unit; what was not there counts as nothing.</summary>
    public decimal Change => (Later.Value ?? 0) - (Then.Value ?? 0);
}

/// <summary>Differences of one body.</summary>
/// <param name="Body">The body.</param>
/// <param name="Differences">Only what differs, in the order of lists.</param>
public sealed record BodyDifferences(FigureBody Body, IReadOnlyList<FigureDifference> Differences);

/// <summary>Differences of one figure by body.</summary>
/// <param name="Body">The body.</param>
/// <param name="Heading">What is counted.</param>
/// <param name="Rows">The body, those below and its own work, only where they differ.</param>
public sealed record FigureDifferencesBelow(FigureBody Body, FigureHeading Heading, IReadOnlyList<(FigureRow Row, FigureDifference Difference)> Rows);

/// <summary>Compares the books of a body as they were known at two instants.</summary>
public sealed class FigureDifferences(FigureBook book)
{
    /// <summary>Every figure of the body, breakdowns included, that differs. Problems as in <see cref="FigureBook.ReadAsync"/>.</summary>
    /// <param name="organisationId">The body.</param>
    /// <param name="period">The period; cut at the day of the earlier instant.</param>
    /// <param name="then">The earlier instant (UTC).</param>
    /// <param name="later">The later instant (UTC); null for now.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<Outcome<BodyDifferences>> ListAsync(int organisationId, Period period, DateTime then, DateTime? later, CancellationToken cancel = default)
    {
        var keys = (await book.ListHeadingsAsync(withOptions: true, cancel)).Select(heading => heading.Key).ToList();
        var read = await ReadAsync(organisationId, keys, period, then, later, withChildren: false, cancel);
        if (!read.Done)
            return Outcome<BodyDifferences>.Refused(read.Problems);
        var (before, after) = (read.Value.Then.Total, read.Value.Later.Total);
        return new BodyDifferences(after.Body, Differing(before, after));
    }

    /// <summary>One figure by the bodies below: those of which it differs, and the body's own work.</summary>
    /// <inheritdoc cref="ListAsync"/>
    public async Task<Outcome<FigureDifferencesBelow>> ListBelowAsync(int organisationId, FigureKey key, Period period, DateTime then, DateTime? later, CancellationToken cancel = default)
    {
        var read = await ReadAsync(organisationId, [key], period, then, later, withChildren: true, cancel);
        if (!read.Done)
            return Outcome<FigureDifferencesBelow>.Refused(read.Problems);
        var before = read.Value.Then.Rows.ToDictionary(row => (row.Kind, row.Body.Id));
        var rows = new List<(FigureRow, FigureDifference)>();
        foreach (var row in read.Value.Later.Rows)
        {
            var differing = before.TryGetValue((row.Kind, row.Body.Id), out var old) ? Differing(old, row) : [new(row[0] with { Value = null, Facts = 0 }, row[0])];
            rows.AddRange(differing.Select(one => (row, one)));
        }
        return new FigureDifferencesBelow(read.Value.Later.Total.Body, read.Value.Later.Headings[0], rows);
    }

    private async Task<Outcome<(FigureTable Then, FigureTable Later)>> ReadAsync(int organisationId, IReadOnlyList<FigureKey> keys, Period period, DateTime then, DateTime? later, bool withChildren, CancellationToken cancel)
    {
        // Of a period that was running then only the days until then are compared: what came since is no correction.
        var question = new FigureQuestion(organisationId, keys, period.UpTo(China.Day(then))) { WithChildren = withChildren };
        var before = await book.ReadAsync(question with { KnownAt = then }, cancel);
        if (!before.Done)
            return Outcome<(FigureTable, FigureTable)>.Refused(before.Problems);
        var after = await book.ReadAsync(question with { KnownAt = later }, cancel);
        return after.Done ? (before.Value, after.Value) : Outcome<(FigureTable, FigureTable)>.Refused(after.Problems);
    }

    private static IReadOnlyList<FigureDifference> Differing(FigureRow before, FigureRow after) =>
        [.. before.Figures.Zip(after.Figures, (then, later) => new FigureDifference(then, later)).Where(one => one.Then.Value != one.Later.Value || one.Then.Hedge != one.Later.Hedge)];
}
