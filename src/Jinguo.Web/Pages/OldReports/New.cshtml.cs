using System.Globalization;
using System.Text.RegularExpressions;
using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.OldReports;
using Jinguo.Core.Reports.Checking;
using Jinguo.Office;
using Jinguo.Office.Drafts;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Jinguo.Web.Ui.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Jinguo.Web.Pages.OldReports;

/// <summary>旧材料补进台账: a document is read, its figures are proposed, and those that are ticked are entered. Every step sends the document again.</summary>
[Needs(Right.LedgerWrite)]
[RequestSizeLimit(LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestRequest, ValueLengthLimit = LargestValue, ValueCountLimit = MostValues)]
public sealed partial class NewModel(FigureProposals proposals, OldReportService service, Visible visible, TimeProvider time) : PageModel
{
    /// <summary>More rows than this are not shown: nobody looks them over.</summary>
    public const int MostRows = OldReportChecks.MostFigures;

    private const int LargestRequest = 16 << 20;
    private const int LargestValue = 9 << 20;
    private const int MostValues = 4096;
    private const int FirstYear = 1949;

    [BindProperty]
    public OldDocument Source { get; set; } = new();

    /// <summary>The client key: the table is entered once, however often it is sent.</summary>
    [BindProperty]
    public Guid Key { get; set; }

    /// <summary>Whose document it is; her own body's where none is named.</summary>
    [BindProperty]
    public int? Organisation { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    /// <summary>The year that it reports on.</summary>
    [BindProperty]
    public int? Year { get; set; }

    /// <summary>What of the year: <c>H1</c>, <c>Q3</c>, <c>-05</c>; empty for all of it.</summary>
    [BindProperty]
    public string? Part { get; set; }

    /// <summary>Why it is entered now; needed where books are closed.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The rows that are ticked.</summary>
    [BindProperty]
    public List<int> Take { get; set; } = [];

    public Organisation Body { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Bodies { get; private set; } = [];

    public Period Asked { get; private set; }

    public DateOnly Today { get; } = time.Today();

    public ProposedFigures? Read { get; private set; }

    public IReadOnlyList<OldRow> Rows { get; private set; } = [];

    /// <summary>The year that its title or its file names, where that is another than the one chosen; else null.</summary>
    public int? OtherYear =>
        YearInName().Match($"{Title} {Source.Name}") is { Success: true } found && int.Parse(found.ValueSpan, CultureInfo.InvariantCulture) is var named && named != Year ? named : null;

    public IEnumerable<SelectListItem> Parts =>
        new (string Name, string Code)[] { ("全年", ""), ("上半年", "H1"), ("下半年", "H2") }
            .Concat(Enumerable.Range(1, 4).Select(quarter => ($"第{quarter}季度", $"Q{quarter}")))
            .Concat(Enumerable.Range(1, 12).Select(month => ($"{month}月", $"-{month:00}")))
            .Select(part => new SelectListItem(part.Item1, part.Item2, part.Item2 == (Part ?? "")));

    public async Task<IActionResult> OnGetAsync(int? organisation, CancellationToken cancel)
    {
        (Organisation, Key, Year) = (organisation, Guid.CreateVersion7(time.GetUtcNow()), Today.Year - 1);
        return await LoadAsync(cancel) ? Page() : NotFound();
    }

    /// <summary>Reads the document and shows what it tells.</summary>
    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
            return NotFound();
        if (await ReadAsync(file, cancel))
            Rows = [.. Read!.Figures.Take(MostRows).Select(OldRow.Of)];
        return Page();
    }

    /// <summary>Enters the rows that are ticked.</summary>
    public async Task<IActionResult> OnPostConfirmAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
            return NotFound();
        if (!await ReadAsync(null, cancel))
            return Page();
        // What is entered is what the document says: of the page come the ticks and the choices alone.
        var taken = Take.ToHashSet();
        Rows = [.. Read!.Figures.Take(MostRows).Select(figure => OldRow.Of(figure, Request.Form, taken))];
        var chosen = Rows.Where(row => row.IsTaken && row.Figure.Hindrance is null).ToList();
        var added = await service.AddAsync(new(Key, Body.Id, Title ?? "", Asked, Source.Name ?? "", [.. chosen.Select(row => row.ToConfirm())], Reason), new MemoryStream(Source.File), cancel);
        if (added.Done)
        {
            this.Tell(MessageKind.Ok, $"{chosen.Count}个数已入账，每个都能点回这份材料。");
            return LocalRedirect($"/old-reports/{added.Value.Id}");
        }
        Refuse(added.Problems, chosen);
        return Page();
    }

    private void Refuse(IReadOnlyList<Problem> problems, List<OldRow> chosen)
    {
        ModelState.Clear();
        foreach (var problem in problems)
        {
            if (problem.Row is not { } number)
            {
                ModelState.AddModelError(problem.Field is "title" or nameof(NewOldReport.Reason) ? char.ToUpperInvariant(problem.Field[0]) + problem.Field[1..] : "", problem.Text);
                continue;
            }
            var row = chosen[number - 1];
            ModelState.AddModelError($"row-{row.Key}", problem.Text);
            FieldLabels.Of(HttpContext)[$"row-{row.Key}"] = (row.Written, $"row-{row.Key}");
            Rows = [.. Rows.Select(one => one.Key == row.Key ? one with { Problem = one.Problem is { } first ? $"{first}{problem.Text}" : problem.Text } : one)];
        }
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await BodyChoices.FindAsync(visible, Right.LedgerWrite, Organisation, cancel) is not var (chosen, offered))
            return false;
        (Body, Bodies) = (chosen, offered);
        return true;
    }

    private async Task<bool> ReadAsync(IFormFile? file, CancellationToken cancel)
    {
        if (Year is not >= FirstYear || Year > Today.Year || !Period.TryParse($"{Year}{Part}", out var period))
        {
            ModelState.AddModelError(nameof(Year), $"请填材料写的是哪一年，{FirstYear}到{Today.Year}。");
            return false;
        }
        Asked = period;
        try
        {
            if (await Source.ReadAsync(file, cancel) is not { } draft)
            {
                ModelState.AddModelError(nameof(file), "请选一个文件。");
                return false;
            }
            if (string.IsNullOrWhiteSpace(Title))
                Title = OldDocument.Heading(draft) ?? Path.GetFileNameWithoutExtension(Source.Name);
            // Its own word would stand before the one that was just made.
            ModelState.Remove(nameof(Title));
            return await ProposeAsync(draft, cancel);
        }
        catch (OfficeFormatException cause)
        {
            ModelState.AddModelError(nameof(file), cause.Message);
            return false;
        }
    }

    private async Task<bool> ProposeAsync(DraftText draft, CancellationToken cancel)
    {
        var read = await proposals.ReadAsync(draft, new(Body.Id, Asked), cancel);
        ModelState.Add(read.Problems, prefix: "");
        Read = read.Value;
        return read.Done;
    }

    [GeneratedRegex("(19|20)[0-9]{2}(?=年)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex YearInName();
}
