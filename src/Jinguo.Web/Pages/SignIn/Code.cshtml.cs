using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Office.Documents;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Pages.SignIn;

/// <summary>Takes up one-time codes: a secret as a square code, the first code back, then the recovery codes, once.</summary>
[Needs(Right.Basic)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class CodeModel(Db db, CurrentActor current, SecondFactorService codes, CodeTickets tickets, SignInDesk desk) : PageModel
{
    private const int SquarePixels = 5;
    private string secret = "";
    private string userName = "";

    public string Ticket => tickets.ForSecret(secret);

    public IReadOnlyList<string> Recovery { get; private set; } = [];

    public bool IsWanted => current.Duty == OwnDuty.SecondFactor && Recovery.Count == 0;

    /// <summary>The secret in groups of four, as it is typed.</summary>
    public string SpacedSecret => string.Join(' ', secret.Chunk(4).Select(group => new string(group)));

    public byte[] Picture => QrCode.Png($"otpauth://totp/Jinguo:{Uri.EscapeDataString(userName)}?secret={secret}&issuer=Jinguo", SquarePixels);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        secret = OneTimeCode.NewSecret();
    }

    public async Task<IActionResult> OnPostAsync(string? ticket, string? code, CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (tickets.ReadSecret(ticket) is not { } shown)
        {
            secret = OneTimeCode.NewSecret();
            ModelState.AddModelError("", "停留太久，请重新扫码。");
            return Page();
        }
        secret = shown;
        var outcome = await codes.TakeUpAsync(current.Actor, secret, code, cancel);
        if (!outcome.Done)
        {
            ModelState.Add(outcome.Problems, prefix: "");
            return Page();
        }
        Recovery = outcome.Value;
        await desk.GoOnAsync(HttpContext, current.Actor.AccountId!.Value, current.Actor.OrganisationId, cancel);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancel) =>
        userName = (await db.Accounts.FindAsync([current.Actor.AccountId!.Value], cancel))!.UserName;
}
