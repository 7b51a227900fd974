using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Figures.Reading;
using Jinguo.Web.Setup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Jinguo.Web.Pages.Figures;

/// <summary>数据: the figures of a body with its children, or all bodies of a level below, in rows, each number to be opened.</summary>
[Needs(Right.FigureRead)]
public sealed class IndexModel(FigureBook book, MeasureChoices choices, OrganisationTree tree, Actor actor, TimeProvider time) : PageModel
{
    /// <summary>Children on one page.</summary>
    public const int PageSize = 50;

    /// <summary>The body; her own where none is named.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Organisation { get; set; }

    /// <summary>Code of the period, see <see cref="Period.TryParse"/>; the running year where none is named.</summary>
    [BindProperty(SupportsGet = true, Name = "period")]
    public string? PeriodCode { get; set; }

    /// <summary>Days of any other period; count before <see cref="PeriodCode"/>.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    /// <summary>Which columns: <see cref="MeasureChoices"/>.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    /// <summary>What stands beside each number: year, share, both or none.</summary>
    [BindProperty(SupportsGet = true)]
    public string Compare { get; set; } = "year";

    /// <summary>Whose tree is followed: <c>now</c> for today's, else as it was.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Tree { get; set; }

    /// <summary>The number of a <see cref="Core.Base.Organisations.Level"/> of which all bodies below are listed; those directly below without it.</summary>
    [BindProperty(SupportsGet = true, Name = "level")]
    public int? LevelNumber { get; set; }

    /// <summary>As the books were known then: a day or an instant; null for now.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Known { get; set; }

    public FigureView View => FigureView.Of(Tree, Known);

    /// <summary>The level whose bodies are listed; null for those directly below.</summary>
    public Level? Listed { get; private set; }

    /// <summary>Why the bodies of the level asked for are not listed.</summary>
    public string? LevelProblem { get; private set; }

    public FigureTable Table { get; private set; } = null!;

    public IReadOnlyList<FigureColumn> Columns { get; private set; } = [];

    public IReadOnlyList<SelectListItem> ShowItems { get; private set; } = [];

    /// <summary>The way down to this body from the highest that she may see.</summary>
    public IReadOnlyList<OrganisationStep> Steps { get; private set; } = [];

    /// <summary>What is asked for, uncut.</summary>
    public Period Asked { get; private set; }

    /// <summary>What is read, as far as it has run.</summary>
    public Period Span => Table.Periods[0];

    public DateOnly Today { get; } = time.Today();

    public FigureBody Body => Table.Total.Body;

    public Level Level => Steps.Count > 0 ? Steps[^1].Level : Level.Village;

    public bool WithYear => Compare is "year" or "both";

    public bool WithShare => Compare is "share" or "both";

    public int PageNumber { get; private set; } = 1;

    /// <summary>The children on this page.</summary>
    public IReadOnlyList<FigureRow> Children { get; private set; } = [];

    public bool HasCorrected => Table.Rows.Any(row => row.Figures.Any(figure => figure.IsCorrected));

    /// <summary>True where there is neither a number nor a word in place of one.</summary>
    public bool IsEmpty => Table.Total.Figures.All(figure => figure is { IsNone: true, Words: null });

    /// <summary>What stands under a table with sensitive figures; null for none.</summary>
    public string? Note => Table.Rows.SelectMany(row => row.Figures).Select(figure => figure.Note).FirstOrDefault(note => note is not null);

    public DateTime? LastPosted => Table.Total.Figures.Max(figure => figure.LastPosted);

    /// <summary>The levels whose bodies can be listed: directly below, then each further down to the village.</summary>
    public IReadOnlyList<SelectListItem> LevelItems =>
    [
        new($"各{BodyWords.Below(Level)}", "", Listed is null),
        .. Enum.GetValues<Level>().Where(level => level > Level + 1 && level <= Level.Village).Select(level => new SelectListItem($"各{level.Name()}", $"{(int)level}", level == Listed)),
    ];

    public static IReadOnlyList<SelectListItem> Trees(FigureTree chosen) =>
        [new("按当时的隶属关系", "", chosen == FigureTree.AsWas), new("按现在的隶属关系", "now", chosen == FigureTree.AsIs)];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await ReadAsync(cancel))
            return NotFound();
        ShowItems = await choices.ItemsAsync(Show, cancel);
        var steps = await tree.ListStepsAsync(Body.Path, cancel);
        Steps = [.. steps.Skip(Math.Max(0, OrganisationPath.Ids(actor.Path).Length - 1))];
        _ = int.TryParse(Request.Query["p"], out var page);
        var children = Table.Children.ToList();
        PageNumber = Math.Clamp(page, 1, Math.Max(1, (children.Count + PageSize - 1) / PageSize));
        Children = [.. children.Skip((PageNumber - 1) * PageSize).Take(PageSize)];
        return Page();
    }

    /// <summary>The same table as a workbook, all children and exact values.</summary>
    public async Task<IActionResult> OnGetExportAsync(CancellationToken cancel)
    {
        if (!await ReadAsync(cancel))
            return NotFound();
        var stream = new MemoryStream();
        FigureSheet.Write(stream, Table, WithYear, $"{Body.Name} {PeriodChoices.Name(Asked, Today)}{(View.Tree == FigureTree.AsIs ? " 按现在的隶属关系" : "")}{(View.KnownAt is { } known ? $" {Ui.Show.FullMoment(known)}为止入账" : "")}");
        stream.Position = 0;
        return File(stream, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"{BodyWords.Short(Body.Name)}数据 {Span.Code}.xlsx");
    }

    private async Task<bool> ReadAsync(CancellationToken cancel)
    {
        Asked = Period.TryOf(From, To, out var span) ? span
            : Period.TryParse(PeriodCode, out var period) ? period
            : Period.Year(Today.Year);
        var keys = await choices.ListAsync(Show, cancel);
        if (LevelNumber is { } number && Enum.IsDefined((Level)number))
            Listed = (Level)number;
        var question = new FigureQuestion(Organisation ?? actor.OrganisationId, keys, Asked) { WithChildren = true, Level = Listed, WithYearBefore = true, Tree = View.Tree, KnownAt = View.KnownAt };
        var read = await book.ReadAsync(question, cancel);
        if (read.Problems.FirstOrDefault(problem => problem.Field == "level") is { } many)
        {
            (Listed, LevelProblem) = (null, many.Text);
            read = await book.ReadAsync(question with { Level = null }, cancel);
        }
        if (!read.Done)
            return false;
        Table = read.Value;
        Columns = [.. Table.Total.Figures.Select(figure => new FigureColumn(figure))];
        return true;
    }
}
