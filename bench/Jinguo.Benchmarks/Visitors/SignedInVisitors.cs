using System.Globalization;
using System.Net;
using System.Text.Encodings.Web;
using Jinguo.Benchmarks.Harness;
using Jinguo.Benchmarks.Product;
using Jinguo.Core.Base.Access;
using Jinguo.Core.Base.Data;
using Jinguo.Core.Base.Organisations;
using Jinguo.Core.Records.Ledgers;
using Jinguo.Testing.Data;
using Jinguo.Testing.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Jinguo.Benchmarks.Visitors;

/// <summary>Accounts of all levels in the demonstration city, each signed in, and the pages that each opens.</summary>
internal static class SignedInVisitors
{
    private const string Password = "Yunchuan-2026";

    /// <summary>Of a hundred users: who they are. Most work in villages.</summary>
    private static readonly (Level Level, Role Role, RoleScope Scope, int Share)[] Kinds =
    [
        (Level.Village, Role.Chair, RoleScope.Own, 60),
        (Level.Township, Role.Chair, RoleScope.Subtree, 20),
        (Level.County, Role.Chair, RoleScope.Subtree, 8),
        (Level.County, Role.Officer, RoleScope.Subtree, 7),
        (Level.City, Role.Officer, RoleScope.Subtree, 5),
    ];

    /// <summary>Of a hundred requests: what is opened. The last is a record saved.</summary>
    public static IReadOnlyList<(string Page, int Share)> Shares { get; } =
    [
        ("home", 20), ("notices", 8), ("list", 15), ("record", 10), ("new record", 13), ("figures", 10), ("figure's records", 6), ("ledgers", 6), ("search", 5), ("report drawn up", 2), ("save", 5),
    ];

    /// <summary>Makes the accounts, signs each in, and writes what each asks for into a file for wrk.</summary>
    public static async Task<string> PrepareAsync(Uri address, BenchDatabase database, int users, CancellationToken cancel)
    {
        await using var db = database.Open();
        var people = await AddAsync(db, users, cancel);
        var lines = new List<string>();
        foreach (var (number, (body, kind)) in people.Index())
        {
            var within = db.Organisations.Where(own => EF.Functions.Like(own.Path, body.Path + "%")).Select(own => own.Id);
            var record = await db.Records.AsNoTracking().Where(one => one.TypeCode == "training" && within.Contains(one.OrganisationId)).OrderByDescending(one => one.Id).Select(one => one.Id).FirstOrDefaultAsync(cancel);
            lines.AddRange(await VisitsAsync(address, User(number), body, kind, record));
        }
        var file = Path.Combine(database.Folder, "visits.txt");
        await File.WriteAllLinesAsync(file, lines, cancel);
        Progress.Say($"signed {users} accounts in");
        return file;
    }

    private static async Task<List<(Organisation Body, Role Role)>> AddAsync(Db db, int users, CancellationToken cancel)
    {
        var bodies = (await db.Organisations.AsNoTracking().Where(body => body.ValidTo == null).OrderBy(body => body.Path).ToListAsync(cancel)).ToLookup(body => body.Level);
        var hash = new PasswordHasher<Account>().HashPassword(null!, Password);
        var people = new List<(Organisation, Role)>();
        foreach (var (level, role, scope, share) in Kinds)
            for (var one = 0; one < Math.Max(1, users * share / 100); one++)
            {
                var body = bodies[level].ElementAt(one % bodies[level].Count());
                var account = await AccountRows.AddAsync(db, User(people.Count), "张某某", [(body, role, scope)]);
                account.PasswordHash = hash;
                people.Add((body, role));
            }
        await db.SaveChangesAsync(cancel);
        return people;
    }

    private static async Task<IEnumerable<string>> VisitsAsync(Uri address, string user, Organisation body, Role role, Guid record)
    {
        var cookies = new CookieContainer();
        using var client = new PageClient(new HttpClient(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = address }, cookies);
        var after = await (await client.GetAsync("/sign-in?from=/account")).Form().Set("UserName", user).Set("password", Password).SubmitAsync();
        if (after.Address != "/account")
            throw new InvalidOperationException($"{user} could not sign in: {after.Text}");
        var form = (await client.GetAsync("/ledgers/new/training")).Form();
        var year = form.Value("f-day")![..4];
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["__RequestVerificationToken"] = form.Value("__RequestVerificationToken")!,
            ["body"] = form.Value("body") ?? "",
            ["f-day"] = form.Value("f-day")!,
            ["f-topic"] = "刺绣-KEY-",
            ["f-place"] = "妇女之家",
            ["f-participants"] = "30",
        };
        var sent = string.Join('&', fields.Select(field => $"{UrlEncoder.Default.Encode(field.Key)}={UrlEncoder.Default.Encode(field.Value)}")).Replace("-KEY-", "@KEY@", StringComparison.Ordinal) + "&key=@KEY@";
        var paths = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["home"] = "/",
            ["notices"] = "/notices",
            ["list"] = "/ledgers/list?type=training",
            ["new record"] = "/ledgers/new/training",
            ["figures"] = "/figures",
            ["figure's records"] = string.Create(CultureInfo.InvariantCulture, $"/figures/rows?organisation={body.Id}&figure=training.participants&period={year}"),
            ["ledgers"] = "/ledgers",
            ["search"] = $"/search?q={UrlEncoder.Default.Encode("培训")}",
            ["save"] = "/ledgers/new/training",
        };
        if (record != default)
            paths["record"] = $"/ledgers/{record}";
        // Reports are drawn up where there is something below.
        if (body.Level is Level.County or Level.City)
            paths["report drawn up"] = $"/reports/new?template={UrlEncoder.Default.Encode("年度工作总结")}&period={year}";
        var cookie = cookies.GetCookieHeader(address);
        return Shares.Where(one => paths.ContainsKey(one.Page)).Select(one => string.Join('\t', one.Page, one.Share, one.Page == "save" ? 302 : 200, one.Page == "save" ? "POST" : "GET", paths[one.Page], cookie, one.Page == "save" ? sent : ""));
    }

    private static string User(int number) => string.Create(CultureInfo.InvariantCulture, $"visitor{number}");
}
