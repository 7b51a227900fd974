using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Records.Cases;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Pages.Accounts;

/// <summary>Makes one account. Its password is in the answer, once.</summary>
[Needs(Right.AccountManage)]
public sealed class NewModel(AccountService service, Visible visible, OrganisationTree tree, CaseHandovers handovers, Separation separation, Settings settings) : PageModel
{
    private const int Lines = 2;

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>The password handed out, after the act.</summary>
    public IssuedSheet? Issued { get; private set; }

    /// <summary>True where the account then waits for the security administrator.</summary>
    public bool IsSeparated => separation.IsOn;

    /// <summary>The fields of the form.</summary>
    public sealed class Form
    {
        public Guid Key { get; set; } = Guid.CreateVersion7();

        public string? Name { get; set; }

        public string? UserName { get; set; }

        public List<RoleFields> Roles { get; set; } = [];
    }

    public void OnGet(string? body) => Input.Roles = [new() { Body = body }, .. RoleFields.Padded([], Lines - 1)];

    /// <summary>Bodies that match what is being typed, for the script of the field.</summary>
    public async Task<IActionResult> OnGetBodiesAsync(string? q, CancellationToken cancel) =>
        new JsonResult((await tree.OfferAsync(q, Right.AccountManage, RoleFields.MostChoices, cancel)).Select(body => new { body.Code, body.Text }));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var roles = await RoleFields.ReadAsync(Input.Roles, visible.Organisations(Right.AccountManage), tree, mayHaveEnded: await handovers.ListUnfinishedAsync(cancel), cancel);
        ModelState.Add(roles.Problems);
        if (ModelState.IsValid)
        {
            var outcome = await service.AddAsync(new(Input.Key, Input.Name ?? "", Input.UserName ?? "", roles.Value!), cancel);
            ModelState.Add(outcome.Problems);
            if (outcome.Done)
                Issued = new([outcome.Value], settings.PublicAddress);
        }
        return Page();
    }
}
