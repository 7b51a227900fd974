using FsCheck;
using FsCheck.Fluent;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Jinguo.Testing.Data;

namespace Jinguo.Core.Tests.Figures.Tables;

public sealed class TableFillingTests
{

    [Fact]
    public async Task ATable_FillsItselfFromTheFigures_TotalFirst_BodiesBelow_OwnWorkLast()
    {
        await using var office = await TableOffice.OpenAsync();
        await office.Books.PostAsync(office.City.Village, Books.Draft(Books.Trainings, "2026-03-01", 2), Books.Draft(Books.Participants, "2026-03-01", 50, "余", "skills"));
        await office.Books.PostAsync(office.City.Stranger, Books.Draft(Books.Participants, "2026-04-01", 30, option: "law"));
        await office.Books.PostAsync(office.City.Top, Books.Draft(Books.Participants, "2026-04-01", 4), Books.Draft(Books.Homes, "2020-01-01", 1));
        await office.Books.PostAsync(office.City.Top, Books.Draft(Books.Participants, "2025-04-01", 42));
        await office.Books.PostAsync(office.City.Top, Books.Draft(Books.Received, "2026-04-01", 4), Books.Draft(Books.Replied, "2026-04-01", 3));
        var table = await office.MakeAsync(Actor.CommandLine, office.City.Top);

        var sheet = (await office.OpenAsync(table.Id)).Sheet;

        Assert.Equal(["合计", "安和县", "宣平市", "县级小计", "本级"], sheet.Rows.Select(row => row.Name));
        Assert.Equal([2, 84, 50, 30, 42, 100, 1, 75, null], sheet.Cells[0].Select(cell => cell.Value));
        Assert.Equal([2, 50, 50, null, null, null, null, null, null], sheet.Cells[1].Select(cell => cell.Value));
        Assert.Equal([2, 80, 50, 30, null, null, null, null, null], sheet.Cells[3].Select(cell => cell.Value));
        Assert.Equal([null, 4, null, null, 42, -90.5m, 1, 75, null], sheet.Cells[4].Select(cell => cell.Value));
        Assert.Equal("余约", sheet[1, 1].Hedge + sheet[0, 5].Hedge + sheet[4, 1].Hedge);
    }

    [Fact]
    public async Task ABodyWithNothingBelow_HasItsTotalOnly_AndMayBeSupplementedThere()
    {
        await using var office = await TableOffice.OpenAsync();
        var table = await office.MakeAsync(Actor.CommandLine, office.City.Village);
        table = await office.SupplementAsync(Actor.CommandLine, table, "1", "2", 20);

        var sheet = (await office.OpenAsync(table.Id)).Sheet;

        Assert.Equal(["合计"], sheet.Rows.Select(row => row.Name));
        Assert.Equal((null, 20m, 20m), (sheet[0, 1].Figure, sheet[0, 1].Supplement, sheet[0, 1].Value));
    }

    [Fact]
    public async Task MeasuresInRows_AndPeriodsInColumns_AreFilledAlike()
    {
        await using var office = await TableOffice.OpenAsync();
        await office.Books.PostAsync(office.City.Top, Books.Draft(Books.Participants, "2026-05-02", 30), Books.Draft(Books.Participants, "2026-03-02", 10), Books.Draft(Books.Participants, "2025-05-30", 50));
        var definition = """
            { "table": "monthly", "name": "月报", "version": 1, "validFrom": "2020-01-01", "period": "month",
              "rows": [{ "name": "培训人次", "figure": "training.participants" }, { "name": "培训期数", "figure": "training.sessions" }, { "name": "平均", "formula": "r1 / r2" }],
              "columns": [{ "name": "本月" }, { "name": "累计", "period": "cumulative" }, { "name": "上年累计", "period": "cumulativeBefore" }, { "name": "增减", "formula": "c2 - c3" }] }
            """;
        await office.DoAsync(Actor.CommandLine, desk => desk.Library.PutAsync(office.City.Top.Id, "monthly.json", definition, Actor.CommandLine));

        var opened = await office.DoAsync(Actor.CommandLine, desk => desk.Reader.PreviewAsync("monthly", office.City.Top.Id, Books.Span("2026-05")));

        Assert.Equal([30, 40, 50, -10], opened.Sheet.Cells[0].Select(cell => cell.Value));
        Assert.All(opened.Sheet.Cells[2].Take(3), cell => Assert.Null(cell.Value));
        Assert.Equal("2025-01-01..2025-05-31", opened.FigureOf(0, 2)!.Period.Code);
    }

    [Fact]
    public async Task ASupplement_CountsInItsCellAndInTheTotal_AndItsShareIsTold()
    {
        await using var office = await TableOffice.OpenAsync();
        await office.Books.PostAsync(office.City.Village, Books.Draft(Books.Participants, "2026-03-01", 180));
        var table = await office.MakeAsync(Actor.CommandLine, office.City.Top);
        var county = office.City.County.Id;
        table = await office.SupplementAsync(Actor.CommandLine, table, $"2:{county}", "2", 15);
        table = await office.SupplementAsync(Actor.CommandLine, table, "4", "2", 5);
        table = await office.SupplementAsync(Actor.CommandLine, table, "4", "9", 3);

        var opened = await office.OpenAsync(table.Id);

        Assert.Equal([200, 195, null, 195, 5], Enumerable.Range(0, 5).Select(row => opened.Sheet[row, 1].Value));
        Assert.Equal(180, opened.Sheet[0, 1].Figure);
        Assert.Equal(["第2栏人次20，占合计的10%", "第9栏场地数3，占合计的100%"], opened.Shares.Select(share => share.Text));
        Assert.DoesNotContain(opened.Failures, failure => failure.Level == Core.Base.ProblemLevel.Error);
    }

    [Fact]
    public async Task WhatABodyBelowFiledWithSupplements_GoesUpWithItsTable()
    {
        await using var office = await TableOffice.OpenAsync();
        await office.Books.PostAsync(office.City.Village, Books.Draft(Books.Participants, "2026-03-01", 100));
        var below = await office.MakeAsync(Actor.CommandLine, office.City.County);
        below = await office.SupplementAsync(Actor.CommandLine, below, $"2:{office.City.Township.Id}", "2", 7);
        var above = await office.MakeAsync(Actor.CommandLine, office.City.Top);
        Assert.Equal(100, (await office.OpenAsync(above.Id)).Sheet[0, 1].Value);

        await office.FileAsync(below);

        var opened = await office.OpenAsync(above.Id);
        Assert.Equal([107, 107], [opened.Sheet[0, 1].Value, opened.Sheet[1, 1].Value]);
        Assert.Equal((0m, 7m), (opened.Sheet[1, 1].Entered, opened.Sheet[1, 1].Brought));
    }

    [Fact]
    public void AnyFiguresAndSupplements_AddUpToTheTotal_AndStayWhenFrozen() => Prop.ForAll(Histories(), history => CheckAsync(history).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(6));

    [Fact]
    public async Task ACountyOfThirtyTownships_IsReadInAFewStatements()
    {
        await using var office = await TableOffice.OpenAsync();
        await using (var seed = office.Books.Database.Open())
            for (var town = 10; town < 40; town++)
                await Tree.AddAsync(seed, $"9901013{town}000", Level.Township, $"第{town}镇妇联", office.City.County);
        string[] keys = [Books.Trainings, Books.Participants, Books.Participants + ":skills", Books.Participants + ":law", Books.Homes, Books.Received, Books.Replied, Books.ReplyRate, Books.Mortality, Books.Money];
        string[] periods = ["current", "yearBefore", "cumulative", "cumulativeBefore"];
        var columns = string.Join(',', periods.SelectMany(period => keys.Select(key => $$"""{ "name": "{{key}}", "figure": "{{key}}", "period": "{{period}}" }""")));
        var json = $$"""{ "table": "wide", "name": "宽表", "version": 1, "validFrom": "2020-01-01", "period": "half", "rows": [{ "name": "合计", "of": "total" }, { "name": "各", "of": "children" }, { "name": "本级", "of": "own" }], "columns": [{{columns}}] }""";
        await office.DoAsync(Actor.CommandLine, desk => desk.Library.PutAsync(office.City.Top.Id, "wide.json", json, Actor.CommandLine));
        var table = await office.DoAsync(Actor.CommandLine, desk => desk.Service.MakeAsync(new(Guid.CreateVersion7(), office.City.County.Id, "wide", "2026H2"), Actor.CommandLine));
        var counter = new StatementCounter();
        await using var db = office.Books.Database.Open(counter);
        counter.Clear();

        var opened = await new TableOffice.Desk(office, db, Actor.CommandLine).Reader.FindAsync(table.Id);

        Assert.Equal((34, 40), (opened!.Sheet.Rows.Count, opened.Sheet.Columns.Count));
        Assert.InRange(counter.Statements.Count, 1, 8);
    }

    private static async Task CheckAsync((int Body, int Month, int Value, int Hand)[] history)
    {
        await using var office = await TableOffice.OpenAsync();
        foreach (var (body, month, value, _) in history)
            await office.Books.PostAsync(office.City.All[body], Books.Draft(Books.Participants, $"2026-{month:00}-10", value, option: value % 2 == 0 ? "skills" : null), Books.Draft(Books.Homes, $"2026-{month:00}-10", 1));
        var table = await office.MakeAsync(Actor.CommandLine, office.City.Top);
        foreach (var (hand, row) in history.Select(one => one.Hand).Zip(["4", $"2:{office.City.County.Id}"]))
            if (hand != 0)
                table = await office.SupplementAsync(Actor.CommandLine, table, row, "2", hand);

        var opened = await office.OpenAsync(table.Id);
        Assert.DoesNotContain(opened.Failures, failure => failure.Level == Core.Base.ProblemLevel.Error);
        foreach (var column in new[] { 0, 1, 2, 3, 4, 6 })
            Assert.Equal(opened.Sheet[0, column].Value ?? 0, new[] { 1, 2, 4 }.Sum(row => opened.Sheet[row, column].Value ?? 0));
        var figure = await office.Books.ReadAsync(office.City.Top, Books.Participants, "2026H1");
        Assert.Equal(figure.Value, opened.Sheet[0, 1].Figure ?? 0);

        var frozen = await office.FileAsync(table);
        await office.Books.PostAsync(office.City.Village, Books.Draft(Books.Participants, "2026-02-02", 1000));
        var after = await office.OpenAsync(frozen.Id);
        Assert.Equal(opened.Sheet.ToJson(), after.Sheet.ToJson());
        Assert.Contains(after.Differences, one => one is { Row: 0, Column: 1 } && one.Now == (one.Frozen ?? 0) + 1000);
    }

    private static Arbitrary<(int Body, int Month, int Value, int Hand)[]> Histories() =>
        (from body in Gen.Choose(0, 14) from month in Gen.Choose(1, 6) from value in Gen.Choose(1, 400) from hand in Gen.Choose(0, 20) select (body, month, value, hand)).ArrayOf().Where(acts => acts.Length is > 0 and < 8).ToArbitrary();
}
