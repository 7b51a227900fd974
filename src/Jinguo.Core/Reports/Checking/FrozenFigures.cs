using Jinguo.Core.Reports.Writing;
using Jinguo.Office.Drafts;
using Jinguo.Office.Mentions;

namespace Jinguo.Core.Reports.Checking;

/// <summary>A link in a draft.</summary>
/// <param name="Start">First letter, in UTF-16 units of the text.</param>
/// <param name="End">Behind the last letter.</param>
/// <param name="Address">Where it leads.</param>
public sealed record DraftLink(int Start, int End, string Address)
{
    /// <summary>The links of a draft that lead to frozen figures.</summary>
    public static IReadOnlyList<DraftLink> Of(DraftText draft) =>
    [
        .. from paragraph in draft.Paragraphs
           from link in paragraph.Word?.Links ?? []
           where ReportAddress.FigureOf(link.Address) is not null
           select new DraftLink(paragraph.Start + link.Start, paragraph.Start + link.Start + link.Text.Length, link.Address),
    ];
}

/// <summary>The frozen figures of a report that Jinguo made and somebody edited: its numbers still lead to them.</summary>
public sealed class FrozenFigures(ReportReader reports)
{
    /// <summary>More reports than this are not quoted in one draft.</summary>
    private const int MostReports = 5;

    /// <summary>The frozen figure of each number that leads to one.</summary>
    public async Task<IReadOnlyDictionary<Mention, LedgerFigure>> FindAsync(IReadOnlyList<DraftLink> links, IReadOnlyList<Mention> mentions, CancellationToken cancel = default)
    {
        var found = new Dictionary<Mention, LedgerFigure>();
        var quoting = links.Select(link => (Link: link, Place: ReportAddress.FigureOf(link.Address))).Where(one => one.Place is not null)
            .GroupBy(one => (one.Place!.Value.Report, one.Place.Value.Snapshot)).Take(MostReports).ToList();
        if (quoting.Count == 0)
            return found;
        var snapshots = (await reports.ListSnapshotsAsync([.. quoting.Select(of => of.Key.Report)], cancel)).ToDictionary(snapshot => (snapshot.Report, snapshot.Number));
        foreach (var of in quoting)
        {
            if (!snapshots.TryGetValue(of.Key, out var snapshot))
                continue;
            var figures = snapshot.Figures.ToDictionary(figure => figure.Number);
            var next = 0;
            foreach (var (link, place) in of.OrderBy(one => one.Link.Start))
            {
                while (next < mentions.Count && mentions[next].End <= link.Start)
                    next++;
                if (figures.TryGetValue(place!.Value.Number, out var figure))
                    for (var at = next; at < mentions.Count && mentions[at].Start < link.End; at++)
                        found[mentions[at]] = LedgerFigure.Of(figure.Quote) with { FrozenAt = figure.Quote.TakenAt ?? snapshot.TakenAt, Tree = snapshot.Tree };
            }
        }
        return found;
    }
}
