using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Search;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Figures.Reading;
using Jinguo.Core.Records.Ledgers;
using Jinguo.Web.Setup;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Jinguo.Web.Pages.Search;

/// <summary>搜索: bodies, figures, records and reports that hold the words, as far as she may see them.</summary>
[Needs(Right.Basic)]
public sealed class IndexModel(SearchReader reader, RecordReader records, OrganisationTree tree, FigureBook book, LedgerPersons persons, Visible visible, TimeProvider time) : PageModel
{
    private const int FewOthers = 5;

    private Dictionary<Guid, string> texts = [];

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    /// <summary>One of <see cref="SearchKinds"/>; empty for all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public PageOf<SearchHit> Found { get; private set; } = new([], 0);

    public IReadOnlyList<OrganisationLine> Bodies { get; private set; } = [];

    public IReadOnlyList<FigureHeading> Headings { get; private set; } = [];

    /// <summary>The person whose whole ID or phone number was asked for, where her own body asks; or null.</summary>
    public LedgerPerson? Person { get; private set; }

    public DateOnly Today { get; } = time.Today();

    /// <summary>True for whoever sees records or reports; an administrator searches bodies alone.</summary>
    public bool MaySeeWork => visible.Actor.Has(Right.LedgerRead) || visible.Actor.Has(Right.ReportRead);

    public bool IsAsked => !string.IsNullOrWhiteSpace(Words);

    public IReadOnlyList<SelectListItem> Kinds =>
        [new("全部", ""), new("台账记录", SearchKinds.Record, Kind == SearchKinds.Record), new("总结", SearchKinds.Report, Kind == SearchKinds.Report)];

    public static string Address(SearchEntry entry) => entry.Kind == SearchKinds.Report ? $"/reports/{entry.SourceId}" : $"/ledgers/{entry.SourceId}";

    /// <summary>The words around what was found; empty where they stand elsewhere, as in a file.</summary>
    public IReadOnlyList<FoundPiece> Around(SearchHit hit) => texts.TryGetValue(hit.Entry.SourceId, out var text) ? FoundText.Around(text, Words!) : [];

    /// <summary>Pieces as markup, the words found marked.</summary>
    public static IHtmlContent Marked(IReadOnlyList<FoundPiece> pieces)
    {
        var html = new HtmlContentBuilder();
        foreach (var piece in pieces)
            _ = piece.IsFound ? html.AppendHtml("<mark>").Append(piece.Text).AppendHtml("</mark>") : html.Append(piece.Text);
        return html;
    }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (!IsAsked)
            return;
        PageNumber = Math.Max(1, PageNumber);
        Found = await reader.FindAsync(Words, string.IsNullOrEmpty(Kind) ? null : Kind, PageNumber, cancel);
        texts = await records.ReadTextsAsync([.. Found.Lines.Where(hit => hit.Entry.Kind == SearchKinds.Record).Select(hit => hit.Entry.SourceId)], cancel);
        if (PageNumber > 1 || !string.IsNullOrEmpty(Kind))
            return;
        if (await persons.FindByNumberAsync(Words, cancel) is { } id)
            Person = (await persons.FindAsync(id, page: 1, cancel))?.Person;
        Bodies = await tree.SearchAsync(Words, most: FewOthers, cancel: cancel);
        if (visible.Actor.Has(Right.FigureRead))
            Headings = [.. (await book.ListHeadingsAsync(cancel: cancel)).Where(IsCalled).Take(FewOthers)];
    }

    private bool IsCalled(FigureHeading heading) =>
        heading.Synonyms.Append(heading.Name).Any(name => name.Contains(Words!.Trim(), StringComparison.OrdinalIgnoreCase));
}
