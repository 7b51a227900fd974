using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Records.Ledgers;
using Jinguo.Web.Setup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Pages.Ledgers;

/// <summary>Which ledger a new record goes into.</summary>
[Needs(Right.LedgerWrite)]
public sealed class ChooseModel(Db db, RecordTypeCatalogCache types, Actor actor) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int? Body { get; set; }

    public string BodyQuery => Body is { } body ? $"?body={body}" : "";

    public IReadOnlyList<LedgerType> Types { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Types = (await types.GetAsync(db, cancel)).Offered(actor.Path);
}
