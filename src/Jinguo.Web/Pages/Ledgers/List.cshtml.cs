using System.Globalization;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Files;
using Jinguo.Core.Base.Forms;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Ledgers;
using Jinguo.Core.Records.Ledgers.Exchange;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Web.Pages.Ledgers;

/// <summary>Records of one ledger or of all, filtered, sorted, page by page.</summary>
[Needs(Right.LedgerRead)]
public sealed class ListModel(Db db, LedgerList list, RecordTypeCatalogCache types, Visible visible, Actor actor, TimeProvider time) : PageModel
{
    private const string AllTime = "all";
    private const int MostBodies = 300;
    private RecordTypeCatalog catalog = null!;
    private List<Organisation> bodies = [];
    private Organisation? chosen;

    [BindProperty(SupportsGet = true, Name = "type")]
    public string? AskedType { get; set; }

    [BindProperty(SupportsGet = true, Name = "period")]
    public string? AskedPeriod { get; set; }

    [BindProperty(SupportsGet = true, Name = "state")]
    public StateFilter State { get; set; }

    [BindProperty(SupportsGet = true, Name = "body")]
    public int? AskedBody { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "sort")]
    public string? Sort { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int CurrentPage { get; set; } = 1;

    public LedgerType? Type { get; private set; }

    public LedgerPage Result { get; private set; } = null!;

    public (Core.Facts.Measure Measure, long Value)? Posted { get; private set; }

    public DateOnly Today => time.Today();

    public bool MayWrite => actor.Has(Right.LedgerWrite);

    public bool IsOneBody => bodies.Count <= 1;

    public bool IsFiltered => State != StateFilter.All || !string.IsNullOrWhiteSpace(Search) || AskedBody is not null || AskedPeriod is not null;

    public string Note => $"{(chosen ?? bodies.FirstOrDefault())?.Name}{(IsOneBody ? "" : "和下级")}，{(Period is { } period ? period.Name : "所有年份")}";

    /// <summary>7笔，已计入168人次.</summary>
    public string Summary
    {
        get
        {
            var count = $"{Show.Number(Result.Total)}笔";
            if (Posted is not { Value: > 0 } posted)
                return count;
            decimal value = posted.Value;
            for (var digit = 0; digit < posted.Measure.Decimals; digit++)
                value /= 10;
            return $"{count}，已计入{new Quantity(value).InSentence(posted.Measure.Unit)}";
        }
    }

    public IEnumerable<SelectListItem> Types => [new("全部", ""), .. catalog.Offered(actor.Path).Append(Type).OfType<LedgerType>().DistinctBy(type => type.Type.Code).Select(type => new SelectListItem(type.Type.Name, type.Type.Code))];

    public IEnumerable<SelectListItem> Periods =>
    [
        .. new[] { Core.Base.Time.Period.Year(Today.Year), Core.Base.Time.Period.OfMonth(Today.Year, Today.Month), Core.Base.Time.Period.Half(Today.Year, 1), Core.Base.Time.Period.Year(Today.Year - 1) }
            .Append(Period ?? Core.Base.Time.Period.Year(Today.Year)).DistinctBy(period => period.Code)
            .Select(period => new SelectListItem(period.Name, period.Code, period == Period)),
        new("所有年份", AllTime),
    ];

    public IEnumerable<SelectListItem> States =>
    [
        new("全部状态", nameof(StateFilter.All)), new("待审核", nameof(StateFilter.Waiting)), new("已退回", nameof(StateFilter.Returned)),
        new("已通过", nameof(StateFilter.Accepted)), new("未计", nameof(StateFilter.NotCounted)), new("亮点", nameof(StateFilter.Highlights)), new("已撤回", nameof(StateFilter.Withdrawn)),
    ];

    public IReadOnlyList<SelectListItem> Bodies =>
        [new("全部", ""), .. bodies.Select(body => new SelectListItem(body.Id == actor.OrganisationId ? $"{body.Name}（本级）" : body.Name, body.Id.ToString(CultureInfo.InvariantCulture)))];

    private Period? Period => AskedPeriod == AllTime ? null
        : Core.Base.Time.Period.TryParse(AskedPeriod, out var period) ? period
        : Core.Base.Time.Period.Year(Today.Year);

    /// <summary>The address of a workbook with the records of this list.</summary>
    public string ExportAddress => With("handler", "Export");

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await FilterAsync(cancel) is not { } filter)
            return NotFound();
        await ReadAsync(filter, cancel);
        return Page();
    }

    /// <summary>Whether the export can hold persons in full.</summary>
    public bool MayExportPersons => actor.Has(Right.PersonReveal) && Type?.Type.Fields.Any(one => one.Personal) == true;

    public Task<IActionResult> OnGetExportAsync([FromServices] LedgerExport export, CancellationToken cancel) => ExportAsync(export, persons: null, cancel);

    public async Task<IActionResult> OnPostExportAsync([FromServices] LedgerExport export, [FromForm] string? reason, CancellationToken cancel) =>
        actor.Has(Right.PersonReveal) ? await ExportAsync(export, new(reason ?? ""), cancel) : Forbid();

    private async Task<IActionResult> ExportAsync(LedgerExport export, PersonsAsked? persons, CancellationToken cancel)
    {
        if (await FilterAsync(cancel) is not { } filter)
            return NotFound();
        var target = TemporaryFile.Create();
        var written = await export.WriteAsync(target, filter, persons, cancel);
        if (written.Done)
        {
            target.Position = 0;
            return File(target, MediaTypes.Excel, $"{Type?.Type.Name ?? "台账"} {Note}.xlsx");
        }
        await target.DisposeAsync();
        ModelState.Add(written.Problems, prefix: "");
        await ReadAsync(filter, cancel);
        return Page();
    }

    private async Task<LedgerFilter?> FilterAsync(CancellationToken cancel)
    {
        catalog = await types.GetAsync(db, cancel);
        if (!string.IsNullOrEmpty(AskedType) && (Type = catalog.Find(AskedType)) is null)
            return null;
        bodies = await BodiesAsync(cancel);
        chosen = bodies.Find(body => body.Id == AskedBody);
        if (AskedBody is not null && chosen is null)
            return null;
        return new()
        {
            Type = Type?.Type.Code,
            Path = chosen?.Path,
            OwnOnly = chosen?.Id == actor.OrganisationId,
            Period = Period,
            State = State,
            Search = Search,
            Order = Order,
            Page = CurrentPage,
        };
    }

    private async Task ReadAsync(LedgerFilter filter, CancellationToken cancel)
    {
        Result = await list.ListAsync(filter, cancel);
        Posted = await list.PostedAsync(filter, cancel);
        CurrentPage = Math.Clamp(CurrentPage, 1, Math.Max(1, (Result.Total + LedgerList.PageSize - 1) / LedgerList.PageSize));
    }

    /// <summary>The address of this list with one thing asked otherwise.</summary>
    public string With(string name, string value)
    {
        var query = Request.Query.Where(pair => pair.Key != name && pair.Key is not ("p" or "handler")).SelectMany(pair => pair.Value.Select(one => KeyValuePair.Create(pair.Key, one ?? "")));
        return "/ledgers/list" + new QueryBuilder(query.Append(KeyValuePair.Create(name, value))).ToQueryString();
    }

    private LedgerOrder Order => Sort switch
    {
        "day" => LedgerOrder.Oldest,
        "title" or "-title" => LedgerOrder.Title,
        "updated" or "-updated" => LedgerOrder.Updated,
        _ => LedgerOrder.Newest,
    };

    private Task<List<Organisation>> BodiesAsync(CancellationToken cancel)
    {
        var own = actor.OrganisationId;
        return visible.Organisations(Right.LedgerRead)
            .Where(body => body.Id == own || body.ParentId == own || body.Id == AskedBody)
            .OrderBy(body => body.Level).ThenBy(body => body.Order).ThenBy(body => body.Code).Take(MostBodies)
            .ToListAsync(cancel);
    }
}
