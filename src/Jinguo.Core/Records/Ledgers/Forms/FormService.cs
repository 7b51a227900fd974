using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Forms;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Facts;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Records.Ledgers.Forms;

/// <summary>
/// The acts on forms of a body's own: begin, change, publish, end. A published form holds for the body and everything below
/// it, from a day to a day; a new version takes over from the old one, and old records keep theirs.
/// </summary>
public sealed class FormService(Db db, Visible visible, RecordTypeCatalogCache types, MeasureCatalogCache measures, FormGate gate, FormLimits limits, ChangeLog changes, TimeProvider time)
{
    /// <summary>Kind of forms in the history.</summary>
    public const string SubjectKind = "form";

    /// <summary>Largest pack file, in bytes.</summary>
    public const int LargestFile = 1 << 20;

    private const int LongestNumber = 60;
    private const int LongestReason = 500;
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private Actor Actor => visible.Actor;

    /// <summary>Begins a form: empty, from a copy of a record type, or with further fields for one.</summary>
    public async Task<Outcome<FormDraft>> StartAsync(NewForm input, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var body = await BodyAsync(cancel);
        if (!body.Done)
            return Outcome<FormDraft>.Refused(body.Problems);
        if (await FirstAsync(input.Key, cancel) is { } first)
            return first;
        var code = await NewCodeAsync(body.Value, cancel);
        var catalog = await types.GetAsync(db, cancel);
        FormSheet sheet;
        if (input.AddTo is { Length: > 0 } to)
        {
            if (catalog.Find(to, Actor.Path) is not { } type)
                return Problem.NotFound("这种台账");
            sheet = FormSheet.AddingTo(code, Named(input.Name, $"{type.Type.Name}补充项"), to);
        }
        else if (input.From is { Length: > 0 } from)
        {
            if (catalog.Find(from, Actor.Path) is not { } type || await TextAsync(type, cancel) is not { } text)
                return Problem.NotFound("这种台账");
            sheet = FormSheet.CopyOf(code, Named(input.Name, type.Type.Name), text, from);
        }
        else
        {
            if (string.IsNullOrWhiteSpace(input.Name))
                return new Problem("form.name", "请写表单的名称，例如“巾帼宣讲”。", "name");
            sheet = FormSheet.Empty(code, input.Name.Trim(), input.IsRegister);
        }
        return await KeepAsync(input.Key, body.Value, sheet, "form.begun", write, cancel);
    }

    /// <summary>Begins a 簿册: empty, or from a copy of one that the body may print.</summary>
    public async Task<Outcome<FormDraft>> StartBundleAsync(NewBundle input, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var body = await BodyAsync(cancel);
        if (!body.Done)
            return Outcome<FormDraft>.Refused(body.Problems);
        if (await FirstAsync(input.Key, cancel) is { } first)
            return first;
        var code = await NewCodeAsync(body.Value, cancel);
        if (string.IsNullOrEmpty(input.From))
        {
            return string.IsNullOrWhiteSpace(input.Name)
                ? new Problem("form.name", "请写簿册的名称，例如“五簿五册”。", "bundleName")
                : await KeepAsync(input.Key, body.Value, FormSheet.EmptyBundle(code, input.Name.Trim()), "form.begun", write, cancel);
        }
        return (await types.GetAsync(db, cancel)).FindBundle(input.From, Actor.Path) is { } bundle
            ? await KeepAsync(input.Key, body.Value, FormSheet.CopyOfBundle(code, Named(input.Name, bundle.Name), bundle), "form.begun", write, cancel)
            : Problem.NotFound("这套簿册");
    }

    /// <summary>Begins a form from a pack file; the body's own of the same code gets it as its next draft.</summary>
    public async Task<Outcome<FormDraft>> ImportAsync(Guid key, string fileName, string json, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var body = await BodyAsync(cancel);
        if (!body.Done)
            return Outcome<FormDraft>.Refused(body.Problems);
        if (await FirstAsync(key, cancel) is { } first)
            return first;
        var catalog = await types.GetAsync(db, cancel);
        var reading = PackReader.Read(new(Path.GetFileName(fileName), json), catalog.Packs);
        if (reading.Pack is { } pack && await TakenAsync(pack.Code, body.Value, cancel) is { } taken)
            return taken;
        if (reading.Problems.Count > 0)
            return reading.Problems.Select(problem => new Problem("form.pack", problem.ToString(), "file")).ToList();
        if (reading.Pack!.RecordTypes.Count + reading.Pack.Additions.Count + reading.Pack.Bundles.Count != 1)
            return new Problem("form.one", "一个表单文件只放一种台账、对一种台账的补充，或一套簿册；请拆开后分别导入。", "file");
        var sheet = FormSheet.Of(json);
        if (await db.FormDrafts.SingleOrDefaultAsync(one => one.Code == reading.Pack.Code, cancel) is not { } own)
            return await KeepAsync(key, body.Value, sheet, "form.imported", write, cancel);
        Change(own, sheet);
        Log(own, "form.imported");
        await db.SaveChangesAsync(cancel);
        await write.CommitAsync(cancel);
        return own;
    }

    /// <summary>Changes a draft; what is not right yet is told by <see cref="FormReader"/> and stops the publishing only.</summary>
    /// <param name="id">The form.</param>
    /// <param name="version">Its version as it was seen.</param>
    /// <param name="change">Changes the sheet, or says why not.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<Outcome<FormDraft>> ChangeAsync(Guid id, int version, Func<FormSheet, Problem?> change, CancellationToken cancel = default)
    {
        try
        {
            await using var write = await db.BeginWriteAsync(cancel);
            if (await OwnAsync(id, cancel) is not { } draft)
                return Problem.NotFound("这张表单");
            if (draft.Version != version)
                return Stale();
            var sheet = FormSheet.Of(draft.Json);
            if ((change(sheet) ?? CheckName(sheet)) is { } problem)
                return problem;
            if (sheet.ToJson() == draft.Json)
                return draft;
            Change(draft, sheet);
            Log(draft, "form.changed");
            await db.SaveChangesAsync(cancel);
            await write.CommitAsync(cancel);
            return draft;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Stale();
        }
    }

    /// <summary>Removes a draft that was never published.</summary>
    public async Task<Outcome<FormDraft>> RemoveAsync(Guid id, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await OwnAsync(id, cancel) is not { } draft)
            return Problem.NotFound("这张表单");
        if (await db.PackVersions.AnyAsync(version => version.Code == draft.Code, cancel))
            return new Problem("form.published", "这张表单已经发布过，不能删除；不再用的，请停用。");
        db.FormDrafts.Remove(draft);
        Log(draft, "form.removed");
        await db.SaveChangesAsync(cancel);
        await write.CommitAsync(cancel);
        return draft;
    }

    /// <summary>
    /// Publishes the draft as the next version for the body and everything below. The version before holds until the day
    /// before; records written under it keep it.
    /// </summary>
    /// <param name="id">The form.</param>
    /// <param name="version">Its version as it was seen.</param>
    /// <param name="marks">文号 and validity.</param>
    /// <param name="reasons">Why each field that the ledgers hold already is asked all the same, by its code.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>The version; or what is wrong, naming the field.</returns>
    public async Task<Outcome<PackVersion>> PublishAsync(Guid id, int version, FormMarks marks, IReadOnlyDictionary<string, string> reasons, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var body = await BodyAsync(cancel);
        if (!body.Done)
            return Outcome<PackVersion>.Refused(body.Problems);
        if (await OwnAsync(id, cancel) is not { } draft)
            return Problem.NotFound("这张表单");
        if (draft.Version != version)
            return Stale();
        if (CheckMarks(marks) is { Count: > 0 } wrong)
            return wrong;
        var before = await db.PackVersions.Where(one => one.Code == draft.Code).OrderByDescending(one => one.Version).ToListAsync(cancel);
        var sheet = FormSheet.Of(draft.Json);
        sheet.Mark(body.Value.Name, marks.DocumentNumber.Trim(), marks.ValidFrom!.Value, marks.ValidTo!.Value, (before.Count == 0 ? 0 : before[0].Version) + 1);
        var reading = PackReader.Read(new($"{draft.Code}.json", sheet.ToJson()), (await types.GetAsync(db, cancel)).Packs);
        if (reading.Problems.Count > 0)
            return reading.Problems.Select(problem => new Problem("form.pack", FormWords.Of(problem, sheet))).ToList();
        var (kept, unanswered) = Answer(await gate.FindAsync(reading, body.Value.Path, cancel), reasons);
        if (unanswered.Count > 0)
            return unanswered;
        var rows = new MeasureRows(await db.Measures.Include(measure => measure.Options).Include(measure => measure.Definitions).AsSplitQuery().ToListAsync(cancel), body.Value.Id);
        db.Measures.AddRange(rows.Take(reading.Pack!, PlaceOfOwn));
        if (rows.Problems.Count > 0)
        {
            db.ChangeTracker.Clear();
            return rows.Problems.Select(problem => new Problem("form.measure", problem.Text)).ToList();
        }
        foreach (var older in before.Where(older => older.ValidTo is not { } last || last >= marks.ValidFrom))
            (older.ValidTo, older.Revision) = (marks.ValidFrom.Value.AddDays(-1), older.Revision + 1);
        var published = new PackVersion
        {
            Code = draft.Code,
            Version = reading.Pack!.Version,
            Json = sheet.ToJson(),
            OrganisationId = body.Value.Id,
            ValidFrom = marks.ValidFrom.Value,
            ValidTo = marks.ValidTo,
            Kept = kept.Count == 0 ? null : JsonSerializer.Serialize(kept, Plain),
            LoadedAt = time.Instant(),
        };
        db.PackVersions.Add(published);
        Change(draft, sheet);
        Log(draft, "form.published", fields:
        [
            new("version", before.Count == 0 ? null : $"{before[0].Version}", $"{published.Version}"), new("documentNumber", null, marks.DocumentNumber.Trim()),
            new("validFrom", null, $"{marks.ValidFrom:yyyy-MM-dd}"), new("validTo", null, $"{marks.ValidTo:yyyy-MM-dd}"),
            .. kept.Select(one => new FieldChange($"kept.{one.Field}", one.Held, one.Reason)),
        ]);
        await db.SaveChangesAsync(cancel);
        await write.CommitAsync(cancel);
        types.Reset();
        measures.Reset();
        return published;
    }

    /// <summary>Ends a published form from today on: nothing new is written under it; its records and figures stay.</summary>
    public async Task<Outcome<FormDraft>> EndAsync(Guid id, string? reason, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await OwnAsync(id, cancel) is not { } draft)
            return Problem.NotFound("这张表单");
        if (string.IsNullOrWhiteSpace(reason) || reason.Trim().Length > LongestReason)
            return new Problem("form.reason", $"请写一句为什么停用，最多{LongestReason}个字。", "reason");
        var yesterday = time.Today().AddDays(-1);
        var running = await db.PackVersions.Where(one => one.Code == draft.Code && (one.ValidTo == null || one.ValidTo > yesterday)).ToListAsync(cancel);
        if (running.Count == 0)
            return draft;
        foreach (var version in running)
            (version.ValidTo, version.Revision) = (yesterday, version.Revision + 1);
        Log(draft, "form.ended", reason.Trim());
        await db.SaveChangesAsync(cancel);
        await write.CommitAsync(cancel);
        types.Reset();
        return draft;
    }

    /// <summary>Why the actor's body may not make forms: without the right, or not high enough. Null where it may.</summary>
    public async Task<Problem?> FindRefusalAsync(CancellationToken cancel = default) => await BodyAsync(cancel) is { Done: false } refused ? refused.Problems[0] : null;

    // Own measures come after those shipped, in the order of their making.
    private const int PlaceOfOwn = 1000;

    private async Task<Outcome<Organisation>> BodyAsync(CancellationToken cancel)
    {
        if (await visible.Organisations(Right.FormWrite).SingleOrDefaultAsync(one => one.Id == Actor.OrganisationId, cancel) is not { } body)
            return Problem.NotFound("可以做表单的单位");
        return body.Level <= limits.From ? body : new Problem("form.level", $"表单由{OrganisationWords.Name(limits.From)}及以上的妇联制定，下级不再向下发表单。需要加的内容，请向上级提出。");
    }

    private async Task<FormDraft?> OwnAsync(Guid id, CancellationToken cancel) =>
        await visible.Of<FormDraft>(Right.FormWrite).SingleOrDefaultAsync(one => one.Id == id && one.OrganisationId == Actor.OrganisationId, cancel);

    private async Task<Outcome<FormDraft>?> FirstAsync(Guid key, CancellationToken cancel) =>
        await db.FormDrafts.AsNoTracking().SingleOrDefaultAsync(one => one.Id == key, cancel) is not { } first ? null
        : first.OrganisationId == Actor.OrganisationId ? first : Problem.KeyTaken();

    /// <summary>A shipped pack, or one of another body, has the code.</summary>
    private async Task<Problem?> TakenAsync(string code, Organisation body, CancellationToken cancel)
    {
        var owner = await db.PackVersions.Where(one => one.Code == code).Select(one => (int?)one.OrganisationId).FirstOrDefaultAsync(cancel)
            ?? await db.FormDrafts.Where(one => one.Code == code).Select(one => (int?)one.OrganisationId).FirstOrDefaultAsync(cancel);
        return owner is null || owner == body.Id ? null
            : new("form.code", owner == 0 ? $"代码“{code}”是平台自带的包用的，请在文件里换一个代码再导入。" : $"代码“{code}”已经有别的单位在用，请在文件里换一个代码再导入。", "file");
    }

    private async Task<string> NewCodeAsync(Organisation body, CancellationToken cancel)
    {
        var prefix = string.Create(CultureInfo.InvariantCulture, $"own-{body.Id}-");
        var taken = await db.FormDrafts.Where(one => one.OrganisationId == body.Id).Select(one => one.Code).ToListAsync(cancel);
        return prefix + Enumerable.Range(1, taken.Count + 1).First(number => !taken.Contains($"{prefix}{number}"));
    }

    private async Task<string?> TextAsync(LedgerType type, CancellationToken cancel) =>
        await db.PackVersions.Where(one => one.Code == type.Pack && one.Version == type.Version).Select(one => one.Json).SingleOrDefaultAsync(cancel);

    private async Task<Outcome<FormDraft>> KeepAsync(Guid key, Organisation body, FormSheet sheet, string act, WriteTransaction write, CancellationToken cancel)
    {
        if (CheckName(sheet) is { } tooLong)
            return tooLong;
        var draft = new FormDraft { Region = body.Region, Id = key, OrganisationId = body.Id, Code = sheet.Code, Name = sheet.Name, Json = sheet.ToJson(), ChangedBy = Actor.Name, ChangedAt = time.Instant(), Version = 1 };
        db.FormDrafts.Add(draft);
        Log(draft, act);
        await db.SaveChangesAsync(cancel);
        await write.CommitAsync(cancel);
        return draft;
    }

    private void Change(FormDraft draft, FormSheet sheet)
    {
        (draft.Json, draft.Name) = (sheet.ToJson(), sheet.Name);
        (draft.ChangedAt, draft.ChangedBy) = (time.Instant(), Actor.Name);
        draft.Version++;
    }

    private void Log(FormDraft draft, string act, string? reason = null, IEnumerable<FieldChange>? fields = null) =>
        changes.Add(Actor, draft.Region, draft.OrganisationId, act, SubjectKind, $"{draft.Id}", reason, fields ?? [new("name", null, draft.Name)]);

    private List<Problem> CheckMarks(FormMarks marks)
    {
        var (problems, today) = (new List<Problem>(), time.Today());
        if (string.IsNullOrWhiteSpace(marks.DocumentNumber) || marks.DocumentNumber.Trim().Length > LongestNumber)
            problems.Add(new("form.number", $"请填文号，例如“云妇字〔2026〕3号”，最多{LongestNumber}个字。没有文号的表，下级可以拒填。", "documentNumber"));
        if (marks.ValidFrom is not { } from || from < today)
            problems.Add(new("form.from", "请填从哪天起用，今天或以后的日期。", "validFrom"));
        if (marks.ValidTo is not { } to || to < (marks.ValidFrom ?? today))
            problems.Add(new("form.to", "请填用到哪天，不早于起用的日期。", "validTo"));
        return problems;
    }

    /// <summary>What is kept although it is held, with the reasons; and what has not been answered.</summary>
    private static (List<KeptField> Kept, List<Problem> Unanswered) Answer(FormFinding finding, IReadOnlyDictionary<string, string> reasons)
    {
        var (kept, unanswered) = (new List<KeptField>(), new List<Problem>());
        foreach (var demand in finding.AlreadyHeld)
        {
            var reason = reasons.GetValueOrDefault(demand.Asked.Code, "").Trim();
            if (reason.Length is 0 or > LongestReason)
                unanswered.Add(new("form.held", $"“{demand.Asked.Name}”台账里已有（{demand.Held[0].Text}）：请改用已有的数，或写明为什么仍要填，最多{LongestReason}个字。", $"reason-{demand.Asked.Code}"));
            else
                kept.Add(new(demand.Asked.Name, demand.Held[0].Text, reason));
        }
        return (kept, unanswered);
    }

    private static Problem? CheckName(FormSheet sheet) =>
        sheet.Name.Length is 0 or > FormDraft.LongestName ? new("form.name", $"请写表单的名称，最多{FormDraft.LongestName}个字。", "name") : null;

    private static string Named(string? name, string otherwise) => string.IsNullOrWhiteSpace(name) ? otherwise : name.Trim();

    private static Problem Stale() => new(Problem.StaleCode, "您打开以后，这张表单被别人改过。请重新打开，看过新的再改。");
}
