using System.Text;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Facts;
using Jinguo.Core.Records.Ledgers;
using Jinguo.Core.Records.Ledgers.Exchange;
using Jinguo.Office.Excel;
using Jinguo.Testing.Data;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Tests.Records.Ledgers.Exchange;

/// <summary>What an import does to the ledgers: all or nothing, never twice, and back again.</summary>
public class ImportTests
{
    private const string Two = "日期,内容,人次,经费\n2026-03-08,刺绣,50,1000\n2026-03-09,剪纸,20,\n";
    private const string OneBad = "日期,内容,人次\n2026-03-08,刺绣,50\n2026-03-09,剪纸,很多\n2026-03-10,编织,30\n";

    [Fact]
    public async Task One_bad_row_keeps_all_rows_out()
    {
        await using var ledger = await Ledger.OpenAsync();
        var desk = new ImportDesk(ledger);

        var found = await desk.WriteAsync(ledger.Village, OneBad);

        Assert.Equal((3, 2, 1), (found.Read, found.Good, found.Bad));
        Assert.Empty(await desk.RecordsAsync());
        Assert.Equal(0, await ledger.SumAsync("training.participants", ledger.City.Top));
    }

    [Fact]
    public async Task The_good_rows_alone_are_written_when_asked_for()
    {
        await using var ledger = await Ledger.OpenAsync();
        var desk = new ImportDesk(ledger);

        await desk.WriteAsync(ledger.Village, OneBad, new(GoodRowsOnly: true));

        Assert.Equal(["刺绣", "编织"], (await desk.RecordsAsync()).Select(record => record.Title));
        Assert.Equal(80, await ledger.SumAsync("training.participants", ledger.City.Top));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_same_file_twice_adds_nothing(bool withDoubles)
    {
        await using var ledger = await Ledger.OpenAsync();
        var desk = new ImportDesk(ledger);
        await desk.WriteAsync(ledger.Village, Two, new(WithDoubles: withDoubles));

        var again = await desk.WriteAsync(ledger.Village, Two, new(WithDoubles: withDoubles));

        Assert.Equal((2, 0, 2), (again.Read, again.Good, again.AlreadyThere));
        Assert.Equal(2, (await desk.RecordsAsync()).Count);
        Assert.Equal(70, await ledger.SumAsync("training.participants", ledger.City.Top));
    }

    [Fact]
    public async Task A_row_that_was_corrected_since_is_still_there()
    {
        await using var ledger = await Ledger.OpenAsync();
        var desk = new ImportDesk(ledger);
        await desk.WriteAsync(ledger.Village, Two);
        var record = (await desk.RecordsAsync())[0];
        var values = await ledger.ValuesAsync("training", "day=2026-03-08 topic=刺绣 participants=55");
        Assert.True((await ledger.ActAsync(service => service.CorrectAsync(new(record.Id, record.Version, values), ledger.Village))).Done);

        var again = await desk.WriteAsync(ledger.Village, Two);

        Assert.Equal(2, again.AlreadyThere);
        Assert.Equal(75, await ledger.SumAsync("training.participants", ledger.City.Top));
    }

    [Fact]
    public async Task Rows_alike_within_the_file_are_taken_once_or_told()
    {
        await using var ledger = await Ledger.OpenAsync();
        var desk = new ImportDesk(ledger);
        const string Alike = "日期,内容,地点,人次\n2026-03-08,刺绣,村部,50\n2026-03-08,刺绣,村部,50\n2026-03-08,刺绣,小学,50\n";

        var found = await desk.WriteAsync(ledger.Village, Alike);

        Assert.Equal((3, 2, 1), (found.Read, found.Good, found.AlreadyThere));
        Assert.Equal([(3, RowState.Repeated), (4, RowState.Warned)], found.Notes.Select(note => (note.Row, note.State)));
        Assert.Equal(0, (await desk.WriteAsync(ledger.Village, Alike)).Good);
    }

    [Fact]
    public async Task Rows_that_a_form_has_written_before_are_there_already_unless_wished_for()
    {
        await using var ledger = await Ledger.OpenAsync();
        var desk = new ImportDesk(ledger);
        await ledger.SaveAsync(ledger.Village, "training", "day=2026-03-08 topic=刺绣 place=村部 participants=50 cost=1000");

        Assert.Equal(1, (await desk.WriteAsync(ledger.Village, Two)).AlreadyThere);
        Assert.Equal(2, (await desk.RecordsAsync()).Count);
        Assert.Equal(1, (await desk.WriteAsync(ledger.Village, Two, new(WithDoubles: true))).Good);
        Assert.Equal(3, (await desk.RecordsAsync()).Count);
    }

    [Fact]
    public async Task What_a_village_imports_waits_and_what_stands_above_imports_is_accepted()
    {
        await using var ledger = await Ledger.OpenAsync();
        var desk = new ImportDesk(ledger);

        await desk.WriteAsync(ledger.Village, Two);
        await desk.WriteAsync(ledger.Township, "单位,日期,内容,人次\n安迪11村,2026-04-08,刺绣,50\n,2026-04-09,剪纸,20", home: ledger.City.Township);
        await desk.WriteAsync(Actor.CommandLine, "日期,内容,人次\n2026-05-08,编织,50");

        Assert.Equal(
            [ReviewState.Waiting, ReviewState.Waiting, ReviewState.Accepted, ReviewState.Waiting, ReviewState.Accepted],
            (await desk.RecordsAsync()).Select(record => record.Review));
    }

    [Fact]
    public async Task Beginning_again_after_a_crash_doubles_nothing()
    {
        await using var ledger = await Ledger.OpenAsync();
        var desk = new ImportDesk(ledger);
        var rows = string.Concat(Enumerable.Range(1, 1200).Select(number => $"2026-03-08,第{number}班,1\n"));
        var id = await desk.BringAsync(ledger.Village, "培训.csv", Encoding.UTF8.GetBytes("日期,内容,人次\n" + rows));

        await Assert.ThrowsAsync<InvalidOperationException>(() => desk.AskAsync(ledger.Village, request =>
            request.Imports.WriteAsync(id, new(), (done, _) => done < 1000 ? Task.CompletedTask : throw new InvalidOperationException("The node dies."))));
        Assert.Empty(await desk.RecordsAsync());

        await desk.WriteAsync(ledger.Village, id);
        await desk.WriteAsync(ledger.Village, id);

        Assert.Equal(1200, (await desk.RecordsAsync()).Count);
        Assert.Equal(1200, await ledger.SumAsync("training.participants", ledger.City.Top));
        Assert.Equal((ImportState.Done, 1200), ((await desk.ShowAsync(ledger.Village, id)).Import.State, (await desk.ShowAsync(ledger.Village, id)).Import.Added));
    }

    [Fact]
    public async Task An_import_undone_leaves_no_figure_and_can_be_done_again()
    {
        await using var ledger = await Ledger.OpenAsync();
        var desk = new ImportDesk(ledger);
        var id = await desk.BringAsync(ledger.Village, "培训.csv", Encoding.UTF8.GetBytes(Two));
        await desk.WriteAsync(ledger.Village, id);

        var undone = await desk.AskAsync(ledger.Village, request => request.Imports.UndoAsync(id, "传错了文件"));

        Assert.Equal(2, undone.Value);
        Assert.Empty(await desk.RecordsAsync());
        Assert.Equal(0, await ledger.SumAsync("training.participants", ledger.City.Top));
        Assert.Equal(2, (await desk.WriteAsync(ledger.Village, Two)).Good);
        Assert.Equal(0, (await desk.WriteAsync(ledger.Village, Two)).Good);
        Assert.Equal(70, await ledger.SumAsync("training.participants", ledger.City.Top));
        await using var db = ledger.Database.Open();
        Assert.True((await new FactVerification(db).RunAsync()).IsClean);
    }

    [Fact]
    public async Task A_file_is_for_the_body_and_for_who_brought_it()
    {
        await using var ledger = await Ledger.OpenAsync();
        var desk = new ImportDesk(ledger);
        var id = await desk.BringAsync(ledger.Village, "培训.csv", Encoding.UTF8.GetBytes(Two));

        Assert.Null(await desk.AskAsync(ledger.Township, request => request.Imports.FindAsync(id)));
        Assert.Null(await desk.AskAsync(ledger.Stranger, request => request.Imports.FindAsync(id)));
        Assert.False((await desk.TryBringAsync(ledger.Stranger, "培训.csv", Encoding.UTF8.GetBytes(Two))).Done);
        Assert.False((await desk.TryBringAsync(Ledger.Chair(ledger.City.Village, Role.Reader), "培训.csv", Encoding.UTF8.GetBytes(Two))).Done);
    }

    [Fact]
    public async Task Columns_nobody_knows_are_ignored_until_a_person_says_what_they_are()
    {
        await using var ledger = await Ledger.OpenAsync();
        var desk = new ImportDesk(ledger);
        var id = await desk.BringAsync(ledger.Village, "培训.csv", Encoding.UTF8.GetBytes("日期,内容,到场\n3月8日,刺绣,50\n"), type: "training");
        var sheet = Assert.Single((await desk.ShowAsync(ledger.Village, id)).Matching.Sheets);
        Assert.Equal(["day", "topic", null], sheet.Columns.Select(column => column.Target));

        await desk.AskAsync(ledger.Village, request => request.Imports.MatchAsync(id, [new(sheet.Sheet, "training", 2025, new Dictionary<int, string?> { [3] = "participants" })]));
        await desk.WriteAsync(ledger.Village, id);

        Assert.Equal(new DateOnly(2025, 3, 8), Assert.Single(await desk.RecordsAsync()).Day);
        Assert.Equal(50, await ledger.SumAsync("training.participants", ledger.City.Village));
    }

    [Fact]
    public async Task Twenty_thousand_rows_are_written_in_batches()
    {
        await using var ledger = await Ledger.OpenAsync();
        var desk = new ImportDesk(ledger);
        const int Rows = 20_000;
        var id = await desk.BringAsync(ledger.Village, "培训.csv", Encoding.UTF8.GetBytes("日期,内容,人次\n" + string.Concat(
            Enumerable.Range(0, Rows).Select(number => $"{new DateOnly(2026, 1, 1).AddDays(number % 300):O},第{number}班,2\n"))));
        var counter = new StatementCounter();
        var told = new List<int>();

        await desk.AskAsync(ledger.Village, request => request.Imports.WriteAsync(id, new(), (done, _) =>
        {
            told.Add(done);
            Assert.Empty(request.Db.ChangeTracker.Entries());
            return Task.CompletedTask;
        }), counter);

        Assert.Equal(Enumerable.Range(1, Rows / LedgerImporter.BatchRows).Select(batch => batch * LedgerImporter.BatchRows), told);
        var reads = counter.Statements.Count(statement => statement.StartsWith("SELECT", StringComparison.Ordinal));
        Assert.True(reads <= 10 * told.Count + 20, $"{reads} reads for {told.Count} batches");
        Assert.Equal(2 * Rows, await ledger.SumAsync("training.participants", ledger.City.Top));
    }

    [Fact]
    public async Task An_export_imported_again_adds_nothing_and_in_an_empty_ledger_gives_the_same_figures()
    {
        await using var ledger = await Ledger.OpenAsync();
        var desk = new ImportDesk(ledger);
        await ledger.SaveAsync(ledger.Village, "training", "day=2026年3月8日至10日 topic=刺绣 place=村部 participants=50余 women=40 category=技能 cost=12345.67 helped=张某某");
        await ledger.SaveAsync(ledger.Village, "venue", "day=2025-01-01 name=芙蓉村妇女之家");
        var file = await ExportAsync(desk, ledger.Village);

        Assert.Equal((2, 0), Counts(await desk.WriteAsync(ledger.Village, await desk.BringAsync(ledger.Village, "导出.xlsx", file))));
        Assert.Equal((2, 0), Counts(await desk.WriteAsync(ledger.Township, await desk.BringAsync(ledger.Township, "导出.xlsx", await ExportAsync(desk, ledger.Township), ledger.City.Township))));

        await using var other = await Ledger.OpenAsync();
        var empty = new ImportDesk(other);
        Assert.Equal((2, 2), Counts(await empty.WriteAsync(other.Village, await empty.BringAsync(other.Village, "导出.xlsx", file))));
        Assert.Equal(1_234_567, await other.SumAsync("training.cost", other.City.Top));
        // Persons stand in an export masked, and masks are no values.
        Assert.Equal((await desk.RecordsAsync()).Select(record => record.Values.Replace("\"helped\":\"张某某\",", "", StringComparison.Ordinal)), (await empty.RecordsAsync()).Select(record => record.Values));
        static (int, int) Counts(ImportFindings found) => (found.Read, found.Good);
    }

    [Fact]
    public async Task An_export_for_the_body_above_holds_no_persons_and_stands_in_the_history()
    {
        await using var ledger = await Ledger.OpenAsync();
        var desk = new ImportDesk(ledger);
        await ledger.SaveAsync(ledger.Village, "training", "day=2026-03-08 topic=刺绣 helped=张某某");

        Assert.Contains("张**", Cells(await ExportAsync(desk, ledger.Village)));
        Assert.DoesNotContain("张**", Cells(await ExportAsync(desk, ledger.Township)));
        await using var db = ledger.Database.Open();
        var exports = await db.Set<Core.Base.Changes.Change>().Where(change => change.Act == "ledger.exported").Select(change => change.OrganisationId).ToListAsync();
        Assert.Equal([ledger.City.Village.Id, ledger.City.Township.Id], exports.Order().Reverse());
    }

    [Fact]
    public async Task A_template_filled_in_is_understood_without_a_word()
    {
        await using var ledger = await Ledger.OpenAsync();
        var desk = new ImportDesk(ledger);
        await using var db = ledger.Database.Open();
        var types = (await ledger.Types.GetAsync(db)).All.Select(type => type.Type).ToList();
        var file = new MemoryStream();
        LedgerTemplate.Write(file, types);

        var matching = (await desk.ShowAsync(ledger.Village, await desk.BringAsync(ledger.Village, "全年.xlsx", file.ToArray()))).Matching;

        Assert.Equal(types.Select(type => type.Code), matching.Sheets.Select(sheet => sheet.Type!));
        Assert.All(matching.Sheets.SelectMany(sheet => sheet.Columns), column => Assert.NotNull(column.Target));
        Assert.Equal(types.Select(type => LedgerColumns.FieldsOf(type).Count() + 2), matching.Sheets.Select(sheet => sheet.Columns.Count));
    }

    private static async Task<byte[]> ExportAsync(ImportDesk desk, Actor actor)
    {
        var file = new MemoryStream();
        Assert.True((await desk.AskAsync(actor, request => request.Export.WriteAsync(file, new()))).Done);
        return file.ToArray();
    }

    private static List<string> Cells(byte[] file)
    {
        using var book = Spreadsheet.Open(new MemoryStream(file), "导出.xlsx");
        return [.. book.Sheets.SelectMany(sheet => sheet.Rows()).SelectMany(row => row.Cells).Select(cell => cell.Text)];
    }
}
