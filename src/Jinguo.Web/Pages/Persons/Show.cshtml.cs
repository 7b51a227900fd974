using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Ledgers;
using Jinguo.Web.Setup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Record = Jinguo.Core.Records.Ledgers.Record;

namespace Jinguo.Web.Pages.Persons;

/// <summary>One person, masked, and the records of the reader's own body that name her.</summary>
[Needs(Right.LedgerRead)]
public sealed class ShowModel(Db db, LedgerPersons persons, RecordTypeCatalogCache types, TimeProvider time) : PageModel
{
    private RecordTypeCatalog catalog = null!;

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public LedgerPerson Person { get; private set; } = null!;

    public IReadOnlyList<Record> Records { get; private set; } = [];

    public DateOnly Today { get; } = time.Today();

    /// <summary>Name of the record's ledger.</summary>
    public string Ledger(Record record) => catalog.Find(record.TypeCode)?.Type.Name ?? record.TypeCode;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        PageNumber = Math.Max(1, PageNumber);
        if (await persons.FindAsync(id, PageNumber, cancel) is not { } found)
            return NotFound();
        (Person, Records) = found;
        catalog = await types.GetAsync(db, cancel);
        return Page();
    }
}
