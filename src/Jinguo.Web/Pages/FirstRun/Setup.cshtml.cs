using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations.Divisions;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Jinguo.Web.Pages.FirstRun;

/// <summary>The first page of an empty installation: choose the body step by step, then its administrator. There only while there is no account.</summary>
[AllowAnonymous]
public sealed class SetupModel(Web.Setup.FirstRun run, PasswordRules rules, DivisionPackage package) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "province")]
    public string? Province { get; set; }

    [BindProperty(SupportsGet = true, Name = "city")]
    public string? City { get; set; }

    [BindProperty(SupportsGet = true, Name = "county")]
    public string? County { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public Web.Setup.FirstRun Run => run;

    /// <summary>What an administrator's password must be like.</summary>
    public string PasswordWords => rules.Words(isAdministrator: true);

    /// <summary>True when the divisions need no network any more.</summary>
    public bool IsPackageHere => package.IsHere;

    /// <summary>The body chosen so far, or null.</summary>
    public Division? Chosen => ShippedDivisions.Find(County) ?? ShippedDivisions.Find(City) ?? ShippedDivisions.Find(Province);

    public IEnumerable<SelectListItem> Provinces => Options("请选择", ShippedDivisions.Below(null));

    public IEnumerable<SelectListItem> Cities => Options("省级，不选下级", ShippedDivisions.Below(Province));

    public IEnumerable<SelectListItem> Counties => Options("市级，不选下级", ShippedDivisions.Below(City));

    public IEnumerable<SelectListItem> Depths => [new("村（社区）", "True"), new("县（市、区）", "False")];

    /// <summary>The fields of the last step.</summary>
    public sealed class Form
    {
        public string? Region { get; set; }

        public bool Villages { get; set; } = true;

        public string? Name { get; set; }

        public string? UserName { get; set; }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await run.IsNeededAsync(cancel))
        {
            this.Tell(MessageKind.Ok, "已建好，请用管理员账号登录。");
            return LocalRedirect("/sign-in");
        }
        // A choice left over from another province or city is dropped.
        City = City is not null && Province is not null && City.StartsWith(Province, StringComparison.Ordinal) ? City : null;
        County = County is not null && City is not null && County.StartsWith(City, StringComparison.Ordinal) ? County : null;
        Input.Region = Chosen?.Code;
        if (run.IsRunning)
            Response.Headers["Refresh"] = "2";
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? password, string? passwordAgain, CancellationToken cancel)
    {
        if (!await run.IsNeededAsync(cancel))
            return LocalRedirect("/sign-in");
        if (ShippedDivisions.Find(Input.Region) is not { } division)
            return LocalRedirect("/setup");
        Province = division.Code[..2];
        City = ShippedDivisions.Below(Province).FirstOrDefault(below => division.Code.StartsWith(below.Code, StringComparison.Ordinal))?.Code;
        County = division.Code.Length == 6 && division.Code != City ? division.Code : null;
        ModelState.Add(AccountChecks.Check(new NewAccount(default, Input.Name ?? "", Input.UserName ?? "", [new(0, Role.SystemAdministrator, RoleScope.Subtree)])));
        if (rules.Check(password, passwordAgain, isAdministrator: true) is { } problem)
            ModelState.Add([problem with { Field = problem.Field == "again" ? "passwordAgain" : "password" }], prefix: "");
        if (!ModelState.IsValid)
            return Page();
        run.Start(new(division.Code, Input.Villages, Input.Name!, Input.UserName!, password!));
        return LocalRedirect("/setup");
    }

    private static IEnumerable<SelectListItem> Options(string first, IEnumerable<Division> divisions) =>
        [new(first, ""), .. divisions.Select(division => new SelectListItem(division.Name, division.Code))];
}
