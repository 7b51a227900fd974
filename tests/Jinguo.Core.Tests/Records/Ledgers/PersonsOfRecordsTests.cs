using System.Text;
using Jinguo.Core.Base.Encryption;
using Jinguo.Core.Base.Forms;
using Jinguo.Core.Base.Persons;
using Jinguo.Core.Facts;
using Jinguo.Core.Records.Ledgers;
using Jinguo.Core.Records.Ledgers.Exchange;
using Jinguo.Core.Tests.Records.Ledgers.Exchange;
using Jinguo.Office.Excel;
using Jinguo.Testing;
using Jinguo.Testing.Data;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Tests.Records.Ledgers;

/// <summary>ID numbers and telephones in ledgers: sealed at rest, masked on the screen, found by the whole number.</summary>
public sealed class PersonsOfRecordsTests : IAsyncLifetime
{
    private const string First = "11010519491231002X";
    private const string Second = "440524188001010014";
    private const string Phone = "13800001234";
    private const string OtherPhone = "13900005678";

    private const string Pack = """
        {
          "pack": "aid", "name": "救助", "version": 1, "validFrom": "2000-01-01",
          "measures": [{ "code": "aid.people", "name": "受助人数", "unit": "人", "kind": "distinct", "definitions": [{ "version": 1, "text": "不同的人。", "validFrom": "2000-01-01" }] }],
          "recordTypes": [
            { "code": "aid", "name": "救助", "group": "帮扶", "kind": "event", "title": "{what}", "entry": ["day", "what"],
              "fields": [
                { "code": "day", "name": "日期", "type": "date", "required": true },
                { "code": "what", "name": "内容", "type": "text", "required": true },
                { "code": "who", "name": "受助人", "type": "person", "personal": true },
                { "code": "id", "name": "身份证号", "type": "idNumber", "of": "who", "personal": true },
                { "code": "phone", "name": "电话", "type": "phone", "of": "who", "personal": true },
                { "code": "home", "name": "住址", "type": "text", "personal": true },
                { "code": "notes", "name": "备注", "type": "longText" } ],
              "posts": [{ "measure": "aid.people", "value": "1", "person": "who" }] } ]
        }
        """;

    private Ledger ledger = null!;

    public async Task InitializeAsync()
    {
        ledger = await Ledger.OpenAsync();
        await using var db = ledger.Database.Open();
        Assert.Empty(await ledger.LoadAsync(db, Pack, "aid.json"));
    }

    public async Task DisposeAsync() => await ledger.DisposeAsync();

    [Fact]
    [Rule("SEC-02")]
    public async Task NoTableHoldsANumberInPlain_WhetherSavedCorrectedImportedRefusedOrSearched()
    {
        var id = await SaveAsync();
        await CorrectAsync(id, $"day=2026-05-04 what=慰问 who=张某某 id={Second} phone={OtherPhone}");
        var desk = new ImportDesk(ledger);
        var good = await desk.BringAsync(ledger.Village, "救助.csv", Encoding.UTF8.GetBytes($"日期,内容,受助人,身份证号,电话\n2026-03-08,助学,李某某,{First},{Phone}\n"), type: "aid");
        Assert.Equal(0, (await desk.WriteAsync(ledger.Village, good)).Bad);
        // Wrong by one digit, in a column that is not matched, and in a cell that tells nothing else.
        var wrong = First[..^1] + "1";
        var bad = await desk.BringAsync(ledger.Village, "救助2.csv", Encoding.UTF8.GetBytes($"日期,内容,受助人,身份证号,证件\n2026-03-09,助学,李某某,{wrong},{First}\n,,,,{First}\n"), type: "aid");
        Assert.True((await desk.LookAsync(ledger.Village, bad)).Bad > 0);
        await desk.AskAsync(ledger.Village, request => request.Export.WriteAsync(new MemoryStream(), new() { Search = First }));
        await ledger.ActAsync(service => service.UnmaskAsync(id, "核对账户", ledger.Village));

        await using var db = ledger.Database.Open();
        foreach (var number in new[] { First, Second, Phone, OtherPhone, wrong, First[..17], Second[6..14] + "001" })
            Assert.Empty(await DatabaseDump.PlacesOfAsync(db, number));
        Assert.Equal(["records.PersonalText", "records.Values"], await DatabaseDump.PlacesOfAsync(db, "李某某"));
    }

    [Fact]
    public async Task TheWholeNumber_FindsTheRecord_ForTheBodyThatHandlesHer()
    {
        var id = await SaveAsync();

        Assert.Equal([id], await SearchAsync(ledger.Village, First));
        Assert.Equal([id], await SearchAsync(ledger.Village, "138 0000 1234".Replace(" ", "", StringComparison.Ordinal)));
        Assert.Empty(await SearchAsync(ledger.Village, First[..10]));
        Assert.Empty(await SearchAsync(ledger.Township, First));
    }

    [Fact]
    public async Task AReaderOfTheBody_SeesMasks_AndAfterTellingWhyTheWhole()
    {
        var id = await SaveAsync();

        var masked = (await ledger.ReadAsync(ledger.Village, reading => reading.Records.FindAsync(id)))!;
        Assert.Equal(["张**", "110105********002X", "138****1234", "云川市东山镇大河村****"], Texts(masked.Values));
        Assert.True(masked.IsMasked);
        Assert.Equal("person.reason", (await ledger.ActAsync(service => service.UnmaskAsync(id, " ", ledger.Village))).Problems[0].Code);
        Assert.True((await ledger.ActAsync(service => service.UnmaskAsync(id, "核对账户", ledger.Village))).Done);

        var whole = (await ledger.ReadAsync(ledger.Village, reading => reading.Records.FindAsync(id, revealed: true)))!;
        Assert.Equal(["张某某", First, Phone, "云川市东山镇大河村三组12号"], Texts(whole.Values));
        var history = await ledger.ReadAsync(ledger.Village, reading => reading.Records.HistoryAsync(whole));
        Assert.Contains((LedgerService.UnmaskedAct, "核对账户"), history.Select(entry => (entry.Change.Act, entry.Change.Reason)));
    }

    [Fact]
    public async Task OneWithoutTheRight_OrOfAnotherBody_IsNotShownTheWhole()
    {
        var id = await SaveAsync();
        var reader = Ledger.Chair(ledger.City.Village, Jinguo.Core.Base.Access.Role.Reader);

        Assert.False((await ledger.ActAsync(service => service.UnmaskAsync(id, "看看", reader))).Done);
        Assert.False((await ledger.ActAsync(service => service.UnmaskAsync(id, "看看", ledger.Township))).Done);
        Assert.Equal("张**", Texts((await ledger.ReadAsync(reader, reading => reading.Records.FindAsync(id, revealed: true)))!.Values)[0]);
        Assert.Null((await ledger.ReadAsync(ledger.Township, reading => reading.Records.FindAsync(id, revealed: true)))!.Values["who"]);
    }

    [Fact]
    public async Task AFormThatComesBackMasked_KeepsWhatIsStored_AndHistoryTellsChangesMasked()
    {
        var id = await SaveAsync();

        await CorrectAsync(id, "day=2026-05-04 what=走访 who=张** id=110105********002X phone=13900005678 home=云川市东山镇大河村****");

        var whole = (await ledger.ReadAsync(ledger.Village, reading => reading.Records.FindAsync(id, revealed: true)))!;
        Assert.Equal(["张某某", First, OtherPhone, "云川市东山镇大河村三组12号"], Texts(whole.Values));
        var changed = (await ledger.ReadAsync(ledger.Village, reading => reading.Records.HistoryAsync(whole))).SelectMany(entry => entry.Fields);
        Assert.Equal(["phone:138****1234→139****5678", "what:慰问→走访"], changed.Select(field => $"{field.Field}:{field.Before}→{field.After}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("who=张某某 id=110105********002X", "record.masked")]
    [InlineData("who=张** ", "record.masked")]
    [InlineData("who=张某某、李某某 id=11010519491231002X", "record.persons")]
    [InlineData("who=张某某 notes=证号11010519491231002X", "record.idnumber.loose")]
    public async Task WhatCannotBeMeant_IsRefused(string typed, string code)
    {
        var input = await ledger.NewAsync("aid", $"day=2026-05-04 what=慰问 {typed.Trim()}");

        var refused = await ledger.ActAsync(service => service.SaveAsync(input, ledger.Village));

        Assert.Contains(refused.Problems, problem => problem.Code == code);
    }

    [Fact]
    public async Task SeveralPersonsOfOneRecord_AreKnownOneByOne()
    {
        await ledger.SaveAsync(ledger.Village, "aid", $"day=2026-05-04 what=慰问 who=张某某、李某某 id={First}、{Second}");
        await ledger.SaveAsync(ledger.Stranger, "aid", $"day=2026-05-05 what=慰问 who=李某某 id={Second}", ledger.City.Stranger);

        await using var db = ledger.Database.Open();
        Assert.Equal(2, await db.Persons.CountAsync());
        Assert.Equal(3, await db.RecordPersons.CountAsync());
    }

    [Fact]
    public async Task AWomanHelpedByTwoBodies_IsOnePersonAbove_AndNoneWhereHerNameIsTakenOut()
    {
        var id = await ledger.SaveAsync(ledger.Village, "aid", $"day=2026-05-04 what=慰问 who=张某某、李某某 id={First}、{Second}");
        await ledger.SaveAsync(ledger.Stranger, "aid", $"day=2026-05-05 what=助学 who=李某某 id={Second}", ledger.City.Stranger);
        Assert.Equal((2, 1, 2), (await PeopleAsync(ledger.City.Village), await PeopleAsync(ledger.City.Stranger), await PeopleAsync(ledger.City.Top)));

        await CorrectAsync(id, $"day=2026-05-04 what=慰问 who=李某某 id={Second}");
        Assert.Equal((1, 1, 1), (await PeopleAsync(ledger.City.Village), await PeopleAsync(ledger.City.Stranger), await PeopleAsync(ledger.City.Top)));

        await ledger.ActAsync(service => service.WithdrawAsync(id, "写重了", ledger.Village));
        Assert.Equal((0, 1, 1), (await PeopleAsync(ledger.City.Village), await PeopleAsync(ledger.City.Stranger), await PeopleAsync(ledger.City.Top)));
        await ledger.ActAsync(service => service.RestoreAsync(id, null, ledger.Village));
        Assert.Equal(1, await PeopleAsync(ledger.City.Village));
    }

    private async Task<int> PeopleAsync(Jinguo.Core.Base.Organisations.Organisation body)
    {
        await using var db = ledger.Database.Open();
        return await db.CountedPersons.Where(row => row.OrganisationId == body.Id && row.Option == 0 && row.Facts > 0).Select(row => row.PersonId).Distinct().CountAsync();
    }

    [Fact]
    public async Task AnExport_IsMasked_OrNamesWhoMadeItAndWhy()
    {
        await SaveAsync();
        var desk = new ImportDesk(ledger);
        using var plain = new MemoryStream();
        using var whole = new MemoryStream();

        await desk.AskAsync(ledger.Village, request => request.Export.WriteAsync(plain, new() { Type = "aid" }));
        var refused = await desk.AskAsync(ledger.Village, request => request.Export.WriteAsync(new MemoryStream(), new() { Type = "aid" }, new PersonsAsked("")));
        await desk.AskAsync(ledger.Village, request => request.Export.WriteAsync(whole, new() { Type = "aid" }, new PersonsAsked("报县里发放")));

        Assert.Equal("person.reason", refused.Problems[0].Code);
        Assert.Contains("138****1234", Text(plain), StringComparison.Ordinal);
        Assert.DoesNotContain(Phone, Text(plain), StringComparison.Ordinal);
        Assert.Contains(Phone, Text(whole), StringComparison.Ordinal);
        Assert.Contains($"含个人信息，注意保密。{ledger.City.Village.Name} 张某某 ", Text(whole), StringComparison.Ordinal);
        await using var db = ledger.Database.Open();
        var change = await db.Set<Jinguo.Core.Base.Changes.Change>().SingleAsync(one => one.Act == "person.exported");
        Assert.Equal("报县里发放", change.Reason);
    }

    [Fact]
    public async Task ARotation_SealsRecordsAnew()
    {
        var id = await SaveAsync();
        var store = new DataKeyStore("", Keys.Store.Keys.WithNewKey(new(2027, 1, 1)).ToText());
        var cipher = new FieldCipher(store);
        var fields = new SealedFields(store, cipher, new PersonSeal(store, cipher, new(store)));
        await using var db = ledger.Database.Open();
        var rows = new SealedRecords(db, new RecordTypeCatalogCache(fields, ledger.Clock), fields);

        Assert.Equal(1, await rows.CountOldAsync(default));
        Assert.Equal(1, await rows.SealAnewAsync(10, default));

        Assert.Equal(0, await rows.SealAnewAsync(10, default));
        var record = await ledger.RecordAsync(id);
        Assert.Contains(cipher.NewestPrefix, record.Values, StringComparison.Ordinal);
        Assert.Equal(First, ((TextValue)(await new RecordTypeCatalogCache(fields, ledger.Clock).GetAsync(db)).Values(record)["id"]!).Text);
    }

    private Task<Guid> SaveAsync() =>
        ledger.SaveAsync(ledger.Village, "aid", $"day=2026-05-04 what=慰问 who=张某某 id={First} phone={Phone} home=云川市东山镇大河村三组12号");

    private async Task CorrectAsync(Guid id, string typed)
    {
        var values = await ledger.ValuesAsync("aid", typed);
        var saved = await ledger.ActAsync(service => service.CorrectAsync(new(id, 1, values), ledger.Village));
        Assert.True(saved.Done, string.Join(' ', saved.Problems.Select(problem => problem.Text)));
    }

    private async Task<List<Guid>> SearchAsync(Jinguo.Core.Base.Access.Actor actor, string word) =>
        [.. (await ledger.ReadAsync(actor, reading => reading.List.ListAsync(new() { Search = word }))).Rows.Select(row => row.Record.Id)];

    private static List<string> Texts(RecordValues values) =>
        [.. new[] { "who", "id", "phone", "home" }.Select(code => ((TextValue)values[code]!).Text)];

    private static string Text(MemoryStream file)
    {
        file.Position = 0;
        using var workbook = Spreadsheet.Open(file, "out.xlsx");
        return string.Join('\n', workbook.Sheets.SelectMany(sheet => sheet.Rows()).SelectMany(row => row.Cells).Select(cell => cell.Text));
    }
}
