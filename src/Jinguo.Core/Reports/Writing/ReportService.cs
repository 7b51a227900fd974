using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Files;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Search;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Figures.Reading;
using Jinguo.Core.Reports.Templates;
using Jinguo.Office;
using Jinguo.Office.Word;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Reports.Writing;

/// <summary>A report that is wanted.</summary>
/// <param name="Key">Client key: sent twice, the report is made once.</param>
/// <param name="OrganisationId">The body.</param>
/// <param name="Period">Code of the period.</param>
/// <param name="Template">Key or name of a template.</param>
/// <param name="Tree">Whose tree its figures stand on: as it was, or today's, so that the year before compares after a reorganisation.</param>
public sealed record NewReport(Guid Key, int OrganisationId, string Period, string Template, FigureTree Tree = FigureTree.AsWas);

/// <summary>Acts on reports: make, freeze anew, take an edited draft, finish, delete.</summary>
public sealed class ReportService(Db db, Visible visible, ReportWriter writer, TemplateLibrary templates, FileStore files, ChangeLog changes, TimeProvider time)
{
    /// <summary>Kind of the subject in the history.</summary>
    public const string Subject = "report";

    private readonly SearchIndex search = new(db);

    /// <summary>Makes a report from a template of the library.</summary>
    public async Task<Outcome<Report>> MakeAsync(NewReport input, Actor actor, CancellationToken cancel = default)
    {
        if (await FindMadeAsync(input.Key, cancel) is { } first)
            return first;
        var template = await templates.OpenAsync(input.Template, cancel);
        return template.Done ? await MakeAsync(input, template.Value, actor, cancel) : Outcome<Report>.Refused(template.Problems);
    }

    /// <summary>Makes a report from a template that is at hand.</summary>
    public async Task<Outcome<Report>> MakeAsync(NewReport input, OpenedTemplate template, Actor actor, CancellationToken cancel = default)
    {
        if (await FindMadeAsync(input.Key, cancel) is { } first)
            return first;
        if (!Period.TryParse(input.Period, out var period))
            return new Problem("report.period", "请选期间，例如：2026、2026H1、2026Q3、2026-05。", "period");
        if (await visible.Organisations(Right.ReportWrite).SingleOrDefaultAsync(one => one.Id == input.OrganisationId, cancel) is not { } body)
            return Problem.NotFound("这个组织");
        var order = new ReportOrder(input.Key, body, period, template.Name, time.Instant()) { Tree = input.Tree };
        var written = await writer.WriteAsync(order, template.Content, cancel);
        if (!written.Done)
            return Outcome<Report>.Refused(written.Problems);
        try
        {
            return await KeepMadeAsync(order, template, written.Value, actor, cancel);
        }
        catch (DbUpdateException)
        {
            // Somebody else kept a report under this key between our look and our write.
            db.ChangeTracker.Clear();
            if (await FindMadeAsync(input.Key, cancel) is { } faster)
                return faster;
            throw;
        }
    }

    private async Task<Outcome<Report>> KeepMadeAsync(ReportOrder order, OpenedTemplate template, WrittenReport written, Actor actor, CancellationToken cancel)
    {
        var body = order.Body;
        await using var write = await db.BeginWriteAsync(cancel);
        if (await FindMadeAsync(order.Id, cancel) is { } meanwhile)
            return meanwhile;
        var original = await KeepAsync(actor, body, template.Name + ".docx", template.Content, cancel);
        if (!original.Done)
            return Outcome<Report>.Refused(original.Problems);
        var report = new Report
        {
            Region = body.Region,
            Id = order.Id,
            OrganisationId = body.Id,
            Period = order.Period.Code,
            Title = order.Title,
            Template = template.Name,
            Tree = order.Tree,
            TemplateFileId = original.Value.Id,
            State = ReportState.Draft,
            ChangedBy = actor.Name,
        };
        db.Reports.Add(report);
        AddSnapshot(report, written, order.TakenAt);
        return await AddDraftAsync(write, report, body, (DraftOrigin.Made, report.Snapshots), written.Docx, actor, "report.made", cancel);
    }

    /// <summary>
    /// Makes the next draft with the figures of now: all, or only those with these numbers; the others keep what was frozen.
    /// </summary>
    public async Task<Outcome<Report>> FreezeAnewAsync(Guid id, int version, IReadOnlyCollection<int>? numbers, Actor actor, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var found = await FindDraftAsync(id, version, cancel);
        if (!found.Done)
            return Outcome<Report>.Refused(found.Problems);
        var report = found.Value;
        var body = await visible.Organisations(Right.ReportWrite).SingleAsync(one => one.Id == report.OrganisationId, cancel);
        var frozen = Snapshot.Parse(await db.ReportSnapshots.Where(one => one.ReportId == id && one.Number == report.Snapshots).Select(one => one.Content).SingleAsync(cancel));
        _ = Period.TryParse(report.Period, out var period);
        var order = new ReportOrder(id, body, period, report.Template, time.Instant()) { Tree = report.Tree, Number = report.Snapshots + 1, Kept = Kept(frozen, numbers) };
        var original = await db.StoredFiles.AsNoTracking().SingleAsync(one => one.Id == report.TemplateFileId, cancel);
        var written = await writer.WriteAsync(order, await ReadAsync(original, cancel), cancel);
        if (!written.Done)
            return Outcome<Report>.Refused(written.Problems);
        AddSnapshot(report, written.Value, order.TakenAt);
        return await AddDraftAsync(write, report, body, (DraftOrigin.FrozenAnew, report.Snapshots), written.Value.Docx, actor, "report.frozen-anew", cancel);
    }

    /// <summary>Takes the edited Word file as the next draft. The frozen figures stay; what was changed by hand is told by comparison.</summary>
    public async Task<Outcome<Report>> UploadDraftAsync(Guid id, int version, byte[] docx, Actor actor, CancellationToken cancel = default)
    {
        int? snapshot;
        try
        {
            using var stream = new MemoryStream(docx);
            snapshot = DraftComparison.SnapshotOf(WordText.Read(stream), id);
        }
        catch (OfficeFormatException cause)
        {
            return new Problem("report.file.format", cause.Message, "file");
        }
        await using var write = await db.BeginWriteAsync(cancel);
        var found = await FindDraftAsync(id, version, cancel);
        if (!found.Done)
            return Outcome<Report>.Refused(found.Problems);
        var body = await visible.Organisations(Right.ReportWrite).SingleAsync(one => one.Id == found.Value.OrganisationId, cancel);
        // Somebody may have edited a draft older than the newest freezing: it is compared with the figures it was made from.
        var of = snapshot is { } number && number <= found.Value.Snapshots ? number : found.Value.Snapshots;
        return await AddDraftAsync(write, found.Value, body, (DraftOrigin.Uploaded, of), docx, actor, "report.draft-uploaded", cancel);
    }

    /// <summary>定稿: nothing changes any more.</summary>
    public async Task<Outcome<Report>> FinaliseAsync(Guid id, int version, Actor actor, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var found = await FindDraftAsync(id, version, cancel);
        if (!found.Done)
            return found;
        found.Value.State = ReportState.Final;
        return await SaveAsync(write, found.Value, actor, "report.finalised", cancel);
    }

    /// <summary>Deletes a report that is not final, with its drafts.</summary>
    public async Task<Outcome<Report>> DeleteAsync(Guid id, int version, Actor actor, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var found = await FindDraftAsync(id, version, cancel);
        if (!found.Done)
            return found;
        var report = found.Value;
        db.ReportDrafts.RemoveRange(await db.ReportDrafts.Where(one => one.ReportId == id).ToListAsync(cancel));
        db.ReportSnapshots.RemoveRange(await db.ReportSnapshots.Where(one => one.ReportId == id).ToListAsync(cancel));
        db.Reports.Remove(report);
        await search.RemoveAsync([report.Id], cancel);
        changes.Add(actor, report.Region, report.OrganisationId, "report.deleted", Subject, id.ToString(), fields: [new("title", report.Title, null)]);
        await db.SaveChangesAsync(cancel);
        await write.CommitAsync(cancel);
        return report;
    }

    /// <summary>What was made under the key before, or null; of a report that is not hers she learns nothing.</summary>
    private async Task<Outcome<Report>?> FindMadeAsync(Guid key, CancellationToken cancel)
    {
        if (await visible.Of<Report>(Right.ReportWrite).AsNoTracking().SingleOrDefaultAsync(one => one.Id == key, cancel) is { } made)
            return made;
        if (await db.Reports.AnyAsync(one => one.Id == key, cancel))
            return Problem.KeyTaken();
        return null;
    }

    private async Task<Outcome<Report>> FindDraftAsync(Guid id, int version, CancellationToken cancel)
    {
        if (await visible.Of<Report>(Right.ReportWrite).SingleOrDefaultAsync(one => one.Id == id, cancel) is not { } report)
            return Problem.NotFound("这份总结");
        if (report.State == ReportState.Final)
            return new Problem("report.final", "这份总结已经定稿，不能再改。要改请另做一份。");
        return report.Version == version ? report : Stale(report.ChangedBy);
    }

    // The numbers not chosen keep their frozen value; what was silent and is not chosen stays silent.
    private static Dictionary<QuoteKey, Quote> Kept(Snapshot frozen, IReadOnlyCollection<int>? numbers)
    {
        if (numbers is null)
            return [];
        var renewed = frozen.Figures.Where(figure => numbers.Contains(figure.Number)).Select(figure => figure.Quote.Key).ToHashSet();
        return frozen.Figures.Select(figure => figure.Quote).Concat(frozen.Silent)
            .Where(quote => !renewed.Contains(quote.Key))
            .DistinctBy(quote => quote.Key)
            .ToDictionary(quote => quote.Key, quote => quote with { TakenAt = quote.TakenAt ?? frozen.TakenAt });
    }

    private void AddSnapshot(Report report, WrittenReport written, DateTime at)
    {
        report.Snapshots++;
        db.ReportSnapshots.Add(new() { Region = report.Region, ReportId = report.Id, Number = report.Snapshots, Content = written.Json, Hash = written.Hash, TakenAt = at });
    }

    private async Task<Outcome<Report>> AddDraftAsync(WriteTransaction write, Report report, Organisation body, (DraftOrigin Origin, int Snapshot) of, byte[] docx, Actor actor, string act, CancellationToken cancel)
    {
        var file = await KeepAsync(actor, body, report.Title + ".docx", docx, cancel);
        if (!file.Done)
            return Outcome<Report>.Refused(file.Problems);
        report.Drafts++;
        db.ReportDrafts.Add(new()
        {
            Region = report.Region,
            ReportId = report.Id,
            Number = report.Drafts,
            Origin = of.Origin,
            Snapshot = of.Snapshot,
            FileId = file.Value.Id,
            MadeAt = time.Instant(),
            MadeBy = actor.Name,
        });
        await search.PutAsync([ReportSearch.Words(report, docx)], cancel);
        return await SaveAsync(write, report, actor, act, cancel);
    }

    private async Task<Outcome<Report>> SaveAsync(WriteTransaction write, Report report, Actor actor, string act, CancellationToken cancel)
    {
        (report.ChangedAt, report.ChangedBy) = (time.Instant(), actor.Name);
        report.Version++;
        changes.Add(actor, report.Region, report.OrganisationId, act, Subject, report.Id.ToString());
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Stale("别人");
        }
        await write.CommitAsync(cancel);
        return report;
    }

    private static Problem Stale(string changedBy) => new(Problem.StaleCode, $"这份总结刚被{changedBy}改过，请看过最新一稿再办。");

    private async Task<Outcome<StoredFile>> KeepAsync(Actor actor, Organisation body, string name, byte[] content, CancellationToken cancel)
    {
        using var stream = new MemoryStream(content);
        return await files.AddAsync(actor, body, name, stream, cancel);
    }

    private async Task<byte[]> ReadAsync(StoredFile file, CancellationToken cancel)
    {
        using var copy = new MemoryStream();
        await using var content = files.Open(file);
        await content.CopyToAsync(copy, cancel);
        return copy.ToArray();
    }
}
