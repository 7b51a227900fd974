using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Forms;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Facts;
using Jinguo.Core.Records.Ledgers;
using Jinguo.Core.Records.Ledgers.Forms;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Tests.Records.Ledgers.Forms;

public sealed class FormLifeTests : IAsyncLifetime
{
    private FormDesk desk = null!;

    private Ledger Ledger => desk.Ledger;

    public async Task InitializeAsync() => desk = await FormDesk.OpenAsync();

    public async Task DisposeAsync() => await desk.DisposeAsync();

    [Fact]
    public async Task APublishedForm_IsOfferedToTheBodyAndThoseBelow_AndToNobodyElse()
    {
        var draft = await desk.TalksAsync();
        Assert.Null((await desk.CatalogAsync()).Find(draft.Code, Ledger.City.Village.Path));

        await desk.PublishAsync(draft);

        var catalog = await desk.CatalogAsync();
        Assert.Equal("巾帼宣讲", catalog.Find(draft.Code, Ledger.City.Village.Path)!.Type.Name);
        Assert.NotNull(catalog.Find(draft.Code, Ledger.City.County.Path));
        Assert.Null(catalog.Find(draft.Code, Ledger.City.Stranger.Path));
        Assert.Null(catalog.Find(draft.Code, Ledger.City.Top.Path));
        await using var db = Ledger.Database.Open();
        var measures = await Ledger.Measures.GetAsync(db);
        Assert.Contains(measures.Offered(Ledger.City.Village.Path), measure => measure.Name == "宣讲听众人次");
        Assert.DoesNotContain(measures.Offered(Ledger.City.Stranger.Path), measure => measure.Name == "宣讲听众人次");
    }

    [Fact]
    public async Task ARecordOfAnOwnForm_CountsTowardsItsOwnMeasure_UpToTheTop()
    {
        var draft = await desk.TalksAsync();
        await desk.PublishAsync(draft);
        await Ledger.SaveAsync(Ledger.Village, draft.Code, "day=2026-11-16 zt=家风 tzrc=50余");
        var measure = FormSheet.Of(draft.Json).MeasureOf("tzrc")!;
        Assert.Equal(50, await Ledger.SumAsync(measure, Ledger.City.Village));
        Assert.Equal(50, await Ledger.SumAsync(measure, Ledger.City.Top));
    }

    [Fact]
    public async Task AFormOfAnotherBody_CannotBeWritten()
    {
        var draft = await desk.TalksAsync();
        await desk.PublishAsync(draft);
        var values = await Ledger.ValuesAsync(draft.Code, "day=2026-11-16 zt=家风");
        var saved = await Ledger.ActAsync(service => service.SaveAsync(new(Guid.CreateVersion7(), draft.Code, Ledger.City.Stranger.Id, values), Ledger.Stranger));
        Assert.Equal(Problem.NotFoundCode, Assert.Single(saved.Problems).Code);
    }

    [Fact]
    public async Task AnOldRecord_IsShownAndCorrectedUnderItsVersion_WhenAFieldAndAnOptionAreGone()
    {
        var draft = await desk.StartAsync("评选");
        draft = await desk.ChangeAsync(draft, sheet =>
        {
            sheet.PutField(null, new("等次", FieldType.Choice) { Options = ["一等", "二等"], InEntry = true }, []);
            sheet.PutField(null, new("事迹", FieldType.Text) { InEntry = true }, []);
        });
        await desk.PublishAsync(draft);
        var old = await Ledger.SaveAsync(Ledger.Village, draft.Code, "day=2026-11-16 dc=二等 sj=孝老爱亲");
        draft = await desk.ChangeAsync(await desk.DraftAsync(draft.Id), sheet =>
        {
            sheet.Remove("sj");
            sheet.PutField("dc", new("等次", FieldType.Choice) { Options = ["一等"], InEntry = true }, []);
        });
        Assert.Equal(2, (await desk.PublishAsync(draft)).Version);

        var view = await Ledger.ReadAsync(Ledger.Village, reading => reading.Records.FindAsync(old));
        Assert.Equal("二等", FieldText.Plain(view!.Type.FindField("dc")!, view.Values["dc"]));
        var corrected = await Ledger.ActAsync(service => service.CorrectAsync(new(old, 1, view.Values.With("sj", new TextValue("孝老爱亲三十年"))), Ledger.Village));
        Assert.True(corrected.Done);
        var record = await Ledger.RecordAsync(old);
        Assert.Equal(1, record.TypeVersion);
        Assert.Equal("孝老爱亲三十年", (await Ledger.ReadAsync(Ledger.Village, reading => reading.Records.FindAsync(old)))!.Values["sj"] is TextValue text ? text.Text : null);
        Assert.Equal(2, (await Ledger.RecordAsync(await Ledger.SaveAsync(Ledger.Village, draft.Code, "day=2026-11-17 dc=一等"))).TypeVersion);
    }

    [Fact]
    public async Task AFieldThatIsTakenAway_TakesTheChecksOverItAlong_AndThePartsInBracketsThatSpeakOfIt()
    {
        var draft = await desk.StartAsync("评选");
        draft = await desk.ChangeAsync(draft, sheet =>
        {
            sheet.PutField(null, new("人次", FieldType.Number) { Unit = "人次" }, []);
            sheet.PutField(null, new("妇女", FieldType.Number) { Unit = "人次" }, []);
            sheet.AddCheck("fn <= rc", "妇女应不大于人次。", ProblemLevel.Error, "fn");
            sheet.AddCheck("rc > 0", "人次应大于0。", ProblemLevel.Error, "rc");
            sheet.AddSentence("{day}[有{fn}妇女]{rc}到场。", null);
        });

        draft = await desk.ChangeAsync(await desk.DraftAsync(draft.Id), sheet => sheet.Remove("fn"));

        Assert.DoesNotContain("fn <= rc", draft.Json, StringComparison.Ordinal);
        Assert.Contains("rc > 0", draft.Json, StringComparison.Ordinal);
        Assert.Contains("\"{day}{rc}到场。\"", draft.Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AVersionOfLater_TakesOverOnItsDay()
    {
        var draft = await desk.TalksAsync();
        await desk.PublishAsync(draft);
        draft = await desk.ChangeAsync(await desk.DraftAsync(draft.Id), sheet => sheet.PutField(null, new("地点", FieldType.Text), []));
        await desk.PublishAsync(draft, from: "2026-12-01");
        Assert.Equal(1, (await desk.CatalogAsync()).Find(draft.Code, Ledger.City.Village.Path)!.Version);
        Ledger.Clock.Set(new(2026, 12, 1, 2, 0, 0, TimeSpan.Zero));
        Assert.Equal(2, (await desk.CatalogAsync()).Find(draft.Code, Ledger.City.Village.Path)!.Version);
        Ledger.Clock.Set(new(2028, 1, 1, 2, 0, 0, TimeSpan.Zero));
        Assert.Null((await desk.CatalogAsync()).Find(draft.Code, Ledger.City.Village.Path));
    }

    [Fact]
    public async Task AnEndedForm_TakesNothingNew_AndKeepsItsRecords()
    {
        var draft = await desk.TalksAsync();
        await desk.PublishAsync(draft);
        var id = await Ledger.SaveAsync(Ledger.Village, draft.Code, "day=2026-11-16 zt=家风 tzrc=50");
        Assert.Equal("form.reason", (await desk.ActAsync(desk.County, forms => forms.EndAsync(draft.Id, " "))).Problems[0].Code);
        Assert.True((await desk.ActAsync(desk.County, forms => forms.EndAsync(draft.Id, "并入妇女活动"))).Done);

        Assert.Null((await desk.CatalogAsync()).Find(draft.Code, Ledger.City.Village.Path));
        var view = (await Ledger.ReadAsync(Ledger.Village, reading => reading.Records.FindAsync(id)))!;
        Assert.Equal("家风宣讲", view.Record.Title);
        Assert.True((await Ledger.ActAsync(service => service.CorrectAsync(new(id, 1, view.Values.With("zt", new TextValue("家教"))), Ledger.Village))).Done);
        var overview = await Ledger.ReadAsync(Ledger.Village, reading => reading.List.OverviewAsync(null, Core.Base.Time.Period.Year(2026)));
        Assert.False(Assert.Single(overview, row => row.Type.Type.Code == draft.Code).IsOffered);
    }

    [Fact]
    public async Task WhatIsAskedBesides_StandsInTheSameRecord_ForTheBodiesBelowOnly()
    {
        var draft = await desk.StartAsync(null, addTo: "training");
        draft = await desk.ChangeAsync(draft, sheet =>
        {
            sheet.PutField(null, new("志愿者人次", FieldType.Number) { Unit = "人次" }, ["day", "topic"]);
            sheet.Declare("zyzrc", new("培训中志愿者人次", "在班上服务的志愿者。"), RecordKind.Event);
            sheet.AddCheck("zyzrc <= participants", "志愿者不能多于人次。", ProblemLevel.Error, "zyzrc");
        });
        await desk.PublishAsync(draft);
        var catalog = await desk.CatalogAsync();
        Assert.Null(catalog.Find("training", Ledger.City.Stranger.Path)!.Type.FindField("zyzrc"));
        var type = catalog.Find("training", Ledger.City.Village.Path)!;
        var values = RecordInput.Read(type.Type, Ledger.Typed(Ledger.Training + " zyzrc=6"), 2026).Values;

        var saved = await Ledger.ActAsync(service => service.SaveAsync(new(Guid.CreateVersion7(), "training", Ledger.City.Village.Id, values), Ledger.Village));

        Assert.Equal($"{draft.Code}:1", (await Ledger.RecordAsync(saved.Value!.Id)).Additions);
        Assert.Equal(6, await Ledger.SumAsync(FormSheet.Of(draft.Json).MeasureOf("zyzrc")!, Ledger.City.County));
        Assert.Equal(50, await Ledger.SumAsync("training.participants", Ledger.City.County));
        Assert.True((await desk.ActAsync(desk.County, forms => forms.EndAsync(draft.Id, "不再需要"))).Done);
        var view = (await Ledger.ReadAsync(Ledger.Village, reading => reading.Records.FindAsync(saved.Value.Id)))!;
        Assert.Equal("6", FieldText.Plain(view.Type.FindField("zyzrc")!, view.Values["zyzrc"]));
        var refused = await Ledger.ActAsync(service => service.SaveAsync(new(Guid.CreateVersion7(), "training", Ledger.City.Village.Id, values.With("zyzrc", null)), Ledger.Village));
        Assert.Equal(LedgerChecks.DoubleCode, refused.Problems[0].Code);
    }

    [Fact]
    public async Task ARecordUnderAHundredAdditions_IsSaved_AndReadsAsItWasWritten()
    {
        const int Many = 100;
        await using (var db = Ledger.Database.Open())
        {
            for (var number = 1; number <= Many; number++)
            {
                db.PackVersions.Add(new()
                {
                    Code = $"own-{Ledger.City.County.Id}-with-a-code-of-some-length-{number}",
                    Version = 1,
                    OrganisationId = Ledger.City.County.Id,
                    LoadedAt = Ledger.Clock.GetUtcNow().UtcDateTime,
                    Json = $$"""{ "pack": "own-{{Ledger.City.County.Id}}-with-a-code-of-some-length-{{number}}", "name": "补充{{number}}", "version": 1, "additions": [{ "to": "training", "fields": [{ "code": "extra{{number}}", "name": "补充{{number}}", "type": "number", "unit": "人" }] }] }""",
                });
            }
            await db.SaveChangesAsync();
        }
        Ledger.Types.Reset();
        var type = (await desk.CatalogAsync()).Find("training", Ledger.City.Village.Path)!;
        var values = RecordInput.Read(type.Type, Ledger.Typed($"{Ledger.Training} extra1=1 extra{Many}=7"), 2026).Values;

        var saved = await Ledger.ActAsync(service => service.SaveAsync(new(Guid.CreateVersion7(), "training", Ledger.City.Village.Id, values), Ledger.Village));

        Assert.True(saved.Done);
        var record = await Ledger.RecordAsync(saved.Value.Id);
        Assert.Equal(Many, record.Additions!.Split(' ').Length);
        var view = (await Ledger.ReadAsync(Ledger.Village, reading => reading.Records.FindAsync(record.Id)))!;
        Assert.Equal(("1", "7"), (FieldText.Plain(view.Type.FindField("extra1")!, view.Values["extra1"]), FieldText.Plain(view.Type.FindField("extra100")!, view.Values["extra100"])));
    }

    [Fact]
    public async Task TwoBodies_MayAskTheSameBesides_InTheSameLedger()
    {
        var neighbour = Ledger.Chair(Ledger.City.All.Last(body => body.Level == Level.County));

        var (first, second) = (await AddCertificatesAsync(desk.County), await AddCertificatesAsync(neighbour));

        Assert.Equal(["jyzs", "jyzs2"], new[] { first, second });
    }

    private async Task<string> AddCertificatesAsync(Actor actor)
    {
        var draft = await desk.StartAsync(null, addTo: "training", actor: actor);
        var opened = (await desk.ReadAsync(actor, reader => reader.FindAsync(draft.Id)))!;
        var code = "";
        draft = await desk.ChangeAsync(draft, sheet => code = sheet.PutField(null, new("结业证书", FieldType.Number) { Unit = "本" }, opened.TakenCodes), actor);
        desk.Reasons[code] = "两县各自统计";
        await desk.PublishAsync(draft, actor: actor);
        return code;
    }

    [Fact]
    public async Task AnExportedForm_ImportsAsItWas()
    {
        var draft = await desk.TalksAsync();
        await desk.ActAsync(desk.County, forms => forms.RemoveAsync(draft.Id));
        var imported = await desk.ActAsync(desk.County, forms => forms.ImportAsync(Guid.CreateVersion7(), "talks.json", draft.Json));
        Assert.Equal(draft.Json, imported.Value!.Json);
        Assert.Equal(draft.Code, imported.Value.Code);
    }

    [Theory]
    [InlineData("\"pack\": \"own", "\"pack\": \"work", "自带")]
    [InlineData("\"name\": \"听众人次\"", "\"nam\": \"听众人次\"", "nam")]
    public async Task Import_OfAPackThatIsWrongOrTaken_IsRefusedWithItsReason(string old, string changed, string words)
    {
        var draft = await desk.TalksAsync();
        var json = draft.Json.Replace(old, changed, StringComparison.Ordinal).Replace($"work-{Ledger.City.County.Id}-1", "work", StringComparison.Ordinal);
        Assert.NotEqual(draft.Json, json);
        var imported = await desk.ActAsync(desk.County, forms => forms.ImportAsync(Guid.CreateVersion7(), "talks.json", json));
        Assert.Contains(imported.Problems, problem => problem.Text.Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Import_OfARecordTypeThatIsShipped_NamesWhoHasIt()
    {
        var draft = await desk.TalksAsync();
        var imported = await desk.ActAsync(desk.County, forms => forms.ImportAsync(Guid.CreateVersion7(), "talks.json", draft.Json.Replace($"\"code\": \"{draft.Code}\"", "\"code\": \"training\"", StringComparison.Ordinal)));
        Assert.Contains(imported.Problems, problem => problem.Text.Contains("“training”已经声明过（在“妇联工作”里）", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Publishing_WithoutNumberOrValidity_OrWithAWrongForm_NamesWhatIsMissing()
    {
        var draft = await desk.TalksAsync();
        var bare = await desk.ActAsync(desk.County, forms => forms.PublishAsync(draft.Id, draft.Version, new(" ", new(2026, 11, 1), null), desk.Reasons));
        Assert.Equal(["form.number", "form.from", "form.to"], bare.Problems.Select(problem => problem.Code));
        await desk.ChangeAsync(draft, sheet => sheet.PutField("tzrc", new("听众人次", FieldType.Number) { Unit = "" }, []));
        Assert.Contains((await desk.TryPublishAsync(draft)).Problems, problem => problem.Text == "第3项“听众人次”的单位：数要有单位");
        Assert.DoesNotContain((await desk.CatalogAsync()).All, type => type.OrganisationId != 0);
    }

    [Fact]
    public async Task WhatIsHeld_IsNotAskedWithoutAReason_AndTheReasonIsKept()
    {
        var draft = await desk.StartAsync("培训情况表");
        draft = await desk.ChangeAsync(draft, sheet =>
        {
            sheet.PutField(null, new("培训人次", FieldType.Number) { Unit = "人次", InEntry = true }, []);
            sheet.PutField(null, new("满意度", FieldType.Number) { Unit = "分", InEntry = true }, []);
        });
        var refused = await desk.TryPublishAsync(draft);
        var problem = Assert.Single(refused.Problems);
        Assert.Equal(("form.held", "reason-pxrc"), (problem.Code, problem.Field));
        Assert.Contains("“培训人次”同名", problem.Text, StringComparison.Ordinal);
        Assert.DoesNotContain((await desk.CatalogAsync()).All, type => type.OrganisationId != 0);

        desk.Reasons["pxrc"] = "省里要求单列";
        var published = await desk.PublishAsync(draft);

        Assert.Equal(new KeptField("培训人次", "“培训人次”同名", "省里要求单列"), Assert.Single(System.Text.Json.JsonSerializer.Deserialize<List<KeptField>>(published.Kept!)!));
        await using var db = Ledger.Database.Open();
        var change = await db.Changes.AsNoTracking().SingleAsync(change => change.Act == "form.published");
        Assert.Contains(ChangeLog.Fields(change), field => field is { Field: "kept.培训人次", After: "省里要求单列" });
    }

    [Fact]
    public async Task WhatRemainsOfAFormThatAsksTheSame_BecomesAnAddition()
    {
        var draft = await desk.StartAsync("本县培训", from: "training");
        draft = await desk.ChangeAsync(draft, sheet => sheet.PutField(null, new("满意度", FieldType.Number) { Unit = "分", Required = true }, []));
        draft = await desk.ChangeAsync(draft, sheet => sheet.BecomeAddition("training", ["myd"]));
        await desk.PublishAsync(draft);
        var type = (await desk.CatalogAsync()).Find("training", Ledger.City.Village.Path)!;
        Assert.Equal("满意度", type.Type.Fields[^1].Name);
        Assert.False(type.Type.Fields[^1].Required);
    }

    [Fact]
    public async Task ATownshipOrAReader_MakesNoForms()
    {
        var township = await desk.ActAsync(Ledger.Township, forms => forms.StartAsync(new(Guid.CreateVersion7(), "自制表", null, null)));
        Assert.Equal("form.level", township.Problems[0].Code);
        var reader = await desk.ActAsync(Ledger.Chair(Ledger.City.County, Role.Reader), forms => forms.StartAsync(new(Guid.CreateVersion7(), "自制表", null, null)));
        Assert.Equal(Problem.NotFoundCode, reader.Problems[0].Code);
    }

    [Fact]
    public async Task ADraft_IsReadWhereItIsMade_AndAPublishedFormByThoseBelow()
    {
        var draft = await desk.TalksAsync();
        Assert.NotNull(await desk.ReadAsync(desk.County, forms => forms.FindAsync(draft.Id)));
        Assert.NotNull(await desk.ReadAsync(Ledger.Chair(Ledger.City.Top), forms => forms.FindAsync(draft.Id)));
        Assert.Null(await desk.ReadAsync(Ledger.Village, forms => forms.FindAsync(draft.Id)));
        await desk.PublishAsync(draft);
        Assert.NotNull(await desk.ReadAsync(Ledger.Village, forms => forms.FindAsync(draft.Id)));
        Assert.Null(await desk.ReadAsync(Ledger.Stranger, forms => forms.FindAsync(draft.Id)));
        Assert.Equal(["巾帼宣讲"], (await desk.ReadAsync(Ledger.Village, forms => forms.ListAsync(1))).Lines.Select(line => line.Draft.Name));
    }

    [Fact]
    public async Task AStaleChange_IsRefused_AndTheSameKeyBeginsOneForm()
    {
        var key = Guid.CreateVersion7();
        await desk.ActAsync(desk.County, forms => forms.StartAsync(new(key, "走访", null, null)));
        var again = await desk.ActAsync(desk.County, forms => forms.StartAsync(new(key, "走访", null, null)));
        Assert.True(again.Done);
        await desk.ChangeAsync(again.Value!, sheet => sheet.PutField(null, new("地点", FieldType.Text), []));
        var stale = await desk.ActAsync(desk.County, forms => forms.ChangeAsync(key, 1, sheet => { sheet.Remove("dd"); return null; }));
        Assert.Equal(Problem.StaleCode, stale.Problems[0].Code);
        await using var db = Ledger.Database.Open();
        Assert.Equal(["form.begun", "form.changed"], await db.Changes.Where(change => change.SubjectKind == FormService.SubjectKind).Select(change => change.Act).OrderBy(act => act).ToListAsync());
    }

    [Fact]
    public async Task AnotherNode_ReadsANewVersion_WhenItsWatchSaysSo()
    {
        var elsewhere = new RecordTypeCatalogCache(Testing.Data.Keys.Fields, Ledger.Clock);
        await using var db = Ledger.Database.Open();
        var before = await db.PackVersions.SumAsync(version => version.Revision);
        await elsewhere.GetAsync(db);
        var draft = await desk.TalksAsync();
        await desk.PublishAsync(draft);
        Assert.NotEqual(before, await db.PackVersions.SumAsync(version => version.Revision));
        elsewhere.Reset();
        Assert.NotNull((await elsewhere.GetAsync(db)).Find(draft.Code));
    }
}
