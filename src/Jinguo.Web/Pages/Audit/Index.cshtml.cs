using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Files;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Records.Ledgers;
using Jinguo.Core.Records.Ledgers.Exchange;
using Jinguo.Web.Running;
using Jinguo.Web.Setup;
using Jinguo.Web.Ui;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Web.Pages.Audit;

/// <summary>The trail for the audit administrator: who did what, newest first; whether it is whole; taken out as a workbook.</summary>
[Needs(Right.TrailRead)]
public sealed class IndexModel(Db db, TrailReader reader, TrailAudit audit, RecordTypeCatalogCache catalog, Visible visible, JobRunner runner, Actor actor, TimeProvider time) : PageModel
{
    private Dictionary<int, string> bodies = [];
    private Dictionary<string, string> accounts = [];
    private Dictionary<string, string> types = [];
    private string? within;

    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Act { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Who { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? What { get; set; }

    [BindProperty(SupportsGet = true, Name = "body")]
    public string? AskedBody { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Officers { get; set; }

    /// <summary>Key of the last entry on the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Before { get; set; }

    public TrailState State { get; private set; } = new(Seal: null, Verified: null, Running: null, []);

    public IReadOnlyList<Change> Changes { get; private set; } = [];

    public TrailDifference Difference { get; private set; } = null!;

    /// <summary>Key from which older entries go on; null on the last page.</summary>
    public Guid? Older { get; private set; }

    public bool IsOlder => Before is not null;

    public (int Done, int Total) Progress => State.Running is { } job ? runner.ProgressOf(job) : (0, 0);

    /// <summary>What the last verification found.</summary>
    public string VerifiedWords
    {
        get
        {
            var fields = ChangeLog.Fields(State.Verified!).ToDictionary(one => one.Field, one => one.After);
            return $"核对{fields.GetValueOrDefault("entries")}条，{(fields.GetValueOrDefault("findings") is "0" ? "没有发现改动" : $"发现{fields.GetValueOrDefault("findings")}处问题")}";
        }
    }

    public IEnumerable<SelectListItem> Kinds => [new("全部", ""), .. AuditWords.AllKinds.Select(kind => new SelectListItem(kind.Value, kind.Key))];

    public static IEnumerable<SelectListItem> Ranges => [new("所有人的操作", ""), new("三员的操作", "true")];

    /// <summary>Name of a body on the page.</summary>
    public string Body(int id) => bodies.GetValueOrDefault(id, $"组织{id}");

    /// <summary>The thing touched: the user name of an account, the name of a ledger, else its key.</summary>
    public string Subject(Change change) => change.SubjectKind == LedgerExport.SubjectKind
        ? types.GetValueOrDefault(change.SubjectId, change.SubjectId == "*" ? "全部记录" : change.SubjectId)
        : accounts.GetValueOrDefault(change.SubjectId, change.SubjectId);

    /// <summary>User name of who acted, for names alone may be those of several; null for the command line.</summary>
    public string? UserName(Change change) => change.AccountId is { } id ? accounts.GetValueOrDefault($"{id}") : null;

    /// <summary>This page with other words in its query.</summary>
    public string With(params string?[] pairs)
    {
        var query = Request.Query.Where(one => one.Key != "before" && one.Key != "handler").ToDictionary(one => one.Key, one => one.Value.ToString());
        foreach (var pair in pairs.Chunk(2))
            query[pair[0]!] = pair[1] ?? "";
        return "/audit" + new QueryBuilder(query.Where(one => one.Value.Length > 0)).ToQueryString();
    }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        State = await audit.ReadAsync(cancel);
        if (State.Running is not null)
            Response.Headers["Refresh"] = "3";
        var known = await catalog.GetAsync(db, cancel);
        Difference = new(known);
        types = known.All.ToDictionary(type => type.Type.Code, type => type.Type.Name, StringComparer.Ordinal);
        if (!await FindBodyAsync(cancel))
            return;
        var found = await reader.ListAsync(Filter(), cancel);
        Changes = [.. found.Take(TrailReader.PageSize)];
        Older = found.Count > TrailReader.PageSize ? Changes[^1].Id : null;
        await ReadNamesAsync(cancel);
    }

    public async Task<IActionResult> OnPostVerifyAsync(Guid key, CancellationToken cancel)
    {
        await audit.AskAsync(key == default ? Guid.CreateVersion7() : key, cancel);
        this.Tell(MessageKind.Ok, "开始核验了，做完这里会显示结果。");
        return LocalRedirect("/audit");
    }

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken cancel)
    {
        if (!await FindBodyAsync(cancel))
            return BadRequest();
        var filter = Filter();
        var count = await reader.CountAsync(filter, TrailAudit.MostExported + 1, cancel);
        if (count > TrailAudit.MostExported)
        {
            this.Tell(MessageKind.Bad, $"符合条件的超过{Show.Number(TrailAudit.MostExported)}条，一次导不完。请缩小日期范围。");
            return LocalRedirect(With());
        }
        await audit.RecordExportAsync(filter, count, cancel);
        var sheet = new TrailSheet(new(await catalog.GetAsync(db, cancel)), id => NameAsync(id, cancel), id => UserNameAsync(id, cancel), $"操作记录，注意保密。{actor.Name} {Show.FullMoment(time.Instant())}导出");
        var target = TemporaryFile.Create();
        if (format == "csv")
            await sheet.WriteCsvAsync(target, reader.StreamAsync(filter, cancel));
        else
            await sheet.WriteExcelAsync(target, reader.StreamAsync(filter, cancel));
        target.Position = 0;
        return File(target, format == "csv" ? "text/csv; charset=utf-8" : MediaTypes.Excel, $"操作记录 {Show.Day(time.Today())}.{(format == "csv" ? "csv" : "xlsx")}");
    }

    private TrailFilter Filter() => new()
    {
        From = From,
        To = To,
        Kind = Words(Kind),
        Act = Words(Act),
        Who = Words(Who),
        What = Words(What),
        Within = within,
        IsOfficers = Officers,
        Before = Before,
    };

    private static string? Words(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private async Task<bool> FindBodyAsync(CancellationToken cancel)
    {
        if (Words(AskedBody) is not { } asked)
            return true;
        var found = (await visible.Organisations(Right.TrailRead).ResolveAsync([asked], cancel: cancel))[asked];
        ModelState.Add(found.Problems.Select(problem => problem with { Field = "body" }), prefix: "");
        within = found.Value?.Path;
        return found.Done;
    }

    private async Task ReadNamesAsync(CancellationToken cancel)
    {
        var ids = Changes.Select(change => change.OrganisationId).Concat(State.Findings.Select(finding => finding.OrganisationId)).Distinct().ToList();
        bodies = await db.Organisations.Where(body => ids.Contains(body.Id)).ToDictionaryAsync(body => body.Id, body => body.Name, cancel);
        var touched = Changes.Where(change => change.SubjectKind == AccountService.SubjectKind).Select(change => Guid.TryParse(change.SubjectId, out var id) ? id : default)
            .Concat(Changes.Select(change => change.AccountId ?? default)).Distinct().ToList();
        accounts = await db.Accounts.Where(account => touched.Contains(account.Id)).ToDictionaryAsync(account => $"{account.Id}", account => account.UserName, cancel);
    }

    private async ValueTask<string> UserNameAsync(Guid id, CancellationToken cancel)
    {
        if (!accounts.TryGetValue($"{id}", out var name))
            accounts[$"{id}"] = name = await db.Accounts.Where(account => account.Id == id).Select(account => account.UserName).SingleOrDefaultAsync(cancel) ?? "";
        return name;
    }

    // One by one as they come, each once: an installation may have hundreds of thousands.
    private async ValueTask<string> NameAsync(int id, CancellationToken cancel)
    {
        if (!bodies.TryGetValue(id, out var name))
            bodies[id] = name = await db.Organisations.Where(body => body.Id == id).Select(body => body.Name).SingleOrDefaultAsync(cancel) ?? Body(id);
        return name;
    }
}
