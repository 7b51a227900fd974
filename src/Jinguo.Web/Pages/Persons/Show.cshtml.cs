using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Ledgers;
using Jinguo.Core.Records.Posts;
using Jinguo.Web.Setup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Record = Jinguo.Core.Records.Ledgers.Record;

namespace Jinguo.Web.Pages.Persons;

/// <summary>One person, masked, with her posts and the records of the reader's own body that name her.</summary>
[Needs(Right.LedgerRead)]
public sealed class ShowModel(Db db, LedgerPersons persons, PostReader posts, RecordTypeCatalogCache types, TimeProvider time) : PageModel
{
    private RecordTypeCatalog catalog = null!;

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public LedgerPerson Person { get; private set; } = null!;

    public IReadOnlyList<Record> Records { get; private set; } = [];

    /// <summary>Her posts within the reader's reach. They do not lead further: a post's page says her whole name.</summary>
    public IReadOnlyList<PersonPost> Posts { get; private set; } = [];

    public DateOnly Today { get; } = time.Today();

    /// <summary>Name of the record's ledger.</summary>
    public string Ledger(Record record) => catalog.Find(record.TypeCode)?.Type.Name ?? record.TypeCode;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        PageNumber = Math.Max(1, PageNumber);
        if (await persons.FindAsync(id, PageNumber, cancel) is not { } found)
            return NotFound();
        (Person, Records) = found;
        Posts = await posts.ListOfPersonAsync(id, cancel);
        catalog = await types.GetAsync(db, cancel);
        return Page();
    }
}
