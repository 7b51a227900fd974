using Jinguo.Core.Base;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Base.Time;
using Jinguo.Core.Figures.Tables.Definitions;
using Jinguo.Core.Figures.Tables.Filing;

namespace Jinguo.Web.Demonstration;

/// <summary>
/// The statistical tables of the demonstration's county: one filed with a supplement, one that waits for its review; and what the
/// city asks of its counties.
/// </summary>
public sealed class DemonstrationTables(TableLibrary library, TableService tables, TableSigning signing, TableRequestService requests, TimeProvider time)
{
    private const string Training = "training-activity";
    private const int DaysLeft = 10;

    // The same each time, so that an interrupted start sends it once.
    private static readonly Guid RequestKey = new("01990000-0000-7000-8000-000000000001");

    /// <summary>Makes the county's; what is there already stays.</summary>
    /// <param name="chair">The chair of the county, working for it.</param>
    public async Task LoadAsync(Actor chair)
    {
        var period = LastHalf(time.Today()).Code;
        var filed = await DoneAsync(tables.MakeAsync(new(Guid.CreateVersion7(), chair.OrganisationId, Training, period), chair));
        if (filed.State == TableState.Draft)
            filed = await DoneAsync(tables.SupplementAsync(filed.Id, filed.Version, new("3", "2", 26, "与县农广校合办的电商班，学员名册在农广校"), chair));
        foreach (var step in Enum.GetValues<SignatureStep>())
            filed = await DoneAsync(signing.SignAsync(filed.Id, filed.Version, step, chair));
        var waiting = await DoneAsync(tables.MakeAsync(new(Guid.CreateVersion7(), chair.OrganisationId, "venues-reception", period), chair));
        await DoneAsync(signing.SignAsync(waiting.Id, waiting.Version, SignatureStep.Filler, chair));
    }

    /// <summary>Sends the city's own version of a shipped table down to its counties.</summary>
    /// <param name="officer">The officer of the city, working for it.</param>
    public async Task SendDownAsync(Actor officer)
    {
        var today = time.Today();
        var kept = await DoneAsync(library.AdoptAsync(Training, new("云妇统1表", $"云妇字〔{today.Year}〕3号", new(today.Year + 1, 12, 31)), officer));
        await DoneAsync(requests.SendAsync(new(RequestKey, $"{kept.Id}", LastHalf(today).Code, Level.County, today.AddDays(DaysLeft)), officer));
    }

    private static Period LastHalf(DateOnly today) => today.Month > 6 ? Period.Half(today.Year, 1) : Period.Half(today.Year - 1, 2);

    private static async Task<T> DoneAsync<T>(Task<Outcome<T>> act) => await act is { Done: true } done
        ? done.Value
        : throw new InvalidOperationException($"The demonstration's tables could not be made: {string.Join(' ', (await act).Problems.Select(problem => problem.Text))}");
}
