using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;

namespace Jinguo.Core.Figures.Reading;

/// <summary>Which figures are wanted. However many keys, periods and children, they are read in the same few statements.</summary>
/// <param name="OrganisationId">The body.</param>
/// <param name="Keys">Measures and options.</param>
/// <param name="Periods">Periods; each is cut at today, because days to come do not count yet.</param>
public sealed record FigureQuestion(int OrganisationId, IReadOnlyList<FigureKey> Keys, params IReadOnlyList<Period> Periods)
{
    /// <summary>True to read the bodies directly below as well, and what the body did itself.</summary>
    public bool WithChildren { get; init; }

    /// <summary>With children: all bodies of this level below in place of those directly below; then without what the body did itself.</summary>
    public Level? Level { get; init; }

    /// <summary>True to read the same periods of the year before, cut at the same day.</summary>
    public bool WithYearBefore { get; init; }

    /// <summary>Whose tree is followed.</summary>
    public FigureTree Tree { get; init; }

    /// <summary>As the books stood at this instant (UTC); null for now.</summary>
    public DateTime? KnownAt { get; init; }

    /// <summary>
    /// True for what goes up or is kept for others (a table, a report): of sensitive measures the reader's own body tells
    /// only what is published of it, too.
    /// </summary>
    public bool ForOthers { get; init; }

    /// <summary>True to read the books as they are stored, sensitive measures and what is published of them: to verify them, and for nobody's eyes.</summary>
    internal bool AsStored { get; init; }
}

/// <summary>Whose tree figures follow (figures.md, law 4).</summary>
public enum FigureTree
{
    /// <summary>按当时: each fact counts where its body hung on its day. What was reported stays as it was reported.</summary>
    AsWas,

    /// <summary>按现在: everything counts where its body hangs today, so that years can be compared.</summary>
    AsIs,
}

/// <summary>What a row of figures stands for.</summary>
public enum FigureRowKind
{
    /// <summary>The body with everything below it.</summary>
    Total,

    /// <summary>A body directly below, or one of the level asked for, with everything below that.</summary>
    Child,

    /// <summary>What the body did itself: 本级.</summary>
    Own,
}

/// <summary>The figures of one body.</summary>
public sealed class FigureRow
{
    private readonly Figure[][] figures;

    internal FigureRow(FigureRowKind kind, FigureBody body, Figure[][] figures) => (Kind, Body, this.figures) = (kind, body, figures);

    /// <summary>What the row stands for.</summary>
    public FigureRowKind Kind { get; }

    /// <summary>The body.</summary>
    public FigureBody Body { get; }

    /// <summary>The figures of the first period, in the order of the keys.</summary>
    public IReadOnlyList<Figure> Figures => figures[0];

    /// <summary>The figure of a key in a period, both by their place in the question.</summary>
    public Figure this[int key, int period = 0] => figures[period][key];

    /// <summary>True when nothing is recorded anywhere in the row.</summary>
    public bool IsNone => figures.All(period => period.All(figure => figure.IsNone));
}

/// <summary>A body as the head of a row.</summary>
/// <param name="Id">Key.</param>
/// <param name="Name">Name; as it was, the one at the end of the period.</param>
/// <param name="Code">Code.</param>
/// <param name="Path">Path.</param>
/// <param name="HasEnded">True when it no longer exists; its past figures remain.</param>
public sealed record FigureBody(int Id, string Name, string Code, string Path, bool HasEnded = false);

/// <summary>The answer to a <see cref="FigureQuestion"/>.</summary>
/// <param name="Headings">What is counted, in the order of the keys.</param>
/// <param name="Periods">
/// The periods as cut, in the order of the question; with <see cref="FigureQuestion.WithYearBefore"/> followed by theirs
/// of the year before in the same order.
/// </param>
/// <param name="Rows">The body itself, then its children in the tree's order, then its own work.</param>
public sealed record FigureTable(IReadOnlyList<FigureHeading> Headings, IReadOnlyList<Period> Periods, IReadOnlyList<FigureRow> Rows)
{
    /// <summary>The body with everything below it.</summary>
    public FigureRow Total => Rows[0];

    /// <summary>The children.</summary>
    public IEnumerable<FigureRow> Children => Rows.Where(row => row.Kind == FigureRowKind.Child);

    /// <summary>What the body did itself; null where there is nothing below it, for then it is the total, and where a level was asked for.</summary>
    public FigureRow? Own => Rows[^1].Kind == FigureRowKind.Own ? Rows[^1] : null;
}
