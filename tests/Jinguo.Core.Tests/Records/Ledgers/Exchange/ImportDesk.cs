using System.Text;
using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Files;
using Jinguo.Core.Base.Jobs;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Records.Ledgers;
using Jinguo.Core.Records.Ledgers.Exchange;
using Jinguo.Testing.Data;
using Microsoft.EntityFrameworkCore;
using Record = Jinguo.Core.Records.Ledgers.Record;

namespace Jinguo.Core.Tests.Records.Ledgers.Exchange;

/// <summary>Files brought to a ledger, each act in a context of its own as a request or a job has.</summary>
public sealed class ImportDesk(Ledger ledger)
{
    /// <summary>The services of one request.</summary>
    public sealed record Request(Db Db, ImportService Imports, LedgerImporter Importer, LedgerExport Export);

    public async Task<T> AskAsync<T>(Actor actor, Func<Request, Task<T>> ask, StatementCounter? counter = null)
    {
        await using var db = counter is null ? ledger.Database.Open() : ledger.Database.Open(counter);
        var visible = new Visible(db, actor);
        var service = ledger.Service(db);
        var importer = new LedgerImporter(db, visible, ledger.Types, service, ledger.Clock);
        var changes = new ChangeLog(db, ledger.Clock);
        var files = new FileStore(db, ledger.Clock, new(Path.Combine(ledger.Database.Folder, "files")));
        var imports = new ImportService(db, visible, ledger.Clock, files, ledger.Types, importer, service, changes, new JobQueue(db, ledger.Clock));
        return await ask(new(db, imports, importer, new(db, visible, new(db, visible, ledger.Types, new(), Keys.Fields), ledger.Types, changes, ledger.Clock)));
    }

    public Task<Outcome<Import>> TryBringAsync(Actor actor, string name, byte[] content, Organisation? home = null, string? type = null) =>
        AskAsync(actor, async request => await request.Imports.BringAsync(Guid.CreateVersion7(), (home ?? ledger.City.Village).Id, name, new MemoryStream(content), type));

    /// <summary>Brings a file that must be taken.</summary>
    public async Task<Guid> BringAsync(Actor actor, string name, byte[] content, Organisation? home = null, string? type = null)
    {
        var import = await TryBringAsync(actor, name, content, home, type);
        Assert.True(import.Done, string.Join(' ', import.Problems.Select(problem => problem.Text)));
        return import.Value.Id;
    }

    public async Task<ImportFindings> LookAsync(Actor actor, Guid id) => Value(await AskAsync(actor, request => request.Imports.LookAsync(id)));

    public async Task<ImportFindings> WriteAsync(Actor actor, Guid id, ImportWish? wish = null) => Value(await AskAsync(actor, request => request.Imports.WriteAsync(id, wish ?? new())));

    public async Task<ImportView> ShowAsync(Actor actor, Guid id) => (await AskAsync(actor, request => request.Imports.FindAsync(id)))!;

    /// <summary>Brings and writes a text file of 培训 records.</summary>
    public async Task<ImportFindings> WriteAsync(Actor actor, string csv, ImportWish? wish = null, Organisation? home = null) =>
        await WriteAsync(actor, await BringAsync(actor, "培训.csv", Encoding.UTF8.GetBytes(csv), home), wish);

    /// <summary>Brings a text file of 培训 records and looks at it.</summary>
    public async Task<ImportFindings> LookAsync(Actor actor, string csv, Organisation? home = null) =>
        await LookAsync(actor, await BringAsync(actor, "培训.csv", Encoding.UTF8.GetBytes(csv), home));

    public async Task<List<Record>> RecordsAsync()
    {
        await using var db = ledger.Database.Open();
        return await db.Records.AsNoTracking().Where(record => !record.Withdrawn).OrderBy(record => record.Day).ThenBy(record => record.Title).ToListAsync();
    }

    private static T Value<T>(Outcome<T> outcome)
    {
        Assert.True(outcome.Done, string.Join(' ', outcome.Problems.Select(problem => problem.Text)));
        return outcome.Value;
    }
}
