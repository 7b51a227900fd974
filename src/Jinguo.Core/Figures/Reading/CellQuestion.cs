using Jinguo.Core.Facts;

namespace Jinguo.Core.Figures.Reading;

/// <summary>Which cells are wanted.</summary>
/// <param name="Body">The body.</param>
/// <param name="Paths">Where it hung over time, or hangs today: what its facts are found by.</param>
/// <param name="Children">Bodies below that are wanted as well.</param>
/// <param name="AreDeep">True where they hang anywhere below, false for directly below.</param>
/// <param name="Regions">The regions of all these bodies.</param>
/// <param name="FactRegion">The region of all that is below the body; null where there are several.</param>
/// <param name="Tree">Whose tree is followed.</param>
/// <param name="Measures">Flows, stocks and observed measures.</param>
/// <param name="Options">Options wanted besides the totals of all measures.</param>
/// <param name="Today">The day at which the periods were cut.</param>
/// <param name="Spans">Periods as far as they have run.</param>
/// <param name="KnownAt">As the books stood at this instant, or null for now.</param>
internal sealed record CellQuestion(int Body, IReadOnlyList<string> Paths, IReadOnlyList<int> Children, bool AreDeep, IReadOnlyList<int> Regions, int? FactRegion, FigureTree Tree, IReadOnlyCollection<Measure> Measures, IReadOnlyCollection<(int Measure, int Option)> Options, DateOnly Today, IReadOnlyList<Span> Spans, DateTime? KnownAt);
