using Jinguo.Core.Base.Access;
using Jinguo.Core.Figures.Tables.Filing;
using Jinguo.Web.Setup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Pages.Tables;

/// <summary>What a cell of a table is reckoned from: its equation, the bodies it adds up, what was added by hand. A figure alone leads to its own page.</summary>
[Needs(Right.TableRead)]
public sealed class CellModel(CellAccounts accounts) : PageModel
{
    public CellAccount Account { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, string row, string column, CancellationToken cancel)
    {
        if (await accounts.FindAsync(id, row, column, cancel) is not { } account || account.Cell.IsText)
            return NotFound();
        Account = account;
        return account.Opened.IsFigureAlone(account.Row, account.Column)
            ? LocalRedirect(TableAddress.Figure(account.Opened, account.Opened.FigureOf(account.Row, account.Column)!))
            : Page();
    }
}
