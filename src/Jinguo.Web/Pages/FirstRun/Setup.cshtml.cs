using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations.Divisions;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Jinguo.Web.Pages.FirstRun;

/// <summary>The first page of an empty installation: choose the body step by step, then its three administrators. There only while there is no account.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class SetupModel(Web.Setup.FirstRun run, FirstOfficers officers, PasswordRules rules, Separation separation, DivisionPackage package) : PageModel
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

    /// <summary>True where nobody may be two of the three.</summary>
    public bool IsSeparated => separation.IsOn;

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

        /// <summary>True where the system administrator is security administrator, too.</summary>
        public bool IsTakenOn { get; set; }

        public List<OfficerFields> Officers { get; set; } = [];
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
        Input = new() { Region = Chosen?.Code, Officers = [.. FirstOfficers.All.Select(OfficerFields.For)] };
        if (run.IsRunning)
            Response.Headers["Refresh"] = "2";
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await run.IsNeededAsync(cancel))
            return LocalRedirect("/sign-in");
        if (ShippedDivisions.Find(Input.Region) is not { } division || !FirstOfficers.All.SequenceEqual(Input.Officers.Select(officer => officer.Role)))
            return LocalRedirect("/setup");
        Province = division.Code[..2];
        City = ShippedDivisions.Below(Province).FirstOrDefault(below => division.Code.StartsWith(below.Code, StringComparison.Ordinal))?.Code;
        County = division.Code.Length == 6 && division.Code != City ? division.Code : null;
        var wanted = Wanted();
        ModelState.Add(officers.Check(wanted));
        ModelState.Add(OfficerFields.CheckPasswords(Input.Officers, rules));
        if (!ModelState.IsValid)
            return Page();
        run.Start(new(division.Code, Input.Villages, wanted));
        return LocalRedirect("/setup");
    }

    private FirstOfficer[] Wanted() => Input.IsTakenOn
        ? [Input.Officers[0].With(Role.SystemAdministrator, Role.SecurityAdministrator), Input.Officers[2].With(Role.AuditAdministrator)]
        : [.. Input.Officers.Select(officer => officer.With(officer.Role))];

    private static IEnumerable<SelectListItem> Options(string first, IEnumerable<Division> divisions) =>
        [new(first, ""), .. divisions.Select(division => new SelectListItem(division.Name, division.Code))];
}
