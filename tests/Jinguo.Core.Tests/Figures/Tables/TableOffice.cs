using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Figures.Tables.Definitions;
using Jinguo.Core.Figures.Tables.Filing;
using Jinguo.Core.Figures.Tables.Filling;
using Jinguo.Testing.Data;

namespace Jinguo.Core.Tests.Figures.Tables;

/// <summary>The books of a city with a table of their measures, and people who fill it in and sign it.</summary>
internal sealed class TableOffice(Books books) : IAsyncDisposable
{
    private readonly DefinitionCache definitions = new();

    public Books Books => books;

    public Tree.City City => books.City;

    public static async Task<TableOffice> OpenAsync()
    {
        var office = new TableOffice(await Books.OpenAsync());
        await office.DoAsync(Actor.CommandLine, desk => desk.Library.PutAsync(office.City.Top.Id, "trainings.json", TestTables.Trainings, Actor.CommandLine));
        return office;
    }

    /// <summary>Somebody with one role on a body, with an account of her own.</summary>
    public async Task<Actor> AddAsync(Organisation body, Role role)
    {
        await using var db = books.Database.Open();
        var account = await AccountRows.AddAsync(db, $"{Guid.NewGuid():N}", "张某某", [(body, role, RoleScope.Subtree)]);
        return new(account.Id, $"张某{role}", body.Id, body.Region, body.Path, [new(role, RoleScope.Subtree)]);
    }

    /// <summary>Does something as a person, in a context of its own as a request does.</summary>
    public async Task<T> AsAsync<T>(Actor actor, Func<Desk, Task<T>> act)
    {
        await using var db = books.Database.Open();
        return await act(new(this, db, actor));
    }

    /// <summary>Does something that must be done.</summary>
    public async Task<T> DoAsync<T>(Actor actor, Func<Desk, Task<Outcome<T>>> act)
    {
        var done = await AsAsync(actor, act);
        return done.Done ? done.Value : throw new InvalidOperationException(done.Problems[0].Text);
    }

    /// <summary>Does something that must be refused; answers the code of the problem.</summary>
    public async Task<string> RefusedAsync<T>(Actor actor, Func<Desk, Task<Outcome<T>>> act) =>
        await AsAsync(actor, act) is { Done: false } refused ? refused.Problems[0].Code : throw new InvalidOperationException("It was done.");

    public Task<StatisticalTable> MakeAsync(Actor actor, Organisation body, string period = "2026H1") =>
        DoAsync(actor, desk => desk.Service.MakeAsync(new(Guid.CreateVersion7(), body.Id, "trainings", period), actor));

    public async Task<OpenedTable> OpenAsync(Guid id, Actor? reader = null) =>
        (await AsAsync(reader ?? Actor.CommandLine, desk => desk.Reader.FindAsync(id, withDifferences: true)))!;

    public Task<StatisticalTable> SignAsync(Actor actor, StatisticalTable table, SignatureStep step) =>
        DoAsync(actor, desk => desk.Signing.SignAsync(table.Id, table.Version, step, actor));

    /// <summary>Makes, signs and files a table of a body.</summary>
    public async Task<StatisticalTable> FileAsync(StatisticalTable table)
    {
        table = await SignAsync(Actor.CommandLine, table, SignatureStep.Filler);
        table = await SignAsync(Actor.CommandLine, table, SignatureStep.Reviewer);
        return await SignAsync(Actor.CommandLine, table, SignatureStep.Head);
    }

    public Task<StatisticalTable> SupplementAsync(Actor actor, StatisticalTable table, string row, string column, decimal amount) =>
        DoAsync(actor, desk => desk.Service.SupplementAsync(table.Id, table.Version, new(row, column, amount, "学校代办的班"), actor));

    public ValueTask DisposeAsync() => books.DisposeAsync();

    /// <summary>The services of one request.</summary>
    internal sealed class Desk
    {
        public Desk(TableOffice office, Db db, Actor actor)
        {
            var books = office.Books;
            var visible = new Visible(db, actor);
            var changes = new ChangeLog(db, books.Clock);
            Library = new(db, visible, books.Measures, office.definitions, changes, books.Clock);
            Filler = new(db, books.Book(db, actor));
            Reader = new(db, visible, Filler, Library, books.Measures, office.definitions, books.Clock);
            Accounts = new(Reader, books.Book(db, actor));
            Service = new(db, visible, Library, Reader, changes, books.Clock);
            Signing = new(db, visible, Reader, changes, books.Clock);
            Requests = new(db, visible, Library, new(db, visible, books.Measures, office.definitions, books.Clock), changes, books.Clock);
        }

        public TableLibrary Library { get; }

        public TableFiller Filler { get; }

        public TableReader Reader { get; }

        public CellAccounts Accounts { get; }

        public TableService Service { get; }

        public TableSigning Signing { get; }

        public TableRequestService Requests { get; }
    }
}
