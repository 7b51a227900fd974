using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Changes;
using Jinguo.Core.Base.Forms;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Records.Ledgers;
using Jinguo.Core.Records.Ledgers.Forms;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Core.Tests.Records.Ledgers.Forms;

/// <summary>A county that makes forms of its own, over the ledgers of <see cref="Ledger"/>.</summary>
public sealed class FormDesk : IAsyncDisposable
{
    private FormDesk(Ledger ledger) => Ledger = ledger;

    public Ledger Ledger { get; }

    /// <summary>Why fields that are held are asked all the same, by code.</summary>
    public Dictionary<string, string> Reasons { get; } = [];

    public Actor County => Ledger.Chair(Ledger.City.County);

    public static async Task<FormDesk> OpenAsync() => new(await Ledger.OpenAsync());

    /// <summary>Does an act in a context of its own, as a request does.</summary>
    public async Task<T> ActAsync<T>(Actor actor, Func<FormService, Task<T>> act)
    {
        await using var db = Ledger.Database.Open();
        return await act(new(db, new Visible(db, actor), Ledger.Types, Ledger.Measures, new(db, Ledger.Types, Ledger.Measures), new(Level.County), new ChangeLog(db, Ledger.Clock), Ledger.Clock));
    }

    public async Task<T> ReadAsync<T>(Actor actor, Func<FormReader, Task<T>> read)
    {
        await using var db = Ledger.Database.Open();
        return await read(new(db, new Visible(db, actor), Ledger.Types));
    }

    public async Task<FormDraft> StartAsync(string? name, string? from = null, string? addTo = null, Actor? actor = null) =>
        Done(await ActAsync(actor ?? County, forms => forms.StartAsync(new(Guid.CreateVersion7(), name, from, addTo))));

    public async Task<FormDraft> ChangeAsync(FormDraft draft, Action<FormSheet> change, Actor? actor = null) =>
        Done(await ActAsync(actor ?? County, forms => forms.ChangeAsync(draft.Id, draft.Version, sheet =>
        {
            change(sheet);
            return null;
        })));

    public Task<Outcome<PackVersion>> TryPublishAsync(FormDraft draft, string from = "2026-11-20", string to = "2027-12-31", Actor? actor = null) =>
        ActAsync(actor ?? County, async forms => await forms.PublishAsync(draft.Id, await VersionAsync(draft.Id), new("云妇字〔2026〕3号", Day(from), Day(to)), Reasons));

    public async Task<PackVersion> PublishAsync(FormDraft draft, string from = "2026-11-20", string to = "2027-12-31", Actor? actor = null) =>
        Done(await TryPublishAsync(draft, from, to, actor));

    /// <summary>宣讲: a day, a topic and a number of listeners that counts towards a measure of the form's own.</summary>
    public async Task<FormDraft> TalksAsync(Actor? actor = null)
    {
        var draft = await StartAsync("巾帼宣讲", actor: actor);
        return await ChangeAsync(draft, sheet =>
        {
            sheet.PutField(null, new("主题", FieldType.Text) { Required = true, InEntry = true }, []);
            var listeners = sheet.PutField(null, new("听众人次", FieldType.Number) { Unit = "人次", Hedge = true, InEntry = true }, []);
            sheet.Declare(listeners, new("宣讲听众人次", "到场听讲的人次。"), RecordKind.Event);
            sheet.Describe(new("巾帼宣讲", "宣传", CountsWhen.Saved, "{zt}宣讲", 4));
        }, actor);
    }

    public async Task<RecordTypeCatalog> CatalogAsync()
    {
        await using var db = Ledger.Database.Open();
        return await Ledger.Types.GetAsync(db);
    }

    public async Task<FormDraft> DraftAsync(Guid id)
    {
        await using var db = Ledger.Database.Open();
        return await db.FormDrafts.AsNoTracking().SingleAsync(draft => draft.Id == id);
    }

    public ValueTask DisposeAsync() => Ledger.DisposeAsync();

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private async Task<int> VersionAsync(Guid id) => (await DraftAsync(id)).Version;

    private static T Done<T>(Outcome<T> outcome)
    {
        Assert.True(outcome.Done, string.Join(' ', outcome.Problems.Select(problem => problem.Text)));
        return outcome.Value;
    }
}
