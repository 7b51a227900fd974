using System.Globalization;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Files;
using Jinguo.Core.Base.Forms;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Ledgers;
using Jinguo.Core.Records.Ledgers.Exchange;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Web.Pages.Ledgers;

/// <summary>簿册: the ledgers of a body as one book, to be printed or taken as a workbook.</summary>
[Needs(Right.LedgerRead)]
public sealed class BooksModel(LedgerBooks books, Visible visible, Actor actor, TimeProvider time) : PageModel
{
    private const int YearsOffered = 6;
    private const int MostBodies = 300;

    [BindProperty(SupportsGet = true, Name = "bundle")]
    public string? AskedBundle { get; set; }

    /// <summary>An earlier version of the bundle; null for the one in force.</summary>
    [BindProperty(SupportsGet = true, Name = "version")]
    public int? AskedVersion { get; set; }

    [BindProperty(SupportsGet = true, Name = "body")]
    public int? AskedBody { get; set; }

    [BindProperty(SupportsGet = true, Name = "year")]
    public int? AskedYear { get; set; }

    public LedgerBook? Book { get; private set; }

    public IReadOnlyList<SelectListItem> Bundles { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Bodies { get; private set; } = [];

    public IEnumerable<SelectListItem> Years => Enumerable.Range(0, YearsOffered).Select(back => time.Today().Year - back).Append(Year).Distinct()
        .Select(year => new SelectListItem($"{year}年", year.ToString(CultureInfo.InvariantCulture), year == Year));

    public string FileAddress => $"/ledgers/books?handler=File&bundle={Book!.Bundle.Code}&body={Book.Body.Id}&year={Book.Year}{(AskedVersion is { } version ? $"&version={version}" : "")}";

    /// <summary>True where it is not the version in force.</summary>
    public bool IsEarlier { get; private set; }

    private int Year => AskedYear is >= 1949 and <= 2100 ? AskedYear.Value : time.Today().Year;

    /// <summary>What a record holds besides day and title, field by field; persons masked.</summary>
    public static string Content(LedgerRow row) => string.Join("；", row.Type.Fields
        .Where(field => field.Type != FieldType.File && field.Code is not (RecordType.DayField or RecordType.UntilField) && row.Values[field.Code] is not null)
        .Select(field => $"{field.Name} {FieldText.InSentence(field, row.Values[field.Code], null)}"));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnGetFileAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel) || Book is not { } book)
            return NotFound();
        var target = TemporaryFile.Create();
        var written = await books.WriteAsync(target, book, cancel);
        if (written.Done)
        {
            target.Position = 0;
            return File(target, MediaTypes.Excel, $"{book.Body.Name}{book.Year}年{book.Bundle.Name}.xlsx");
        }
        await target.DisposeAsync();
        ModelState.Add(written.Problems, prefix: "");
        return Page();
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var all = await books.ListAsync(cancel);
        if (all.Count == 0 && AskedBundle is null)
            return true;
        var own = actor.OrganisationId;
        var bodies = await visible.Organisations(Right.LedgerRead).Where(body => body.Id == own || body.ParentId == own || body.Id == AskedBody)
            .OrderBy(body => body.Level).ThenBy(body => body.Order).ThenBy(body => body.Code).Select(body => new { body.Id, body.Name }).Take(MostBodies).ToListAsync(cancel);
        var chosen = AskedBody ?? own;
        Bodies = [.. bodies.Select(body => new SelectListItem(body.Name, body.Id.ToString(CultureInfo.InvariantCulture), body.Id == chosen))];
        Book = await books.FindAsync(AskedBundle ?? all[0].Code, chosen, Year, AskedVersion, cancel);
        IsEarlier = Book is not null && !all.Contains(Book.Bundle);
        // One that was ended is not among those in force.
        Bundles = [.. all.Concat(IsEarlier ? [Book!.Bundle] : []).DistinctBy(bundle => bundle.Code).Select(bundle => new SelectListItem(bundle.Name, bundle.Code, bundle.Code == Book?.Bundle.Code))];
        return Book is not null;
    }
}
