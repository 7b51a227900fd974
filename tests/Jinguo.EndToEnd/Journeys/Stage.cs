using System.Globalization;
using System.Net.Http.Json;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Records.Ledgers;
using Jinguo.EndToEnd.Browser;
using Jinguo.Testing.Data;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.EndToEnd.Journeys;

/// <summary>
/// A county with a township and a village that only one journey uses, below the city of the running product. So each
/// journey knows every record it meets.
/// </summary>
internal sealed class Stage
{
    /// <summary>Password of everybody on a stage.</summary>
    public const string Password = "Mulan-2026-yes";

    private static int last = 10;

    private readonly RunningApp app;

    private Stage(RunningApp app, Organisation county, Organisation township, Organisation village)
    {
        this.app = app;
        (County, Township, Village) = (county, township, village);
    }

    public Organisation County { get; }

    public Organisation Township { get; }

    public Organisation Village { get; }

    public static async Task<Stage> SetAsync(RunningApp app)
    {
        var number = Interlocked.Increment(ref last);
        await using var db = app.Host.Database.Open();
        var county = await Tree.AddAsync(db, $"9901{number}000000", Level.County, $"青溪{number}县妇联", app.Host.City.Top);
        var township = await Tree.AddAsync(db, $"9901{number}101000", Level.Township, $"柳河{number}镇妇联", county);
        var village = await Tree.AddAsync(db, $"9901{number}101201", Level.Village, $"梅林{number}村妇联", township);
        return new(app, county, township, village);
    }

    /// <summary>An account with one role; answers its user name.</summary>
    public async Task<Account> AddPersonAsync(Role role, Organisation body, RoleScope scope = RoleScope.Subtree)
    {
        await using var db = app.Host.Database.Open();
        return await AccountRows.AddAsync(db, $"{role}-{Guid.NewGuid():N}", "张某某", [(body, role, scope)], Password);
    }

    /// <summary>Records a training of the village in the chair's name, as a program would.</summary>
    public Task RecordAsync(Account chair, string topic, int participants, string day) =>
        RecordAsync(chair, "training", new { day, topic, place = "妇女之家", participants = new { value = participants } });

    /// <summary>Records something of the village in the chair's name; answers the key of the record.</summary>
    public async Task<Guid> RecordAsync(Account chair, string type, object values)
    {
        using var http = new HttpClient { BaseAddress = new Uri(app.Address) };
        http.DefaultRequestHeaders.Add("Cookie", $"{app.Host.CookieName}={app.Host.SignInCookie(chair, Village.Id)}");
        var key = Guid.CreateVersion7();
        var answer = await http.PutAsJsonAsync($"/api/v1/ledgers/records/{key}", new { Type = type, Organisation = Village.Id, Values = values, Confirmed = true });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return key;
    }

    /// <summary>How many records the village has, withdrawn ones included.</summary>
    public async Task<int> CountRecordsAsync()
    {
        await using var db = app.Host.Database.Open();
        return await db.Records.CountAsync(record => record.OrganisationId == Village.Id);
    }

    /// <summary>A number as addresses write it.</summary>
    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
