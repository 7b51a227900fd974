using Jinguo.Core.Base.Time;
using Jinguo.Core.Figures.Reading;
using Jinguo.Core.Records.OldReports;
using Jinguo.Core.Reports.Checking;

namespace Jinguo.Web.Pages.OldReports;

/// <summary>A number of an old document as a row of the table that is confirmed.</summary>
/// <param name="Figure">What is proposed.</param>
/// <param name="IsTaken">Whether it is ticked.</param>
/// <param name="Measure">The measure chosen, or empty.</param>
/// <param name="Period">The period chosen.</param>
public sealed record OldRow(ProposedFigure Figure, bool IsTaken, string Measure, string Period)
{
    /// <summary>What is wrong with it; null while nothing is.</summary>
    public string? Problem { get; init; }

    /// <summary>Its key on the page: where the number begins.</summary>
    public int Key => Figure.Mention.Start;

    /// <summary>The number as it is written.</summary>
    public string Written => Figure.Mention.Text;

    /// <summary>The sentence before the number.</summary>
    public string Before => Figure.Sentence.Text[..Figure.Sentence.At];

    /// <summary>The sentence behind it.</summary>
    public string Behind => Figure.Sentence.Text[(Figure.Sentence.At + Written.Length)..];

    /// <summary>The periods offered: its own, and those of its year down to quarters.</summary>
    public IEnumerable<Period> Periods
    {
        get
        {
            var (own, year) = (Figure.Period, Figure.Period.Last.Year);
            return new[] { own, Core.Base.Time.Period.Year(year), Core.Base.Time.Period.Half(year, 1), Core.Base.Time.Period.Half(year, 2) }
                .Concat(Enumerable.Range(1, 4).Select(quarter => Core.Base.Time.Period.Quarter(year, quarter))).Distinct();
        }
    }

    /// <summary>What the books say already of what it may be, or null.</summary>
    public LedgerFigure? Recorded => Figure.Books.Count > 0 ? Figure.Books[0] : null;

    /// <summary>As proposed.</summary>
    public static OldRow Of(ProposedFigure figure) => new(figure, figure.IsProposed, figure.May is [var only] ? only.Key.ToString() : "", figure.Period.Code);

    /// <summary>As it was sent.</summary>
    public static OldRow Of(ProposedFigure figure, IFormCollection form, IReadOnlySet<int> taken) =>
        new(figure, taken.Contains(figure.Mention.Start), $"{form[$"measure.{figure.Mention.Start}"]}", $"{form[$"period.{figure.Mention.Start}"]}");

    /// <summary>As it is confirmed; without a measure or period where none was chosen, which is refused in words.</summary>
    public NewOldFigure ToConfirm()
    {
        var key = FigureKey.Parse(Measure);
        return new(key.Measure, key.Option, Core.Base.Time.Period.TryParse(Period, out var period) ? period : Figure.Period, Figure.Mention.Value, Figure.Hedge,
            new(Figure.Sentence.Text, Figure.Sentence.At, Written.Length, Key));
    }
}
