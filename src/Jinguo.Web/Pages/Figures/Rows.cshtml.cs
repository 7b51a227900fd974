using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Figures.Reading;
using Jinguo.Core.Records.Ledgers;
using Jinguo.Core.Records.OldReports;
using Jinguo.Web.Setup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Web.Pages.Figures;

/// <summary>The records behind a figure, newest day first; those she may not open are counted.</summary>
[Needs(Right.FigureRead)]
public sealed class RowsModel(FigureExplainer explainer, OldReportReader oldReports, Visible visible) : PageModel
{
    /// <summary>Lines on one page.</summary>
    public const int PageSize = 50;

    private Dictionary<Guid, string> titles = [];

    [BindProperty(SupportsGet = true)]
    public int Organisation { get; set; }

    /// <summary>Measure, or measure:option.</summary>
    [BindProperty(SupportsGet = true)]
    public string Figure { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "period")]
    public string PeriodCode { get; set; } = "";

    /// <summary>Whose tree is followed: <c>now</c> for today's, else as it was.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Tree { get; set; }

    /// <summary>As the books were known then: a day or an instant; null for now.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Known { get; set; }

    /// <summary><c>own</c> for what the body did itself.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Of { get; set; }

    public FigureView View => FigureView.Of(Tree, Known, Of);

    public FactPage Facts { get; private set; } = null!;

    public Period Asked { get; private set; }

    public int PageNumber { get; private set; } = 1;

    /// <summary>How the record behind a fact is called.</summary>
    public string Title(FactLine line) => line.Source.Kind switch
    {
        RecordRef.Term => "看届次",
        RecordRef.Post => "看任职",
        RecordRef.OldFigure => $"摘自《{titles.GetValueOrDefault(line.Source.Id, "旧材料")}》",
        _ => titles.GetValueOrDefault(line.Source.Id, "看记录"),
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!Period.TryParse(PeriodCode, out var period))
            return NotFound();
        Asked = period;
        PageNumber = int.TryParse(Request.Query["p"], out var page) ? Math.Max(1, page) : 1;
        var read = await explainer.ListFactsAsync(Organisation, FigureKey.Parse(Figure), period, PageNumber, PageSize, knownAt: View.KnownAt, tree: View.Tree, isOwn: View.IsOwn, cancel: cancel);
        if (!read.Done)
            return NotFound();
        Facts = read.Value;
        var records = Facts.Lines.Where(line => line.Source.Kind == RecordRef.Ledger).Select(line => line.Source.Id).ToList();
        if (records.Count > 0)
            titles = await visible.Of<Record>(Right.LedgerRead).Where(record => records.Contains(record.Id)).ToDictionaryAsync(record => record.Id, record => record.Title, cancel);
        // Hardly ever are there both, or any of these.
        var figures = Facts.Lines.Where(line => line.Source.Kind == RecordRef.OldFigure).Select(line => line.Source.Id).Distinct().ToList();
        if (figures.Count > 0)
            foreach (var (id, title) in await oldReports.TitlesAsync(figures, cancel))
                titles[id] = title;
        return Page();
    }
}
