using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Files;
using Jinguo.Core.Base.Forms;
using Jinguo.Core.Base.Jobs;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Office.Excel;
using Microsoft.EntityFrameworkCore;
using OfficeFormatException = Jinguo.Office.OfficeFormatException;

namespace Jinguo.Core.Records.Ledgers.Exchange;

/// <summary>An import with what belongs on its page.</summary>
/// <param name="Import">The import.</param>
/// <param name="Home">The body for which it is imported.</param>
/// <param name="File">The original.</param>
/// <param name="Job">The job that works on it or did so last, or null.</param>
public sealed record ImportView(Import Import, Organisation Home, StoredFile File, Job? Job)
{
    /// <summary>How sheets and columns are matched.</summary>
    public FileMatching Matching { get; } = FileMatching.FromJson(Import.Matching);

    /// <summary>What a look at every row found; null before the first look.</summary>
    public ImportFindings? Findings { get; } = Import.Findings is null ? null : ImportFindings.FromJson(Import.Findings);

    /// <summary>True while a job works on it.</summary>
    public bool IsWorking => Job?.State is JobState.Waiting or JobState.Running;
}

/// <summary>How a person wants one sheet to be understood.</summary>
/// <param name="Sheet">Name of the sheet.</param>
/// <param name="Type">Code of the record type; null or empty leaves the sheet out.</param>
/// <param name="Year">The year meant by a day without one.</param>
/// <param name="Targets">Target by column; a column that is not named keeps what it has.</param>
public sealed record SheetChoice(string Sheet, string? Type, int Year, IReadOnlyDictionary<int, string?> Targets);

/// <summary>The acts on imports: bring a file, say how it is to be understood, look at every row, write, undo.</summary>
public sealed partial class ImportService(Db db, Visible visible, TimeProvider time, FileStore files, RecordTypeCatalogCache types, LedgerImporter importer, LedgerService ledgers, ChangeLog changes, JobQueue jobs)
{
    /// <summary>Kind of imports in the history.</summary>
    public const string SubjectKind = "import";

    // About 5,000 rows: a second or two.
    private const long LookedAtAtOnce = 300_000;

    private Actor Actor => visible.Actor;

    /// <summary>Takes a file and proposes how it is to be understood. A key that was sent before gives back the first import.</summary>
    /// <param name="key">The client key of the form.</param>
    /// <param name="organisationId">The body for which it is imported.</param>
    /// <param name="name">Name of the file.</param>
    /// <param name="content">Its content.</param>
    /// <param name="type">The one record type of the file, if the person has said so.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<Outcome<Import>> BringAsync(Guid key, int organisationId, string name, Stream content, string? type = null, CancellationToken cancel = default)
    {
        if (await visible.Organisations(Right.LedgerWrite).SingleOrDefaultAsync(body => body.Id == organisationId, cancel) is not { } home)
            return Problem.NotFound("可以导入的单位");
        var catalog = await types.GetAsync(db, cancel);
        LedgerType? only = null;
        if (!string.IsNullOrEmpty(type) && (only = catalog.Find(type, home.Path)) is null)
            return Problem.NotFound("这种台账");
        try
        {
            return await BringAsync(key, home, name, content, catalog, only, cancel);
        }
        catch (DbUpdateException)
        {
            // The same form may have come to another node at the same moment.
            db.ChangeTracker.Clear();
            if (await FirstAsync(key, cancel) is { } first)
                return first;
            throw;
        }
    }

    private async Task<Outcome<Import>?> FirstAsync(Guid key, CancellationToken cancel) =>
        await db.Imports.AsNoTracking().SingleOrDefaultAsync(one => one.Id == key, cancel) is { } first ? IsHers(first) ? first : Problem.KeyTaken() : null;

    private async Task<Outcome<Import>> BringAsync(Guid key, Organisation home, string name, Stream content, RecordTypeCatalog catalog, LedgerType? only, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await FirstAsync(key, cancel) is { } first)
            return first;
        var stored = await files.AddAsync(Actor, home, name, content, cancel);
        if (!stored.Done)
            return Outcome<Import>.Refused(stored.Problems);
        var matching = Match(stored.Value, catalog, home, only?.Type);
        if (!matching.Done)
            return Outcome<Import>.Refused(matching.Problems);
        var import = New(key, home, stored.Value, matching.Value);
        db.Imports.Add(import);
        await db.SaveChangesAsync(cancel);
        await write.CommitAsync(cancel);
        return import;
    }

    /// <summary>Changes how sheets and columns are understood. What was found before holds no longer.</summary>
    public async Task<Outcome<Import>> MatchAsync(Guid id, IReadOnlyList<SheetChoice> choices, CancellationToken cancel = default)
    {
        if (await FindAsync(id, cancel) is not { } view)
            return Problem.NotFound("这次导入");
        if (view.IsWorking || view.Import.State != ImportState.Draft)
            return new Problem("import.state", "这次导入已经开始或已经完成，不能再改对应关系。");
        var catalog = await types.GetAsync(db, cancel);
        try
        {
            using var content = files.Open(view.File);
            using var file = Spreadsheet.Open(content, view.File.Name);
            var sheets = view.Matching.Sheets.Select(sheet =>
                choices.FirstOrDefault(choice => choice.Sheet == sheet.Sheet) is { } choice
                    ? Chosen(file.Sheets.First(one => one.Name == sheet.Sheet), sheet, choice, string.IsNullOrEmpty(choice.Type) ? null : catalog.Find(choice.Type, view.Home.Path)?.Type)
                    : sheet).ToList();
            await UpdateAsync(id, set => set.SetProperty(one => one.Matching, new FileMatching(sheets).ToJson()).SetProperty(one => one.Findings, (string?)null), cancel);
            return view.Import;
        }
        catch (OfficeFormatException wrong)
        {
            return new Problem("import.file", wrong.Message, "file");
        }
    }

    /// <summary>Looks at every row and keeps what was found; nothing else is written.</summary>
    public async Task<Outcome<ImportFindings>> LookAsync(Guid id, RowsTold? tell = null, CancellationToken cancel = default)
    {
        if (await FindAsync(id, cancel) is not { } view)
            return Problem.NotFound("这次导入");
        if (view.Import.State != ImportState.Draft)
            return Over();
        try
        {
            using var content = files.Open(view.File);
            using var file = Spreadsheet.Open(content, view.File.Name);
            var findings = await importer.CheckAsync(file, view.Matching, view.Home, new(), id, tell, cancel);
            var json = findings.ToJson();
            await UpdateAsync(id, set => set.SetProperty(one => one.Findings, json).SetProperty(one => one.Read, findings.Read).SetProperty(one => one.Bad, findings.Bad).SetProperty(one => one.AlreadyThere, findings.AlreadyThere), cancel);
            return findings;
        }
        catch (OfficeFormatException wrong)
        {
            return new Problem("import.file", wrong.Message, "file");
        }
    }

    /// <summary>
    /// Writes the rows in one transaction: all, or the good ones if wished; else nothing. Done once, however often it is
    /// begun: what a crash interrupted left nothing behind.
    /// </summary>
    /// <returns>What became of the rows; when it was all or nothing and rows are bad, nothing was written.</returns>
    public async Task<Outcome<ImportFindings>> WriteAsync(Guid id, ImportWish wish, RowsTold? tell = null, CancellationToken cancel = default)
    {
        try
        {
            await using var write = await db.BeginWriteAsync(cancel);
            await LockAsync(id, cancel);
            if (await FindAsync(id, cancel) is not { } view)
                return Problem.NotFound("这次导入");
            if (view.Import.State != ImportState.Draft)
                return view.Findings!;
            ImportFindings findings;
            using (var content = files.Open(view.File))
            using (var file = Spreadsheet.Open(content, view.File.Name))
                findings = await importer.WriteAsync(file, view.Matching, view.Home, wish, id, tell, cancel);
            if (findings.Bad == 0 || wish.GoodRowsOnly)
            {
                await EndAsync(view, findings, cancel);
                await write.CommitAsync(cancel);
            }
            return findings;
        }
        catch (OfficeFormatException wrong)
        {
            return new Problem("import.file", wrong.Message, "file");
        }
    }

    /// <summary>Withdraws all records that the import brought, in one transaction.</summary>
    /// <returns>How many were withdrawn.</returns>
    public async Task<Outcome<int>> UndoAsync(Guid id, string reason, RowsTold? tell = null, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        await LockAsync(id, cancel);
        if (await FindAsync(id, cancel) is not { } view)
            return Problem.NotFound("这次导入");
        if (view.Import.State == ImportState.Undone)
            return 0;
        var withdrawn = await ledgers.WithdrawImportAsync(id, reason, Actor, tell is null ? null : done => tell(done, view.Import.Added), cancel);
        if (!withdrawn.Done)
            return withdrawn;
        db.ChangeTracker.Clear();
        changes.Add(Actor, view.Home.Region, view.Home.Id, "ledger.import.undone", SubjectKind, id.ToString(), reason.Trim());
        await db.SaveChangesAsync(cancel);
        await db.Imports.Where(one => one.Id == id).ExecuteUpdateAsync(set => set
            .SetProperty(one => one.State, ImportState.Undone).SetProperty(one => one.UndoReason, reason.Trim()).SetProperty(one => one.EndedAt, time.Instant()), cancel);
        await write.CommitAsync(cancel);
        return withdrawn;
    }

    // Whoever else is at this import, also on another node, is waited for before its state is read.
    private Task<int> LockAsync(Guid id, CancellationToken cancel) =>
        db.Imports.Where(one => one.Id == id).ExecuteUpdateAsync(set => set.SetProperty(one => one.State, one => one.State), cancel);

    private Outcome<FileMatching> Match(StoredFile stored, RecordTypeCatalog catalog, Organisation home, RecordType? only)
    {
        try
        {
            using var content = files.Open(stored);
            using var file = Spreadsheet.Open(content, stored.Name);
            return FileMatcher.Match(file, stored.Name, [.. catalog.Offered(home.Path).Select(type => type.Type)], only, time.Today().Year);
        }
        catch (OfficeFormatException wrong)
        {
            return new Problem("import.file", wrong.Message, "file");
        }
    }

    private static SheetMatching Chosen(Sheet sheet, SheetMatching before, SheetChoice choice, RecordType? type)
    {
        // Another ledger begins anew; else what the person chose stands beside what was found.
        if (type?.Code != before.Type || before.LastHeaderRow == 0)
            return FileMatcher.MatchAs(sheet, type, choice.Year);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return before with
        {
            Year = choice.Year,
            Columns = [.. before.Columns.Select(column =>
            {
                var target = choice.Targets.TryGetValue(column.Column, out var wanted) ? wanted : column.Target;
                return column with { Target = !string.IsNullOrEmpty(target) && IsTarget(type, target) && taken.Add(target) ? target : null };
            })],
        };
    }

    private static bool IsTarget(RecordType? type, string target) =>
        target is ColumnMatching.Body or ColumnMatching.BodyCode or ColumnMatching.Highlight || type?.FindField(target) is { Type: not FieldType.File };

    private Import New(Guid key, Organisation home, StoredFile file, FileMatching matching) => new()
    {
        Region = home.Region,
        Id = key,
        OrganisationId = home.Id,
        ByOrganisationId = Actor.AccountId is null ? null : Actor.OrganisationId,
        FileId = file.Id,
        FileName = file.Name,
        State = ImportState.Draft,
        Matching = matching.ToJson(),
        CreatedAt = time.Instant(),
        CreatedBy = Actor.AccountId,
        CreatedByName = Actor.Name,
    };

    private async Task EndAsync(ImportView view, ImportFindings findings, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        changes.Add(Actor, view.Home.Region, view.Home.Id, "ledger.imported", SubjectKind, view.Import.Id.ToString(), fields:
            [new("file", null, view.Import.FileName), new("added", null, $"{findings.Good}"), new("bad", null, $"{findings.Bad}")]);
        await db.SaveChangesAsync(cancel);
        var json = findings.ToJson();
        await db.Imports.Where(one => one.Id == view.Import.Id).ExecuteUpdateAsync(set => set
            .SetProperty(one => one.State, ImportState.Done)
            .SetProperty(one => one.Findings, json)
            .SetProperty(one => one.Read, findings.Read)
            .SetProperty(one => one.Added, findings.Good)
            .SetProperty(one => one.AlreadyThere, findings.AlreadyThere)
            .SetProperty(one => one.Bad, findings.Bad)
            .SetProperty(one => one.EndedAt, time.Instant()), cancel);
    }
}
