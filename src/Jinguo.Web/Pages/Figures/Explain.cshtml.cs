using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Figures.Reading;
using Jinguo.Web.Setup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Pages.Figures;

/// <summary>What one figure is made of: beside the table, or a page of its own without script.</summary>
[Needs(Right.FigureRead)]
public sealed class ExplainModel(FigureExplainer explainer, TimeProvider time) : PageModel
{
    /// <summary>Bodies of the composition shown before the rest is put together.</summary>
    public const int MostParts = 8;

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

    public Explanation Explained { get; private set; } = null!;

    public Period Asked { get; private set; }

    public DateOnly Today { get; } = time.Today();

    public FigureColumn Column => new(Explained.Figure);

    /// <summary>安和县妇联和所辖18个乡镇（街道）、216个村（社区）.</summary>
    public string Scope
    {
        get
        {
            if (View.IsOwn)
                return $"{Explained.Body.Name}自己做的，不含下级";
            var below = Explained.Scope.Select(level => $"{level.Bodies}个{level.Level.Name()}").ToList();
            return below.Count == 0 ? Explained.Body.Name : $"{Explained.Body.Name}和所辖{string.Join('、', below)}";
        }
    }

    /// <summary>Own work first, then the bodies below; those past <see cref="MostParts"/> are put together.</summary>
    public (IReadOnlyList<FigureRow> Shown, IReadOnlyList<FigureRow> Others) Composition
    {
        get
        {
            var all = Explained.Composition.OrderByDescending(row => row.Kind == FigureRowKind.Own).ToList();
            return all.Count <= MostParts + 1 ? (all, []) : (all[..MostParts], all[MostParts..]);
        }
    }

    /// <summary>第3版 云妇发〔2024〕12号，2024年起.</summary>
    public static string Source(FigureDefinition definition)
    {
        var issued = string.Join(' ', new[] { $"第{definition.Version}版", definition.Issuer, definition.DocumentNumber }.Where(part => !string.IsNullOrEmpty(part)));
        return $"{issued}，{definition.ValidFrom.Year}年起";
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!Period.TryParse(PeriodCode, out var period))
            return NotFound();
        Asked = period;
        var read = await explainer.ExplainAsync(Organisation, FigureKey.Parse(Figure), period, knownAt: View.KnownAt, tree: View.Tree, isOwn: View.IsOwn, cancel: cancel);
        if (!read.Done)
            return NotFound();
        Explained = read.Value;
        return Page();
    }
}
