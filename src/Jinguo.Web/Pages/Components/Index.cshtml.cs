using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jinguo.Web.Pages.Components;

/// <summary>Every component with invented content, to look at and to test. Exists for developers and tests only.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
public sealed class IndexModel(IWebHostEnvironment environment) : PageModel
{
    /// <summary>The day of the pictures in the design.</summary>
    public static readonly DateOnly Today = new(2026, 11, 20);

    [BindProperty]
    public string? Place { get; set; } = "芙蓉村妇女之家";

    [BindProperty]
    public string? Attendance { get; set; } = "五十多";

    [BindProperty]
    public string? Topic { get; set; }

    [BindProperty]
    public DateOnly Day { get; set; } = Today;

    public IActionResult OnGet()
    {
        if (!Show())
            return NotFound();

        if (Request.Query.ContainsKey("ok"))
            return Page();

        ModelState.SetModelValue(nameof(Attendance), Attendance, Attendance);
        ModelState.AddModelError(nameof(Attendance), "要填整数，如50；大约数再点“余”或“多”");
        return Page();
    }

    public IActionResult OnPost()
    {
        if (!Show())
            return NotFound();

        if (!int.TryParse(Attendance, out var people))
        {
            ModelState.AddModelError(nameof(Attendance), "要填整数，如50；大约数再点“余”或“多”");
            return Page();
        }

        this.Tell(MessageKind.Ok, $"已存下，培训人次加{people}。", undoAction: "/components?handler=undo");
        return RedirectToPage();
    }

    public IActionResult OnPostUndo()
    {
        this.Tell(MessageKind.Info, "已撤回。");
        return RedirectToPage();
    }

    internal static bool IsShown(IWebHostEnvironment environment) =>
        environment.IsDevelopment() || environment.IsEnvironment("Testing");

    private bool Show()
    {
        new Shell
        {
            Person = "张某某",
            BodyPath = ["云川市", "安和县", "东山镇妇联"],
            Bodies =
            [
                new("1", "云川市妇联", 0, "只看数", Href: "#"),
                new("2", "安和县妇联", 1, "只看数", Href: "#"),
                new("3", "东山镇妇联", 2, "本单位", IsCurrent: true),
                new("4", "芙蓉村妇联", 3),
                new("5", "安迪村妇联", 3),
            ],
            Places =
            [
                Places.Home, Places.Ledgers with { Count = 6 }, Places.Figures, Places.Reports, Places.Organisations,
                Places.Settings, new Place("部件", "star", "/components"),
            ],
            RecordHref = "/ledgers/new",
            SearchHref = "/search",
            BodySearchHref = "/organisations",
            NoticesHref = "/notices",
            Notices = 3,
        }.PutInto(HttpContext);
        return IsShown(environment);
    }
}
